// A unit's appraisal sheet as it leaves the house: as JSON for programs, as a workbook for people. The
// figures stand first, then line by line what stands against the unit, last the points that count.
import type { Figure } from '#contracts/gen/zhitong/analytics/v1/service';
import { type Sheet, workbookOf } from '#platform/edge/workbook';
import { isoShanghai } from '#working-calendar/civil-day';
import type { SheetItem, Stood } from '../../app/appraisal-sheet';
import { isoOf } from './case-json';
import { figureJson } from './figure-json';

/** A sheet. */
export interface AppraisalSheet {
  readonly pack: string;
  readonly unit: string;
  readonly unitName: string;
  readonly period: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
  readonly running: boolean;
  readonly points: number;
  readonly figures: readonly (Figure & { readonly title: string })[];
  readonly items: readonly SheetItem[];
  readonly asOf: number;
  readonly stale: boolean;
}

/** The sheet as the public API shows it. */
export function appraisalJson({ fromAt, toAt, cutOffAt, asOf, figures, items, ...head }: AppraisalSheet) {
  return {
    ...head,
    ...{ from: isoOf(fromAt), to: isoOf(toAt), cutOff: isoOf(cutOffAt), asOf: isoOf(asOf) },
    figures: figures.map(({ title: _, ...figure }) => figureJson(figure)),
    items: items.map(({ at, endedAt, before, after, ...item }) => {
      return {
        ...item,
        at: isoOf(at),
        endedAt: isoOf(endedAt),
        before: before ?? null,
        after: after ?? null,
      };
    }),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ card: '亮牌', order: '督办单', deduction: '扣分', contest: '申诉', exclusion: '剔除' },
};
const STATES: Readonly<Record<string, string>> = {
  ...{ standing: '有效', revoked: '已撤销', 'revoked-on-contest': '经申诉撤销', withdrawn: '已撤回' },
  ...{ open: '待处理', answered: '已答复', 'answered-late': '逾期答复', accepted: '已采纳' },
  ...{
    'not-accepted': '未采纳',
    raised: '提级督办',
    upheld: '成立',
    dismissed: '不成立',
    excluded: '已剔除',
  },
};
const RATINGS: Readonly<Record<string, string>> = { satisfied: '满意', dissatisfied: '不满意', '': '无评价' };
const COLOURS: Readonly<Record<string, string>> = { yellow: '黄牌', red: '红牌' };
const COLUMNS: Sheet['columns'] = [
  { title: '类别', width: 10, kind: 'text' },
  { title: '诉求编号', width: 20, kind: 'text' },
  { title: '事项', width: 30, kind: 'text' },
  { title: '时间', width: 17, kind: 'time' },
  { title: '状态', width: 14, kind: 'text' },
  { title: '处理时间', width: 17, kind: 'time' },
  { title: '分值', width: 8, kind: 'number' },
  { title: '裁定前', width: 24, kind: 'text' },
  { title: '裁定后', width: 24, kind: 'text' },
  { title: '理由', width: 40, kind: 'text' },
];

/** The workbook of a sheet in parts. */
export function appraisalWorkbook(sheet: AppraisalSheet): AsyncGenerator<Buffer> {
  const seen = isoShanghai(sheet.cutOffAt).slice(0, 16).replace('T', ' ');
  const running = sheet.running ? '（统计期未结束）' : '';
  return workbookOf({
    name: '考评表',
    title: `${sheet.unitName} 考评表`,
    notes: `统计期 ${sheet.period}，统计时点 ${seen}${running}`,
    columns: COLUMNS,
    rows: rowsOf(sheet),
  });
}

type Row = readonly (string | number | null)[];

async function* rowsOf({ figures, items, points: standing }: AppraisalSheet): AsyncGenerator<Row> {
  for (const figure of figures) {
    const { title, shown, measure, numerator, denominator, beforeNumerator, beforeDenominator } = figure;
    const share = (hits: number, cases: number) => (measure === 'rate' ? `${hits}/${cases}` : `${hits}`);
    const before = share(beforeNumerator, beforeDenominator);
    const percent = shown === '' ? null : `${shown} %`;
    yield ['指标', null, title, null, percent, null, null, before, share(numerator, denominator), null];
  }
  for (const { kind, number, title, what, at, state, endedAt, points, before, after, reason } of items) {
    const called = kind === 'card' ? `${COLOURS[what] ?? what}：${title.zh}` : title.zh;
    const scored = kind === 'deduction' ? points : null;
    const when = [at, STATES[state] ?? state, endedAt || null] as const;
    yield [KINDS[kind] ?? kind, number, called, ...when, scored, stoodText(before), stoodText(after), reason];
  }
  yield ['合计', null, '有效扣分合计', null, null, null, standing, null, null, null];
}

function stoodText(stood: Stood | undefined): string | null {
  if (stood === undefined) return null;
  const { yellow, red, deductions, points, rating } = stood;
  return `黄牌${yellow} 红牌${red} 扣分${deductions}项${points}分 ${RATINGS[rating] ?? rating}`;
}
