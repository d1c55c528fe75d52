import { ask } from '../../test/edge/ask';
import { StoreAway } from '../../test/edge/probe-service';
import { createLog } from './log';
import type { OpsServer } from './ops-server';
import { startOpsServer } from './ops-server';

const log = createLog({ service: 'probe', destination: { write: () => undefined } });
const json = { 'content-type': 'application/json' };

describe('the ops door', () => {
  let ops: OpsServer;
  let well = true;
  const stuck = new Set<string>();
  beforeAll(async () => {
    ops = await startOpsServer({
      service: 'probe',
      port: 0,
      checks: () => [
        { name: 'store', check: () => ({ ok: well, detail: well ? 'answers' : 'away' }) },
        {
          name: 'journal',
          check: () => (stuck.has('journal') ? new Promise(() => undefined) : { ok: true, detail: 'lag 0' }),
        },
        {
          name: 'vault',
          check: () => (stuck.has('vault') ? Promise.reject(new StoreAway()) : { ok: true, detail: '' }),
        },
      ],
      status: () => ({ lag: 3 }),
      actions: () => ({
        rebuild: async (body) => ({ rebuilt: body['group'] }),
        'parked/skip': async () => ({
          refused: 'UNKNOWN_KEY',
          sentence: { zh: '没有这个键。', en: 'No such key.' },
        }),
        broken: async () => Promise.reject(new Error('19900001234')),
      }),
      metrics: async () => 'zt_x 1\n',
      log,
    });
  });
  afterAll(() => ops.stop());

  it('is alive, ready and red with the check that fails', async () => {
    expect((await ask(ops.port, 'GET', '/health')).status).toBe(200);
    expect((await ask(ops.port, 'GET', '/ready')).status).toBe(200);
    well = false;
    stuck.add('vault');
    const red = await ask(ops.port, 'GET', '/ready');
    expect(red.status).toBe(503);
    expect(JSON.parse(red.body)).toMatchObject({
      ready: false,
      checks: [
        { name: 'store', ok: false, detail: 'away' },
        { name: 'journal', ok: true },
        { name: 'vault', ok: false, detail: 'Error' },
      ],
    });
    expect((await ask(ops.port, 'GET', '/health')).status).toBe(200);
    well = true;
    stuck.clear();
    expect((await ask(ops.port, 'GET', '/ready')).status).toBe(200);
  });

  it('does not wait for a check that hangs', async () => {
    stuck.add('journal');
    const red = await ask(ops.port, 'GET', '/ready');
    expect(red.status).toBe(503);
    expect(red.body).toContain('no answer within 2000 ms');
    stuck.clear();
  });

  const table: readonly [string, string, string, Record<string, string>, string, number, string][] = [
    ['runs an action', 'POST', '/ops/rebuild', json, '{"group":"desk"}', 200, '"rebuilt":"desk"'],
    ['says why an action is refused', 'POST', '/ops/parked/skip', json, '{}', 409, 'UNKNOWN_KEY'],
    ['hides why an action failed', 'POST', '/ops/broken', json, '{}', 500, 'failed'],
    ['knows no other action', 'POST', '/ops/toString', json, '{}', 404, 'not-found'],
    ['does not act on GET', 'GET', '/ops/rebuild', json, '', 404, 'not-found'],
    [
      'does not act for a web page',
      'POST',
      '/ops/rebuild',
      { ...json, origin: 'http://x' },
      '{}',
      403,
      'only-from-here',
    ],
    [
      'does not act on a form',
      'POST',
      '/ops/rebuild',
      { 'content-type': 'text/plain' },
      '{}',
      403,
      'only-from-here',
    ],
    ['refuses what is no JSON', 'POST', '/ops/rebuild', json, '{', 400, 'not-json'],
    ['refuses a list', 'POST', '/ops/rebuild', json, '[1]', 400, 'not-json'],
    ['refuses a huge body', 'POST', '/ops/rebuild', json, 'x'.repeat(70_000), 413, 'too-large'],
    ['shows figures', 'GET', '/metrics', {}, '', 200, 'zt_x 1'],
    ['shows its state', 'GET', '/status', {}, '', 200, '"lag":3'],
    ['shows nothing else', 'GET', '/etc/passwd', {}, '', 404, 'not-found'],
  ];
  it.each(table)('%s', async (_what, method, path, headers, body, status, told) => {
    const asked = await ask(ops.port, method, path, headers, body);
    expect([asked.status, asked.body]).toEqual([status, expect.stringContaining(told)]);
    expect(asked.body).not.toContain('138123');
  });
});
