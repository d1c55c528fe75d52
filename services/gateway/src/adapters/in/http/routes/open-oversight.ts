// The overseeing of one case, as far as whoever asks is shown it: whoever reads as one of a unit his unit's
// rows, also when the case has gone to another; everybody else all of it where he reads the case.
import type { Pack } from '#policy/pack';
import { holds } from '../../../../app/sight';
import { concernsNobody, oversightOfUnit } from '../../../mapping/oversight-json';
import { ownUnitOf, packOf, sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { type Asking, type Refused, refused } from '../route';
import { questionFor } from './open-case';

/** What is shown, and the pack that governs the case. */
interface OpenedOversight {
  readonly shown: ReturnType<typeof oversightOfUnit>;
  readonly pack: Pack;
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
  const shown = own === '' ? whole : oversightOfUnit(whole, own);
  const concerned = own !== '' && !concernsNobody(shown);
  if (!concerned && !holds(sightFor(edge, asking).words, summary)) return refused('NOT_FOUND');
  return { shown, pack: packOf(edge, summary) };
}
