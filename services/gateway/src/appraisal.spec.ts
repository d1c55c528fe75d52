// The appraisal sheet of a unit: what things are called, which case they lead to, why a ruling fell, and who
// is shown whose (SV-6, HD-11, TR-2).
import { inflateRawSync } from 'node:zlib';
import { AppraisalItem, type AppraiseResponse, Figure } from '#contracts/gen/zhitong/analytics/v1/service';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';
import { appraisalWorkbook } from './adapters/mapping/appraisal-forms';
import { type AppraisedThing, sheetItems, standingPoints } from './app/appraisal-sheet';

const SUZHOU = packOf('suzhou');
const STOOD = { yellow: 1, red: 0, deductions: 1, points: 2, rating: 'dissatisfied' };
const THING: AppraisedThing = {
  ...{ kind: 'deduction', appealId: 'a', unit: 'tax', no: 1, what: 'quality', ground: 'poor-quality' },
  ...{ at: 1, state: 'standing', endedAt: 0, points: 2, before: undefined, after: undefined },
};
const EXCLUDED: AppraisedThing = {
  ...THING,
  ...{ kind: 'exclusion', no: 2, what: 'dissatisfied', ground: '1', state: 'excluded', points: 0 },
};
const SOURCES = {
  numbers: async () => new Map([['a', 'SZ2026-000001']]),
  reasons: async () => new Map([[2, '企业误评。']]),
};

test('a thing is called as the pack calls it, leads to its case, and a ruling says why', async () => {
  const card = { ...THING, kind: 'card', what: 'yellow', ground: 'reply' };
  const order = { ...THING, kind: 'order', what: 'inspection' };
  const clock = SUZHOU.clocks[0]?.id ?? '';
  const items = await sheetItems([{ ...card, ground: clock }, order, THING, EXCLUDED], SUZHOU, SOURCES);
  expect(items.map(({ title }) => title.zh)).toEqual([
    SUZHOU.clocks[0]?.title.zh,
    '市政府督查室协调督办',
    '办理质效差',
    '不满意',
  ]);
  expect(new Set(items.map(({ number }) => number))).toEqual(new Set(['SZ2026-000001']));
  expect(items.map(({ reason }) => reason)).toEqual(['', '', '', '企业误评。']);
});

test('a deduction that was withdrawn costs nothing', () => {
  expect(standingPoints([THING, { ...THING, state: 'withdrawn' }, { ...THING, points: 1.5 }])).toBe(3.5);
});

test('the workbook has a row for each figure, for each thing, and last the points that count', async () => {
  const ruled = { ...THING, kind: 'contest', what: 'rating', state: 'upheld', points: 0, no: 2 };
  const taken = { ...THING, points: 1, state: 'withdrawn' };
  const contest = { ...ruled, before: STOOD, after: { ...STOOD, rating: '' } };
  const figure = Figure.fromPartial({
    ...{ name: 'satisfaction-expressed', measure: 'rate', shown: '100.0', numerator: 1, denominator: 1 },
    ...{ beforeNumerator: 1, beforeDenominator: 2, excluded: 1 },
  });
  const book = appraisalWorkbook({
    ...{
      pack: 'suzhou',
      unit: 'tax',
      unitName: '市税务局',
      period: '2026-03',
      fromAt: 0,
      toAt: 2,
      cutOffAt: 1,
    },
    ...{ running: false, points: 0.5, asOf: 1, stale: false, figures: [{ ...figure, title: '满意率' }] },
    items: await sheetItems([{ ...THING, points: 0.5 }, taken, contest, EXCLUDED], SUZHOU, SOURCES),
  });
  const parts: Buffer[] = [];
  for await (const part of book) parts.push(part);
  const archive = Buffer.concat(parts);
  const begins = archive.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
  const sheet = inflateRawSync(archive.subarray(begins)).toString();
  expect(sheet.match(/<row /g)?.length).toBe(3 + 6);
  const points = [...sheet.matchAll(/<c r="G\d+" s="(\d+)"><v>([^<]*)</g)].map(([, style, v]) => [style, v]);
  expect(points).toEqual([
    ['7', '0.5'],
    ['7', '1'],
    ['7', '0.5'],
  ]);
  expect(sheet.lastIndexOf('有效扣分合计')).toBeGreaterThan(sheet.lastIndexOf('企业误评。'));
  for (const cell of ['满意率', '1/2', '1/1', '办理质效差', '黄牌1 红牌0 扣分1项2分 不满意', '企业误评。'])
    expect(sheet).toContain(cell);
});

describe('at the door', () => {
  const { gateway, figures, questions } = gatewayWorld([], {}, [SUZHOU]);
  afterAll(() => gateway.stop?.());
  const items = [AppraisalItem.fromPartial({ ...THING, unit: 'grid', appealId: CASE_ID })];
  const get = (query: string, role: string) =>
    ask(gateway, { method: 'GET', url: `/api/v1/appraisal?${query}`, headers: headersOf(role) });

  beforeEach(() => {
    figures.answer = { items } as Partial<AppraiseResponse>;
  });

  it('the sheet of a unit sums the points that stand and names the case', async () => {
    const reply = await get('unit=grid&period=2026-03', 'supervisor');
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toMatchObject({ unit: 'grid', points: 2, period: '2026-03' });
    expect(reply.json().items).toMatchObject([{ number: NUMBER, kind: 'deduction', points: 2 }]);
  });

  it('whoever reads as one of a unit is shown his own, whatever he asks for', async () => {
    expect((await get('unit=drc&period=2026-03', 'handler')).json().unit).toBe('grid');
    expect(questions.at(-1)).toMatchObject({ unit: 'grid', pack: 'suzhou' });
    await get('unit=drc&period=2026-03', 'supervisor');
    expect(questions.filter((one) => (one as { unit?: string }).unit === 'drc')).toHaveLength(1);
  });

  it.each([
    ['unit=nobody&period=2026-03', 'unit'],
    ['unit=grid&period=March', 'period'],
    ['unit=grid&period=2026-03&pack=other', 'pack'],
    ['unit=grid&period=2026-03&cutOff=soon', 'cutOff'],
  ])('%s is refused by its field', async (query, field) => {
    const reply = await get(query, 'supervisor');
    expect([reply.statusCode, reply.json().fields?.[0]?.field ?? reply.json().errors?.[0]?.field]).toEqual([
      422,
      field,
    ]);
  });

  it('a workbook is saved under the name of unit and period', async () => {
    const reply = await get('unit=grid&period=2026-03&as=xlsx', 'supervisor');
    expect(reply.headers['content-disposition']).toContain(encodeURIComponent('考评表 2026-03.xlsx'));
  });
});
