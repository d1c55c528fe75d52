// What happens to an appeal flows back to its platform and out to systems (IN-1, IN-11), through notification
// as it runs: the receiving ends check signature, freshness, order and idempotency by themselves.
import { createHmac } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { PlatformMapping } from '#policy/platform-mapping';
import { loadProfile } from '#policy/profile-loader';
import type { Webhook } from '#policy/webhook';
import { type Loopback, startLoopback } from '#testkit/counterparts/loopback';
import { type ToldPlatform, toldPlatform } from '#testkit/counterparts/told-platform';
import { WORDS } from '../test/desk';
import { plantedWith } from '../test/planted';

const DAY = 86_400_000;
const SECRET = 'a-secret-of-the-board';
const HOOK_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

function rowOf(door: string): PlatformMapping {
  const read = loadProfile(join(__dirname, '../../../deploy/profiles/demo'));
  const row = read.ok ? read.value.platforms.find((one) => one.door === door) : undefined;
  if (!row) throw new Error(`${door} has no row`);
  return row;
}

type World = Awaited<ReturnType<typeof started>>;
let world: World;
let platform: ToldPlatform;
let system: Loopback;
const clock = { now: 0 };
const calls: { readonly id: string; readonly body: { readonly type: string; readonly data: object } }[] = [];
let systemSays = 200;

/** A system by the Standard Webhooks specification: believes what its secret signed, and keeps the id. */
async function listening(): Promise<Loopback> {
  return startLoopback(({ headers, body }) => {
    const id = String(headers['webhook-id']);
    const signed = `${id}.${String(headers['webhook-timestamp'])}.${body.toString()}`;
    const key = Buffer.from(HOOK_SECRET.slice(6), 'base64');
    const right = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
    if (headers['webhook-signature'] !== right) return { status: 401, type: 'text/plain', body: 'no' };
    if (systemSays === 200) calls.push({ id, body: JSON.parse(body.toString()) });
    return { status: systemSays, type: 'text/plain', body: '' };
  });
}

async function started(door: string) {
  platform = await toldPlatform(rowOf(door), SECRET, () => clock.now);
  system = await listening();
  const webhooks: Webhook[] = [
    {
      ...{ id: 'tax-own', owner: '区税务局业务系统', url: `${system.address}/hook`, unit: 'tax' },
      stages: ['dispatched', 'answered', 'closed'],
    },
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'told-')), 'receivers.json');
  const platforms = { [door]: { base: platform.address, secret: SECRET } };
  const told = { networks: ['127.0.0.0/8'], platforms, webhooks: { 'tax-own': { secret: HOOK_SECRET } } };
  writeFileSync(file, JSON.stringify(told));
  const planted = await plantedWith('2026-03-02 09:00', {
    more: { platforms: [rowOf(door)], webhooks },
    settings: { NOTIFICATION_RECEIVERS_FILE: file },
    bounds: { timeoutMs: 300 },
  });
  clock.now = planted.world.now;
  await planted.start();
  return { ...planted, door };
}

/** Lets so much time pass, and the sender do its round. */
async function after(ms: number): Promise<void> {
  world.world.now += ms;
  clock.now = world.world.now + 1000;
  await world.send();
}

const submit = (key: string, channel = world.door) =>
  world.says(key, 'intake.appeal', 'intake.v1.AppealSubmitted', intake.AppealSubmitted, (seal) => {
    const words = { title: WORDS.title, enterpriseName: WORDS.enterprise, contactPhone: WORDS.phone };
    const sealed = seal(
      intake.AppealSubmittedPrivate.encode(intake.AppealSubmittedPrivate.fromPartial(words)).finish(),
    );
    return intake.AppealSubmitted.fromPartial({
      number: `ZT-${key}`,
      channel,
      sourceNumber: `LB-${key}`,
      sealed,
    });
  });
const admit = (key: string) =>
  world.says(key, 'intake.appeal', 'intake.v1.AppealAdmitted', intake.AppealAdmitted, () =>
    intake.AppealAdmitted.fromPartial({ packHash: 'p' }),
  );
const dispatch = (key: string, lead = 'tax') =>
  world.says(key, 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, () =>
    triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead }),
  );
const complete = (key: string, held = false) =>
  world.says(key, 'casework.workorder', 'casework.v1.AppealCompleted', casework.AppealCompleted, (seal) => {
    const answer = casework.AppealCompletedPrivate.fromPartial({ answer: '已恢复供电' });
    const sealed = seal(casework.AppealCompletedPrivate.encode(answer).finish());
    return casework.AppealCompleted.fromPartial({ unit: 'tax', held, sealed });
  });
const release = (key: string) =>
  world.says(key, 'casework.workorder', 'casework.v1.AnswerReleased', casework.AnswerReleased, () =>
    casework.AnswerReleased.fromPartial({ unit: 'tax' }),
  );
