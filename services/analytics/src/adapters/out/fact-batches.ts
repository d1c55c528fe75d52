// Many small writes as few: writes to the same row are merged, later columns over earlier ones, and rows that
// set the same columns go together. A row stands in a batch once, as `ON CONFLICT` demands.
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
  return [...groups.values()];
}
