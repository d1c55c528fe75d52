// Doors with a protocol of their own (IN-1): the web door hands on what came in, untouched, and intake reads
// it by the door's mapping. Who may push is told by its signature; the headers of the web door itself, and
// the roles behind them, mean nothing here.
import { ANYONE } from '../../../../app/roles';
import type { Edge } from '../edge';
import { refused, relayed, type Route, route } from '../route';
import * as schema from '../schemas';

/** Rows of these doors. */
export function doorRoutes({ peers }: Edge): readonly Route[] {
  return [
    route({
      id: 'pushAtDoor',
      method: 'POST',
      path: '/doors/{channel}',
      enter: ANYONE,
      tag: 'channel',
      summary: {
        zh: '外部平台按自己的格式推送诉求（签名校验），按其格式答复',
        en: 'A platform pushes an appeal in its own form, signed, and is answered in it',
      },
      params: schema.channelParams,
      raw: true,
      replies: { 200: schema.platformAnswer },
      handle: async ({ params: { channel }, body: { headers, bytes } }) => {
        const told = await peers.intake.receive({ door: channel, headers, body: Buffer.from(bytes) });
        const { status, body, retryAfterS } = told;
        if (status === 404) return refused('NO_SUCH_ADDRESS');
        return relayed(status, body, retryAfterS > 0 ? { 'retry-after': String(retryAfterS) } : {});
      },
    }),
  ];
}
