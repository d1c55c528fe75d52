// Whoever is refused is told where the case stands and what he may do instead – unless the case is another
// unit's: of that he is told nothing.
import { circumstancesOf, possibleActs } from '../../../../app/possible-acts';
import type { Edge } from '../edge';
import type { Answer, Asking } from '../route';

/** The refusal with status and ways out, as far as the case file knows them. */
export async function withWayOut(
  { peers }: Edge,
  appealId: string,
  asking: Asking,
  refusal: Extract<Answer, { refused: true }>,
): Promise<Answer> {
  if (refusal.code === 'NOT_YOUR_UNIT') return refusal;
  const question = { appealId, number: '', view: 'staff', covering: '' };
  const found = (await peers.casework.getCase(question)).case;
  if (found?.summary === undefined) return refusal;
  const { status: caseStatus } = found.summary;
  const about = circumstancesOf(found.summary, found.assisting, asking);
  return { ...refusal, caseStatus, instead: possibleActs(caseStatus, asking.role, about) };
}
