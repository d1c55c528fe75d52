// Messages through both vendors of short messages as their documentation tells them, set up by the operator's
// files alone: whatever fails on either side, nobody is told twice by two vendors, and nothing is lost.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import { createNotification } from '#notification/service';
import type { VersionBook } from '#platform/version-book';
import { sealWith } from '#platform/runtime/codec';
import { startAliyunSms } from '#testkit/counterparts/aliyun-sms';
import { startTencentSms } from '#testkit/counterparts/tencent-sms';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { townUnder } from '../../services/simulation/test/town';

const MINUTE = 60_000;
const PHONE = '19900000007';
const { pack, profile, calendar } = townUnder('yicheng');

/** Every text of the programme as the vendors approved it: with named variables, and with counted ones. */
const approved = pack.messages.map(({ id, text }, index) => {
  const content = text.zh.replace(/^【[^】]*】/, '');
  const parameters = [...new Set([...content.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))];
  const named = content.replace(/\{(\w+)\}/g, (_, name: string) => `$\{${name}}`);
  const counted = content.replace(/\{(\w+)\}/g, (_, name: string) => `{${parameters.indexOf(name) + 1}}`);
  return { id, parameters, named, counted, aliyun: `SMS_${index}`, tencent: `${1110 + index}` };
});
const templatesOf = (vendor: Vendor, form: 'named' | 'counted') =>
  Object.fromEntries(approved.map((one) => [one[vendor], { kind: 'notice' as const, content: one[form] }]));
const rowsOf = (vendor: Vendor) =>
  Object.fromEntries(approved.map((one) => [one.id, { code: one[vendor], parameters: one.parameters }]));

