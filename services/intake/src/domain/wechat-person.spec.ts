// What an account remembers of a person, and when it ends.
import { memoryTable } from '#testkit/memory-table';
import { tablePeople } from '../adapters/out/table-people';
import { forgetEnded } from '../app/wechat-conversation';
import { turns } from '../app/turns';
import { DRAFT_LIVES_MS } from './wechat-dialogue';
import {
  answering,
  drafting,
  newPerson,
  owning,
  rememberedAt,
  telling,
  type WechatPerson,
  withoutDraft,
} from './wechat-person';

const AT = 1_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const somebody: WechatPerson = { ...newPerson('p', 'wechat'), openId: 'oPerson' };
const begun = drafting(somebody, 'wx-1', [{ question: 'title', settled: { title: '断电' } }], AT);

test('a draft lives a day from its latest answer', () => {
  expect(rememberedAt(begun, AT + DRAFT_LIVES_MS - 1).draft).toBeDefined();
  expect(rememberedAt(begun, AT + DRAFT_LIVES_MS).draft).toBeUndefined();
  const later = drafting(begun, 'wx-1', [], AT + HOUR);
  expect(rememberedAt(later, AT + DRAFT_LIVES_MS).draft).toBeDefined();
  expect(withoutDraft(begun).endsAt).toBe(0);
});

test('an answer lives ten minutes, what was told two days', () => {
  const person = telling(answering(somebody, 'm', '编号 ZT1', AT), 't', AT);
  expect(person.endsAt).toBe(AT + 10 * MINUTE);
  const after = rememberedAt(person, AT + 10 * MINUTE);
  expect([after.heard, after.told?.length, after.endsAt]).toEqual([[], 1, AT + 48 * HOUR]);
  expect(rememberedAt(person, AT + 48 * HOUR)).toMatchObject({ told: [], endsAt: 0 });
});

test('the OpenID goes with the last thing there is to tell', () => {
  expect(rememberedAt(begun, AT).openId).toBe('oPerson');
  expect(rememberedAt(begun, AT + DRAFT_LIVES_MS).openId).toBeUndefined();
  const owner = owning(somebody, { id: 'a', number: 'ZT1' });
  expect(rememberedAt(owner, AT + 400 * 24 * HOUR).openId).toBe('oPerson');
});

test('the latest appeal is the first, each stands once, and twenty are kept', () => {
  let person = somebody;
  for (let at = 0; at < 25; at += 1) person = owning(person, { id: `a${at}`, number: `ZT${at}` });
  person = owning(person, { id: 'a20', number: 'ZT20' });
  expect(person.appeals.slice(0, 2).map(({ id }) => id)).toEqual(['a20', 'a24']);
  expect(person.appeals).toHaveLength(20);
});

test('what has ended leaves the store although nobody writes again', async () => {
  const table = memoryTable<WechatPerson>();
  const people = tablePeople(table);
  await people.put(answering(begun, 'm', '查询码 ABCD2345', AT));
  const ports = (now: number) => ({ people, inTurn: turns(), now: () => now });
  await forgetEnded(ports(AT + 10 * MINUTE));
  expect(JSON.stringify(await table.get(['p']))).toMatch(/断电/);
  expect(JSON.stringify(await table.get(['p']))).not.toMatch(/ABCD2345/);
  await forgetEnded(ports(AT + DRAFT_LIVES_MS));
  expect(JSON.stringify(await table.get(['p']))).not.toMatch(/断电|oPerson/);
  expect(await people.ended(AT + 400 * 24 * HOUR)).toEqual([]);
});
