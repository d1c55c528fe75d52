// What a programme lays down about looking after its own work 督办考评: who supervises on what ground and in
// which order (SV-3), who rules where duties are unclear (KB-5), when a case passes to another programme
// (RT-5), how units are ranked (AN-2), what is reported to whom, what costs points (SV-6), and the tasks the
// document sets (AN-7). Roles stand here, never people or units.
import { z } from 'zod';
import { clause, identifier, rule, sentence, title } from './pack-parts';
import { GROUNDS, PERIODS, REPORT_ROWS } from './pack-words';

const grounds = z.array(z.enum(GROUNDS)).min(1);

/** 三级督办: steps in rising order; one is taken on any of its grounds. */
export const supervisionSchema = z.strictObject({
  clause,
  steps: z
    .array(
      z.strictObject({
        id: identifier,
        title,
        clause,
        by: identifier,
        when: grounds,
        /** Earliest time, counted from the yellow notice; absent = with it. */
        after: rule.optional(),
        /**
         * 移送: the body outside the platform to which the step hands the case, instead of an order to the
         * unit.
         */
        transferTo: title.optional(),
      }),
    )
    .min(1),
});

/** Which units' people a panel on a matter is kept free of 回避 (KB-5). */
export const PANEL_NOT_OF = ['in-charge', 'complained-of'] as const;

/** 研判专家库: the role that is asked, on what, who stands aside, and how it decides (KB-5). */
export const panelSchema = z.strictObject({
  clause,
  by: identifier,
  when: grounds,
  /** Units whose people may not sit: that have or had the matter, that are complained of. Left out: both. */
  notOf: z.array(z.enum(PANEL_NOT_OF)).optional(),
  voting: z.strictObject({
    clause,
    /** Votes without which nothing is decided. */
    quorum: z.int().min(1).max(30),
    /** More than half of the votes cast, or at least two thirds of them. */
    majority: z.enum(['simple', 'two-thirds']),
    /** Longest time to vote. */
    within: rule,
    /** Between two with half of the votes each the chair's vote decides, or another session is needed. */
    tie: z.enum(['chair', 'again']),
  }),
});

/**
 * 分级处置: on which ground a matter is the county's, the city's or one for the fast track, and who audits what a
 * county sends up with its opinion (RT-4).
 */
export const gradingSchema = z.strictObject({
  clause,
  table: z
    .array(z.strictObject({ ground: z.enum(GROUNDS), level: z.enum(['county', 'city', 'fast-track']) }))
    .min(1),
  escalation: z.strictObject({ clause, auditBy: identifier }),
});

/**
 * 紧急诉求: the roles that confirm that an appeal is of the urgent class (RT-6); its clocks say `onlyIf: urgent`.
 */
export const urgentSchema = z.strictObject({ clause, confirmedBy: z.array(identifier).min(1) });

/** 联席会议: who calls units together, and within which time the meeting is held and recorded (RT-3). */
export const jointMeetingSchema = z.strictObject({ clause, by: identifier, within: rule });

/** 转入其他机制: grounds on which a case is handed to the programme `toPack`, on record (RT-5). */
export const transferSchema = z.strictObject({
  id: identifier,
  clause,
  when: grounds,
  toPack: identifier,
  by: identifier,
});

/** 排名: units in the order of a figure, then of the next where the first is equal (AN-2). */
export const rankingSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  every: z.enum(PERIODS),
  by: z.array(identifier).min(1),
  order: z.enum(['descending', 'ascending']),
  /** Units with fewer cases than `below` are shown apart, without a rank. */
  smallNumbers: z.strictObject({ clause, below: z.int().min(1).max(1000) }),
  /** Units equal in every figure share a rank; the next rank is left out or not. */
  ties: z.enum(['shared-then-gap', 'shared-no-gap']),
});

/** 通报、汇总表、专报: what is drawn up, how often, for whom. */
export const reportSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  every: z.enum(PERIODS),
  to: identifier,
  /** Where the report is a table: what stands in its rows, and its columns in the order printed. */
  rows: z.enum(REPORT_ROWS).optional(),
  /** The ranking whose units are the rows. */
  ranking: identifier.optional(),
  /**
   * `is` says what the cells are: a word of the rows (pack-words.ts), a figure, a count; `title` is the
   * heading.
   */
  columns: z
    .array(z.strictObject({ is: identifier, title: sentence }))
    .min(1)
    .optional(),
  /**
   * Units hand the same table in 报送 with what they closed themselves, at a door by which what they did not
   * close comes in as well (SZ 1.3, 1.4).
   */
  handedIn: z.strictObject({ clause, at: identifier }).optional(),
});

/** 绩效考核扣分: grounds that cost points; `points` only where the document names a number. */
export const deductionSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  when: grounds,
  points: z.number().gt(0).max(100).optional(),
});

/** 检查抽查复核: who looks, on what ground, and the deadline of what is found (SV-4). */
export const reviewSchema = z.strictObject({
  clause,
  by: z.array(identifier).min(1),
  every: z.enum(PERIODS),
  /** Absent where the document names no deadline for what is handed back. */
  mendWithin: rule.optional(),
  /**
   * Share of the completed cases that is drawn, and the seed with which anybody repeats the drawing; absent
   * together = none is drawn.
   */
  share: z.number().gt(0).max(1).optional(),
  seed: sentence.optional(),
});

/** 申诉: within what time a unit may contest a card, a deduction or a rating, and who rules (HD-11). */
export const contestSchema = z.strictObject({ clause, within: rule, ruledBy: z.array(identifier).min(1) });

/** 任务清单: a task of the document with its date, or `ongoing` 持续深化. */
export const taskSchema = z.strictObject({
  id: identifier,
  title,
  clause,
  due: z.union([z.literal('ongoing'), z.iso.date()]),
});

/** Who looks at what the enterprise says, and at what the unit says it did (HD-7; CD 二-3). */
export const checksSchema = z.strictObject({
  /**
   * 情况核实: `by` has looked whether the matter is as told, before it is `dispatched` to a unit – which then
   * waits at the desk –, or before the unit has `completed`.
   */
  facts: z.strictObject({ clause, by: identifier, before: z.enum(['dispatched', 'completed']) }).optional(),
  /** 结果核查: `by`, who is not the handler, has confirmed the result before the case is closed. */
  result: z.strictObject({ clause, by: identifier }).optional(),
});
