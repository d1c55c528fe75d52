// What an enterprise is told beside its short message, at the account its appeal came in by.
import { join } from 'node:path';
import { loadProfile } from '#policy/profile-loader';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { memoryTable } from '#testkit/memory-table';
import { type Message, type Messages, NO_MESSAGES } from '../../domain/messages';
import { doorTidings, type TidingsRow } from './door-tidings';

const loaded = loadProfile(join(__dirname, '../../../../../deploy/profiles/demo'));
if (!loaded.ok) throw new Error('profile');
const profile = loaded.value;
const never = (): never => {
  throw new Error('not asked');
};
const MINUTE = 60_000;

const claimed = (id: string, over: object = {}): Message => ({
  ...{ id, template: 'received', recipient: 'enterprise', unit: '', claimedAt: 1, status: 'claimed' },
  ...{ letter: { address: '19900006305', text: `${id}：已受理` }, attempts: 0, tryAt: 1, ...over },
});

/** Notification at a door, with intake answering by `answer`. */
function telling(door: string, messages: readonly Message[]) {
  const world = { now: 1000, answer: 'told', told: [] as string[] };
  const vault = memoryVault();
  const table = memoryTable<TidingsRow>();
  const tell = async ({ messageId, text }: { messageId: string; text: string }) => {
    if (world.answer === 'broken') throw new Error('away');
    world.told.push(`${messageId} ${text}`);
    return { outcome: world.answer };
  };
  const host = memoryHost({
    ...{ service: 'notification', journal: memoryJournal({ partitions: 1 }), vault, now: () => world.now },
    versions: { pack: never, packFor: never, packsInForce: never, calendar: never, profile: () => profile },
    peers: { intake: { tell: tell as never } },
  });
  const state: Messages = { ...NO_MESSAGES, course: { ...NO_MESSAGES.course, door }, messages };
  const open = () => doorTidings({ ...host, table: () => table as never }, 0);
  return { world, vault, table, open, keep: () => open().keep('a-1', state), due: () => open().tellDue() };
}

test('the enterprise is told its text, once, and nobody else of it', async () => {
  const { world, keep, due } = telling('wechat', [
    claimed('m-1'),
    claimed('m-2', { recipient: 'unit', unit: 'grid' }),
    claimed('m-3', { channel: 'email' }),
    claimed('m-4', { letter: 'erased' }),
    claimed('m-5', { tryAt: 9 * 3_600_000 }),
    { ...claimed('m-6'), status: 'sent', sentAt: 1 } as Message,
  ]);
  await keep();
  await keep();
  await due();
  await keep();
  await due();
  expect(world.told).toEqual(['m-1 m-1：已受理']);
});

test('what was kept outlives the process, and its text leaves the row when it was told', async () => {
  const { world, table, keep, due } = telling('wechat', [claimed('m-1')]);
  await keep();
  expect((await table.get(['m-1']))[0]?.text).toContain('已受理');
  await due();
  expect(world.told).toHaveLength(1);
  expect((await table.get(['m-1']))[0]).toMatchObject({ text: '', tryAt: 0 });
});

test.each(['away', 'broken'])(
  'while intake or the platform is %s it is tried again, four times',
  async (answer) => {
    const { world, table, keep, due } = telling('wechat', [claimed('m-1')]);
    world.answer = answer;
    await keep();
    await due();
    await due();
    const row = async () => (await table.get(['m-1']))[0];
    expect(await row()).toMatchObject({ attempts: 1, tryAt: 1000 + 5 * MINUTE });
    for (const minutes of [5, 15, 60]) {
      world.now += minutes * MINUTE;
      await due();
    }
    expect(await row()).toMatchObject({ attempts: 4, tryAt: world.now + 240 * MINUTE });
    world.now += 240 * MINUTE;
    await due();
    expect(await row()).toMatchObject({ text: '', tryAt: 0 });
  },
);

test('what the platform refuses is not said again', async () => {
  const { world, keep, due } = telling('wechat', [claimed('m-1')]);
  world.answer = 'refused';
  await keep();
  await due();
  world.now += 1000 * MINUTE;
  await due();
  expect(world.told).toHaveLength(1);
});

test('an appeal of another door, or of somebody who was erased, is not spoken of', async () => {
  const elsewhere = telling('web', [claimed('m-1')]);
  await elsewhere.keep();
  await elsewhere.due();
  const erased = telling('wechat', [claimed('m-1')]);
  await erased.keep();
  erased.vault.destroy('a-1');
  await erased.due();
  expect([elsewhere.world.told, erased.world.told]).toEqual([[], []]);
  expect((await erased.table.get(['m-1']))[0]?.text).toBe('');
});
