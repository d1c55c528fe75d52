// What people wrote of some cases, for a report that another service lists (IN-9, AN-5): who has the list
// asks here for the words, so that they stand in one place and are gone from every report once they are
// destroyed.
import { shownIntake } from '../domain/protected-case';
import type { CaseFiles, ReadCase } from './ports';

/** The words of a case; where they were destroyed all of them are empty and `erased` says so. */
export interface CaseWords {
  readonly appealId: string;
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly enterpriseName: string;
  readonly contactName: string;
  readonly contactPhone: string;
  /** The latest answer. */
  readonly answer: string;
  /** Who of the unit may be asked, as the unit told it (SZ 附3); empty where the platform handed it over. */
  readonly unitContact: string;
  readonly unitPhone: string;
  readonly erased: boolean;
}

const NO_WORDS = { title: '', content: '', enterpriseName: '', contactName: '', contactPhone: '' };
const NO_TELLER = { unitContact: '', unitPhone: '' };

/** The words of the cases that are known, in the order asked for. */
export async function describeCases(
  appealIds: readonly string[],
  files: CaseFiles,
): Promise<readonly CaseWords[]> {
  const found = await files.byIds(appealIds);
  return appealIds.flatMap((id) => {
    const read = found.get(id);
    return read ? [wordsOf(read)] : [];
  });
}

function wordsOf({ appealId, file }: ReadCase): CaseWords {
  const { intake, work } = file;
  const { number, words } = shownIntake(intake);
  if (words === 'erased' || work.answer === 'erased') {
    return { appealId, number, ...NO_WORDS, answer: '', ...NO_TELLER, erased: true };
  }
  const { unitContact = '', unitPhone = '' } = work;
  const told = { answer: work.answer.answer, unitContact, unitPhone };
  return { appealId, number, ...words, ...told, erased: false };
}
