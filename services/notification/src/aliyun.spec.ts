// The service through Alibaba Cloud, as its documentation describes it, on the loopback: sent, delivered, an
// answer that was lost after the vendor took the message, hours without it.
import { type AliyunSms, startAliyunSms } from '#testkit/counterparts/aliyun-sms';
import { type Planted, plantedNotification } from '../test/planted';
import { NAMED, SIGNATURE, TEMPLATES } from '../test/vendors';
import { wall, WORDS } from '../test/desk';
import { aliyunSms } from './adapters/out/aliyun-sms';

const MINUTE = 60_000;
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function withVendor(): Promise<{ vendor: AliyunSms; planted: Planted }> {
  const clock: { now: () => number } = { now: () => wall('2026-03-02 09:00') };
  const now = () => clock.now();
  const vendor = await startAliyunSms({ now, signs: [SIGNATURE], templates: NAMED });
  running.push(vendor);
  const { accessKeyId: id, accessKeySecret: secret } = vendor.key;
  const shared = { signature: SIGNATURE, longest: 35, timeoutMs: 2000, templates: TEMPLATES };
  const settings = { vendor: 'aliyun', name: 'aliyun', base: vendor.address, ...shared } as const;
  const planted = await plantedNotification('2026-03-02 09:00', aliyunSms(settings, { id, secret }, now));
  clock.now = () => planted.world.now;
  running.push({ stop: () => planted.host.runtime.stop() });
  await planted.start();
  return { vendor, planted };
}

const typesOf = ({ written }: Planted) => written().map(({ type }) => type.slice(type.lastIndexOf('.') + 1));
const listed = async (planted: Planted, appealId: string) =>
  (await planted.hosted.handlers.listMessages({ appealId, limit: 0 })).messages;

test('taken under its template, then delivered; the list says by whom and under which id', async () => {
  const { vendor, planted } = await withVendor();
  await planted.submitted('a1');
  await planted.send();
  expect(vendor.carrier.messages).toHaveLength(1);
  expect(vendor.carrier.messages[0]?.text).toMatch(/^【峄企速办】您的诉求已收到，编号YC-1，查询码QC7。/);
  expect(await listed(planted, 'a1')).toMatchObject([{ status: 'sent', provider: 'aliyun', text: '' }]);
  planted.world.now += MINUTE;
  expect(await planted.hosted.askNow()).toBe(1);
  const bizId = vendor.carrier.messages[0]?.receipt;
  expect(await listed(planted, 'a1')).toMatchObject([{ status: 'delivered', providerId: bizId }]);
  expect(await planted.hosted.askNow()).toBe(0);
  const bytes = JSON.stringify(
    (await planted.hosted.handlers.listMessages({ appealId: '', limit: 0 })).messages,
  );
  expect(bytes).not.toContain(WORDS.phone);
});

test('what the network cannot deliver is given up with its code', async () => {
  const { vendor, planted } = await withVendor();
  vendor.carrier.blocks(WORDS.phone, 'MOBILE_ON_BLACKLIST');
  await planted.submitted('a1');
  await planted.send();
  planted.world.now += MINUTE;
  await planted.hosted.askNow();
  expect(await listed(planted, 'a1')).toMatchObject([{ status: 'given-up', trouble: 'MOBILE_ON_BLACKLIST' }]);
});

test('the answer is lost after the vendor took it: asked for by our id, sent once', async () => {
  const { vendor, planted } = await withVendor();
  vendor.trouble.loseAnswers = 1;
  await planted.submitted('a1');
  await planted.send();
  expect(typesOf(planted)).toEqual(['MessageClaimed', 'MessageOffered', 'MessageUnsure']);
  planted.world.now += MINUTE;
  await planted.send();
  expect(vendor.carrier.messages).toHaveLength(1);
  expect(typesOf(planted).slice(3)).toEqual(['MessageSent', 'MessageDelivered']);
  const compared = await planted.host.runtime.compare();
  expect(compared.map(({ differing }) => differing)).toEqual([[]]);
});

test('the vendor never had it: after a while asked for in vain, sent again, once in all', async () => {
  const { vendor, planted } = await withVendor();
  vendor.trouble.unavailable = true;
  await planted.submitted('a1');
  await planted.send();
  vendor.trouble.unavailable = false;
  for (let minute = 0; minute < 8; minute += 1) {
    planted.world.now += MINUTE;
    await planted.send();
  }
  expect(vendor.carrier.messages).toHaveLength(1);
});

test('six hours of 503: afterwards everything, once', async () => {
  const { vendor, planted } = await withVendor();
  vendor.trouble.unavailable = true;
  const keys = Array.from({ length: 10 }, (_, index) => `a${index}`);
  for (const key of keys) {
    await planted.submitted(key);
    for (let minute = 0; minute < 36; minute += 1) {
      await planted.send();
      planted.world.now += MINUTE;
    }
  }
  expect(vendor.carrier.messages).toEqual([]);
  vendor.trouble.unavailable = false;
  for (let minute = 0; minute < 600; minute += 1) {
    await planted.send();
    planted.world.now += MINUTE;
  }
  const ids = vendor.carrier.messages.map(({ mark }) => mark.split('/')[1]);
  expect([...ids].sort()).toEqual([...keys].sort());
});

test('refused as throttled, it waits for the vendor and goes out without an attempt spent', async () => {
  const { vendor, planted } = await withVendor();
  vendor.throttles(3);
  await planted.submitted('a1');
  for (let round = 0; round < 4; round += 1) await planted.send();
  expect(vendor.carrier.messages).toHaveLength(1);
  expect(await listed(planted, 'a1')).toMatchObject([{ status: 'sent' }]);
});
