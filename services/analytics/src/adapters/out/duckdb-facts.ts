// One DuckDB database with the fact tables, the seqs that make a repeat harmless, and how far each partition
// was folded, all changed in one transaction. Everything runs one after the other: there is one writer, and a
// look is short.
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { FactSums } from '../../app/compare-facts';
import type { AppraisedItems, CountedFigures, FactChange, FoldedTo, Seen } from '../../app/ports';
import {
  type AppraisalQuestion,
  type AppraisalRow,
  appraisalItem,
  appraisalSql,
} from '../../domain/appraisal-query';
import { type CaseRow, type CaseRowsQuestion, caseRowsSql } from '../../domain/case-rows';
import { FACT_TABLES } from '../../domain/fact-tables';
import type { CountedFigure } from '../../domain/figure-definition';
import {
  type CountedCases,
  type FigureQuestion,
  type FormerUnits,
  figuresSql,
  figureValue,
} from '../../domain/figure-query';
import { type FactBatch, batchesOf } from './fact-batches';
import { memoryLimit } from './facts-memory';
import { type ListedColumn, type ListedRows, putRows } from './listed-rows';

const SETTINGS = {
  threads: '1',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

const KEYS_AT_ONCE = 500;

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    Object.entries(FACT_TABLES).map(([table, columns]) => [
      table,
      { id: 'VARCHAR PRIMARY KEY', key: 'VARCHAR NOT NULL', ...columns },
    ]),
  ),
  seen: { key: 'VARCHAR', writer: 'VARCHAR', seq: 'INTEGER' },
  folded_to: { partition: 'INTEGER PRIMARY KEY', next: 'BIGINT', newest_at: 'BIGINT' },
};
const PRIMARY: Readonly<Record<string, string>> = { seen: ', PRIMARY KEY (key, writer)' };

/** An open database; `:memory:` keeps nothing. */
export class DuckdbFacts {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  /** Opens a file, making its tables when it is new. */
  static async open(path: string): Promise<DuckdbFacts> {
    const instance = await DuckDBInstance.create(path, { ...SETTINGS, memory_limit: memoryLimit() });
    const connection = await instance.connect();
    const facts = new DuckdbFacts(instance, connection);
    await facts.makeTables();
    return facts;
  }

