/**
 * `zt simulate`: lets months pass in minutes under a pack, without an instance, and says what became of the
 * appeals. Results go to stdout and follow from the seed alone; how long it took and how much memory it held
 * go to stderr.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { reportWorkbook } from '#gateway/adapters/mapping/report-forms';
import type { DrawnReport } from '#gateway/app/draw-report';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { loadProfile } from '#policy/profile-loader';
import { policyProblemText } from '#policy/sentences';
import { exportHistory } from '#simulation/adapters/out/journal-export';
import { differences } from '#simulation/difference';
import type { ToldAppeal } from '#simulation/domain/drawn-appeals';
import type { FigureCount, PeriodRanking } from '#simulation/adapters/out/figures.grpc';
import type { Report } from '#simulation/report';
import { simulate as run } from '#simulation/simulate';
import { PARTITIONS } from '#simulation/simulation';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { calendarProblemText, loadCalendars } from '#working-calendar/calendar-loader';
import { isCivilDay } from '#working-calendar/civil-day';
import { inMoreRoom, roomFor } from './room';
import { ZtFailure, print, printJson, progress, progressDone } from './speak';

/** Flags of the command. */
export interface SimulateFlags {
  readonly pack?: string;
  readonly from?: string;
  readonly to?: string;
  readonly seed?: string;
  readonly count?: string;
  readonly appeals?: string;
  readonly against?: string;
  readonly export?: string;
  readonly reports?: string;
  readonly instance?: string;
  readonly json?: boolean;
}

const deployed = join(__dirname, '..');

/** Runs the command; exit code 1 when the account does not add up. */
export async function simulate(flags: SimulateFlags): Promise<number> {
  const { from = '', to = '' } = flags;
  if (flags.pack === undefined)
    throw new ZtFailure('请用 --pack 给出政策包。', 'Name the pack with --pack.', 2);
  if (!isCivilDay(from) || !isCivilDay(to) || from > to)
    throw new ZtFailure(
      '请用 --from 与 --to 给出起止日期(YYYY-MM-DD)。',
      'Give the first and last day with --from and --to (YYYY-MM-DD).',
      2,
    );
  const profile = profileOfDemo();
  const appeals = flags.appeals === undefined ? profile.training : appealsFrom(flags.appeals);
  const count = wholeNumber(flags.count ?? String(appeals.length), '--count');
  const seed = wholeNumber(flags.seed ?? '1', '--seed');
  const room = roomFor(count);
  if (room !== undefined) return inMoreRoom(room);
  const shared = { instance: flags.instance ?? 'demo', seed, profile, calendar: calendar(), appeals, count };
  if (flags.reports !== undefined) mkdirSync(flags.reports, { recursive: true });
  const under = async (pack: Pack, exportTo?: string, reportsTo?: string): Promise<Report> => {
    const startedAt = Date.now();
    const report = await run({
      ...shared,
      pack,
      fromOn: from,
      toOn: to,
      onDay: (day, { tally }) =>
        progress(
          `${pack.id} ${day} 诉求 appeals ${tally.sum('submitted')} 事件 events ${tally.sum('events')}`,
        ),
      ...(reportsTo !== undefined && {
        onReport: async (drawn: DrawnReport) => {
          const file = join(reportsTo, `${drawn.report}-${drawn.period}.xlsx`);
          await pipeline(reportWorkbook(drawn), createWriteStream(file));
        },
      }),
      onEnd: async ({ town }) => {
        if (exportTo !== undefined) await exportHistory(town, PARTITIONS, exportTo);
      },
    });
    progressDone();
    process.stderr.write(`${pack.id}: ${effort(startedAt)}\n`);
    return report;
  };
  const pack = packNamed(flags.pack);
  const report = await under(pack, flags.export, flags.reports);
  if (flags.against === undefined) {
    if (flags.json) printJson({ pack: pack.id, seed, from, to, ...report });
    else show(`${pack.title.zh} ${pack.title.en} · ${from} … ${to} · seed ${seed}`, report);
    return report.sums ? 0 : 1;
  }
  const other = packNamed(flags.against);
  const found = differences(report, await under(other));
  if (flags.json) printJson({ pack: pack.id, against: other.id, seed, from, to, differences: found });
  else {
    print(`${pack.id} → ${other.id} · ${from} … ${to} · seed ${seed}`);
    for (const { what, here, there } of found) print(`  ${what}: ${here} → ${there}`);
    if (found.length === 0) print('  没有差别 · no difference');
  }
  return report.sums ? 0 : 1;
}

/** What it took so far; it says nothing of the town. */
function effort(startedAt: number): string {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const took = `用时 took ${seconds(Date.now() - startedAt)}`;
  const worked = `CPU ${seconds((userCPUTime + systemCPUTime) / 1000)}`;
  return `${took} · ${worked} · 内存峰值 peak ${Math.round(maxRSS / 1024)} MB`;
}

