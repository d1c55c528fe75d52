import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { PaperProvider, type Planted, plantedNotification } from '../test/planted';
import { WORDS } from '../test/desk';

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
const dispatch = ({ says }: Planted, key: string) =>
  says(key, 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, () =>
    triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead: 'tax', assist: ['water'] }),
  );

test('submitted and dispatched: four messages handed over in one write, masked', async () => {
  const planted = await started();
  await planted.submitted('a1');
  await dispatch(planted, 'a1');
  await planted.send();
  expect(typesOf(planted)).toEqual([
    ...Array.from({ length: 4 }, () => 'MessageClaimed'),
    ...Array.from({ length: 4 }, () => ['MessageSent', 'MessageDelivered']).flat(),
  ]);
  expect(
    new Set(
      planted
        .written()
        .slice(4)
        .map(({ commandId }) => commandId),
    ).size,
  ).toBe(1);
  const { messages } = await planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  expect(messages.map(({ template, status, addressMasked }) => [template, status, addressMasked])).toEqual([
    ['received', 'delivered', '199****9904'],
    ['dispatched-enterprise', 'delivered', '199****9904'],
    ['dispatched-unit', 'delivered', '199****9901'],
    ['dispatched-assist', 'delivered', '199****9902'],
  ]);
  // The code opens the appeal to whoever holds it: the list that staff read does not give it away.
  expect(messages[0]?.text).toContain('查询码***');
  expect(messages[0]?.text).not.toContain('QC7');
  const { messages: latest } = await planted.hosted.handlers.listMessages({ appealId: '', limit: 2 });
  expect(latest).toHaveLength(2);
  expect(latest.map(({ text }) => text).join()).not.toContain('QC7');
  const compared = await planted.host.runtime.compare();
  expect(compared.map(({ group, differing }) => [group, differing])).toEqual([['notification.messages', []]]);
});

test('an order of the evening reaches who is on duty, one of the morning the contact (HD-9)', async () => {
  const reached = async (hour: string) => {
    const planted = await plantedNotification(`2026-07-01 ${hour}`);
    running.push(planted);
    await planted.start();
    await planted.submitted('a1');
    await dispatch(planted, 'a1');
    await planted.send();
    const { messages } = await planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
    return messages.filter(({ unit }) => unit === 'water').map(({ addressMasked }) => addressMasked);
  };
  expect(await reached('10:00')).toEqual(['199****9902']);
  expect(await reached('22:00')).toEqual(['199****9911']);
});

test('nothing personal stands in clear in the journal', async () => {
  const planted = await started();
  await planted.submitted('a1');
  await dispatch(planted, 'a1');
  await planted.send();
  const bytes = Buffer.concat(planted.written().map(({ value }) => value));
  for (const word of [WORDS.phone, WORDS.title, WORDS.enterprise, WORDS.queryCode, '19900009901'])
    expect(bytes.includes(Buffer.from(word))).toBe(false);
});

test('died between the provider and our own write: the provider is asked, nobody gets it twice', async () => {
  const provider = new PaperProvider();
  const planted = await started(provider);
  await planted.submitted('a1');
  provider.breaks = true;
  await expect(planted.send()).rejects.toThrow('planted');
  expect(typesOf(planted)).toEqual(['MessageClaimed', 'MessageOffered']);
  provider.breaks = false;
  planted.world.now += 60_000;
  await planted.send();
  expect(typesOf(planted)).toEqual(['MessageClaimed', 'MessageOffered', 'MessageSent', 'MessageDelivered']);
  expect(provider.got).toHaveLength(1);
});

test('a provider that is busy is tried again after a minute, and only with what it refused', async () => {
  const provider = new PaperProvider();
  const planted = await started(provider);
  const sent = provider.answer;
  provider.answer = (letter) =>
    letter.unit !== '' ? { outcome: 'refused', fault: 'later', reason: 'busy' } : sent(letter);
  await planted.submitted('a1');
  await dispatch(planted, 'a1');
  await planted.send();
  provider.answer = sent;
  await planted.send();
  expect(provider.got.map(({ recipient }) => recipient)).toEqual(['enterprise', 'enterprise']);
  planted.world.now += 60_000;
  await planted.send();
  expect(provider.got.map(({ unit }) => unit)).toEqual(['', '', 'tax', 'water']);
});

test('an erased person gets nothing, on record', async () => {
  const provider = new PaperProvider();
  const planted = await started(provider);
  await planted.submitted('a1');
  planted.vault.destroy('a1');
  await planted.send();
  expect(provider.got).toEqual([]);
  expect(typesOf(planted)).toEqual(['MessageClaimed', 'MessageFailed']);
  const { messages } = await planted.hosted.handlers.listMessages({ appealId: 'a1', limit: 0 });
  expect(messages).toMatchObject([{ status: 'given-up', text: '', addressMasked: '' }]);
});

test('what happened while we were away is sent late, not dropped; reading alone sends nothing', async () => {
  const provider = new PaperProvider();
  const planted = await plantedNotification('2026-03-02 09:00', provider);
  running.push(planted);
  await planted.submitted('a1');
  planted.world.now += 3 * 86_400_000;
  await planted.start();
  expect(typesOf(planted)).toEqual(['MessageClaimed']);
  expect(provider.got).toEqual([]);
  await planted.send();
  expect(provider.got).toHaveLength(1);
});

test('the same event delivered twice is told once', async () => {
  const planted = await started();
  planted.journal.plant('doubled', 1);
  await planted.submitted('a1');
  await planted.send();
  expect(typesOf(planted)).toEqual(['MessageClaimed', 'MessageSent', 'MessageDelivered']);
});
