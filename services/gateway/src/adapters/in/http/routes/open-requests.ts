// The requests for data of one case, as far as whoever asks is shown them: all of them where he reads the
// case, else those his unit was asked or asked itself (HD-8, TR-2).
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';
import { holds } from '../../../../app/sight';
import { ownUnitOf, packOf, sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { type Asking, type Refused, refused } from '../route';
import { questionFor } from './open-case';

type DataRequests = Awaited<ReturnType<Edge['peers']['casework']['listDataRequests']>>['requests'];

/** What is shown, and the case as far as acts depend on it. */
interface OpenedRequests {
  readonly requests: DataRequests;
  readonly pack: Pack;
  readonly atHand: { readonly status: string; readonly lead: string; readonly hidden: boolean };
}

/** The requests, or that there are none to see. */
export async function openDataRequests(
  edge: Edge,
  asking: Asking,
  idOrNumber: string,
): Promise<OpenedRequests | Refused> {
  const { casework } = edge.peers;
  const { case: found } = await casework.getCase(questionFor(idOrNumber, ''));
  const summary = found?.summary;
  if (!summary) return refused('NOT_FOUND');
  const reads = holds(sightFor(edge, asking).words, summary);
  const ownUnit = ownUnitOf(edge, asking);
  if (!reads && ownUnit === '') return refused('NOT_FOUND');
  const { appealId, status, lead, nameProtected } = summary;
  const question = { appealId, unit: reads ? '' : ownUnit, ownUnit, state: '', limit: 0, cursor: '' };
  const { requests } = await casework.listDataRequests(question);
  if (!reads && requests.length === 0) return refused('NOT_FOUND');
  const pack = packOf(edge, summary);
  const hidden = nameProtected && reachOf(pack, asking.role, 'ReadProtected') !== 'all';
  return { requests, pack, atHand: { status, lead, hidden } };
}
