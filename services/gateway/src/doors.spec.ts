// Doors with a protocol of their own: the bytes go through untouched, whatever their type; what comes back is
// answered as it is.
import { ask, gatewayWorld } from '../test/world';

describe('a door with a protocol of its own', () => {
  const world = gatewayWorld();
  beforeEach(() => world.doorCalls.splice(0));
  afterAll(() => world.gateway.stop?.());
  const push = (channel: string, payload: Buffer, headers: object = {}) =>
    ask(world.gateway, { method: 'POST', url: `/doors/${channel}`, payload, headers });

  it.each([
    'application/json',
    'application/x-www-form-urlencoded',
    'text/xml; charset=gb2312',
    'application/x-unheard-of',
  ])('hands on bytes of type %s and all headers', async (type) => {
    const bytes = Buffer.from([0xff, 0x00, 0xb3, 0xa7]);
    const reply = await push('zao-solved', bytes, { 'content-type': type, 'X-Signature': 'S' });
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual({ door: 'zao-solved' });
    const [call] = world.doorCalls.splice(0);
    expect(Buffer.from(call?.body ?? []).equals(bytes)).toBe(true);
    expect(call?.headers).toMatchObject({ 'x-signature': 'S', 'content-type': type });
  });

  it('without a body is a push of nothing, for the door behind to refuse', async () => {
    expect((await push('zao-solved', Buffer.alloc(0))).statusCode).toBe(200);
    expect(world.doorCalls.splice(0)[0]?.body.length).toBe(0);
  });

  it('is asked whether it is ours: parameters go on, and the answer comes back in its own type', async () => {
    const url = '/doors/talking?echostr=4375&nonce=1&nonce=2&timestamp=%31';
    const reply = await ask(world.gateway, { method: 'GET', url });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    const [call] = world.doorCalls.splice(0);
    expect(call).toMatchObject({
      door: 'talking',
      method: 'GET',
      query: { echostr: '4375', timestamp: '1' },
    });
    expect(call?.query).not.toHaveProperty('nonce');
  });

  it('tells when to come again', async () => {
    const reply = await push('busy', Buffer.from('{}'), { 'content-type': 'application/json' });
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([429, '7']);
  });

  it('that does not exist is an address that does not exist', async () => {
    const reply = await push('nowhere', Buffer.from('{}'), { 'content-type': 'application/json' });
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'NO_SUCH_ADDRESS']);
  });

  it('takes no more than any other door', async () => {
    const large = Buffer.alloc(300 * 1024, 0x20);
    const reply = await push('zao-solved', large, { 'content-type': 'application/octet-stream' });
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(world.doorCalls.splice(0)).toEqual([]);
  });

  it('leaves all other addresses as strict as they were', async () => {
    const reply = await ask(world.gateway, {
      method: 'POST',
      url: '/api/v1/channels/web/appeals',
      headers: { 'content-type': 'text/plain' },
      payload: '{}',
    });
    expect([reply.statusCode, reply.json().code]).toEqual([415, 'CONTENT_TYPE_WRONG']);
  });
});
