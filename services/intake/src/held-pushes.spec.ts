// Pushes whose codes nobody knows, through intake as it runs: kept, listed, repeated, released and rejected,
// each answered in the platform's own form (IN-1).
import { createHmac } from 'node:crypto';
import { MORNING } from '../test/scenario';
import { startWorld, submissionWire, type World } from '../test/world';
import { doorBook } from './adapters/out/door-book';
import { derivedSecret } from './adapters/out/door-secrets';

const SECONDS = String(Math.floor(MORNING / 1000));
let nonces = 0;

/** A push of the message board, signed as its mapping says. */
function push(over: object = {}) {
  const author = { name: '殷某', phone: '19900006305' };
  const message = {
    ...{ id: 'LB-1', subject: '厂区断电', text: '本月已断电三次，请协调。', type: '77', field: '企业' },
    ...{ area: '太仓市', organisation: '太仓市奕辉新能源充换电有限公司', author },
    ...over,
  };
  const body = Buffer.from(JSON.stringify({ message }));
  const nonce = `n-${(nonces += 1)}`;
  const signed = Buffer.concat([Buffer.from(`${SECONDS}\n${nonce}\n`), body]);
  const signature = createHmac('sha256', derivedSecret(new Uint8Array(32), 'leader-board'))
    .update(signed)
    .digest('hex');
  const headers = { 'x-signature': signature, 'x-timestamp': SECONDS, 'x-nonce': nonce };
  return { door: 'leader-board', headers, body };
}

const release = (value: object) => ({
  $case: 'releasePush',
  value: { kind: '', topic: '', region: '', ...value },
});

describe('a push with a code nobody knows', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());
  const types = (type: string) => world.records().filter((one) => one.type.endsWith(`.${type}`)).length;

  test('has its receipt, waits in the list with what was read, and counts at its door', async () => {
    const answer = await world.receive(push());
    expect(answer).toMatchObject({
      status: 200,
      json: { code: 0, message: expect.stringContaining('人工') },
    });
    const [waits, ...more] = (await world.held()).pushes;
    expect(more).toEqual([]);
    expect(waits).toMatchObject({
      ...{ door: 'leader-board', sourceNumber: 'LB-1', number: answer.json.data.number, since: MORNING },
      ...{ unmapped: { kind: '77' }, topic: 'permit', region: 'taicang', title: '厂区断电' },
    });
    expect(waits?.dueAt).toBeGreaterThan(MORNING);
    expect([types('PushHeld'), types('AppealSubmitted')]).toEqual([1, 0]);
    const box = world.records().find((one) => one.type.endsWith('.PushHeld'));
    expect(Buffer.from(box?.value ?? []).toString()).not.toMatch(/断电|殷某|19900006305|77/);
  });

  test('released becomes the appeal it was pushed as; every repeat is answered alike', async () => {
    const first = await world.receive(push());
    const again = await world.receive(push());
    const [waits] = (await world.held()).pushes;
    world.clock.now += 3_600_000;
    expect(await world.execute(waits?.appealId ?? '', 'clerk', release({ kind: 'help' }))).toBe('submitted');
    world.clock.now -= 3_600_000;
    const after = await world.receive(push());
    expect([again.json, after.json.data]).toEqual([first.json, first.json.data]);
    expect([types('PushHeld'), types('AppealSubmitted')]).toEqual([1, 1]);
    expect((await world.held()).pushes).toEqual([]);
    const found = await world.findBySource({ channel: 'leader-board', sourceNumber: 'LB-1' });
    expect(found.number).toBe(first.json.data.number);
  });

  test('with a meaning no list has is refused, and waits on', async () => {
    await world.receive(push({ type: '1', area: '某县' }));
    const [waits] = (await world.held()).pushes;
    const id = waits?.appealId ?? '';
    expect(await world.execute(id, 'clerk', release({ region: 'atlantis' }))).toBe('MEANING_REFUSED');
    expect(await world.execute(id, 'handler', release({ region: 'taicang' }))).toBe('ROLE_NOT_ALLOWED');
    expect((await world.held()).pushes).toHaveLength(1);
    expect(await world.execute(id, 'clerk', release({ region: 'taicang' }))).toBe('submitted');
  });

  test('rejected is told to the platform with the reason, and makes no appeal', async () => {
    await world.receive(push());
    const [waits] = (await world.held()).pushes;
    const reject = { $case: 'rejectPush', value: { reason: '系内部测试件' } };
    expect(await world.execute(waits?.appealId ?? '', 'clerk', reject)).toBe('rejected');
    const told = await world.receive(push());
    expect(told.json).toMatchObject({
      code: 1,
      message: expect.stringMatching(/PUSH_REJECTED.*系内部测试件/),
    });
    expect((await world.findBySource({ channel: 'leader-board', sourceNumber: 'LB-1' })).number).toBe('');
    expect(types('AppealSubmitted')).toBe(0);
  });

  test('is counted at its door, which can be shut and opened on record, and survives a start', async () => {
    await world.receive(push());
    await world.receive(push({ id: 'LB-2', type: '1' }));
    await world.receive({ ...push(), headers: {} });
    const board = async () => (await world.doors()).find(({ door }) => door === 'leader-board');
    const today = { held: 1, created: 1, SIGNATURE_MISSING: 1 };
    expect(await board()).toMatchObject({ open: true, today, held: 1, lastAt: MORNING });
    const ops = { role: 'ops', id: 'o-1', unit: '' };
    const shut = { actor: ops, door: 'leader-board', open: false, reason: '平台升级' };
    expect(await world.switchDoor({ ...shut, actor: { ...ops, role: 'handler' } })).toBe('ROLE_NOT_ALLOWED');
    expect(await world.switchDoor(shut)).toBe('shut');
    const refused = await world.receive(push({ id: 'LB-3', type: '1' }));
    expect(refused).toMatchObject({ status: 503, json: { message: expect.stringContaining('DOOR_CLOSED') } });
    expect(refused.retryAfterS).toBeGreaterThan(0);
    const again = doorBook({ ...world.host, table: world.table });
    await world.hosted.stop?.();
    await again.begin();
    expect([again.isShut('leader-board'), again.lastSwitch('leader-board')?.reason]).toEqual([
      true,
      '平台升级',
    ]);
    expect(again.day('leader-board').today).toEqual({ ...today, DOOR_CLOSED: 1 });
    expect(await world.switchDoor({ ...shut, open: true, reason: '升级完成' })).toBe('open');
    expect((await world.receive(push({ id: 'LB-3', type: '1' }))).status).toBe(200);
  });

  test('at a door of our own that is shut is told so, and a repeat still gets its receipt', async () => {
    const ops = { role: 'ops', id: 'o-1', unit: '' };
    await world.submit(submissionWire({ sourceNumber: 'W-1' }));
    await world.switchDoor({ actor: ops, door: 'web', open: false, reason: '维护' });
    const { outcome } = await world.submit(submissionWire({ sourceNumber: 'W-2' }));
    expect(JSON.stringify(outcome)).toContain('DOOR_CLOSED');
    expect((await world.submit(submissionWire({ sourceNumber: 'W-1' }))).outcome?.$case).toBe('repeated');
  });

  test('and something else wrong is told at once: only what a word can mend waits', async () => {
    const wrong = await world.receive(push({ author: { name: '殷某', phone: '110' } }));
    expect(wrong.json).toMatchObject({ code: 1, message: expect.stringContaining('PHONE_WRONG') });
    expect(types('PushHeld')).toBe(0);
  });
});