  /**
   * Tables that are laid out otherwise than today's are dropped: the reader then finds nothing and reads
   * again.
   */
  private async makeTables(): Promise<void> {
    const found = await this.rows<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns`,
      {},
    );
    const laidOut = Object.entries(TABLES).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    const inOrder = (names: readonly string[]) => [...names].sort().join();
    if (inOrder(found.map(({ name }) => name)) !== inOrder(laidOut)) {
      for (const table of Object.keys(TABLES)) await this.connection.run(`DROP TABLE IF EXISTS ${table}`);
    }
    for (const [table, columns] of Object.entries(TABLES)) {
      const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
      await this.connection.run(
        `CREATE TABLE IF NOT EXISTS ${table} (${list.join(', ')}${PRIMARY[table] ?? ''})`,
      );
    }
  }

  async seen(keys: readonly string[]): Promise<readonly Seen[]> {
    const found: Seen[] = [];
    for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
      const some = keys.slice(from, from + KEYS_AT_ONCE);
      const places = some.map((_key, index) => `$${index + 1}`).join(', ');
      const sql = `SELECT key, writer, seq FROM seen WHERE key IN (${places})`;
      found.push(...(await this.rows<{ key: string; writer: string; seq: number }>(sql, [...some])));
    }
    return found;
  }

  foldedTo(): Promise<readonly FoldedTo[]> {
    return this.rows<FoldedTo>(
      'SELECT partition, next::DOUBLE AS next, newest_at::DOUBLE AS "newestAt" FROM folded_to ORDER BY partition',
      {},
    );
  }

  async write({ writes, seen, foldedTo }: FactChange): Promise<void> {
    await this.connection.run('BEGIN TRANSACTION');
    try {
      for (const batch of batchesOf(writes)) await putRows(this.connection, listedFacts(batch));
      await putRows(this.connection, {
        table: 'seen',
        columns: columnsOf('seen', ['key', 'writer', 'seq']),
        rows: seen.map(({ key, writer, seq }) => [key, writer, seq]),
        conflict: '(key, writer) DO UPDATE SET seq = greatest(seen.seq, excluded.seq)',
      });
      await putRows(this.connection, {
        table: 'folded_to',
        columns: columnsOf('folded_to', ['partition', 'next', 'newest_at']),
        rows: foldedTo.map(({ partition, next, newestAt }) => [partition, next, newestAt]),
        conflict: `(partition) DO UPDATE SET next = greatest(folded_to.next, excluded.next),
          newest_at = greatest(folded_to.newest_at, excluded.newest_at)`,
      });
      await this.connection.run('COMMIT');
    } catch (error) {
      await this.connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async count(
    definitions: readonly CountedFigure[],
    question: FigureQuestion,
    former: FormerUnits = [],
  ): Promise<Omit<CountedFigures, 'old'>> {
    const { fromAt, toAt, cutOffAt, by, pack } = question;
    const rows = await this.rows<CountedCases>(figuresSql(definitions, by, former), {
      from: fromAt,
      to: toAt,
      cut: cutOffAt,
      pack,
    });
    const values = definitions.map(({ measure }, index) =>
      rows.filter(({ figure }) => figure === index).map((row) => figureValue(measure, row)),
    );
    return { values, asOf: await this.asOf() };
  }

  async appraisal(
    { fromAt, toAt, cutOffAt, unit, pack }: AppraisalQuestion,
    former: FormerUnits,
  ): Promise<Omit<AppraisedItems, 'old'>> {
    const asked = { from: fromAt, to: toAt, cut: cutOffAt, unit, pack };
    const rows = await this.rows<AppraisalRow>(appraisalSql(former), asked);
    return { items: rows.map(appraisalItem), asOf: await this.asOf() };
  }

  private async asOf(): Promise<number> {
    return Math.max(0, ...(await this.foldedTo()).map(({ newestAt }) => newestAt));
  }

  cases({ rows, fromAt, toAt, cutOffAt, pack, after, limit }: CaseRowsQuestion): Promise<readonly CaseRow[]> {
    const period = { from: fromAt, to: toAt, cut: cutOffAt };
    const page = { after_at: after.submittedAt, after_key: after.key, limit };
    return this.rows<CaseRow>(caseRowsSql(rows), { ...period, pack, ...page });
  }

  /** Per appeal the sum of its rows in every table, the seqs seen of it among them. */
  async sums(): Promise<FactSums> {
    const tables = Object.keys(TABLES).filter((table) => table !== 'folded_to');
    const rows = tables.map((table) => `SELECT key, hash('${table}', t) AS sum FROM ${table} t`);
    const found = await this.rows<{ key: string; sum: string }>(
      `SELECT key, bit_xor(sum)::VARCHAR AS sum FROM (${rows.join(' UNION ALL ')}) GROUP BY key`,
      {},
    );
    return new Map(found.map(({ key, sum }) => [key, sum]));
  }

  /** Writes everything into the file proper, so that it can be moved. */
  async close(): Promise<void> {
    await this.connection.run('CHECKPOINT');
    this.connection.closeSync();
    this.instance.closeSync();
  }

  private async rows<Row>(sql: string, values: DuckDBValue[] | Record<string, DuckDBValue>): Promise<Row[]> {
    const reader = await this.connection.runAndReadAll(sql, values);
    return reader.getRowObjects() as Row[];
  }
}

/**
 * Columns of a table as a statement is told of them: with their types, without what the table demands of
 * them.
 */
function columnsOf(table: string, names: readonly string[]): readonly ListedColumn[] {
  return names.map((name) => ({ name, type: TABLES[table]?.[name]?.split(' ')[0] ?? 'VARCHAR' }));
}

/** New rows are inserted; of one that is there the columns at hand are set. */
function listedFacts({ table, columns, rows }: FactBatch): ListedRows {
  return {
    table,
    columns: columnsOf(table, ['id', 'key', ...columns]),
    rows: rows.map(({ id, key, values }) => [id, key, ...values]),
    conflict: `(id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  };
}
