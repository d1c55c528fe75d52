// The delivery log (IN-1, IN-11): what platforms and other systems were told, what they said, what still
// waits.
import { z } from 'zod';
import { reading } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import type { Edge } from '../edge';
import { answered, type Route, route } from '../route';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');
const STATES = ['waiting', 'delivered', 'given-up'] as const;

const delivery = z.strictObject({
  ...{ messageId: text, appealId: text },
  receiver: text.describe('platform:DOOR or webhook:ID · 接收方'),
  ...{ number: text, stage: text, state: text, attempts: z.number() },
  said: text.describe('HTTP status of the last answer, or why there was none · 最近一次应答'),
  ...{ claimedAt: time, triedAt: time },
});

/** The row. */
export function deliveryRoute({ peers }: Edge): Route {
  return route({
    id: 'listDeliveries',
    method: 'GET',
    path: '/api/v1/deliveries',
    enter: reading('everything'),
    tag: 'reference',
    summary: { zh: '状态回推日志', en: 'What platforms and systems were told' },
    query: z.strictObject({
      receiver: text.max(60).optional(),
      state: z.enum(STATES).optional(),
      limit: z.coerce.number().int().min(1).max(500).optional(),
    }),
    replies: { 200: z.strictObject({ deliveries: z.array(delivery) }) },
    handle: async ({ query: { receiver = '', state = '', limit = 100 } }) => {
      const { deliveries } = await peers.notification.listDeliveries({ receiver, state, limit });
      const shown = deliveries.map(({ claimedAt, triedAt, ...rest }) => {
        return { ...rest, claimedAt: isoOf(claimedAt), triedAt: isoOf(triedAt) };
      });
      return answered(200, { deliveries: shown });
    },
  });
}