function show(title: string, report: Report): void {
  print(title);
  print(`提交 submitted ${report.submitted}`);
  for (const [code, n] of Object.entries(report.refused)) print(`  ${pad(n)}  拒收 refused ${code}`);
  for (const [status, n] of Object.entries(report.byStatus)) print(`  ${pad(n)}  ${status}`);
  const { yellow, red, revoked, byClock } = report.cards;
  print(`黄牌 yellow ${yellow} · 红牌 red ${red} · 撤销 revoked ${revoked}`);
  for (const [clock, of] of Object.entries(byClock)) print(`  ${pad(of.yellow)} / ${of.red}  ${clock}`);
  print('答复检查 answers');
  for (const [verdict, n] of Object.entries(report.answers)) print(`  ${pad(n)}  ${verdict}`);
  print('督办、抽查、申诉、会商、协办 supervision, spot checks, contests, sessions, assisting');
  for (const [what, n] of Object.entries(report.noted)) print(`  ${pad(n)}  ${what}`);
  print('指标 figures');
  for (const figure of report.figures) print(`  ${figureText(figure)}`);
  print('单位排名 ranking of units · 按时 on time · 办结 completed · 满意 satisfied · 黄/红 yellow/red');
  for (const [index, row] of report.ranking.entries()) {
    const { unit, onTime, completed, satisfied, yellow: y, red: r } = row;
    print(
      `  ${pad(index + 1)}  ${unit.padEnd(8)} ${onTime.padEnd(10)} ${completed.padEnd(10)} ${satisfied.padEnd(10)} ${y}/${r}`,
    );
  }
  for (const ranking of report.rankings) showRanking(ranking);
  print(`事件 events ${report.events} · 行为 acts ${report.acts}`);
  for (const [what, n] of Object.entries(report.refusedActs)) print(`  ${pad(n)}  被拒 refused ${what}`);
  if (!report.sums) print('账目不平 · the account does not add up');
}

function showRanking({ ranking, period, units }: PeriodRanking): void {
  const [first] = units;
  const names = (first?.figures ?? []).map(({ name }) => name).join(' · ');
  print(`通报排名 ranking ${ranking} ${period} ${names}`);
  for (const { unit, rank, figures } of units) {
    const shares = figures.map(({ numerator, denominator }) => `${numerator}/${denominator}`.padEnd(10));
    print(`  ${rank === 0 ? '     –' : pad(rank)}  ${unit.padEnd(8)} ${shares.join(' ')}`);
  }
}

function figureText({ name, numerator, denominator }: FigureCount): string {
  if (denominator === 0) return `${name} ${numerator}`;
  return `${name} ${numerator}/${denominator} = ${((100 * numerator) / denominator).toFixed(1)} %`;
}

function pad(value: number): string {
  return String(value).padStart(6);
}

function wholeNumber(text: string, flag: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new ZtFailure(`${flag} 应为非负整数。`, `${flag} is a whole number, not below 0.`, 2);
}

function appealsFrom(file: string): readonly ToldAppeal[] {
  if (!existsSync(file)) throw new ZtFailure(`无法读取 ${file}。`, `${file} cannot be read.`, 2);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new ZtFailure(`${file} 中没有诉求。`, `${file} holds no appeal.`, 2);
  return lines.map((line, index) => {
    try {
      const told = JSON.parse(line) as ToldAppeal;
      if (typeof told.id === 'string' && typeof told.enterprise?.uscc === 'string') return told;
    } catch {
      // Said below: it is no appeal, whatever else it is.
    }
    throw new ZtFailure(
      `${file} 第 ${index + 1} 行不是诉求。`,
      `${file}, line ${index + 1}, is no appeal.`,
      2,
    );
  });
}

function packNamed(name: string): Pack {
  const directory = existsSync(join(name, 'pack.yaml')) ? name : join(deployed, 'packs', name);
  const loaded = loadPack(directory);
  if (loaded.ok) return loaded.value;
  const [first] = loaded.error.map(policyProblemText);
  throw new ZtFailure(first?.zh ?? '', first?.en ?? '', 78);
}

function profileOfDemo(): Profile {
  const loaded = loadProfile(join(deployed, 'profiles', 'demo'));
  if (loaded.ok) return loaded.value;
  const [first] = loaded.error.map(policyProblemText);
  throw new ZtFailure(first?.zh ?? '', first?.en ?? '', 78);
}

function calendar(): WorkingCalendar {
  const loaded = loadCalendars(join(deployed, 'calendars'));
  if (loaded.ok) return loaded.value.current;
  const [first] = loaded.error.map(calendarProblemText);
  throw new ZtFailure(first?.zh ?? '', first?.en ?? '', 78);
}
