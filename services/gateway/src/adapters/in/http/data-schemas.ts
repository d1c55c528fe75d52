// Shapes of what is read and commanded about requests for data (HD-8).
import { z } from 'zod';
import type { DataAct } from '../../../app/data-acts';
import { ordinal } from './ordinal';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const title = z.strictObject({ zh: text, en: text });
const requestNo = ordinal.describe('number of the request within the case · 数据调用序号');

export const dataListQuery = z.strictObject({
  unit: text.optional().describe('asked of this unit · 提供单位'),
  state: z.enum(['open', 'overdue', 'all']).optional().describe('open where none is named · 默认为待提供'),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  cursor: text.max(300).optional(),
});

/** A template 用数模板 of the pack. */
const template = z.strictObject({
  ...{ id: text, title, clause: text, legalBasis: text, within: text },
  fields: z.array(z.strictObject({ id: text, title, required: z.boolean() })),
});

/** A request, never with what was provided on it. */
const dataRequest = z.strictObject({
  ...{ appealId: text, number: text, requestNo, template: template.nullable(), fromUnit: text, ofUnit: text },
  ...{ askedAt: time, askedBy: text, purpose: text, dueAt: time, step: text, overdue: z.boolean() },
  ...{ endedAt: time, endedBy: text, said: text, readings: z.number() },
});
const reading = z.strictObject({ at: time, unit: text, role: text, by: text, purpose: text });

export const dataList = z.strictObject({ requests: z.array(dataRequest), nextCursor: text });
export const dataOfCase = z.strictObject({
  possible: z.array(text).describe('request-data where you may ask from this case · 可否发起'),
  templates: z.array(template).describe('what may be asked for · 用数模板'),
  requests: z.array(
    dataRequest.extend({
      log: z.array(reading).describe('who opened it and what for · 查阅留痕'),
      possible: z.array(text).describe('acts open to you · 可以进行的操作'),
    }),
  ),
});
/** What was provided; `eventId` is the entry of the log. */
export const providedData = z.strictObject({
  ...{ fields: z.record(text, text), text, erased: z.boolean(), eventId: text },
});

/** Bodies of the acts, by the name in their address. */
export const DATA_BODIES = {
  'request-data': z.strictObject({ template: text, ofUnit: text, purpose: text }),
  'provide-data': z.strictObject({
    ...{ requestNo, fields: z.record(text, text).optional(), text: text.optional() },
  }),
  'refuse-data': z.strictObject({ requestNo, ground: text }),
  'withdraw-data-request': z.strictObject({ requestNo, reason: text }),
  'read-data': z.strictObject({ requestNo, purpose: text.describe('stands in the log · 查阅用途') }),
} as const satisfies Readonly<Record<DataAct, z.ZodObject>>;
