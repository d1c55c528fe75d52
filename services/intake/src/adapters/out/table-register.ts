// The register as rows of intake's own table, found by credit code and by name, present and former. Files
// fill it (IN-4); until the first came, the profile does, before the doors open. An enterprise that left
// stays as a row that no longer counts. What was found is kept until rows change.
import { isDeepStrictEqual } from 'node:util';
import type { Table } from '#platform/host-ports';
import type { Register } from '../../app/ports';
import type { RegisterImports } from '../../app/register-ports';
import { nameKey } from '../../domain/enterprise-name';
import type { RegisteredEnterprise } from '../../domain/register-finding';

/** A row; `id` is the credit code. */
export interface RegisterRow extends RegisteredEnterprise {
  readonly id: string;
  readonly nameKey: string;
  /** Hash of the profile, or import, the row was last part of. */
  readonly edition: string;
  readonly gone: boolean;
}

/** A former name; `id` is its key with the code, since several may have borne it. */
export interface FormerNameRow {
  readonly id: string;
  readonly nameKey: string;
  readonly uscc: string;
}

/** Fields the rows are found by. */
export const REGISTER_INDEXES: readonly (readonly string[])[] = [['nameKey'], ['edition', 'gone']];
/** Fields former names are found by. */
export const FORMER_NAME_INDEXES: readonly (readonly string[])[] = [['nameKey']];

const CHUNK = 1000;
/** Rows written anew in one request: the embedded store puts each of them on disk by itself. */
const AT_ONCE = 250;
const KEPT = 20_000;
const SAME_NAMES = 6;

/** A register over two tables. */
export function tableRegister(
  table: Table<RegisterRow>,
  formerNames: Table<FormerNameRow>,
): Register &
  RegisterImports['register'] & {
    fill(enterprises: readonly RegisteredEnterprise[], edition: string): Promise<void>;
  } {
  const byCode = kept(async (uscc: string) =>
    (await table.get([uscc]))
      .filter(({ gone }) => !gone)
      .map(enterpriseOf)
      .at(0),
  );
  const byName = kept(async (key: string) => {
    const rows = await table.find({ nameKey: key, gone: false }, { limit: SAME_NAMES });
    const former = await formerNames.find({ nameKey: key }, { limit: SAME_NAMES });
    const others = former.map(({ uscc }) => uscc).filter((uscc) => rows.every(({ id }) => id !== uscc));
    const renamed = (await table.get(others)).filter((row) => !row.gone && wasCalled(row, key));
    return [...rows, ...renamed].map(enterpriseOf);
  });
  const { take, takeOut } = writing(table, formerNames, () => {
    byCode.forget();
    byName.forget();
  });
  return {
    byCode: byCode.ask,
    byName: (name) => byName.ask(nameKey(name)),
    take,
    keep: (codes, edition) => table.mark(codes, { edition }),
    takeOut: async (editions) => {
      for (const edition of editions) {
        const left = await table.find({ edition, gone: false }, { limit: CHUNK });
        await takeOut(left.map(({ id }) => id));
        if (left.length > 0) return left.length;
      }
      return 0;
    },
    fill: async (enterprises, edition) => {
      const filled = (await table.count({ edition, gone: false })) === enterprises.length;
      for (let start = 0; !filled && start < enterprises.length; start += CHUNK) {
        await take(enterprises.slice(start, start + CHUNK), edition);
      }
      for (;;) {
        const left = await table.find({ edition: { $ne: edition }, gone: false }, { limit: CHUNK });
        if (left.length === 0) return;
        await takeOut(left.map(({ id }) => id));
      }
    },
  };
}

/** Writes rows; `forget` is told whenever what was found may no longer be so. */
function writing(table: Table<RegisterRow>, formerNames: Table<FormerNameRow>, forget: () => void) {
  const put = async (rows: readonly RegisterRow[]) => {
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const part = rows.slice(start, start + AT_ONCE);
      await formerNames.put(part.flatMap(formerOf));
      await table.put(part);
    }
    forget();
  };
  /** Brings rows and answers how many of them were not there; those that stand as they are cost one write. */
  const take = async (enterprises: readonly RegisteredEnterprise[], edition: string) => {
    const rows = new Map(enterprises.map((one) => [one.uscc, rowOf(one, edition)]));
    const known = new Map((await table.get([...rows.keys()])).map((row) => [row.id, row]));
    const stands = (row: RegisterRow) => isDeepStrictEqual({ ...known.get(row.id), edition }, row);
    const same = [...rows.values()].filter(stands).map(({ id }) => id);
    for (const id of same) rows.delete(id);
    await put([...rows.values()]);
    await table.mark(same, { edition });
    return [...rows.keys()].filter((id) => known.get(id)?.gone !== false).length;
  };
  const takeOut = async (ids: readonly string[]) => {
    await table.mark(ids, { gone: true });
    forget();
  };
  return { take, takeOut };
}

function rowOf(enterprise: RegisteredEnterprise, edition: string): RegisterRow {
  const { uscc, name } = enterprise;
  return { ...enterpriseOf(enterprise), id: uscc, nameKey: nameKey(name), edition, gone: false };
}

function enterpriseOf(row: RegisteredEnterprise): RegisteredEnterprise {
  const { uscc, name, region, industry, tags, status, formerNames } = row;
  const known = { uscc, name, region, industry, tags, status };
  return formerNames && formerNames.length > 0 ? { ...known, formerNames } : known;
}

function formerOf({ uscc, formerNames = [] }: RegisterRow): readonly FormerNameRow[] {
  return formerNames.map((name) => ({ id: `${nameKey(name)}/${uscc}`, nameKey: nameKey(name), uscc }));
}

function wasCalled({ formerNames = [] }: RegisterRow, key: string): boolean {
  return formerNames.some((name) => nameKey(name) === key);
}

/** Keeps answers, also those on their way, so that many appeals at once ask once. A failure is not kept. */
function kept<T>(ask: (key: string) => Promise<T>): { ask(key: string): Promise<T>; forget(): void } {
  const answers = new Map<string, Promise<T>>();
  return {
    ask: (key) => {
      const known = answers.get(key);
      if (known) return known;
      const asked = ask(key);
      asked.catch(() => answers.delete(key));
      answers.set(key, asked);
      if (answers.size > KEPT) answers.delete(answers.keys().next().value as string);
      return asked;
    },
    forget: () => answers.clear(),
  };
}
