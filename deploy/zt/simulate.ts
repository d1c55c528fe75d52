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
import { misfitProblems } from '#policy/fit';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import type { Profile } from '#policy/profile';
import { loadProfile } from '#policy/profile-loader';
import { policyProblemText } from '#policy/sentences';
import { exportHistory } from '#simulation/adapters/out/journal-export';
import { differences } from '#simulation/difference';
import type { ToldAppeal } from '#simulation/domain/drawn-appeals';
import type { Report } from '#simulation/report';
import { simulate as run } from '#simulation/simulate';
import { PARTITIONS } from '#simulation/simulation';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { calendarProblemText, loadCalendars } from '#working-calendar/calendar-loader';
import { isCivilDay } from '#working-calendar/civil-day';
import { inMoreRoom, roomFor } from './room';
import { ZtFailure, print, printJson, progress, progressDone } from './speak';
import { differenceText, namesIn, tellReport } from './told-report';

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
  checkDays(from, to);
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
  const titleOf = ({ title }: Pack) => `${title.zh} ${title.en} · ${from} … ${to} · seed ${seed}`;
  const pack = packNamed(flags.pack, profile);
  const other = flags.against === undefined ? undefined : packNamed(flags.against, profile);
  const report = await under(pack, flags.export, flags.reports);
  if (other === undefined) {
    if (flags.json) printJson({ pack: pack.id, seed, from, to, ...report });
    else tellReport(titleOf(pack), report, namesIn([pack], profile));
    return report.sums ? 0 : 1;
  }
  const found = differences(report, await under(other));
  if (flags.json) printJson({ pack: pack.id, against: other.id, seed, from, to, differences: found });
  else {
    const names = namesIn([other, pack], profile);
    tellReport(titleOf(pack), report, names);
    print(`\n${titleOf(pack)}\n→ ${titleOf(other)}`);
    for (const one of found) print(`  ${differenceText(one, names)}`);
    if (found.length === 0) print('  没有差别 · no difference');
  }
  return report.sums ? 0 : 1;
}

function checkDays(from: string, to: string): void {
  if (from === '' || to === '')
    throw new ZtFailure(
      '请用 --from 与 --to 给出起止日期(YYYY-MM-DD)。',
      'Give the first and last day with --from and --to (YYYY-MM-DD).',
      2,
    );
  const unreal = [from, to].find((day) => !isCivilDay(day));
  if (unreal !== undefined)
    throw new ZtFailure(
      `“${unreal}”不是日期，请写作 YYYY-MM-DD。`,
      `"${unreal}" is no day; write YYYY-MM-DD.`,
      2,
    );
  if (from > to)
    throw new ZtFailure(
      `末日 ${to} 早于首日 ${from}。`,
      `The last day ${to} is before the first, ${from}.`,
      2,
    );
}

/** What it took so far; it says nothing of the town. */
function effort(startedAt: number): string {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const took = `用时 took ${seconds(Date.now() - startedAt)}`;
  const worked = `CPU ${seconds((userCPUTime + systemCPUTime) / 1000)}`;
  return `${took} · ${worked} · 内存峰值 peak ${Math.round(maxRSS / 1024)} MB`;
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

/** The pack of that name or folder, if the profile fits it as an instance asks. */
function packNamed(name: string, profile: Profile): Pack {
  const directory = existsSync(join(name, 'pack.yaml')) ? name : join(deployed, 'packs', name);
  const loaded = loadPack(directory);
  if (!loaded.ok) {
    const [first] = loaded.error.map(policyProblemText);
    throw new ZtFailure(first?.zh ?? '', first?.en ?? '', 78);
  }
  const unfit = misfitProblems(profile, loaded.value, directory).map(policyProblemText);
  if (unfit.length === 0) return loaded.value;
  const lines = unfit.map(({ zh, en }) => `  ${zh}\n  ${en}`).join('\n');
  throw new ZtFailure(
    '政策包与辖区档案不相配，未作模拟：',
    `Pack and profile do not fit; nothing was simulated:\n${lines}`,
    78,
  );
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
