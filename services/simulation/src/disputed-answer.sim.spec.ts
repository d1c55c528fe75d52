// An answer of the library that the enterprise disputes (KB-2, IN-7), under each pack as shipped: whatever
// the pack does with discontent about a unit's answer, here no unit has had it, so it lies before a person at
// the desk, in the desk's own time, and from there takes its way with fresh clocks. Seed 7; nothing is drawn.
import { type Officer, officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

/** A question the library answers, asked on Monday 2 March at nine and disputed at ten. */
async function disputed(pack: string): Promise<Officer & { readonly id: string }> {
  town = await officer('2026-03-02 09:00', pack);
  const { appeal, until, status, running, does } = town;
  const id = await appeal('一个地址能不能登记多家公司？', { kind: 'consultation', title: '一址多照' });
  await until('2026-03-02 10:00');
  expect([await status(id), await running(id)]).toEqual(['answered', []]);
  expect(await does('enterprise', id, 'casework.dispute', { reason: '未说明本区规定' })).toBe('');
  expect(await does('enterprise', id, 'casework.dispute', { reason: '再次' })).not.toBe('');
  return { ...town, id };
}

test.each([
  [
    'yicheng',
    ['contact tax 2026-03-02 12:10', 'opinion tax 2026-03-04 00:00', 'resolve tax 2026-03-10 00:00'],
  ],
  ['chaozhou', ['acknowledge tax 2026-03-03 10:10', 'reply tax 2026-03-17 00:00']],
  ['suzhou', ['acknowledge tax 2026-03-03 10:10', 'reply tax 2026-03-17 00:00']],
])('%s: at the desk within 15 office minutes, then with a unit and its clocks', async (pack, clocks) => {
  const { id, until, status, running, does, cards } = await disputed(pack);
  await until('2026-03-02 10:09');
  expect([await status(id), await running(id)]).toEqual(['desk', ['desk 2026-03-02 10:15']]);
  await until('2026-03-02 10:10');
  expect(await does('clerk', id, 'triage.dispatch', { lead: 'tax', assist: [], why: '' })).toBe('');
  expect((await running(id)).filter((clock) => !clock.startsWith('objection'))).toEqual(clocks);
  expect(await cards(id)).toEqual([]);
});

test.each(['yicheng', 'chaozhou', 'suzhou'])('%s: left lying, the card is the desk’s', async (pack) => {
  const { id, until, cards } = await disputed(pack);
  await until('2026-03-02 10:17');
  expect(await cards(id)).toEqual(['yellow desk 2026-03-02 10:15']);
});

test.each(['yicheng', 'chaozhou', 'suzhou'])('%s: answered again, it may be rated and ends', async (pack) => {
  const { id, does, status, running } = await disputed(pack);
  expect(await does('clerk', id, 'triage.answer', { articleId: 'K003' })).toBe('');
  expect([await status(id), await running(id)]).toEqual(['answered', []]);
  expect(await does('enterprise', id, 'casework.rate', { rating: 'satisfied', comment: '' })).toBe('');
  expect(await status(id)).toBe('closed');
});
