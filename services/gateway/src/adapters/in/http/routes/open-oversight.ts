// The overseeing of one case, as far as whoever asks is shown it: whoever reads as one of a unit his unit's
// rows, also when the case has gone to another; everybody else all of it where he reads the case.
import type { Pack } from '#policy/pack';
import { type Succession, successionIn } from '#policy/succession';
import { type OversightAct, possibleOversightActs } from '../../../../app/oversight-acts';
import { holds } from '../../../../app/sight';
import { concernsNobody, oversightOfUnit } from '../../../mapping/oversight-json';
import { ownUnitOf, packOf, sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { type Asking, type Refused, refused } from '../route';
import { questionFor } from './open-case';

type Shown = ReturnType<typeof oversightOfUnit>;

/** What is shown, and what whoever asks may do about it. */
interface OpenedOversight {
  readonly shown: Shown;
  readonly possible: readonly OversightAct[];
}

/** The overseeing, or that there is none to see. */
export async function openOversight(
  edge: Edge,
  asking: Asking,
  idOrNumber: string,
): Promise<OpenedOversight | Refused> {
  const { case: found } = await edge.peers.casework.getCase(questionFor(idOrNumber, ''));
  const summary = found?.summary;
  if (!summary) return refused('NOT_FOUND');
  const own = ownUnitOf(edge, asking);
  const whole = await edge.peers.supervision.getOversight({ appealId: summary.appealId });
  const succession = successionIn(edge.versions.profile());
  const shown = own === '' ? whole : oversightOfUnit(whole, (code) => succession.same(code, own));
  const concerned = own !== '' && !concernsNobody(shown);
  if (!concerned && !holds(sightFor(edge, asking).words, summary)) return refused('NOT_FOUND');
  return { shown, possible: possibleOn(shown, packOf(edge, summary), asking, succession) };
}

/** Acts open to whoever asks; units are compared as they are now. */
function possibleOn(
  shown: Shown,
  pack: Pack,
  { actor }: Asking,
  { successorOf }: Succession,
): readonly OversightAct[] {
  if (!shown.found) return [];
  const now = <Row extends { unit: string }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, unit: successorOf(row.unit) }));
  const [entries, orders, checks] = [now(shown.entries), now(shown.orders), now(shown.checks)];
  const who = { ...actor, unit: successorOf(actor.unit) };
  return possibleOversightActs(pack, who, { ...shown, entries, orders, checks });
}
