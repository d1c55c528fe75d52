// Shapes of the public JSON of a unit's appraisal sheet.
import { z } from 'zod';
import { figure } from './figure-schemas';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const number = z.number();

export const appraisalQuery = z.strictObject({
  unit: text.min(1).max(40).describe('code of the unit · 承办单位'),
  period: text.max(10).describe('2026-05, 2026Q1, 2026H1, 2026, 2026-05-07 · 统计期'),
  cutOff: text.max(40).optional().describe('ISO 8601; default: the end of the period, now while it runs'),
  pack: text.max(40).optional().describe('default: the first programme in force · 政策包'),
  as: z.enum(['json', 'xlsx']).optional().describe('default: by Accept'),
});

const stood = z
  .strictObject({ ...{ yellow: number, red: number, deductions: number, points: number }, rating: text })
  .nullable();
const item = z.strictObject({
  kind: z.enum(['card', 'order', 'deduction', 'contest', 'exclusion']),
  ...{
    appealId: text,
    number: text,
    unit: text,
    no: number,
    what: text,
    ground: text,
    at: time,
    state: text,
  },
  ...{ title: z.strictObject({ zh: text, en: text }), endedAt: time, points: number },
  before: stood.describe('what stood for the case before the ruling · 裁定前'),
  after: stood.describe('and after it · 裁定后'),
  reason: text.describe('of the ruling · 裁定理由'),
});

export const appraisal = z.strictObject({
  ...{ pack: text, unit: text, unitName: text, period: text, from: time, to: time, cutOff: time },
  running: z.boolean(),
  points: number.describe('deducted and standing · 有效扣分'),
  figures: z.array(figure),
  items: z.array(item),
  ...{ asOf: time, stale: z.boolean() },
});
