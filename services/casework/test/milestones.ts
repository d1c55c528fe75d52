// Case files that reached milestones one after the other.
import { type CaseFile, EMPTY_CASE_FILE } from '../src/domain/case-file';

/** The file after these steps, a blank between them, each a minute after the one before. */
export function reached(course: string): CaseFile {
  const latest = Object.fromEntries(course.split(' ').map((step, i) => [step, (i + 1) * 60_000]));
  return { ...EMPTY_CASE_FILE, latest, triage: { ...EMPTY_CASE_FILE.triage, dispatchNo: 1 } };
}
