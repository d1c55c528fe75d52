// The file of what a unit received and closed itself (SZ 1.3): all there is to it was said at once, by the
// unit. One that is the same as an appeal which counts already stands in the file as joined to that one.
import type { CaseFile } from './case-file';
import type { ReportedFact } from './reported-fact';

/** The file after the telling. */
export function foldReported(file: CaseFile, fact: ReportedFact): CaseFile {
  const { number, channel, sourceNumber, kind, uscc, region, pack, packHash, joinedToNumber } = fact;
  const said = { number, channel, sourceNumber, kind, uscc, region, pack, packHash, joinedToNumber };
  const triage = { ...file.triage, lead: fact.unit, dispatchNo: 1 };
  const work = { ...file.work, dispatchNo: 1, rating: fact.satisfaction };
  const intake = { ...file.intake, ...said, submittedAt: fact.receivedAt };
  if (fact.words === 'erased')
    return { ...file, intake: { ...intake, words: 'erased' }, triage, work: { ...work, answer: 'erased' } };
  const { answer, unitContact, unitPhone, ...words } = fact.words;
  const told = { answer: { answer, basis: '', plan: '' }, unitContact, unitPhone };
  return { ...file, intake: { ...intake, words }, triage, work: { ...work, ...told } };
}
