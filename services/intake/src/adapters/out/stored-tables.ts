// Tables that units handed in, until every row has been taken in: how far each is, and its rows sealed part
// by part under the table's own data key. A table counts as stored once all its parts are: what a crash left
// behind half stored is emptied and called lost. When it has been taken in its rows are emptied too; that it
// was, and how many rows it had, stays.
import type { ServiceHost, Table } from '#platform/host-ports';
import { openWith, sealWith } from '#platform/runtime/codec';
import type { FiledRow, HandedTable, HandedTables } from '../../app/ports';

/** A part: rows as JSON, sealed, in base64; empty when they were taken in. */
interface PartRow {
  readonly id: string;
  readonly sealed: string;
}

/** A part is one document of bounded size: rows × two texts of 5 000 characters. */
const ROWS_IN_PART = 100;
const NO_COUNTS = { counted: 0, same: 0, earlier: 0, handedOn: 0, refused: 0 };
const MOST_AT_WORK = 1000;

/** The tables of a host. */
export function storedTables(
  { table, vault }: Pick<ServiceHost, 'table' | 'vault'>,
  onFiled: () => void,
): Omit<HandedTables, 'reports' | 'unit' | 'read' | 'letOthers'> & { begin(): Promise<void> } {
  const heads: Table<HandedTable> = table('handed-tables', [['state']]);
  const parts: Table<PartRow> = table('handed-table-parts', []);
  const idOf = (of: string, part: number) => `${of}/${part}`;
  const empty = (of: Pick<HandedTable, 'id' | 'parts'>) =>
    parts.put(Array.from({ length: of.parts }, (_, part) => ({ id: idOf(of.id, part), sealed: '' })));
  const inState = (state: HandedTable['state']) =>
    heads.find({ state }, { sort: { handedInAt: 1 }, limit: MOST_AT_WORK });
  return {
    get: async (id) => (await heads.get([id]))[0],
    put: (one) => heads.put([one]),
    atWork: () => inState('taking'),
    forget: empty,
    file: async (told, rows) => {
      const count = Math.ceil(rows.length / ROWS_IN_PART);
      const numbers = { rows: rows.length, parts: count, nextPart: 0, taken: 0, counts: NO_COUNTS };
      const head: HandedTable = { ...told, ...numbers, state: 'storing' };
      await heads.put([head]);
      const key = await vault.ensure(told.id);
      for (let part = 0; part < count; part += 1) {
        const of = rows.slice(part * ROWS_IN_PART, (part + 1) * ROWS_IN_PART);
        const id = idOf(told.id, part);
        const sealed = Buffer.from(sealWith(key, id)(Buffer.from(JSON.stringify(of)))).toString('base64');
        await parts.put([{ id, sealed }]);
      }
      const stored: HandedTable = { ...head, state: 'taking' };
      await heads.put([stored]);
      onFiled();
      return stored;
    },
    part: async ({ id: of }, part) => {
      const id = idOf(of, part);
      const [row] = await parts.get([id]);
      const key = (await vault.keys([of])).get(of);
      if (row === undefined || row.sealed === '') return 'gone';
      const plain = openWith(key, id)(Buffer.from(row.sealed, 'base64'));
      return plain === 'erased' ? 'gone' : (JSON.parse(Buffer.from(plain).toString()) as readonly FiledRow[]);
    },
    begin: async () => {
      for (const half of await inState('storing')) {
        await empty(half);
        await heads.put([{ ...half, state: 'lost' }]);
      }
    },
  };
}
