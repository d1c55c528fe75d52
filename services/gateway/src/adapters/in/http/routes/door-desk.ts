// The desk of the doors (IN-1): which are open, what came in today and what was refused, and the switch.
import { z } from 'zod';
import { giving } from '../../../../app/roles';
import { isoOf } from '../../../mapping/case-json';
import { answerOf } from '../command-answer';
import type { Edge } from '../edge';
import { answered, type Route, route } from '../route';
import { channelParams, decided } from '../schemas';

const text = z.string();
const time = text.nullable().describe('ISO 8601, +08:00');

const door = z.strictObject({
  door: text,
  open: z.boolean(),
  ...{ switchedBy: text, reason: text, switchedAt: time },
  today: z
    .record(z.string(), z.number())
    .describe('created, repeated, held, or the code it was refused with · 今日各结果件数'),
  held: z.number().describe('waiting for a person · 待核'),
  lastAt: time.describe('the last that came in, within a week · 最近一次'),
});

/** The rows. */
export function doorDeskRoutes({ peers }: Edge): readonly Route[] {
  const desk = { enter: giving('SwitchDoor'), tag: 'reference' } as const;
  return [
    route({
      ...desk,
      id: 'listDoors',
      method: 'GET',
      path: '/api/v1/doors',
      summary: { zh: '渠道启停与今日件数', en: 'The doors: on or off, and today' },
      replies: { 200: z.strictObject({ doors: z.array(door) }) },
      handle: async () => {
        const { doors } = await peers.intake.listDoors({});
        const shown = doors.map(({ switchedAt, lastAt, ...rest }) => {
          return { ...rest, switchedAt: isoOf(switchedAt), lastAt: isoOf(lastAt) };
        });
        return answered(200, { doors: shown });
      },
    }),
    route({
      ...desk,
      id: 'switchDoor',
      method: 'POST',
      path: '/api/v1/doors/{channel}/switch',
      summary: { zh: '停用或启用一个渠道', en: 'Shut a door, or open it again' },
      params: channelParams,
      body: z.strictObject({ open: z.boolean(), reason: text.max(500) }),
      replies: { 200: decided },
      command: true,
      handle: async ({ params: { channel }, body: { open, reason }, asking: { actor } }) =>
        answerOf('intake', await peers.intake.switchDoor({ actor, door: channel, open, reason })),
    }),
  ];
}
