// Rows on their way into a table, as one statement with a list per column: it reads the same for one row and
// for ten thousand, where a parameter per value would cost more to read than to run.
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  INTEGER,
  LIST,
  VARCHAR,
  listValue,
} from '@duckdb/node-api';
import type { FactValue } from '../../domain/fact-tables';

/** A column of the rows with its SQL type. */
export interface ListedColumn {
  readonly name: string;
  readonly type: string;
}

/** Rows for a table; `conflict` says what becomes of one that is there already. */
export interface ListedRows {
  readonly table: string;
  readonly columns: readonly ListedColumn[];
  readonly rows: readonly (readonly FactValue[])[];
  readonly conflict: string;
}

const ROWS_AT_ONCE = 2000;

const TYPES = { VARCHAR, BIGINT, INTEGER, BOOLEAN, DOUBLE } as const;

/** Puts the rows in. */
export async function putRows(connection: DuckDBConnection, listed: ListedRows): Promise<void> {
  const { table, columns, rows, conflict } = listed;
  const places = columns.map((_column, place) => `unnest($${place + 1})`).join(', ');
  const names = columns.map(({ name }) => name).join(', ');
  const sql = `INSERT INTO ${table} (${names}) SELECT ${places} ON CONFLICT ${conflict}`;
  const types = columns.map(({ type }) => LIST(TYPES[type as keyof typeof TYPES]));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const lists = columns.map(({ type }, place) =>
      listValue(some.map((row) => bound(row[place] ?? null, type))),
    );
    await connection.run(sql, lists, types);
  }
}

function bound(value: FactValue, type: string): FactValue | bigint {
  return type === 'BIGINT' && typeof value === 'number' ? BigInt(value) : value;
}
