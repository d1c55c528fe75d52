// Words that are none, and refusals that would be larger than what was sent.
import { NUMBER } from '../test/fake-case';
import { ask, gatewayWorld, headersOf } from '../test/world';

const WEB = '/api/v1/channels/web/appeals';
const json = { 'content-type': 'application/json' };
const { gateway, asked, refusals } = gatewayWorld();
afterAll(() => gateway.stop?.());

describe('a command', () => {
  it.each<[string, object, string[]]>([
    ['opinion', { dispatchNo: 1, text: '\u200b' }, ['UNSEEN_CHARACTER:text']],
    [
      'complete',
      { dispatchNo: 1, completionType: 'solved', answer: '\u3164', basis: '依据\u202e' },
      ['UNSEEN_CHARACTER:answer', 'UNSEEN_CHARACTER:basis'],
    ],
  ])('words of %s that nobody can see are no words', async (act, payload, errors) => {
    const headers = headersOf('handler');
    const reply = await ask(gateway, {
      method: 'POST',
      url: `/api/v1/cases/${NUMBER}/${act}`,
      headers,
      payload,
    });
    expect(reply.statusCode).toBe(422);
    const told = reply
      .json()
      .errors.map((one: { code: string; field: string }) => `${one.code}:${one.field}`);
    expect(told).toEqual(errors);
    expect(asked).toEqual([]);
  });

  it('a body of nothing but wrong fields is answered with fifty of them', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1]));
    const fields = { method: 'POST', url: `/api/v1/appeals/${NUMBER}/urge`, payload: wrong } as const;
    expect((await ask(gateway, fields)).json().errors).toHaveLength(50);
    const tags = JSON.stringify({ enterprise: { tags: Array.from({ length: 20_000 }, () => 1) } });
    const list = await ask(gateway, { method: 'POST', url: WEB, headers: json, payload: tags });
    expect(list.json().errors).toHaveLength(50);
  });

  it('is refused with no more of a code than its beginning', async () => {
    refusals.push({ code: 'GROUND_UNKNOWN', rule: 'IN-5', params: { ground: 'x'.repeat(100_000) } });
    const payload = { ground: 'x', explanation: '理由' };
    const url = `/api/v1/cases/${NUMBER}/decline`;
    const reply = await ask(gateway, { method: 'POST', url, headers: headersOf('clerk'), payload });
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'GROUND_UNKNOWN']);
    expect(reply.body.length).toBeLessThan(2000);
  });
});
