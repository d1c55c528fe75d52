// What `zt simulate` prints is read by people of an office: names beside codes, times as times.
import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import { loadProfile } from '#policy/profile-loader';
import { differences } from '#simulation/difference';
import type { Report } from '#simulation/report';
import { differenceText, figureText, namesIn, notedLines } from './told-report';

const packOf = (name: string) => {
  const loaded = loadPack(join(__dirname, '..', 'packs', name));
  if (!loaded.ok) throw new Error(`The pack ${name} cannot be read`);
  return loaded.value;
};
const profile = loadProfile(join(__dirname, '..', 'profiles', 'demo'));
if (!profile.ok) throw new Error('The profile cannot be read');
const nameOf = namesIn([packOf('yicheng')], profile.value);

const figure = { numerator: 0, denominator: 0, medianMs: 0, p90Ms: 0 };

test.each([
  [{ ...figure, name: 'on-time-rate', measure: 'rate' }, 'on-time-rate 按时办结率 – (0/0)'],
  [
    { ...figure, name: 'on-time-rate', measure: 'rate', numerator: 3, denominator: 4 },
    'on-time-rate 按时办结率 3/4 = 75.0 %',
  ],
  [
    {
      ...figure,
      name: 'dispatch-time',
      measure: 'duration',
      numerator: 23,
      medianMs: 90_000,
      p90Ms: 9_000_000,
    },
    'dispatch-time 转办时长 中位 median 1.5 分 min · 九成 90 % 2.5 小时 h (23 件 cases)',
  ],
  [{ ...figure, name: 'submitted', measure: 'count', numerator: 7 }, 'submitted 已提交 7'],
])('a figure is told by what it measures: %#', (told, line) => {
  expect(figureText(told, nameOf)).toBe(line);
});

const EMPTY: Report = {
  ...{ submitted: 0, refused: {}, byStatus: {}, total: 0, sums: true, answers: {}, noted: {}, figures: [] },
  cards: { yellow: 0, red: 0, revoked: 0, byUnit: {}, byClock: {} },
  ...{ ranking: [], rankings: [], events: 0, acts: 0, refusedActs: {}, parked: 0 },
};
const unit = (numerator: number) => ({
  unit: 'tax',
  rank: 1,
  figures: [{ name: 'completion-rate', numerator, denominator: 4 }],
});
const monthly = (numerator: number) => ({ ranking: 'monthly', period: '2026-04', units: [unit(numerator)] });

test('a ranking that one programme does not draw up is no difference, nor is any name', () => {
  expect(differences({ ...EMPTY, rankings: [monthly(3)] }, EMPTY)).toEqual([]);
  expect(differences({ ...EMPTY, rankings: [monthly(3)] }, { ...EMPTY, rankings: [monthly(2)] })).toEqual([
    { what: 'rankings.monthly 2026-04.tax.figures.completion-rate.numerator', here: 3, there: 2 },
  ]);
});

test('what differs is told with names', () => {
  const tell = (what: string) => differenceText({ what, here: 9_000_000, there: 0 }, nameOf);
  expect(tell('cards.byUnit.tax.yellow')).toBe(
    'cards 牌 · byUnit 按单位 · tax 市税务局 · yellow 黄牌: 9000000 → 0',
  );
  expect(tell('figures.dispatch-time.p90Ms')).toContain(
    'dispatch-time 转办时长 · p90Ms 九成: 2.5 小时 h → 0.0 分 min',
  );
});

test('a status is called as the case page calls it, also where a clock has its id', () => {
  const clock = packOf('yicheng').clocks.find(({ id }) => id === 'desk');
  expect(nameOf('desk')).toBe(`desk ${clock?.title.zh}`);
  const what = 'byStatus.desk';
  expect(differenceText({ what, here: 1, there: 2 }, nameOf)).toBe(
    `byStatus 状态 · ${nameOf('desk', 'status')}: 1 → 2`,
  );
  expect(nameOf('desk', 'status')).not.toBe(nameOf('desk'));
});

test('signatures inside the units are told apart, and only where there are any', () => {
  const beside = { 'assisting: contribution': 3 };
  const chain = { 'inside: draft': 5, 'inside: signature of the holder': 8, 'inside: step overdue sign': 2 };
  const title = { zh: '签发', en: 'signature' };
  const steps = [{ id: 'sign', title, by: 'unit-leader' as const }];
  const named = namesIn([{ ...packOf('yicheng'), unitChain: { clause: 'HD-9', steps } }], profile.value);
  expect(notedLines({ ...beside, ...chain }, named)).toEqual([
    '督办、抽查、申诉、会商、协办 supervision, spot checks, contests, sessions, assisting',
    '       3  assisting: contribution 协办意见',
    '单位内部审签 signatures inside the units',
    '       5  inside: draft 拟稿',
    '       8  inside: signature of the holder 本岗签批',
    '       2  inside: step overdue sign 内部步骤逾期 · 签发',
  ]);
  expect(notedLines(beside, nameOf).join()).not.toContain('内部');
});
