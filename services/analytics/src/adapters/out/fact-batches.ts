// Many small writes as few statements: writes to the same row are merged, later columns over earlier ones,
// and rows that set the same columns share a statement. A row stands in a statement once, as `ON CONFLICT`
// demands.
import type { FactTable, FactValue, FactWrite } from '../../domain/fact-tables';

/** Rows of one table that set the same columns. */
export interface FactBatch {
  readonly table: FactTable;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly key: string;
    readonly values: readonly FactValue[];
  }[];
}

/** Rows of one statement; more parameters make it slower to read than to run. */
export const ROWS_AT_ONCE = 100;

/** The batches of a list of writes. */
export function batchesOf(writes: readonly FactWrite[]): readonly FactBatch[] {
  const merged = new Map<string, FactWrite>();
  for (const write of writes) {
    const name = `${write.table} ${write.id}`;
    const columns = { ...merged.get(name)?.columns, ...write.columns };
    merged.set(name, { ...write, columns });
  }
  const groups = new Map<
    string,
    { table: FactTable; columns: string[]; rows: FactBatch['rows'][number][] }
  >();
  for (const { table, id, key, columns } of merged.values()) {
    const names = Object.keys(columns).sort();
    const name = [table, ...names].join(' ');
    const group = groups.get(name) ?? { table, columns: names, rows: [] };
    group.rows.push({ id, key, values: names.map((column) => columns[column] ?? null) });
    groups.set(name, group);
  }
  return [...groups.values()].flatMap((group) => chunks(group.rows).map((rows) => ({ ...group, rows })));
}

/** The statement of a batch with its parameters. */
export function upsertOf({ table, columns, rows }: FactBatch): { sql: string; values: FactValue[] } {
  const sets = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  return {
    sql: `INSERT INTO ${table} (id, key, ${columns.join(', ')})
      VALUES ${placesOf(rows.length, columns.length + 2)}
      ON CONFLICT (id) DO UPDATE SET ${sets}`,
    values: rows.flatMap(({ id, key, values }) => [id, key, ...values]),
  };
}

/** Places for so many rows of so many values: `($1, $2), ($3, $4)`. */
export function placesOf(rows: number, width: number): string {
  const row = (index: number) =>
    Array.from({ length: width }, (_value, place) => `$${index * width + place + 1}`).join(', ');
  return Array.from({ length: rows }, (_row, index) => `(${row(index)})`).join(', ');
}

function chunks<T>(list: readonly T[]): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (let from = 0; from < list.length; from += ROWS_AT_ONCE) {
    parts.push(list.slice(from, from + ROWS_AT_ONCE));
  }
  return parts;
}
