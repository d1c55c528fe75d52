/**
 * How `zt simulate` tells what became of a town: codes with their Chinese names, figures by what they
 * measure, and what differs between two programmes.
 */
import { APPEAL_STATUS } from '#contracts/appeal-status';
import { CODE_NAMES } from '#contracts/code-names';
import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import type { Differing } from '#simulation/difference';
import type { FigureCount, PeriodRanking } from '#simulation/adapters/out/figures.grpc';
import type { Report } from '#simulation/report';
import { named } from './names';
import { isInside, notedText } from './noted-words';
import { print } from './speak';

/** A code with its Chinese name, or alone where nobody named it; a clock may be called as a status is. */
export type NameOf = (code: string, is?: 'status') => string;

/** Parts of an account as the differences call them. */
const PARTS = {
  submitted: { zh: '提交' },
  refused: { zh: '拒收' },
  byStatus: { zh: '状态' },
  cards: { zh: '牌' },
  byUnit: { zh: '按单位' },
  byClock: { zh: '按时限' },
  revoked: { zh: '撤销' },
  noted: { zh: '记事' },
  figures: { zh: '指标' },
  ranking: { zh: '单位' },
  rankings: { zh: '通报排名' },
  numerator: { zh: '分子' },
  denominator: { zh: '分母' },
  shown: { zh: '比率' },
  medianMs: { zh: '中位' },
  p90Ms: { zh: '九成' },
  excluded: { zh: '剔除' },
  rank: { zh: '名次' },
  completed: { zh: '办结' },
  onTime: { zh: '按时' },
  events: { zh: '事件' },
  acts: { zh: '行为' },
};
const DURATION = /(?:median|p90)Ms$/;

/** Names of what these packs and the profile name, and of the product's own codes. */
export function namesIn(packs: readonly Pack[], { units }: Profile): NameOf {
  const titled = packs.flatMap(({ clocks, figures, supervision, unitChain }) => {
    return [...(unitChain?.steps ?? []), ...supervision.steps, ...clocks, ...figures];
  });
  const names = {
    ...CODE_NAMES,
    ...Object.fromEntries(titled.map(({ id, title }) => [id, title])),
    ...Object.fromEntries(units.map(({ code, name }) => [code, { zh: name }])),
  };
  return (code, is) => {
    const known = is === 'status' ? APPEAL_STATUS : names;
    return Object.hasOwn(known, code) ? named(known, code) : code;
  };
}

/** Tells the account of one programme. */
export function tellReport(title: string, report: Report, nameOf: NameOf): void {
  print(title);
  print(`提交 submitted ${report.submitted}`);
  for (const [code, n] of Object.entries(report.refused)) print(`  ${pad(n)}  拒收 refused ${code}`);
  for (const [status, n] of Object.entries(report.byStatus))
    print(`  ${pad(n)}  ${nameOf(status, 'status')}`);
  const { yellow, red, revoked, byClock } = report.cards;
  print(`黄牌 yellow ${yellow} · 红牌 red ${red} · 撤销 revoked ${revoked}`);
  for (const [clock, of] of Object.entries(byClock))
    print(`  ${pad(of.yellow)} / ${of.red}  ${nameOf(clock)}`);
  print('答复检查 answers');
  for (const [verdict, n] of Object.entries(report.answers)) print(`  ${pad(n)}  ${nameOf(verdict)}`);
  for (const line of notedLines(report.noted, nameOf)) print(line);
  print('指标 figures');
  for (const figure of report.figures) print(`  ${figureText(figure, nameOf)}`);
  print('单位排名 ranking of units · 按时 on time · 办结 completed · 满意 satisfied · 黄/红 yellow/red');
  for (const [index, row] of report.ranking.entries()) {
    const { unit, onTime, completed, satisfied, yellow: y, red: r } = row;
    const shares = [onTime, completed, satisfied].map((share) => share.padEnd(10)).join(' ');
    print(`  ${pad(index + 1)}  ${shares} ${`${y}/${r}`.padEnd(7)} ${nameOf(unit)}`);
  }
  for (const ranking of report.rankings) tellRanking(ranking, nameOf);
  print(`事件 events ${report.events} · 行为 acts ${report.acts}`);
  for (const [what, n] of Object.entries(report.refusedActs)) print(`  ${pad(n)}  被拒 refused ${what}`);
  if (!report.sums) print('账目不平 · the account does not add up');
}

/** What people did beside the unit, and, where the pack has a chain, inside it (HD-9). */
export function notedLines(noted: Report['noted'], nameOf: NameOf): readonly string[] {
  const counted = Object.entries(noted);
  const inside = counted.filter(([what]) => isInside(what));
  const beside = counted.filter(([what]) => !isInside(what));
  const lines = (of: typeof counted) => of.map(([what, n]) => `  ${pad(n)}  ${notedText(what, nameOf)}`);
  return [
    '督办、抽查、申诉、会商、协办 supervision, spot checks, contests, sessions, assisting',
    ...lines(beside),
    ...(inside.length > 0 ? ['单位内部审签 signatures inside the units', ...lines(inside)] : []),
  ];
}

function tellRanking({ ranking, period, units }: PeriodRanking, nameOf: NameOf): void {
  const [first] = units;
  const names = (first?.figures ?? []).map(({ name }) => nameOf(name)).join(' · ');
  print(`通报排名 ranking ${ranking} ${period} ${names}`);
  for (const { unit, rank, figures } of units) {
    const shares = figures.map(({ numerator, denominator }) => `${numerator}/${denominator}`.padEnd(10));
    print(`  ${rank === 0 ? '     –' : pad(rank)}  ${shares.join(' ')} ${nameOf(unit)}`);
  }
}

/** A figure by what it measures: a share of nothing is none, and a duration is a time. */
export function figureText(figure: FigureCount, nameOf: NameOf): string {
  const { name, numerator, denominator, measure, medianMs, p90Ms } = figure;
  if (measure === 'duration') {
    const times = `中位 median ${lasted(medianMs)} · 九成 90 % ${lasted(p90Ms)}`;
    return `${nameOf(name)} ${numerator === 0 ? '–' : times} (${numerator} 件 cases)`;
  }
  if (measure !== 'rate') return `${nameOf(name)} ${numerator}`;
  if (denominator === 0) return `${nameOf(name)} – (0/0)`;
  return `${nameOf(name)} ${numerator}/${denominator} = ${((100 * numerator) / denominator).toFixed(1)} %`;
}

/** What differs, as a line. */
export function differenceText({ what, here, there }: Differing, nameOf: NameOf): string {
  const parts = what.split('.').map((part, i, all) => {
    if (Object.hasOwn(PARTS, part)) return named(PARTS, part);
    if (all[i - 1] === 'noted') return notedText(part, nameOf);
    return all[i - 1] === 'byStatus' ? nameOf(part, 'status') : nameOf(part);
  });
  const shown = (value: number | string) =>
    typeof value === 'number' && DURATION.test(what) ? lasted(value) : String(value);
  return `${parts.join(' · ')}: ${shown(here)} → ${shown(there)}`;
}

function lasted(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 120 ? `${minutes.toFixed(1)} 分 min` : `${(minutes / 60).toFixed(1)} 小时 h`;
}

function pad(value: number): string {
  return String(value).padStart(6);
}