type Vendor = 'aliyun' | 'tencent';
const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Both vendors, and notification with the files that name them in this order. */
async function world(order: readonly Vendor[] = ['aliyun', 'tencent'], deliveryMs = 3000) {
  const clock = { now: Date.parse('2026-03-02T09:00:00+08:00'), skewMs: 0 };
  const now = () => clock.now;
  const common = { now, signs: ['直通'], deliveryMs };
  const aliyun = await startAliyunSms({ ...common, templates: templatesOf('aliyun', 'named') });
  const tencent = await startTencentSms({ ...common, templates: templatesOf('tencent', 'counted') });
  const folder = mkdtempSync(join(tmpdir(), 'vendors-'));
  const write = (name: string, value: object) => {
    writeFileSync(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const of = { signature: '直通', timeoutMs: 1000 };
  const rows = {
    aliyun: { ...of, base: aliyun.address, templates: rowsOf('aliyun') },
    tencent: { ...of, base: tencent.address, appId: tencent.appId, templates: rowsOf('tencent') },
  };
  const providers = order.map((vendor) => ({ vendor, name: vendor, ...rows[vendor] }));
  const keys = {
    aliyun: { id: aliyun.key.accessKeyId, secret: aliyun.key.accessKeySecret },
    tencent: { id: tencent.key.secretId, secret: tencent.key.secretKey },
  };
  const settings = {
    NOTIFICATION_PROVIDERS_FILE: write('providers.yaml', { providers }),
    NOTIFICATION_PROVIDER_KEYS_FILE: write('keys.json', keys),
  };
  const journal = memoryJournal({ partitions: 2 });
  const vault = memoryVault();
  const versions: VersionBook = {
    pack: () => pack,
    packFor: () => ({ pack, hash: 'p' }),
    packsInForce: () => [pack],
    calendar: () => calendar,
    profile: () => profile,
  };
  const ours = () => clock.now + clock.skewMs;
  const host = memoryHost({ service: 'notification', journal, vault, versions, now: ours, settings });
  const hosted = createNotification(host);
  await host.runtime.start();
  await journal.settled();
  stops.push(
    () => aliyun.stop(),
    () => tencent.stop(),
    () => rmSync(folder, { recursive: true }),
    () => host.runtime.stop(),
  );
  /** An enterprise hands in an appeal, whose receipt goes out as a message. */
  const appeals = async (key: string, phone = PHONE) => {
    const dataKey = await vault.ensure(key);
    const id = `test/${key}/intake.appeal/1`;
    const words = intake.AppealSubmittedPrivate.fromPartial({
      title: '停电',
      contactPhone: phone,
      queryCode: 'QC7',
    });
    const sealed = sealWith(dataKey, id)(intake.AppealSubmittedPrivate.encode(words).finish());
    const event = intake.AppealSubmitted.fromPartial({ number: `ZT-${key}`, deskDueAt: clock.now, sealed });
    const about = { id, key, writer: 'intake.appeal', seq: 1, at: clock.now, basis: {}, commandId: 'c' };
    const type = 'zhitong.intake.v1.AppealSubmitted';
    const value = intake.AppealSubmitted.encode(event).finish();
    const record = { ...about, type, minReader: 1, instance: 'test', traceparent: '', value };
    await journal.open('others').writer.append([record]);
    await journal.settled();
  };
  /** So many rounds of the sender and of the asking for receipts, a step apart. */
  const rounds = async (count: number, stepMs = MINUTE) => {
    for (let round = 0; round < count; round += 1) {
      clock.now += stepMs;
      await hosted.sendNow();
      await hosted.askNow();
      await journal.settled();
    }
  };
  const statusOf = async (appealId: string) => {
    const { messages } = await hosted.handlers.listMessages({ appealId, limit: 0 });
    return messages.map(({ status, provider, trouble }) =>
      [status, provider, trouble].filter(Boolean).join(' '),
    );
  };
  const told = () => [aliyun, tencent].map(({ carrier }) => carrier.messages.length);
  return { clock, aliyun, tencent, appeals, rounds, statusOf, told };
}

it.each<[Vendor, number[]]>([
  ['aliyun', [1, 0]],
  ['tencent', [0, 1]],
])('%s first: told once, in the words of the approved template, and delivered', async (first, counts) => {
  const w = await world(first === 'aliyun' ? ['aliyun', 'tencent'] : ['tencent', 'aliyun']);
  await w.appeals('a1');
  await w.rounds(3);
  expect(w.told()).toEqual(counts);
  const [message] = w[first].carrier.messages;
  expect(message?.text).toContain('ZT-a1');
  expect(message?.text).not.toMatch(/[{}]/);
  expect(await w.statusOf('a1')).toEqual([`delivered ${first}`]);
});

it.each<[string, Vendor, (w: Awaited<ReturnType<typeof world>>) => void]>([
  [
    'away',
    'aliyun',
    (w) => {
      w.aliyun.trouble.unavailable = true;
    },
  ],
  ['without money', 'aliyun', (w) => w.aliyun.outOfService(true)],
  [
    'away',
    'tencent',
    (w) => {
      w.tencent.trouble.unavailable = true;
    },
  ],
  ['without money', 'tencent', (w) => w.tencent.outOfBalance(true)],
])('one %s (%s): the other tells, once', async (_, first, harm) => {
  const w = await world(first === 'aliyun' ? ['aliyun', 'tencent'] : ['tencent', 'aliyun']);
  harm(w);
  await w.appeals('a1');
  await w.rounds(60);
  expect(w.told()).toEqual(first === 'aliyun' ? [0, 1] : [1, 0]);
  expect(await w.statusOf('a1')).toEqual([`delivered ${first === 'aliyun' ? 'tencent' : 'aliyun'}`]);
});

it.each<[Vendor]>([['aliyun'], ['tencent']])(
  '%s took it and its answer was lost: it is asked, and nobody else is',
  async (first) => {
    const w = await world(first === 'aliyun' ? ['aliyun', 'tencent'] : ['tencent', 'aliyun']);
    w[first].trouble.loseAnswers = 1;
    await w.appeals('a1');
    await w.rounds(60);
    expect(w.told()).toEqual(first === 'aliyun' ? [1, 0] : [0, 1]);
    expect(await w.statusOf('a1')).toEqual([`delivered ${first}`]);
  },
);

it('taken, the answer lost, the network slow, so that nobody can tell: repeated once at most', async () => {
  const w = await world(['tencent', 'aliyun'], 60 * MINUTE);
  w.tencent.trouble.loseAnswers = 1;
  await w.appeals('a1');
  await w.rounds(300);
  expect((w.told()[0] ?? 0) + (w.told()[1] ?? 0)).toBeLessThanOrEqual(2);
  expect((await w.statusOf('a1'))[0]).toMatch(/^(delivered|given-up)/);
});

it('a page of somebody in between is no answer: nothing counts as sent, and later it is, once', async () => {
  const w = await world(['aliyun']);
  w.aliyun.trouble.captive = true;
  await w.appeals('a1');
  await w.rounds(30);
  expect((await w.statusOf('a1'))[0]).toMatch(/^claimed/);
  w.aliyun.trouble.captive = false;
  await w.rounds(600);
  expect(w.told()).toEqual([1, 0]);
});

it('with a clock of our own half an hour wrong nothing goes out and nothing is lost', async () => {
  const w = await world();
  w.clock.skewMs = 30 * MINUTE;
  await w.appeals('a1');
  await w.rounds(10);
  expect(w.told()).toEqual([0, 0]);
  w.clock.skewMs = 0;
  await w.rounds(600);
  expect(w.told()).toEqual([1, 0]);
});

it('a number that asked not to be told is told by nobody, and not asked for ever', async () => {
  const w = await world(['tencent']);
  w.tencent.blacklists(PHONE);
  await w.appeals('a1');
  await w.rounds(600);
  expect(w.told()).toEqual([0, 0]);
  expect(w.tencent.received.length).toBeLessThan(20);
  expect((await w.statusOf('a1'))[0]).toMatch(/^given-up/);
});

it('the limits of a number make messages late, not fewer and not more', async () => {
  const w = await world(['tencent']);
  const keys = Array.from({ length: 8 }, (_, nth) => `a${nth + 1}`);
  for (const key of keys) await w.appeals(key);
  await w.rounds(1000);
  const told = w.tencent.carrier.messages.map(({ text }) => /ZT-(a\d)/.exec(text)?.[1] ?? '');
  expect(told.sort()).toEqual(keys);
});
