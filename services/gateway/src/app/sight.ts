// Whose cases somebody reads (TR-2): what the packs in force let his role see, the sectors the profile gives
// it, and the enterprises it gives him to look after (IN-6). List, counts and file go by the same value, so
// that none shows what another hides; a case one does not see is answered like a case that does not exist.
import type { Pack } from '#policy/pack';
import { type Sector, sectorsOf } from '#policy/profile-sectors';
import { type Succession, successionOf } from '#policy/succession';
import { type CaseScope, inScope, type ScopedCase, type Sight, sightsOf } from '#policy/scopes';
import type { Actor } from './roles';

/** All cases, or those that one of the scopes holds. */
export type Seen = 'all' | readonly CaseScope[];

/** Cases of which somebody reads the words, and those of which he sees where they stand. */
export interface CaseSight {
  readonly words: Seen;
  readonly states: Seen;
}

/** What the profile gives: sectors to roles and units, enterprises to the person who asks. */
export interface Given {
  readonly sectors: readonly Sector[] | undefined;
  /** Codes of the enterprises he looks after today. */
  readonly lookedAfter: readonly string[];
}

/** The sight of somebody under these packs. */
export function sightOf(
  packs: readonly Pack[],
  { sectors, lookedAfter }: Given,
  actor: Pick<Actor, 'role' | 'unit'>,
  succession: Succession = successionOf([]),
): CaseSight {
  const { role, unit } = actor;
  // A unit sees what it has and what units that became part of it had.
  const { codesOf, successorOf } = succession;
  const giving = (sight: Sight) => packs.filter((pack) => sightsOf(pack, role).has(sight));
  const everywhere = (sight: Sight) => giving(sight).length === packs.length;
  const idsOf = (sight: Sight) => (everywhere(sight) ? [] : giving(sight).map(({ id }) => id));
  const isGiven = (sight: Sight) => everywhere(sight) || giving(sight).length > 0;
  // Before admission no pack governs; such a case is for those who see all of some programme.
  const whole = (sight: Sight): Seen => {
    if (everywhere(sight)) return 'all';
    return isGiven(sight) ? [{ ...ANY, packs: [...idsOf(sight), ''] }] : [];
  };
  const all = whole('all');
  const parts: readonly CaseScope[] = [
    ...(isGiven('own-unit') && unit !== ''
      ? codesOf(successorOf(unit)).map((code) => ({ ...ANY, packs: idsOf('own-unit'), unit: code }))
      : []),
    ...(isGiven('own-sector')
      ? sectorsOf(sectors, actor).map(({ topics = [], industries = [] }) => {
          return { ...ANY, packs: idsOf('own-sector'), topics, industries };
        })
      : []),
    // Whoever looks after nobody has no scope: one without enterprises would hold all of them.
    ...(isGiven('looked-after') && lookedAfter.length > 0
      ? [{ ...ANY, packs: idsOf('looked-after'), enterprises: lookedAfter }]
      : []),
  ];
  const words = all === 'all' ? all : [...all, ...parts];
  return { words, states: whole('states-only') };
}

const ANY: CaseScope = { packs: [], unit: '', topics: [], industries: [], enterprises: [] };

/** Whether a case is among those seen. */
export function holds(seen: Seen, one: ScopedCase): boolean {
  return seen === 'all' || seen.some((scope) => inScope(scope, one));
}

/** How much of a case is shown. */
export function shownTo({ words, states }: CaseSight, one: ScopedCase): 'words' | 'states' | 'nothing' {
  if (holds(words, one)) return 'words';
  return holds(states, one) ? 'states' : 'nothing';
}

/** Both together, as a question to the list: `undefined` when there is nothing to ask for. */
export function askedFor(...seen: readonly Seen[]): readonly CaseScope[] | undefined {
  const scopes = seen.flatMap((one) => (one === 'all' ? [] : one));
  if (seen.includes('all')) return [];
  return scopes.length === 0 ? undefined : scopes;
}
