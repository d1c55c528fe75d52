// Imports of the legal-person register 法人库 as rows, each with how far it is.
import type { Table } from '#platform/host-ports';
import type { RegisterImport, RegisterImports } from '../../app/register-ports';

/** Fields imports are found by. */
export const IMPORT_INDEXES = [['-openedAt'], ['state', 'openedAt']] as const;

/** Imports over a table. */
export function tableImports(
  table: Table<RegisterImport>,
): Pick<RegisterImports, 'get' | 'put' | 'latest' | 'atWork'> & { filled(): Promise<boolean> } {
  return {
    get: async (id) => (await table.get([id]))[0],
    put: (one) => table.put([one]),
    latest: (limit) => table.find({}, { sort: { openedAt: -1 }, limit }),
    atWork: () =>
      table.find({ state: { $in: ['checking', 'taking'] } }, { sort: { openedAt: 1 }, limit: 10 }),
    /** Whether the register is no longer the profile's: some file brought rows. */
    filled: async () => (await table.find({ taken: { $gt: 0 } }, { limit: 1 })).length > 0,
  };
}
