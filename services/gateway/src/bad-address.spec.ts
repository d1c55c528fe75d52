// What is wrong with an address is told like what is wrong with a body: by code, in two languages.
import { connect } from 'node:net';
import { NUMBER } from '../test/fake-case';
import { ask, gatewayWorld, headersOf } from '../test/world';

const { gateway } = gatewayWorld();
afterAll(() => gateway.stop?.());

describe('an address', () => {
  it.each([
    ['cases?stauts=desk', 'FIELD_UNKNOWN:stauts'],
    ['cases?status=open', 'VALUE_NOT_ALLOWED:status'],
    ['cases?sort=oldest', 'VALUE_NOT_ALLOWED:sort'],
    ['cases?card=green', 'VALUE_NOT_ALLOWED:card'],
    ['cases?limit=many', 'NOT_A_NUMBER:limit'],
    ['cases?limit=1000', 'OUT_OF_RANGE:limit'],
    [`cases/${NUMBER}?cover=x`, 'FIELD_UNKNOWN:cover'],
    ['cards?color=red', 'FIELD_UNKNOWN:color'],
    ['cards?colour=green', 'VALUE_NOT_ALLOWED:colour'],
    ['figures?by=day', 'VALUE_NOT_ALLOWED:by'],
    ['messages?limits=3', 'FIELD_UNKNOWN:limits'],
  ])('a wrong question is refused by its field: %s', async (address, refusal) => {
    const reply = await ask(gateway, {
      method: 'GET',
      url: `/api/v1/${address}`,
      headers: headersOf('supervisor'),
    });
    const { code, errors } = reply.json();
    const told = errors.map((one: { code: string; field: string }) => `${one.code}:${one.field}`);
    expect([reply.statusCode, code, told]).toEqual([422, 'INPUT_INVALID', [refusal]]);
  });

  it.each(['/api/v1/cases?text=断电', '/api/v1/channels/微信/appeals'])(
    'an address with Chinese written as it is: %s',
    async (address) => {
      await ask(gateway, { method: 'GET', url: '/nowhere' });
      const at = gateway.door.server.address() as { port: number };
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(at.port, '127.0.0.1', () => {
          socket.end(`GET ${address} HTTP/1.1\r\nHost: zt\r\nConnection: close\r\n\r\n`);
        });
        const parts: Buffer[] = [];
        socket.on('data', (part: Buffer) => parts.push(part));
        socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
        socket.on('error', reject);
      });
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1.1 400 [^]*application\/problem\+json/);
      const problem = JSON.parse(body);
      expect([problem.type, problem.code]).toEqual(['/problems/address-not-encoded', 'ADDRESS_NOT_ENCODED']);
      expect(problem.title).toBe(problem.errors[0].messages.zh);
      expect(problem.errors[0].messages.en).toMatch(/percent-encoded/);
      expect(body).not.toMatch(/断电|微信/);
    },
  );
});
