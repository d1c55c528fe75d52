// Chance in a simulation. Every draw is named by who draws, what for and about what, and depends on the seed
// and that name alone: whatever else happens, or no longer happens because a rule was switched off, the same
// unit deals with the same appeal in the same way.

/** Answers a number from 0 up to, not including, 1. */
export type Draw = (actor: string, purpose: string, about: string) => number;

/** The draws of a seed. */
export function drawsOf(seed: number): Draw {
  return (actor, purpose, about) => mixed(`${seed}|${actor}|${purpose}|${about}`) / 4294967296;
}

/** FNV-1a, finished as in Murmur 3, so that names that differ in one letter are far apart. */
function mixed(name: string): number {
  let hash = 2166136261;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The choice a draw makes among weighted ones; the weights need not add up to 1. */
export function chosen<T>(draw: number, choices: readonly (readonly [choice: T, weight: number])[]): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('Nothing to choose from');
  return last[0];
}

/** A value between two bounds. */
export function between(draw: number, from: number, until: number): number {
  return from + draw * (until - from);
}
