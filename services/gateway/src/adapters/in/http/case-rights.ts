// The rights of whoever asks, for one case and for lists: what the packs and the profile give him, applied to
// what the services answer.
import type { Pack } from '#policy/pack';
import { belongsToUnit, type Sight, sightsOf } from '#policy/scopes';
import { lookedAfterBy } from '#policy/sponsors';
import { successionIn } from '#policy/succession';
import { civilDayOf } from '#working-calendar/civil-day';
import { type Act, type CaseAtHand, possibleActs } from '../../../app/possible-acts';
import type { Reading } from '../../../app/roles';
import { type CourseEntry, sessionAtHand } from '../../../app/session-at-hand';
import { askedFor, type CaseSight, sightOf } from '../../../app/sight';
import { scopesWire } from '../../mapping/scope-wire';
import type { Edge } from './edge';
import type { Asking } from './route';

/** The line of a case, as far as it says by which pack it is governed and what may be done. */
interface GovernedCase extends Omit<CaseAtHand, 'assisting' | 'inside' | 'session'> {
  /** Empty before admission. */
  readonly packHash: string;
  readonly channel: string;
  readonly kind: string;
}

/** The rest of a case that decides on the acts: its course tells of panels and meetings. */
interface FoundCase extends Pick<CaseAtHand, 'assisting' | 'inside'> {
  readonly timeline: readonly CourseEntry[];
}

/** What somebody sees of cases at present. */
export function sightFor({ versions, now }: Pick<Edge, 'versions' | 'now'>, { actor }: Asking): CaseSight {
  const profile = versions.profile();
  const given = { sectors: profile.sectors, lookedAfter: lookedAfterBy(profile, actor.id, now()) };
  return sightOf(versions.packsInForce(), given, actor, successionIn(profile));
}

/** The pack that governs a case; before admission the one that would. */
export function packOf({ versions }: Pick<Edge, 'versions'>, summary: GovernedCase): Pack {
  const { packHash, channel, kind } = summary;
  return packHash === '' ? versions.packFor(channel, kind).pack : versions.pack(packHash);
}

/** Acts open to whoever asks on this case; units are compared as they are now. */
export function actsFor(
  edge: Pick<Edge, 'versions' | 'now'>,
  { actor }: Asking,
  summary: GovernedCase,
  { assisting, inside, timeline }: FoundCase,
): readonly Act[] {
  const profile = edge.versions.profile();
  const { successorOf } = successionIn(profile);
  const pack = packOf(edge, summary);
  const parts = assisting.map((part) => ({ ...part, unit: successorOf(part.unit) }));
  const unit = profile.experts.find(({ id }) => id === actor.id)?.unit;
  const finder = { id: actor.id, unit, today: civilDayOf(edge.now()), successorOf };
  const session = sessionAtHand(timeline, pack, finder);
  const at = { ...summary, lead: successorOf(summary.lead), assisting: parts, inside, session };
  return possibleActs(pack, { ...actor, unit: successorOf(actor.unit) }, at);
}

/**
 * The unit, as it is now, whose own rows somebody is shown, when he reads as one of it and nothing beyond;
 * else empty.
 */
export function ownUnitOf({ versions }: Pick<Edge, 'versions'>, { role, actor }: Asking): string {
  const packs = versions.packsInForce();
  const beyond = packs.some((pack) => WIDER.some((sight) => sightsOf(pack, role).has(sight)));
  const asOne = !beyond && packs.some((pack) => belongsToUnit(pack, role));
  return asOne ? successionIn(versions.profile()).successorOf(actor.unit) : '';
}

const WIDER: readonly Sight[] = ['all', 'own-sector', 'looked-after'];

/** How many cases one question to the list may name. */
const MOST_NAMED = 200;

/**
 * Of rows that other services keep of cases, those whose case the asking may read, or – unless the rows show
 * `words` – see the state of.
 */
export async function ofSeenCases<Row extends { readonly appealId: string }>(
  edge: Pick<Edge, 'versions' | 'peers' | 'now'>,
  asking: Asking,
  rows: readonly Row[],
  much: Reading = 'states',
): Promise<readonly Row[]> {
  const { words, states } = sightFor(edge, asking);
  const scopes = much === 'states' ? askedFor(words, states) : askedFor(words);
  if (scopes === undefined) return [];
  if (scopes.length === 0) return rows;
  const ids = [...new Set(rows.map(({ appealId }) => appealId))];
  const seen = new Set<string>();
  for (let from = 0; from < ids.length; from += MOST_NAMED) {
    const appealIds = ids.slice(from, from + MOST_NAMED);
    const { cases } = await edge.peers.casework.listCases({
      ...ANY_CASE,
      scopes: scopesWire(scopes),
      appealIds,
    });
    for (const { appealId } of cases) seen.add(appealId);
  }
  return rows.filter(({ appealId }) => seen.has(appealId));
}

/** A question to the list without filters. */
export const ANY_CASE = {
  ...{ status: '', unit: '', channel: '', region: '', topic: '', card: '', text: '', answerVerdict: '' },
  ...{ sourceNumbers: [] as string[], sort: 'newest', limit: MOST_NAMED, cursor: '' },
  appealIds: [] as string[],
  ...{ urgent: false, stage: '', underClass: '' },
};
