// A table in memory that understands the part of the store's query language the services use, so that their
// adapters run unchanged in tests and in the simulation.
import type { Table } from '#platform/host-ports';
import { plainCopy } from './plain-copy';

type Filter = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;

/** How a table deals with its rows: copied in and out, held as they are, or not kept at all. */
export type RowsKept = 'copies' | 'originals' | 'none';

/** A table in memory. */
export function memoryTable<Row extends { id: string }>(kept: RowsKept = 'copies'): Table<Row> {
  const copy: <T>(value: T) => T = kept === 'copies' ? plainCopy : (value) => value;
  const rows = new Map<string, Row>();
  const matching = (filter: Filter) => [...rows.values()].filter((row) => matches(row as Fields, filter));
  return {
    put: async (fresh) => {
      if (kept !== 'none') for (const row of fresh) rows.set(row.id, copy(row));
    },
    mark: async (ids, fields) => {
      for (const id of ids) {
        const row = rows.get(id);
        if (row) rows.set(id, copy({ ...row, ...fields }));
      }
    },
    get: async (ids) => ids.flatMap((id) => (rows.has(id) ? [copy(rows.get(id) as Row)] : [])),
    find: async (filter, { sort, limit }) => matching(filter).sort(byFields(sort)).slice(0, limit).map(copy),
    count: async (filter) => matching(filter).length,
    countBy: async (field, filter) => {
      const counts = new Map<string, number>();
      for (const row of matching(filter)) {
        const value = String(valueAt(row as Fields, field) ?? '');
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    },
    clear: async () => rows.clear(),
  };
}

function valueAt(row: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value as Fields | undefined)?.[part], row);
}

function matches(row: Fields, filter: Filter): boolean {
  return Object.entries(filter).every(([field, wanted]) => {
    if (field === '$or') return (wanted as Filter[]).some((part) => matches(row, part));
    if (field === '$and') return (wanted as Filter[]).every((part) => matches(row, part));
    const value = valueAt(row, field);
    if (!isOperators(wanted)) return holds(value, '$eq', wanted);
    return Object.entries(wanted).every(([operator, operand]) => holds(value, operator, operand));
  });
}

function isOperators(wanted: unknown): wanted is Fields {
  return (
    typeof wanted === 'object' && wanted !== null && Object.keys(wanted).some((key) => key.startsWith('$'))
  );
}

function holds(value: unknown, operator: string, operand: unknown): boolean {
  const values = Array.isArray(value) ? value : [value];
  switch (operator) {
    case '$eq':
      return values.includes(operand) || (operand === null && value === undefined);
    case '$ne':
      return !values.includes(operand);
    case '$in':
      return (operand as unknown[]).some((one) => values.includes(one));
    case '$lt':
      return values.some((one) => (one as number) < (operand as number));
    case '$lte':
      return values.some((one) => (one as number) <= (operand as number));
    case '$gt':
      return values.some((one) => (one as number) > (operand as number));
    case '$gte':
      return values.some((one) => (one as number) >= (operand as number));
    case '$regex':
      return values.some((one) => typeof one === 'string' && new RegExp(operand as string).test(one));
    default:
      throw new Error(`The table in memory does not know ${operator}`);
  }
}

function byFields(sort: Readonly<Record<string, 1 | -1>> = {}): (a: unknown, b: unknown) => number {
  return (a, b) => {
    for (const [field, direction] of Object.entries(sort)) {
      const left = valueAt(a as Fields, field) as number;
      const right = valueAt(b as Fields, field) as number;
      if (left < right) return -direction;
      if (left > right) return direction;
    }
    return 0;
  };
}
