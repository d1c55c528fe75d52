// The facts 事实表 that figures are counted from: what happened, to which appeal, when – ids, codes and times,
// never a person's word. Whatever may happen more than once is a row of its own, so that a figure taken with
// an earlier cut-off still comes out as it did. Every column is written by one writer alone; the order
// between writers cannot matter.

const COLUMNS = {
  appeal: {
    submitted_at: 'BIGINT',
    channel: 'VARCHAR',
    submitted_kind: 'VARCHAR',
    submitted_topic: 'VARCHAR',
    submitted_region: 'VARCHAR',
    admitted_at: 'BIGINT',
    pack: 'VARCHAR',
    pack_hash: 'VARCHAR',
    kind: 'VARCHAR',
    nature: 'VARCHAR',
    topic: 'VARCHAR',
    region: 'VARCHAR',
    counted: 'BOOLEAN',
    unrated_in_denominator: 'BOOLEAN',
    declined_at: 'BIGINT',
    joined_at: 'BIGINT',
    withdrawn_at: 'BIGINT',
    withdrawal_granted_at: 'BIGINT',
    classified_topic: 'VARCHAR',
    /** When a unit told of what it had closed itself (SZ 1.3); nobody handed it over. */
    reported_at: 'BIGINT',
  },
  /** Each change of the pack that governs an appeal (RT-5); the last one before a cut-off holds. */
  pack_change: {
    changed_at: 'BIGINT',
    pack_hash: 'VARCHAR',
    pack: 'VARCHAR',
    nature: 'VARCHAR',
    counted: 'BOOLEAN',
    unrated_in_denominator: 'BOOLEAN',
  },
  /** How an appeal was classed (IN-3), by layer, the coarsest first; the last one before a cut-off holds. */
  classing: { class_1: 'VARCHAR', class_2: 'VARCHAR', class_3: 'VARCHAR', classed_at: 'BIGINT' },
  dispatch: {
    dispatch_no: 'INTEGER',
    unit: 'VARCHAR',
    dispatched_at: 'BIGINT',
    recalled_at: 'BIGINT',
    taken_back_at: 'BIGINT',
  },
  answer: { answered_at: 'BIGINT' },
  contact: { unit: 'VARCHAR', reached: 'BOOLEAN', satisfies: 'BOOLEAN', contacted_at: 'BIGINT' },
  completion: { dispatch_no: 'INTEGER', unit: 'VARCHAR', round: 'INTEGER', completed_at: 'BIGINT' },
  reopening: { round: 'INTEGER', reopened_at: 'BIGINT' },
  closing: { why: 'VARCHAR', closed_at: 'BIGINT' },
  followup: {
    round: 'INTEGER',
    contacted: 'BOOLEAN',
    solved: 'BOOLEAN',
    satisfied: 'BOOLEAN',
    followed_up_at: 'BIGINT',
  },
  rating: { round: 'INTEGER', verdict: 'VARCHAR', rated_by: 'VARCHAR', rated_at: 'BIGINT' },
  clock: {
    clock: 'VARCHAR',
    unit: 'VARCHAR',
    started_at: 'BIGINT',
    deadline_at: 'BIGINT',
    stopped_at: 'BIGINT',
    /** Also what was late because the platform itself was down (SV-2). */
    in_time: 'BOOLEAN',
    /** Up to when it is late by the system alone. */
    excused_until: 'BIGINT',
    void: 'BOOLEAN',
  },
  card: {
    clock: 'VARCHAR',
    unit: 'VARCHAR',
    yellow_at: 'BIGINT',
    red_at: 'BIGINT',
    revoked_at: 'BIGINT',
    /** By a ruling on a contest (HD-11). */
    contested: 'BOOLEAN',
  },
  supervision_order: {
    order_no: 'INTEGER',
    unit: 'VARCHAR',
    step: 'VARCHAR',
    ground: 'VARCHAR',
    issued_at: 'BIGINT',
  },
  /** An order not accepted is answered again (SV-3). */
  order_answer: { order_no: 'INTEGER', late: 'BOOLEAN', answered_at: 'BIGINT' },
  order_ruling: { order_no: 'INTEGER', verdict: 'VARCHAR', ruled_at: 'BIGINT' },
  deduction: {
    deduction_no: 'INTEGER',
    unit: 'VARCHAR',
    deduction: 'VARCHAR',
    ground: 'VARCHAR',
    points: 'DOUBLE',
    deducted_at: 'BIGINT',
    withdrawn_at: 'BIGINT',
    withdrawn_why: 'VARCHAR',
  },
  contest: {
    contest_no: 'INTEGER',
    unit: 'VARCHAR',
    about: 'VARCHAR',
    target: 'VARCHAR',
    filed_at: 'BIGINT',
    upheld: 'BOOLEAN',
    ruled_at: 'BIGINT',
    /** What stood for the case, as JSON of `Standing`. */
    stood_before: 'VARCHAR',
    stood_after: 'VARCHAR',
  },
  /** Ratings left out of the count 剔除 (HD-11). */
  exclusion: {
    contest_no: 'INTEGER',
    unit: 'VARCHAR',
    round: 'INTEGER',
    verdict: 'VARCHAR',
    excluded_at: 'BIGINT',
  },
  completion_clock: { clock: 'VARCHAR' },
} as const;

/** Columns of the fact tables with their SQL types. Each table has beside them `id` (primary) and `key`. */
export const FACT_TABLES: Readonly<Record<FactTable, Readonly<Record<string, string>>>> = COLUMNS;

/** Name of a fact table. */
export type FactTable = keyof typeof COLUMNS;

/** Value of a column; null where there is none, as a deadline during a pause. */
export type FactValue = string | number | boolean | null;

/** Some columns of one row: inserted, or set in the row that is there. */
export interface FactWrite {
  readonly table: FactTable;
  /** Natural key of the row, or the id of the event that is the row. */
  readonly id: string;
  /** Appeal id; for `completion_clock` the hash of the pack. */
  readonly key: string;
  readonly columns: Readonly<Record<string, FactValue>>;
}

/** A write into a table, with columns that the table has. */
export function factWrite<T extends FactTable>(
  table: T,
  id: string,
  key: string,
  columns: Partial<Record<keyof (typeof COLUMNS)[T], FactValue>>,
): FactWrite {
  return { table, id, key, columns: columns as Record<string, FactValue> };
}
