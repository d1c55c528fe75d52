// Shapes of the public JSON of what is counted: figures, rankings, reports.
import { z } from 'zod';

const text = z.string();
const time = z.string().nullable().describe('ISO 8601, +08:00');

export const figuresQuery = z.strictObject({
  from: text.max(40).optional().describe('ISO 8601; default: 30 days ago'),
  to: text.max(40).optional().describe('ISO 8601; default: now'),
  cutOff: text.max(40).optional(),
  by: z.enum(['all', 'unit', 'topic', 'channel', 'region', 'class-1', 'class-2', 'class-3']).optional(),
  pack: text.max(40).optional().describe('appeals of one programme · 政策包'),
  covering: text.max(300).optional(),
});
const orNone = z.number().nullable();
export const figure = z.strictObject({
  ...{ name: text, measure: text, numerator: z.number(), denominator: z.number() },
  ...{ medianMs: z.number(), p90Ms: z.number() },
  shown: text.describe('the share in percent as the pack rounds it · 百分比'),
  ...{ target: orNone, reduction: orNone, baselineMs: orNone },
  beforeNumerator: z.number().describe('before rulings left cases out · 剔除前'),
  beforeDenominator: z.number(),
  excluded: z.number().describe('cases left out by rulings · 剔除件数'),
  verdict: text.describe('met, missed, not-measurable; empty without a target · 是否达标'),
});
export const figures = z.strictObject({
  rows: z.array(z.strictObject({ group: text, figures: z.array(figure) })),
  asOf: time,
  stale: z.boolean(),
});

export const tasks = z.strictObject({
  tasks: z.array(
    z.strictObject({
      ...{ pack: text, id: text, title: z.strictObject({ zh: text, en: text }), clause: text },
      due: text.describe('YYYY-MM-DD, or ongoing · 完成时限'),
      state: z.enum(['ongoing', 'before-date', 'date-passed']),
    }),
  ),
});

export const rankingParams = z.object({
  ranking: text.max(40).describe('id of a ranking of the pack · 排名'),
});
const period = text.max(10).describe('2026-05, 2026Q1, 2026H1, 2026, 2026-05-07 · 统计期');
export const rankingQuery = z.strictObject({
  period,
  cutOff: text.max(40).optional().describe('ISO 8601; default: the end of the period, now while it runs'),
  pack: text.max(40).optional(),
  covering: text.max(300).optional(),
});
const rank = z.number().int().describe('0: too few cases to compare');
export const ranking = z.strictObject({
  ...{ pack: text, ranking: text, from: time, to: time, cutOff: time },
  running: z.boolean().describe('the period is not over; the order may still change'),
  units: z.array(
    z.strictObject({
      unit: text,
      rank: rank.describe('by all figures, one after the other; 0: too few cases to compare'),
      figures: z.array(z.strictObject({ name: text, numerator: z.number(), denominator: z.number(), rank })),
    }),
  ),
  ...{ asOf: time, stale: z.boolean() },
});

export const reportParams = z.object({ report: text.max(40).describe('id of a report of the pack · 报表') });
export const reportQuery = z.strictObject({
  period,
  cutOff: text.max(40).optional().describe('ISO 8601; default: the end of the period, now while it runs'),
  pack: text.max(40).optional(),
  as: z.enum(['json', 'xlsx']).optional().describe('default: by Accept'),
});
export const report = z.strictObject({
  ...{ pack: text, report: text, title: z.strictObject({ zh: text, en: text }), period: text },
  ...{ from: time, to: time, cutOff: time, running: z.boolean() },
  columns: z.array(z.strictObject({ is: text, title: text, kind: z.enum(['text', 'time', 'count']) })),
  rows: z.array(z.array(z.union([text, z.number(), z.null()]))),
});
