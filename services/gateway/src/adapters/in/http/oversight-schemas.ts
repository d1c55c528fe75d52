// Shapes of what is read and commanded about the overseeing of cases.
import { z } from 'zod';
import type { OversightAct } from '../../../app/oversight-acts';
import { ordinal } from './ordinal';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const limit = z.coerce.number().int().min(1).max(500).optional();
const number = z.number();

export const orderParams = z.object({
  case: text.max(64).describe('id or number · 诉求 id 或编号'),
  order: z.coerce.number().int().min(1).describe('number of the order within the case · 督办单序号'),
});
export const orderQuery = z.strictObject({
  as: z.enum(['json', 'html']).optional().describe('html: a page to print · 打印页'),
});
export const registerQuery = z.strictObject({
  ...{ unit: text.optional(), ground: text.optional(), state: z.enum(['open', 'cleared']).optional() },
  from: text.optional().describe('noticed or cleared from, ISO 8601 · 起'),
  to: text.optional().describe('and before, ISO 8601 · 止'),
  limit,
});
export const ordersQuery = z.strictObject({
  ...{ unit: text.optional(), state: z.enum(['open', 'overdue']).optional(), limit },
});

/** A line of the register 台账. */
const entry = z.strictObject({
  ...{ appealId: text, entryId: text, number: text, ground: text, unit: text, cause: text, about: text },
  ...{ noticedAt: time, by: text, reason: text, open: z.boolean(), clearedAt: time, clearedWhy: text },
  ...{ clearedBy: text, clearedReason: text },
});

/** A supervision order 督办单. */
export const order = z.strictObject({
  ...{ appealId: text, orderNo: number, number: text, step: text, entryId: text, ground: text, unit: text },
  ...{ demand: text, issuedAt: time, issuedBy: text, deadlineAt: time, overdue: z.boolean(), status: text },
  ...{ answer: text, answeredAt: time, answeredBy: text, late: z.boolean(), verdict: text },
  ...{ verdictReason: text, ruledAt: time, ruledBy: text },
});

const standing = z.strictObject({
  yellow: number,
  red: number,
  deductions: number,
  points: number,
  rating: text,
});

/** Everything about the overseeing of one case. */
export const oversight = z.strictObject({
  possible: z.array(text).describe('acts of the overseeing open to you · 可以进行的督办操作'),
  entries: z.array(entry),
  proposals: z.array(z.strictObject({ step: text, entryId: text, ground: text, unit: text, role: text })),
  orders: z.array(order),
  transfers: z.array(
    z.strictObject({
      ...{ transferNo: number, step: text, entryId: text, ground: text, unit: text, to: text, facts: text },
      ...{ transferredAt: time, by: text, outcome: text, endedAt: time },
    }),
  ),
  deductions: z.array(
    z.strictObject({
      ...{ deductionNo: number, deduction: text, ground: text, unit: text, points: number, entryId: text },
      ...{ cause: text, recordedAt: time, withdrawnAt: time, withdrawnWhy: text },
    }),
  ),
  checks: z.array(
    z.strictObject({
      ...{ checkNo: number, unit: text, round: number, period: text, completionType: text },
      ...{ standard: z.array(text), drawnAt: time, status: text, missing: z.array(text), demand: text },
      ...{ deadlineAt: time, overdue: z.boolean(), answer: text, late: z.boolean(), reason: text, by: text },
    }),
  ),
  contests: z.array(
    z.strictObject({
      ...{ contestNo: number, about: text, target: text, unit: text, evidence: text, filedAt: time },
      ...{ filedBy: text, status: text, reason: text, ruledBy: text, ruledAt: time },
      ...{ before: standing.optional(), after: standing.optional() },
    }),
  ),
});

export const register = z.strictObject({
  entries: z.array(entry),
  open: number.describe('of all that were asked for, where you see all cases; else of those shown'),
  cleared: number,
});
export const orders = z.strictObject({ orders: z.array(order) });

const term = {
  within: text.optional().describe('a rule such as workingDays:3 · 时限'),
  dueOn: text.optional().describe('YYYY-MM-DD, the last day · 截止日期'),
};
const entryId = text;
const orderNo = ordinal;
const checkNo = ordinal;

/** Bodies of the commands, by the name in their address. */
export const OVERSIGHT_BODIES = {
  'state-ground': z.strictObject({ ground: text, unit: text.optional(), reason: text }),
  'clear-entry': z.strictObject({ entryId, reason: text }),
  'issue-order': z.strictObject({ step: text, entryId, unit: text.optional(), demand: text, ...term }),
  'answer-order': z.strictObject({ orderNo, answer: text }),
  'rule-order': z.strictObject({
    ...{ orderNo, verdict: z.enum(['accepted', 'not-accepted', 'raised']), reason: text.optional(), ...term },
  }),
  'record-transfer': z.strictObject({ step: text, entryId, facts: text }),
  'record-transfer-outcome': z.strictObject({ transferNo: ordinal, outcome: text }),
  'give-findings': z.strictObject({
    ...{ checkNo, verdict: z.enum(['passed', 'findings', 'perfunctory']), missing: z.array(text).optional() },
    ...{ demand: text.optional(), dueOn: text.optional() },
  }),
  'mend-answer': z.strictObject({ checkNo, answer: text }),
  'rule-mending': z.strictObject({
    ...{ checkNo, accepted: z.boolean(), reason: text.optional(), dueOn: text.optional() },
  }),
  'file-contest': z.strictObject({
    ...{ about: z.enum(['card', 'deduction', 'rating']), target: text, evidence: text },
  }),
  'rule-contest': z.strictObject({ contestNo: ordinal, upheld: z.boolean(), reason: text }),
} as const satisfies Readonly<Record<OversightAct, z.ZodObject>>;