const log = async (receiver = '', state = '') =>
  (await world.hosted.handlers.listDeliveries({ receiver, state, limit: 0 })).deliveries;

afterEach(async () => {
  await world.host.runtime.stop();
  await platform.stop();
  await system.stop();
  calls.length = 0;
  systemSays = 200;
});

test.each(['leader-board', 'yue-sheng-xin', 'su-shang-tong'])(
  '%s is told each stage once, in order, with the answer',
  async (door) => {
    world = await started(door);
    await submit('a1');
    for (const step of [admit, dispatch, complete]) await step('a1');
    for (let round = 0; round < 4; round += 1) await after(1000);
    const codes = rowOf(door).status?.codes ?? {};
    expect(platform.complaints).toEqual([]);
    expect(platform.kept).toMatchObject([
      { sourceNumber: 'LB-a1', number: 'ZT-a1', stage: codes.accepted, sequence: 1, text: '' },
      { stage: codes.dispatched, sequence: 2 },
      { stage: codes.answered, sequence: 3, text: '已恢复供电' },
    ]);
    const rows = await log(`platform:${door}`);
    expect(rows.map(({ stage, state, said }) => [stage, state, said])).toEqual([
      ['answered', 'delivered', '200'],
      ['dispatched', 'delivered', '200'],
      ['accepted', 'delivered', '200'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('供电');
  },
);

describe('the board', () => {
  beforeEach(async () => {
    world = await started('leader-board');
  });

  test('is told an answer that is held when it is released, with its words (HD-2)', async () => {
    await submit('a1');
    await complete('a1', true);
    await after(1000);
    expect(platform.kept).toEqual([]);
    await release('a1');
    await after(1000);
    expect(platform.kept).toMatchObject([{ stage: '3', text: '已恢复供电' }]);
  });

  test('with its answer lost is told again under the same key, and knows it', async () => {
    await submit('a1');
    await admit('a1');
    platform.trouble.loseAnswers = 1;
    await after(1000);
    await after(120_000);
    expect([platform.kept.length, platform.repeats(), platform.complaints]).toEqual([1, 1, []]);
  });

  test('away for a day gets everything afterwards in order, and nobody waits for it', async () => {
    platform.trouble.unavailable = true;
    await submit('a1');
    for (const step of [admit, dispatch, complete]) await step('a1');
    for (let hour = 0; hour < 24; hour += 1) await after(3_600_000);
    expect(platform.received.length).toBeLessThan(12);
    expect(calls.map(({ body }) => body.type)).toEqual(['appeal.dispatched', 'appeal.answered']);
    const texts = await world.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
    expect(
      texts.messages.filter(({ channel }) => channel === 'sms').map(({ status }) => status),
    ).not.toContain('claimed');
    platform.trouble.unavailable = false;
    for (let round = 0; round < 6; round += 1) await after(DAY);
    expect(platform.kept.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(platform.complaints).toEqual([]);
  });

  test('away for good is given up after days, on record, and the next stage has its turn', async () => {
    platform.trouble.unavailable = true;
    await submit('a1');
    await admit('a1');
    for (let day = 0; day < 12; day += 1) await after(DAY);
    expect(await log('', 'given-up')).toMatchObject([{ stage: 'accepted', attempts: 11, said: 'http-503' }]);
    platform.trouble.unavailable = false;
    await dispatch('a1');
    await after(DAY);
    expect((await log('platform:leader-board', 'waiting')).map(({ said }) => said)).toEqual(['http-409']);
  });

  test('that answers with a page of somebody in between has not taken it', async () => {
    platform.trouble.captive = true;
    await submit('a1');
    await admit('a1');
    await after(1000);
    expect(await log('', 'waiting')).toMatchObject([{ said: 'http-200', attempts: 1 }]);
  });

  test('is told of its own appeals, and of no person that was erased', async () => {
    await submit('a1', 'hotline');
    await admit('a1');
    await submit('a2');
    await admit('a2');
    world.vault.destroy('a2');
    await after(1000);
    expect(platform.received).toEqual([]);
    expect(await log()).toMatchObject([{ appealId: 'a2', state: 'given-up', said: 'erased' }]);
  });

  test('a system of a unit hears thinly of the appeals its unit has, and of no other', async () => {
    await submit('a1', 'hotline');
    await admit('a1');
    await dispatch('a1');
    await submit('a2');
    await dispatch('a2', 'water');
    systemSays = 503;
    await after(1000);
    systemSays = 200;
    await after(120_000);
    expect(calls).toMatchObject([
      { body: { type: 'appeal.dispatched', data: { number: 'ZT-a1', sequence: 1 } } },
    ]);
    expect(Object.keys(calls[0]?.body.data ?? {}).sort()).toEqual(['number', 'sequence', 'stage']);
  });
});
