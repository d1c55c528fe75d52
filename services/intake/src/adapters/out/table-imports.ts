// Imports of the legal-person register 法人库 as rows, each with how far it is. The profile's own register
// stands among them as the first, so that the register's history begins where its rows do.
import type { Table } from '#platform/host-ports';
import { NOTHING } from '../../app/open-import';
import type { RegisterImport, RegisterImports } from '../../app/register-ports';

/** Fields imports are found by. */
export const IMPORT_INDEXES = [['-openedAt'], ['state', 'openedAt']] as const;

const PROFILE = 'profile';
/** Three a day for ten years. */
const MOST_KEPT = 10_000;

/** Imports over a table. */
export function tableImports(table: Table<RegisterImport>): Pick<
  RegisterImports,
  'get' | 'put' | 'latest' | 'atWork' | 'standing' | 'otherEditions'
> & {
  filled(): Promise<boolean>;
  profileFills(rows: number, edition: string): Promise<void>;
} {
  const taking = () => table.find({ taken: { $gt: 0 } }, { sort: { openedAt: 1 }, limit: MOST_KEPT });
  return {
    get: async (id) => (await table.get([id]))[0],
    put: (one) => table.put([one]),
    latest: (limit) => table.find({}, { sort: { openedAt: -1 }, limit }),
    atWork: () =>
      table.find({ state: { $in: ['checking', 'taking'] } }, { sort: { openedAt: 1 }, limit: 10 }),
    standing: async () => {
      const last = (await taking()).at(-1);
      return last ? last.stood + last.fresh - last.gone : 0;
    },
    otherEditions: async (edition) =>
      (await taking()).map((one) => one.edition).filter((one) => one !== edition),
    /** Whether some file brought rows; the profile fills no more then. */
    filled: async () => (await taking()).some(({ id }) => id !== PROFILE),
    profileFills: (rows, edition) =>
      table.put([
        {
          ...{ id: PROFILE, edition, openedAt: 0, openedBy: PROFILE, endedAt: 0, state: 'done' },
          ...{ digest: edition, bytes: 0, format: 'jsonl', mode: 'full', strict: true, shrinks: true },
          ...{ ...NOTHING, received: 0, stood: 0, gone: 0, goneHeld: '', passedOver: [] },
          ...{ rows, taken: rows, fresh: rows },
        },
      ]),
  };
}
