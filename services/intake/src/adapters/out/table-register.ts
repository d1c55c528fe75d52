// The register as rows of intake's own table, found by credit code and by name. It is filled from the
// profile before the doors open; an enterprise that left the profile stays as a row that no longer counts.
// What was found is kept, since the register does not change while the process runs.
import type { Table } from '#platform/host-ports';
import type { Register } from '../../app/ports';
import { nameKey } from '../../domain/enterprise-name';
import type { RegisteredEnterprise } from '../../domain/register-finding';

/** A row; `id` is the credit code. */
export interface RegisterRow extends RegisteredEnterprise {
  readonly id: string;
  readonly nameKey: string;
  /** Hash of the profile the row was last part of. */
  readonly edition: string;
  readonly gone: boolean;
}

/** Fields the rows are found by. */
export const REGISTER_INDEXES: readonly (readonly string[])[] = [['nameKey'], ['edition', 'gone']];

const CHUNK = 1000;
const KEPT = 20_000;
const SAME_NAMES = 6;

/** A register over a table. */
export function tableRegister(table: Table<RegisterRow>): Register & {
  fill(enterprises: readonly RegisteredEnterprise[], edition: string): Promise<void>;
} {
  const byCode = kept(async (uscc: string) => {
    const [row] = await table.get([uscc]);
    return row && !row.gone ? enterpriseOf(row) : undefined;
  });
  const byName = kept(async (key: string) => {
    const rows = await table.find({ nameKey: key, gone: false }, { limit: SAME_NAMES });
    return rows.map(enterpriseOf);
  });
  return {
    byCode,
    byName: (name) => byName(nameKey(name)),
    fill: async (enterprises, edition) => {
      const filled = (await table.count({ edition, gone: false })) === enterprises.length;
      for (let start = 0; !filled && start < enterprises.length; start += CHUNK) {
        const part = enterprises.slice(start, start + CHUNK);
        await table.put(part.map((one) => rowOf(one, edition)));
      }
      for (;;) {
        const left = await table.find({ edition: { $ne: edition }, gone: false }, { limit: CHUNK });
        if (left.length === 0) return;
        await table.put(left.map((row) => ({ ...row, gone: true })));
      }
    },
  };
}

function rowOf(enterprise: RegisteredEnterprise, edition: string): RegisterRow {
  const { uscc, name, region, industry, tags, status } = enterprise;
  const known = { uscc, name, region, industry, tags, status };
  return { ...known, id: uscc, nameKey: nameKey(name), edition, gone: false };
}

function enterpriseOf({ uscc, name, region, industry, tags, status }: RegisterRow): RegisteredEnterprise {
  return { uscc, name, region, industry, tags, status };
}

/** Keeps answers, also those on their way, so that many appeals at once ask once. A failure is not kept. */
function kept<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const known = answers.get(key);
    if (known) return known;
    const asked = ask(key);
    asked.catch(() => answers.delete(key));
    answers.set(key, asked);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value as string);
    return asked;
  };
}
