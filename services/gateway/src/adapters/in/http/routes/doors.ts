// Doors with a protocol of their own (IN-1): the web door hands on what came in, untouched, and intake reads
// it by the door's mapping. Who may push is told by its signature; the headers of the web door itself, and
// the roles behind them, mean nothing here.
import { ANYONE } from '../../../../app/roles';
import type { Edge } from '../edge';
import { type Input, type RawBody, refused, relayed, type Route, route } from '../route';
import * as schema from '../schemas';

type DoorInput = Input<{ channel: string }, Record<never, never>, RawBody>;

/** Rows of these doors. */
export function doorRoutes({ peers }: Edge): readonly Route[] {
  const handOn =
    (method: 'GET' | 'POST') =>
    async ({ params: { channel }, body: { headers, query, bytes } }: DoorInput) => {
      const body = Buffer.from(bytes);
      const told = await peers.intake.receive({ door: channel, method, headers, query, body });
      if (told.status === 404) return refused('NO_SUCH_ADDRESS');
      const { retryAfterS } = told;
      return relayed(told, retryAfterS > 0 ? { 'retry-after': String(retryAfterS) } : {});
    };
  const door = {
    path: '/doors/{channel}',
    enter: ANYONE,
    tag: 'channel',
    params: schema.channelParams,
    raw: true,
    replies: { 200: schema.platformAnswer },
  } as const;
  return [
    route({
      ...door,
      id: 'pushAtDoor',
      method: 'POST',
      summary: {
        zh: '外部平台按自己的格式推送诉求（签名校验），按其格式答复',
        en: 'A platform pushes an appeal in its own form, signed, and is answered in it',
      },
      handle: handOn('POST'),
    }),
    route({
      ...door,
      id: 'verifyDoor',
      method: 'GET',
      summary: {
        zh: '外部平台核验推送地址（微信公众号 echostr）',
        en: 'A platform makes sure that the address is ours (echostr of WeChat)',
      },
      handle: handOn('GET'),
    }),
  ];
}
