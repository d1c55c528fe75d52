// 保护诉求 (HD-10): of a protected appeal no view, line, row or report says who the enterprise is, except the
// view of whoever has opened it; the enterprise's own words stay.
import { PROTECTED } from '#policy/protected';
import { tableDesk, type DeskRow } from '../adapters/out/table-desk';
import { describeCases } from '../app/describe-cases';
import { memoryTable } from '#testkit/memory-table';
import { successionOf } from '#policy/succession';
import { deskAsks } from '../../test/world';
import { hours } from '../../test/scenario';
import type { CaseFact } from './case-facts';
import { EMPTY_CASE_FILE } from './case-file';
import { summaryOf } from './case-summary';
import { enterpriseView, identifiedView, staffView } from './case-view';
import { foldCaseFile } from './fold-case-file';
import { timelineRow } from './timeline';

const WHO = ['太仓市奕辉新能源充换电有限公司', '91320585XNMLW3NY0L', '殷慧澄', '19900006305'];
const [enterpriseName = '', uscc = '', contactName = '', phone = ''] = WHO;
const words = { title: '防雷归口不清', content: '请明确归口。', enterpriseName, contactName };
const submitted = (protect: boolean): CaseFact => ({
  ...{
    type: 'AppealSubmitted',
    number: 'YC-1',
    channel: 'web',
    sourceNumber: 'W-1',
    kind: 'help',
    topic: 'tax',
  },
  ...{ uscc, region: 'taicang', ...(protect && { protect: true as const }) },
  words: { ...words, contactPhone: `+86${phone}` },
});
const MATCHED: CaseFact = {
  type: 'IdentityMatched',
  ...{ uscc, region: 'taicang', industry: 'energy', nameDiffers: false, by: '' },
};
const ADMITTED: CaseFact = {
  type: 'AppealAdmitted',
  ...{ pack: 'yicheng', packHash: 'p', kind: 'help', topic: 'tax', region: 'taicang', uscc, by: '' },
};
const AGREED: CaseFact = {
  type: 'AppealCompleted',
  ...{
    dispatchNo: 1,
    unit: 'tax',
    completionType: 'agreed-plan',
    by: 'li',
    round: 1,
    answerVerdict: 'answers',
  },
  ...{ findingCodes: [], plannedOn: '2026-03-20', agreedOn: '2026-03-03' },
  answer: { answer: '分期', basis: '', plan: '分期', agreedBy: contactName },
};
const OPENED: CaseFact = { type: 'ProtectedOpened', by: 'wang', reason: `致电${enterpriseName}` };
const LIFTED: CaseFact = { type: 'ProtectionLifted' };

function seen(...events: readonly CaseFact[]) {
  const facts = events.map((event, i) => ({ event, at: hours(i), id: `e${i}`, writer: 'w', seq: i + 1 }));
  const file = facts.reduce(foldCaseFile, EMPTY_CASE_FILE);
  const rows = facts.map((fact) => timelineRow('a', fact));
  return { file, rows };
}
const all = [MATCHED, ADMITTED, AGREED, OPENED];
const tells = (shown: unknown) => WHO.filter((one) => JSON.stringify(shown).includes(one));

test('file and course say who it is of an open one; of a protected one to whoever has opened it', () => {
  const open = seen(submitted(false), ...all.slice(0, -1));
  expect(tells(staffView('a', open.file, open.rows, {}))).toEqual(WHO);
  const hidden = seen(submitted(true), ...all);
  const view = staffView('a', hidden.file, hidden.rows, {});
  expect(tells(view)).toEqual([]);
  expect(view.summary).toMatchObject({ enterpriseName: PROTECTED, nameProtected: true, title: words.title });
  expect(view).toMatchObject({ uscc: PROTECTED, contactName: PROTECTED, contactPhone: PROTECTED });
  expect(view.summary).toMatchObject({ region: PROTECTED, industry: PROTECTED, uscc: '' });
  const where = view.timeline.flatMap(({ fields }) => [fields['region'], fields['industry']]);
  expect(new Set(where)).toEqual(new Set([PROTECTED, undefined]));
  expect(view.content).toBe(words.content);
  expect(view.timeline.at(-1)).toMatchObject({
    type: 'ProtectedOpened',
    by: 'wang',
    fields: { reason: PROTECTED },
  });
  expect(tells(identifiedView('a', hidden.file, hidden.rows, {}))).toEqual(WHO);
});

test('lifted, everything is shown again', () => {
  const { file, rows } = seen(submitted(true), ...all, LIFTED);
  expect(tells(staffView('a', file, rows, {}))).toEqual(WHO);
  expect(summaryOf('a', file).nameProtected).toBe(false);
});

test('the enterprise reads who agreed for it, and nothing of the opening', () => {
  const { file, rows } = seen(submitted(true), ...all);
  const own = enterpriseView('a', file, rows, {});
  expect(own.timeline.at(-1)?.fields).toMatchObject({ agreedBy: contactName });
  expect(own.timeline.map(({ type }) => type)).not.toContain('ProtectedOpened');
});

test('the desk does not find it by what it hides', async () => {
  const desk = tableDesk(memoryTable<DeskRow>(), () => successionOf([]));
  await desk.put([
    summaryOf('hidden', seen(submitted(true), ...all).file),
    summaryOf('open', seen(submitted(false), ...all.slice(0, -1)).file),
  ]);
  const found = async (text: string) => {
    const { cases } = await desk.list({ ...deskAsks({ text }), sort: 'newest', limit: 10 });
    return cases.map(({ appealId }) => appealId);
  };
  expect(await found(enterpriseName)).toEqual(['open']);
  expect((await found(words.title)).sort()).toEqual(['hidden', 'open']);
});

test('reports say the word in the place of name, contact and number', async () => {
  const { file } = seen(submitted(true), ...all);
  const files = { byIds: async () => new Map([['a', { appealId: 'a', file, seen: {} }]]) } as never;
  const [told] = await describeCases(['a'], files);
  expect(told).toMatchObject({ enterpriseName: PROTECTED, contactName: PROTECTED, contactPhone: PROTECTED });
  expect(told?.content).toBe(words.content);
});
