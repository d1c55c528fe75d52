// Whoever is refused is told where the case stands and what he may do instead – unless he does not see the
// case: then it is for him as if there were none.
import { shownTo } from '../../../../app/sight';
import { actsFor, sightFor } from '../case-rights';
import type { Edge } from '../edge';
import { type Asking, type Refused, refused } from '../route';

/** The refusal with status and ways out, as far as the case file knows them. */
export async function withWayOut(
  edge: Edge,
  appealId: string,
  asking: Asking,
  refusal: Refused,
): Promise<Refused> {
  const question = { appealId, number: '', view: 'staff', covering: '' };
  const found = (await edge.peers.casework.getCase(question)).case;
  const summary = found?.summary;
  const sight = sightFor(edge, asking);
  // An appeal just handed in may have no file yet; only who sees all may hear of it from its owner.
  if (!found || !summary) return sight.words === 'all' ? refusal : refused('NOT_FOUND');
  if (shownTo(sight, summary) === 'nothing') return refused('NOT_FOUND');
  return { ...refusal, caseStatus: summary.status, instead: actsFor(edge, asking, summary, found.assisting) };
}
