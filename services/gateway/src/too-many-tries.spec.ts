// Who guesses query codes is held up at the door, and nobody else is (IN-7).
import { NUMBER, QUERY_CODE } from '../test/fake-case';
import { ask, gatewayWorld } from '../test/world';

describe('the door after too many wrong codes', () => {
  const behindProxy = gatewayWorld([], { ZT_PROXIES: '1' });
  afterAll(() => behindProxy.gateway.stop?.());
  const look = (number: string, code: string, from: string) =>
    ask(behindProxy.gateway, {
      method: 'GET',
      url: `/api/v1/appeals/${number}?queryCode=${code}`,
      headers: { 'x-forwarded-for': from },
    });
  const [guesser, owner] = ['203.0.113.9, 198.51.100.7', '192.0.2.1'];

  it('says when the next is heard, alike for a number that exists and one that does not', async () => {
    const absent = 'ZT2026-999998';
    for (let i = 0; i < 5; i += 1) {
      expect((await look(NUMBER, `WRONG${i}`, guesser)).statusCode).toBe(404);
      expect((await look(absent, `WRONG${i}`, guesser)).statusCode).toBe(404);
    }
    const [held, heldAbsent] = [
      await look(NUMBER, QUERY_CODE, guesser),
      await look(absent, QUERY_CODE, guesser),
    ];
    expect([held.statusCode, held.json().code]).toEqual([429, 'TOO_MANY_TRIES']);
    expect(held.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(880);
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(900);
    expect(held.json().errors[0].messages).toEqual({
      zh: '查询码错误次数过多，请约15分钟后再试，或联系热线、服务窗口。',
      en: 'Too many wrong query codes; try again in about 15 min, or ask the hotline or a counter.',
    });
    expect(heldAbsent.body).toBe(held.body);
  });

  it('holds for the acts of the enterprise too', async () => {
    const before = behindProxy.asked.length;
    const reply = await ask(behindProxy.gateway, {
      method: 'POST',
      url: `/api/v1/appeals/${NUMBER}/urge`,
      payload: { queryCode: QUERY_CODE },
      headers: { 'x-forwarded-for': guesser },
    });
    expect(reply.statusCode).toBe(429);
    expect(behindProxy.asked.length).toBe(before);
  });

  it('leaves the owner his appeal, and believes the proxy alone about the address', async () => {
    expect((await look(NUMBER, QUERY_CODE, owner)).statusCode).toBe(200);
    expect((await look(NUMBER, QUERY_CODE, '192.0.2.1, 198.51.100.7')).statusCode).toBe(429);
  });
});
