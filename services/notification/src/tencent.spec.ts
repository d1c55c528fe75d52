// The service with Alibaba Cloud first and Tencent Cloud behind it, both on the loopback: who takes what, and
// that nobody gets anything twice.
import { type AliyunSms, startAliyunSms } from '#testkit/counterparts/aliyun-sms';
import { type TencentSms, startTencentSms } from '#testkit/counterparts/tencent-sms';
import { type Planted, plantedNotification } from '../test/planted';
import { COUNTED, NAMED, SIGNATURE, TEMPLATES } from '../test/vendors';
import { wall } from '../test/desk';
import { aliyunSms } from './adapters/out/aliyun-sms';
import { limitedNumbers } from './adapters/out/limited-numbers';
import { tencentSms } from './adapters/out/tencent-sms';
import type { Provider } from './app/ports';

const MINUTE = 60_000;
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

interface Both {
  readonly aliyun: AliyunSms;
  readonly tencent: TencentSms;
  readonly planted: Planted;
}

async function withBoth(
  limit: (provider: Provider, now: () => number) => Provider = (one) => one,
): Promise<Both> {
  const clock: { now: () => number } = { now: () => wall('2026-03-02 09:00') };
  const now = () => clock.now();
  const shared = { now, signs: [SIGNATURE] };
  const aliyun = await startAliyunSms({ ...shared, templates: NAMED });
  const limits = { thirtySeconds: 99, oneHour: 99, daily: 99 };
  const tencent = await startTencentSms({ ...shared, templates: COUNTED, limits });
  running.push(aliyun, tencent);
  const common = { signature: SIGNATURE, longest: 35, timeoutMs: 2000, templates: TEMPLATES };
  const ali = { vendor: 'aliyun', name: 'aliyun', base: aliyun.address, ...common } as const;
  const ten = { vendor: 'tencent', name: 'tencent', base: tencent.address, ...common } as const;
  const { accessKeyId, accessKeySecret } = aliyun.key;
  const { secretId, secretKey } = tencent.key;
  const { appId } = tencent;
  const first = aliyunSms(ali, { id: accessKeyId, secret: accessKeySecret }, now);
  const region = 'ap-guangzhou';
  const second = tencentSms({ ...ten, region, appId }, { id: secretId, secret: secretKey }, now);
  const planted = await plantedNotification('2026-03-02 09:00', limit(first, now), second);
  clock.now = () => planted.world.now;
  running.push({ stop: () => planted.host.runtime.stop() });
  await planted.start();
  return { aliyun, tencent, planted };
}

const carried = ({ aliyun, tencent }: Both) => [
  aliyun.carrier.messages.length,
  tencent.carrier.messages.length,
];

test('the first has no money: the second takes it, and tells when it is delivered', async () => {
  const both = await withBoth();
  const { aliyun, tencent, planted } = both;
  aliyun.outOfService(true);
  await planted.submitted('a1');
  await planted.send();
  expect(carried(both)).toEqual([0, 1]);
  expect(tencent.carrier.messages[0]?.text).toMatch(/^【峄企速办】您的诉求已收到，编号YC-1，查询码QC7。/);
  planted.world.now += MINUTE;
  expect(await planted.hosted.askNow()).toBe(1);
  const { messages } = await planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  const serial = tencent.carrier.messages[0]?.receipt;
  expect(messages).toMatchObject([{ status: 'delivered', provider: 'tencent', providerId: serial }]);
});

test('the first took it and the answer is lost: the second does not get it', async () => {
  const both = await withBoth();
  both.aliyun.trouble.loseAnswers = 1;
  await both.planted.submitted('a1');
  for (let minute = 0; minute < 60; minute += 1) {
    await both.planted.send();
    both.planted.world.now += MINUTE;
  }
  expect(carried(both)).toEqual([1, 0]);
});

test('the second took it and the answer is lost: by its own receipts it is found', async () => {
  const both = await withBoth();
  both.aliyun.outOfService(true);
  both.tencent.trouble.loseAnswers = 1;
  await both.planted.submitted('a1');
  for (let minute = 0; minute < 60; minute += 1) {
    await both.planted.send();
    both.planted.world.now += MINUTE;
  }
  expect(carried(both)).toEqual([0, 1]);
  const { messages } = await both.planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  expect(messages).toMatchObject([{ status: 'delivered', provider: 'tencent' }]);
});

test('a number that asked the vendor for quiet is given up, and tried nowhere else', async () => {
  const both = await withBoth();
  both.aliyun.outOfService(true);
  both.tencent.blacklists('19900009904');
  await both.planted.submitted('a1');
  await both.planted.send();
  const { messages } = await both.planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  expect(messages).toMatchObject([{ status: 'given-up', trouble: 'FailedOperation.PhoneNumberInBlacklist' }]);
});

test('a number gets one message a minute; what is more waits its time, nothing is lost', async () => {
  const both = await withBoth((provider, now) => limitedNumbers(provider, { minute: 1, hour: 5 }, now));
  const keys = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'];
  for (const key of keys) await both.planted.submitted(key);
  const perMinute: number[] = [];
  for (let minute = 0; minute < 130; minute += 1) {
    await both.planted.send();
    both.planted.world.now += MINUTE - 1000;
    perMinute.push(carried(both)[0] ?? 0);
  }
  expect(perMinute.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
  expect(carried(both)).toEqual([keys.length, 0]);
});
