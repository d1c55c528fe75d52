// What an enterprise is told beside its short message, at the account its appeal came in by.
import { join } from 'node:path';
import { loadProfile } from '#policy/profile-loader';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { type Message, type Messages, NO_MESSAGES } from '../../domain/messages';
import { alsoAtDoor } from './wechat-messages';

const loaded = loadProfile(join(__dirname, '../../../../../deploy/profiles/demo'));
if (!loaded.ok) throw new Error('profile');
const profile = loaded.value;
const never = (): never => {
  throw new Error('not asked');
};

const claimed = (id: string, over: object = {}): Message => ({
  ...{ id, template: 'received', recipient: 'enterprise', unit: '', claimedAt: 1, status: 'claimed' },
  ...{ letter: { address: '19900006305', text: `${id}：已受理` }, attempts: 0, tryAt: 1, ...over },
});

function telling(door: string, messages: readonly Message[], fails = false) {
  const told: unknown[] = [];
  const vault = memoryVault();
  const tell = async (request: unknown) => {
    told.push(request);
    if (fails) throw new Error('away');
    return { outcome: 'told' };
  };
  const host = memoryHost({
    ...{ service: 'notification', journal: memoryJournal({ partitions: 1 }), vault, now: () => 2 },
    versions: { pack: never, packFor: never, packsInForce: never, calendar: never, profile: () => profile },
    peers: { intake: { tell } },
  });
  const state: Messages = { ...NO_MESSAGES, course: { ...NO_MESSAGES.course, door }, messages };
  return { told, vault, run: () => alsoAtDoor(host, 0)('a-1', state) };
}

test('the enterprise is told its text, and nobody else of it', async () => {
  const { told, run } = telling('wechat', [
    claimed('m-1'),
    claimed('m-2', { recipient: 'unit', unit: 'grid' }),
    claimed('m-3', { channel: 'email' }),
    claimed('m-4', { letter: 'erased' }),
    { ...claimed('m-5'), status: 'sent', sentAt: 1 } as Message,
  ]);
  await run();
  expect(told).toEqual([{ appealId: 'a-1', messageId: 'm-1', text: 'm-1：已受理' }]);
});

test('an appeal of another door, or of somebody who was erased, is not spoken of', async () => {
  const elsewhere = telling('web', [claimed('m-1')]);
  await elsewhere.run();
  const erased = telling('wechat', [claimed('m-1')]);
  erased.vault.destroy('a-1');
  await erased.run();
  expect([elsewhere.told, erased.told]).toEqual([[], []]);
});

test('a door that does not answer stops nothing', async () => {
  const { told, run } = telling('wechat', [claimed('m-1'), claimed('m-2')], true);
  await run();
  expect(told).toHaveLength(2);
});
