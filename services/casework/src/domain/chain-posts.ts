// 岗位与 A/B 岗 (HD-9): who of a unit may do a step of its chain. A draft is done by whoever has the case in
// hand; a signature is given in a post of the kind the step names, by its holder or one who stands in for
// him, each by another person. Where the case was given to a section, its head reads it and no other's. A
// deputy does not use up the one person a later step has. Who holds what the profile says; nobody's own word
// does.
import { placeWithoutPerson } from '#policy/distinct-persons';
import type { Pack } from '#policy/pack';
import { type UnitInside, postsFor } from '#policy/unit-inside';
import type { Inside } from './work-order';

/** A step of a pack's chain. */
export type ChainStep = NonNullable<Pack['unitChain']>['steps'][number];

/** A post in which somebody acts. */
export interface Seat {
  readonly person: string;
  readonly post: string;
  /** He stands in for its holder 代岗. */
  readonly deputy?: true;
}

/** What is still to be done of the chain, the awaited step first; nothing where the pack knows no chain. */
export function stepsAhead({ signing }: Inside, { unitChain }: Pack): readonly ChainStep[] {
  return unitChain?.steps.slice(signing === undefined ? 0 : signing.signers.length + 1) ?? [];
}

/** Those who have put their name to the draft already: its drafter and its signers. */
export function namesOn({ signing }: Inside): readonly string[] {
  return signing === undefined ? [] : [signing.drafter, ...signing.signers];
}

/** The posts in which a step is signed with those who act in them, holders first. */
export function seatsFor(step: ChainStep, { section }: Inside, unit: UnitInside): readonly Seat[] {
  const posts = postsFor(step.by, section, unit);
  return [
    ...posts.map(({ id: post, holder: person }) => ({ person, post })),
    ...posts.flatMap(({ id: post, deputies }) =>
      deputies.map((person) => ({ person, post, deputy: true as const })),
    ),
  ];
}

/** The first of the steps for which nobody would be left once `names` have acted; undefined: all can go on. */
export function stepLeftVacant(
  steps: readonly ChainStep[],
  names: readonly string[],
  inside: Inside,
  unit: UnitInside,
): ChainStep | undefined {
  const choices = steps.map((step) => seatsFor(step, inside, unit).map(({ person }) => person));
  return steps[placeWithoutPerson(choices.map((persons) => persons.filter((one) => !names.includes(one))))];
}

/**
 * Who may do the awaited step now, holders first; nobody while a draft is in nobody's hand, or in that of one
 * who has left the unit or without whom nobody could sign it.
 */
export function mayDo(inside: Inside, pack: Pack, unit: UnitInside): readonly string[] {
  const [step, ...later] = stepsAhead(inside, pack);
  if (step === undefined) return [];
  const names = namesOn(inside);
  const persons =
    step.by === 'handler'
      ? unit.people.filter((person) => person === inside.handler)
      : seatsFor(step, inside, unit).map(({ person }) => person);
  return [...new Set(persons)].filter((one) => {
    return !names.includes(one) && stepLeftVacant(later, [...names, one], inside, unit) === undefined;
  });
}

/**
 * Who may give the draft back or take it back: those who read it now, whoever drafted it, and whoever has the
 * case in hand; nobody while none waits.
 */
export function mayReturn(inside: Inside, pack: Pack, unit: UnitInside): readonly string[] {
  const [step] = stepsAhead(inside, pack);
  if (inside.signing === undefined || step === undefined) return [];
  const readers = seatsFor(step, inside, unit).map(({ person }) => person);
  const others = [inside.signing.drafter, inside.handler].filter((one) => one !== '');
  return [...new Set([...readers, ...others])];
}
