// The file of what a unit closed itself (SZ 1.3): closed at once, with what the unit said, and nothing begun.
import { describeCases } from '../app/describe-cases';
import { type CaseFile, EMPTY_CASE_FILE } from './case-file';
import { summaryOf } from './case-summary';
import { foldCaseFile } from './fold-case-file';
import type { ReportedFact } from './reported-fact';
import { timelineRow } from './timeline';

const FACT: ReportedFact = {
  type: 'AppealReported',
  ...{
    number: 'SZ-1',
    channel: 'direct-report',
    sourceNumber: 'r',
    kind: 'help',
    uscc: 'U',
    region: 'taicang',
  },
  ...{ pack: 'suzhou', packHash: 'h', unit: 'wtr', period: '2026Q1', receivedAt: 1000, closedAt: 5000 },
  ...{ satisfaction: 'satisfied', joinedToNumber: '', by: 'w-1' },
  words: {
    ...{
      title: '积水',
      content: '厂门前积水',
      enterpriseName: '某某公司',
      contactName: '殷某',
      contactPhone: '+86199',
    },
    ...{ answer: '已疏通', unitContact: '陆某', unitPhone: '19900000016' },
  },
};
const folded = (change: Partial<ReportedFact> = {}): CaseFile => {
  const event = { ...FACT, ...change };
  return foldCaseFile(EMPTY_CASE_FILE, { event, at: 9000, id: 'e', writer: 'intake.appeal', seq: 1 });
};
const wordsOf = async (file: CaseFile) =>
  (await describeCases(['a'], { byIds: async () => new Map([['a', { appealId: 'a', file }]]) } as never))[0];

test('it is closed, the unit has it, no clock and no step is open', () => {
  expect(summaryOf('a', folded())).toMatchObject({
    ...{ status: 'reported', lead: 'wtr', number: 'SZ-1', submittedAt: 1000, rating: 'satisfied', stage: '' },
    ...{ nextClock: '', worstCard: '', enterpriseName: '某某公司', pack: 'suzhou' },
  });
});

test('the same as one that counts, it stands joined to that one', () => {
  const file = folded({ joinedToNumber: 'SZ-0' });
  expect([summaryOf('a', file).status, file.intake.joinedToNumber]).toEqual(['joined', 'SZ-0']);
});

test('a report has the words of the unit, and of an erased person none', async () => {
  expect(await wordsOf(folded())).toMatchObject({ answer: '已疏通', unitContact: '陆某', erased: false });
  const erased = await wordsOf(folded({ words: 'erased' }));
  expect(erased).toMatchObject({ number: 'SZ-1', answer: '', unitContact: '', erased: true });
});

test('the course tells it to staff alone, without telephone numbers', () => {
  const row = timelineRow('a', { event: FACT, at: 9000, id: 'e', writer: 'intake.appeal', seq: 1 });
  expect(row).toMatchObject({ internal: true, by: 'w-1', unit: 'wtr' });
  expect(JSON.stringify(row.fields)).not.toMatch(/199|陆某|殷某/);
});
