/**
 * `zt deadline`: computes deadlines by the rules of the packs and the State Council's calendar, without an
 * instance. Counting is the engine's; here it is only read in and printed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendars, calendarProblemText } from '#working-calendar/calendar-loader';
import { isoShanghai } from '#working-calendar/civil-day';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { computeDeadline } from '#policy/deadline';
import { deadlineVectors } from '#policy/deadline-vectors';
import { explain } from '#policy/explain';
import { parseInstant } from '#policy/instant';
import { parseRule } from '#policy/rule';
import { policySentence } from '#policy/sentences';
import { ZtFailure, print, printJson } from './speak';

/** Flags of the command. */
export interface DeadlineFlags {
  readonly vectors?: string;
  readonly explain?: boolean;
  readonly json?: boolean;
}

const OFFICE_HOURS = [
  { from: '08:30', until: '12:00' },
  { from: '13:30', until: '17:30' },
];

function calendar(): WorkingCalendar {
  const loaded = loadCalendars(join(__dirname, '..', 'calendars'));
  if (loaded.ok) return loaded.value.current;
  const [first] = loaded.error.map(calendarProblemText);
  throw new ZtFailure(first?.zh ?? '', first?.en ?? '', 78);
}

/** Runs the command; the exit code is 1 when a row could not be computed. */
export function deadline(rule: string | undefined, start: string | undefined, flags: DeadlineFlags): number {
  if (flags.vectors !== undefined) return vectors(flags.vectors, flags);
  if (rule === undefined || start === undefined) {
    throw new ZtFailure(
      '请给出规则和起点,例如 workingDays:5 2023-07-10T09:30:00+08:00。',
      'Give a rule and a start.',
      2,
    );
  }
  return one(rule, start, flags);
}

function one(rule: string, start: string, flags: DeadlineFlags): number {
  const parsed = parseRule(rule);
  if (!parsed.ok) throw refused(parsed.error);
  const startAt = parseInstant(start);
  if (!startAt.ok) throw refused(startAt.error);
  const known = calendar();
  const result = computeDeadline({
    rule: parsed.value,
    startAt: startAt.value,
    calendar: known,
    officeHours: OFFICE_HOURS,
  });
  const deadlineText = result.deadlineAt === null ? null : isoShanghai(result.deadlineAt);
  if (flags.json) {
    const { provisional, calendarVersion, derivation } = result;
    const explained = flags.explain ? { explanation: explain(result, known) } : {};
    printJson({
      rule,
      start,
      deadline: deadlineText,
      provisional,
      calendarVersion,
      derivation,
      ...explained,
    });
    return 0;
  }
  if (flags.explain) {
    const { text } = explain(result, known);
    print(`${text.zh}\n\n${text.en}`);
    return 0;
  }
  print(`${deadlineText}${result.provisional ? '  暂定 provisional' : ''}`);
  for (const { day, weekday, kind, counted, note } of explain(result, known).days)
    print(`  ${day} ${weekday.zh} ${kind.zh}  ${counted.zh}  ${note.zh} · ${kind.en}, ${note.en}`);
  return 0;
}

function vectors(file: string, flags: DeadlineFlags): number {
  let rows: unknown;
  try {
    rows = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new ZtFailure(`无法读取 ${file}:${why}`, `${file} cannot be read: ${why}`, 2);
  }
  if (!Array.isArray(rows))
    throw new ZtFailure(`${file} 应为 JSON 数组。`, `${file} must be a JSON array.`, 2);
  const results = deadlineVectors(rows, calendar(), OFFICE_HOURS);
  if (flags.json) printJson(results);
  else {
    for (const result of results) {
      const {
        rule,
        start,
        deadline: due,
        error,
      } = result as Record<string, string> & { error?: { zh: string; en: string; row: number } };
      print(
        error
          ? `第 ${error.row} 行 row ${error.row}: ${error.zh} · ${error.en}`
          : `${rule}  ${start}  →  ${due}`,
      );
    }
  }
  return results.some((result) => 'error' in result) ? 1 : 0;
}

function refused(problem: { code: string; params: Readonly<Record<string, string>> }): ZtFailure {
  const { zh, en } = policySentence(problem.code, problem.params);
  return new ZtFailure(zh, en, 2);
}
