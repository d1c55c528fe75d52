// Providers that fail: the next one in the order, hours without any, an answer that was lost.
import { PaperProvider, type Planted, plantedNotification } from '../test/planted';

const running: Planted[] = [];
afterEach(async () => {
  for (const { host } of running.splice(0)) await host.runtime.stop();
});

async function started(...providers: readonly PaperProvider[]): Promise<Planted> {
  const planted = await plantedNotification('2026-03-02 09:00', ...providers);
  running.push(planted);
  await planted.start();
  return planted;
}

const typesOf = ({ written }: Planted) => written().map(({ type }) => type.slice(type.lastIndexOf('.') + 1));
const down = () => ({ outcome: 'refused', fault: 'provider', reason: 'ECONNREFUSED' }) as const;
const lost = () => ({ outcome: 'unsure', reason: 'TimeoutError' }) as const;
const MINUTE = 60_000;

test('what the first provider surely has not taken goes to the second, once', async () => {
  const [first, second] = [new PaperProvider('first'), new PaperProvider('second')];
  first.answer = down;
  const planted = await started(first, second);
  await planted.submitted('a1');
  await planted.send();
  expect([first.got.length, second.got.length]).toEqual([0, 1]);
  expect(typesOf(planted).filter((type) => type === 'MessageSent')).toHaveLength(1);
});

test('a text the first does not carry goes to the second; refused by all it is given up', async () => {
  const [first, second] = [new PaperProvider('first'), new PaperProvider('second')];
  first.answer = () => ({ outcome: 'refused', fault: 'message', reason: 'template' });
  second.answer = () => ({ outcome: 'refused', fault: 'message', reason: 'signature' });
  const planted = await started(first, second);
  await planted.submitted('a1');
  await planted.send();
  const { messages } = await planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  expect(messages.map(({ status }) => status)).toEqual(['given-up']);
});

test('six hours without any provider: afterwards everything goes out, once, in order', async () => {
  const provider = new PaperProvider();
  const sent = provider.answer;
  let tries = 0;
  provider.answer = () => {
    tries += 1;
    return down();
  };
  const planted = await started(provider);
  const keys = Array.from({ length: 12 }, (_, index) => `a${index}`);
  for (const key of keys) {
    await planted.submitted(key);
    planted.world.now += 30 * MINUTE;
    for (let round = 0; round < 30; round += 1) await planted.send();
  }
  expect(provider.got).toEqual([]);
  expect(tries).toBeLessThan(200);
  provider.answer = sent;
  for (let round = 0; round < 40; round += 1) {
    await planted.send();
    planted.world.now += MINUTE;
  }
  expect(provider.got.map(({ appealId }) => appealId)).toEqual(keys);
  expect(typesOf(planted).filter((type) => type === 'MessageDelivered')).toHaveLength(keys.length);
});

test('an answer that was lost: asked, it is there, sent once; no other gets it meanwhile', async () => {
  const [first, second] = [new PaperProvider('first'), new PaperProvider('second')];
  first.answer = lost;
  const planted = await started(first, second);
  await planted.submitted('a1');
  await planted.send();
  expect(typesOf(planted)).toEqual(['MessageClaimed', 'MessageOffered', 'MessageUnsure']);
  planted.world.now += MINUTE;
  await planted.send();
  expect([first.got.length, second.got.length, first.asked.length]).toEqual([1, 0, 1]);
  expect(typesOf(planted).slice(3)).toEqual(['MessageSent', 'MessageDelivered']);
});

test('lost, and the provider says it never had it: sent again', async () => {
  const provider = new PaperProvider();
  const sent = provider.answer;
  provider.answer = lost;
  provider.knows = () => 'not-taken';
  const planted = await started(provider);
  await planted.submitted('a1');
  await planted.send();
  provider.answer = sent;
  for (let round = 0; round < 10; round += 1) {
    planted.world.now += MINUTE;
    await planted.send();
  }
  expect(provider.got).toHaveLength(2);
  expect(typesOf(planted).at(-1)).toBe('MessageDelivered');
});

test('nobody can tell: once more by the usual rule, never a third time', async () => {
  const provider = new PaperProvider();
  provider.answer = lost;
  provider.knows = () => 'unknown';
  const planted = await started(provider);
  await planted.submitted('a1');
  for (let round = 0; round < 30; round += 1) {
    await planted.send();
    planted.world.now += 10 * MINUTE;
  }
  expect(provider.got).toHaveLength(2);
  const { messages } = await planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  expect(messages.map(({ status }) => status)).toEqual(['given-up']);
});

test('lost, and its provider is gone silent for hours: another takes it; with none it waits', async () => {
  const outcome = async (...others: readonly PaperProvider[]) => {
    const first = new PaperProvider('first');
    const planted = await started(first, ...others);
    first.answer = lost;
    first.knows = () => 'silent';
    await planted.submitted('a1');
    for (let round = 0; round < 30; round += 1) {
      await planted.send();
      planted.world.now += 10 * MINUTE;
    }
    return [first.got.length, ...others.map(({ got }) => got.length), typesOf(planted).at(-1)];
  };
  expect(await outcome()).toEqual([1, 'MessageUnsure']);
  expect(await outcome(new PaperProvider('second'))).toEqual([1, 1, 'MessageDelivered']);
});
