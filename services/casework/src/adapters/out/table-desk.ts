// The desk as rows of a table: one row per case with the fields it is filtered, sorted and counted by.
// Paging goes by value and id of the last row, so that cases arriving meanwhile neither repeat nor hide
// one.
import type { Table } from '#platform/host-ports';
import type { CaseScope } from '#policy/scopes';
import type { Succession } from '#policy/succession';
import type { Desk, DeskPage, DeskQuery } from '../../app/ports';
import type { CaseSummary } from '../../domain/case-summary';
import { afterCursor, cursorOf } from './cursor';

/** A row of the desk. */
export interface DeskRow extends CaseSummary {
  readonly id: string;
  /** Lead and assisting units. */
  readonly units: readonly string[];
  /** Sorts cases without a running clock behind all others. */
  readonly deadlineKey: number;
  /** Number, title and enterprise name in small letters. */
  readonly searched: string;
}

/** Fields that rows written before they were added lack. */
const NOT_YET_IN_ROWS = { pack: '', packHash: '', industry: '', stage: '', uscc: '', classes: [] };
/** Status words after which nobody has the case in hand. */
const ENDED = ['closed', 'withdrawn', 'declined', 'joined'];

const NO_DEADLINE = Number.MAX_SAFE_INTEGER;

/**
 * Both orders, what a desk and a unit look at all day, and the look-up of pushed numbers. Every event of a
 * case changes its row and pays for each of these, so other filters read along an order instead.
 */
export const DESK_INDEXES: readonly (readonly string[])[] = [
  ['-submittedAt', '-appealId'],
  ['deadlineKey', 'appealId'],
  ['status', '-submittedAt', '-appealId'],
  ['units', 'deadlineKey', 'appealId'],
  ['sourceNumber'],
];

/** The desk over a table; cases of former units stand and count under their successor. */
export function tableDesk(table: Table<DeskRow>, succession: () => Succession): Desk {
  return {
    list: (query) => list(table, query, succession()),
    counts: async (scopes) => {
      const seen = scopeFilter(scopes);
      const [byStatus, byUnit, byCard, total] = await Promise.all([
        table.countBy('status', seen),
        table.countBy('lead', seen),
        table.countBy('worstCard', seen),
        table.count(seen),
      ]);
      const units = bySuccessor(byUnit, succession());
      return { byStatus: named(byStatus), byUnit: named(units), byCard: named(byCard), total };
    },
    runningOf: async (unit, after, limit) => {
      const open = ENDED.map((status) => ({ status: { $ne: status } }));
      const filter = { units: unit, appealId: { $gt: after }, $and: open };
      return (await table.find(filter, { sort: { appealId: 1 }, limit })).map(({ appealId }) => appealId);
    },
    put: (summaries) => table.put(summaries.map(rowOf)),
    clear: () => table.clear(),
  };
}

function named(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].filter(([name]) => name !== ''));
}

function bySuccessor(
  counts: ReadonlyMap<string, number>,
  { successorOf }: Succession,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [unit, count] of counts) {
    const now = successorOf(unit);
    sums.set(now, (sums.get(now) ?? 0) + count);
  }
  return sums;
}

function rowOf(summary: CaseSummary): DeskRow {
  const { appealId, lead, assist, nextDeadlineAt, number, title, enterpriseName } = summary;
  return {
    ...summary,
    id: appealId,
    units: [lead, ...assist].filter((unit) => unit !== ''),
    deadlineKey: nextDeadlineAt === 0 ? NO_DEADLINE : nextDeadlineAt,
    searched: `${number}\n${title}\n${enterpriseName}`.toLowerCase(),
  };
}

async function list(table: Table<DeskRow>, query: DeskQuery, succession: Succession): Promise<DeskPage> {
  const filter = { ...filterOf(query, succession), ...scopeFilter(query.scopes) };
  const { field, direction } =
    query.sort === 'deadline'
      ? ({ field: 'deadlineKey', direction: 1 } as const)
      : ({ field: 'submittedAt', direction: -1 } as const);
  const after = afterCursor(query.cursor, { field, id: 'appealId', direction });
  const [total, rows] = await Promise.all([
    table.count(filter),
    table.find(after ? { $and: [filter, after] } : filter, {
      sort: { [field]: direction, appealId: direction },
      limit: query.limit + 1,
    }),
  ]);
  const cases = rows.slice(0, query.limit);
  const last = cases.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    cases: cases.map(summaryOfRow),
    nextCursor: more ? cursorOf(last[field], last.appealId) : '',
    total,
  };
}

function filterOf(query: DeskQuery, { codesOf, successorOf }: Succession): Record<string, unknown> {
  const { status, unit, channel, card, region, topic, text, answerVerdict } = query;
  const { sourceNumbers, appealIds, urgent, stage, underClass } = query;
  return {
    ...(status !== '' && { status }),
    ...(unit !== '' && { units: { $in: codesOf(successorOf(unit)) } }),
    ...(channel !== '' && { channel }),
    ...(card !== '' && { worstCard: card }),
    ...(region !== '' && { region }),
    ...(topic !== '' && { topic }),
    ...(answerVerdict !== '' && { answerVerdict }),
    ...(stage !== '' && { stage }),
    ...(underClass !== '' && { classes: underClass }),
    ...(urgent && { urgent }),
    ...(sourceNumbers.length > 0 && { sourceNumber: { $in: sourceNumbers } }),
    ...(appealIds.length > 0 && { appealId: { $in: appealIds } }),
    ...(text !== '' && { searched: { $regex: escaped(text.toLowerCase()) } }),
  };
}

/** What `inScope` of the pack language says of one case, asked of many. */
function scopeFilter(scopes: readonly CaseScope[]): Record<string, unknown> {
  if (scopes.length === 0) return {};
  return {
    $or: scopes.map(({ packs, unit, topics, industries, enterprises }) => {
      const sector = [
        ...(topics.length > 0 ? [{ topic: { $in: topics } }] : []),
        ...(industries.length > 0 ? [{ industry: { $in: industries } }] : []),
      ];
      return {
        ...(packs.length > 0 && { pack: { $in: packs } }),
        ...(unit !== '' && { units: unit }),
        ...(enterprises.length > 0 && { uscc: { $in: enterprises } }),
        ...(sector.length > 0 && { $or: sector }),
      };
    }),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function summaryOfRow(row: DeskRow): CaseSummary {
  const { id: _id, units: _units, deadlineKey: _key, searched: _searched, ...summary } = row;
  return { ...NOT_YET_IN_ROWS, ...summary };
}
