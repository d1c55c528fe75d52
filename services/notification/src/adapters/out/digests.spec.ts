import { memoryTable } from '#testkit/memory-table';
import { PaperProvider } from '../../../test/planted';
import type { Outgoing } from '../../app/ports';
import { type DigestRow, withDigests } from './digests';

const letter = (place: number, more: Partial<Outgoing> = {}): Outgoing => ({
  messageId: `i/a${place}/w/1#closed-unit#tax`,
  appealId: `a${place}`,
  template: 'closed-unit',
  recipient: 'unit',
  unit: 'tax',
  channel: 'sms',
  address: '19900009901',
  text: `工单YC-${place}已结案`,
  params: { number: `YC-${place}` },
  claimedAt: 0,
  digest: true,
  ...more,
});

function started() {
  const paper = new PaperProvider();
  const table = memoryTable<DigestRow>();
  return { paper, provider: withDigests(paper, table, () => '直通') };
}

test('of many appeals to one address at one time: one message, each of them answered', async () => {
  const { paper, provider } = started();
  const others = [letter(7, { address: '19900009902' }), letter(8, { digest: undefined as never })];
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((place) => provider.send([letter(place)])).concat(provider.send(others)),
  );
  expect(answers.flat().map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'sent'));
  expect(paper.got.map(({ text }) => text).sort()).toEqual([
    '【直通】您有6条通知，涉及YC-1、YC-2、YC-3、YC-4、YC-5等，请登录平台查看。',
    '工单YC-7已结案',
    '工单YC-8已结案',
  ]);
});

test('each of them is asked for by the digest it went out in', async () => {
  const { paper, provider } = started();
  paper.answer = () => ({ outcome: 'unsure', reason: 'lost' });
  await Promise.all([provider.send([letter(1)]), provider.send([letter(2)])]);
  const found = await provider.find([1, 2, 3].map((place) => ({ ...letter(place), offeredAt: 0 })));
  const digest = paper.got[0]?.messageId;
  expect(paper.asked.map(({ messageId }) => messageId)).toEqual([digest, digest, letter(3).messageId]);
  expect(found.map((one) => typeof one)).toEqual(['object', 'object', 'string']);
});

test('a provider without the template gets them one by one; one alone goes as it is', async () => {
  const { paper, provider } = started();
  await provider.send([letter(1)]);
  expect(paper.got[0]?.text).toBe('工单YC-1已结案');
  const without = new PaperProvider();
  without.carries = ({ template }: Pick<Outgoing, 'template' | 'channel'>) => template !== 'digest';
  await withDigests(without, memoryTable<DigestRow>(), () => '直通').send([letter(1), letter(2)]);
  expect(without.got).toHaveLength(2);
});
