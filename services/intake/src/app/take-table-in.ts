// Takes the rows of a stored table in, part by part. What is closed becomes a reported appeal, what is not
// goes to the desk like every other submission (SZ 附1-1.4). Every row is an appeal by what it says: begun
// again after a crash nothing is doubled, and a row that stood in an earlier table is found there.
import {
  matterPairs,
  matterSimilarity,
  SAME_MATTER_FROM,
  SAME_MATTER_WITHIN_MS,
} from '../domain/similar-matter';
import type { FiledRow, FoundAppeal, HandedTable, IntakePorts, TableCounts } from './ports';
import { storeUnderNumber, submitAppeal } from './submit-appeal';

type Ended = keyof TableCounts;
type Same = { readonly id: string; readonly number: string; readonly similarity: number };

/**
 * Takes a table in, to its end or until it is told to stop; throws where store or vault are away. Called
 * again it goes on.
 */
export async function takeTableIn(
  filed: HandedTable,
  ports: IntakePorts,
  stopped: () => boolean,
): Promise<void> {
  let table = filed;
  while (table.nextPart < table.parts) {
    const rows = await ports.tables.part(table, table.nextPart);
    if (rows === 'gone') return ports.tables.put({ ...table, state: 'lost' });
    const ended = await allOf(rows, table, ports);
    const counts = { ...table.counts };
    for (const one of ended) counts[one] += 1;
    table = { ...table, counts, taken: table.taken + rows.length, nextPart: table.nextPart + 1 };
    await ports.tables.put(table);
    if (stopped()) return;
  }
  await ports.tables.forget(table);
  await ports.tables.put({ ...table, state: 'done' });
}

/** Rows of one enterprise one after the other, so that each sees the one before; all others at once. */
async function allOf(
  rows: readonly FiledRow[],
  table: HandedTable,
  ports: IntakePorts,
): Promise<readonly Ended[]> {
  const byEnterprise = new Map<string, FiledRow[]>();
  for (const row of rows) {
    const key = row.uscc || row.meaning;
    byEnterprise.set(key, [...(byEnterprise.get(key) ?? []), row]);
  }
  const lists = [...byEnterprise.values()].map(async (list) => {
    const ended: Ended[] = [];
    for (const row of list) ended.push(await takeRowIn(row, table, ports));
    return ended;
  });
  return (await Promise.all(lists)).flat();
}

async function takeRowIn(row: FiledRow, table: HandedTable, ports: IntakePorts): Promise<Ended> {
  const { channel, title, content, enterpriseName, contactName, contactPhone } = row.submission;
  const sourceNumber = ports.codes.rowNumber(row.meaning);
  if (row.answer === '') {
    const enterprise = { name: enterpriseName, uscc: row.uscc, region: row.region };
    const contact = { name: contactName, phone: contactPhone };
    const answer = await submitAppeal({ channel, sourceNumber, title, content, enterprise, contact }, ports);
    if (answer.outcome === 'refused') return 'refused';
    const { status } = (await ports.appeals.get(answer.receipt.id))?.appeal ?? {};
    return status === 'reported' ? 'earlier' : 'handedOn';
  }
  const id = ports.codes.appealId(channel, sourceNumber);
  const same = await sameMatter(id, row, ports);
  const { uscc, region } = row;
  const outcome = await storeUnderNumber(id, ports, (number) => ({
    id,
    command: {
      ...({ type: 'ReportAppeal', row, number, sourceNumber, enterprise: { uscc, region } } as const),
      ...{ period: table.period, periodEndAt: table.periodEndAt, table: table.id },
      ...(same && { same }),
    },
    actor: table.teller,
    opens: true,
  }));
  if (!outcome.ok) return 'refused';
  const { state } = outcome;
  if (state.status !== 'reported' || state.table !== table.id) return 'earlier';
  return state.sameAs === '' ? 'counted' : 'same';
}

/**
 * The appeal of the same enterprise that is the same matter and counts (IN-5); a protected one is not named
 * (HD-10).
 */
async function sameMatter(id: string, row: FiledRow, ports: IntakePorts): Promise<Same | undefined> {
  if (row.uscc === '') return undefined;
  const pairs = matterPairs('', row.submission.content);
  const alike = (await ports.appeals.of(row.uscc)).flatMap((other) => {
    const similarity = other.id === id ? 0 : likeness(pairs, row.receivedAt, other);
    if (other.appeal.status === 'none' || similarity < SAME_MATTER_FROM) return [];
    return [{ id: other.id, number: other.appeal.core.number, similarity }];
  });
  return alike.toSorted((a, b) => b.similarity - a.similarity)[0];
}

function likeness(pairs: ReadonlySet<string>, receivedAt: number, { appeal }: FoundAppeal): number {
  if (appeal.status === 'none' || appeal.core.words === 'erased' || appeal.core.protect) return 0;
  if (Math.abs(appeal.core.submittedAt - receivedAt) > SAME_MATTER_WITHIN_MS) return 0;
  return matterSimilarity(pairs, matterPairs('', appeal.core.words.content));
}
