// Whether a provider is to be tried now. One that failed again and again is left alone for a while and then
// tried with a single message: in an outage of hours nothing wears itself out, and when the provider is back
// everything goes out in the order in which it was claimed. What is a failure of the provider, not of a
// message, the adapter says. Pure: what happened is kept here, the clock is the caller's.

/** When a provider is left alone. */
export interface CircuitRule {
  /** So many failures … */
  readonly failures: number;
  /** … within this time (ms) open the circuit … */
  readonly withinMs: number;
  /** … for this long (ms); then one message is tried. */
  readonly openMs: number;
}

/** Five failures within a minute, tried again every half minute. */
export const USUAL_CIRCUIT: CircuitRule = { failures: 5, withinMs: 60_000, openMs: 30_000 };

/** What is known of a provider: its latest failures (epoch ms), until when it is left alone. */
export interface Circuit {
  readonly failedAt: readonly number[];
  /** 0 while it is closed. */
  readonly openUntil: number;
}

/** Nothing has failed yet. */
export const CLOSED: Circuit = { failedAt: [], openUntil: 0 };

/** Everything, a single message to see whether it is back, or nothing. */
export function admits({ openUntil }: Circuit, now: number): 'all' | 'one' | 'none' {
  if (openUntil === 0) return 'all';
  return now < openUntil ? 'none' : 'one';
}

/** A single message is under way: no second before it is answered or the time has passed again. */
export function probing(circuit: Circuit, now: number, { openMs }: CircuitRule): Circuit {
  return { ...circuit, openUntil: now + openMs };
}

/** It answered: whatever it said of the message, it is there. */
export function answered(): Circuit {
  return CLOSED;
}

/** It failed. */
export function failed({ failedAt, openUntil }: Circuit, now: number, rule: CircuitRule): Circuit {
  const latest = [...failedAt.filter((at) => at > now - rule.withinMs), now];
  const opens = openUntil !== 0 || latest.length >= rule.failures;
  return { failedAt: latest.slice(-rule.failures), openUntil: opens ? now + rule.openMs : 0 };
}
