// Loads the notices of the State Council from a directory of JSON files, one file per paper, and checks that
// together they make a calendar. An error stops the start with the sentence that mends it.
import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel/result';
import { buildCalendar, type CalendarNotice, calendarAsOf, type WorkingCalendar } from './calendar';
import { type CivilDay, isCivilDay } from './civil-day';
import { diskFiles, type FileReader } from './disk-files';
import { type Checked, type FileProblem, readSource, type SourceText } from './source-file';
import { type ProblemSentence, type ProblemTable, SOURCE_SENTENCES, sentenceOf } from './source-text';

/** All calendars that the notices give: today's, and the one known on any date. */
export interface CalendarHistory {
  readonly notices: readonly CalendarNotice[];
  /** Built from every notice. */
  readonly current: WorkingCalendar;
  /** As it was known on a date, so that a recomputation can be shown. */
  calendarAsOf(dateOn: CivilDay | number): WorkingCalendar;
}

const civilDay = z.string().refine(isCivilDay, { error: 'not-a-day' });

/** One paper as it stands in its file. */
export const noticeSchema: z.ZodType<CalendarNotice> = z.strictObject({
  id: z.string().regex(/^\d{4}(-amendment-\d)?$/),
  year: z.int().min(2000).max(2100),
  publishedOn: civilDay,
  paper: z.url(),
  amends: z.string().optional(),
  days: z.array(z.strictObject({ day: civilDay, name: z.string().min(1), off: z.boolean() })),
});

const CALENDAR_SENTENCES: ProblemTable = {
  ...SOURCE_SENTENCES,
  'no-notice': {
    zh: '目录中没有放假通知文件（*.json）。请放入国务院办公厅各年通知。',
    en: 'The directory holds no notice (*.json). Put the yearly notices of the State Council there.',
  },
  'duplicate-notice': {
    zh: '通知编号“{id}”已在另一个文件中使用。请改用不同编号。',
    en: 'The notice id "{id}" is already used by another file. Give it an id of its own.',
  },
  'duplicate-day': {
    zh: '日期 {day} 在同一通知中出现两次。请删去其中一个。',
    en: 'The day {day} stands twice in this notice. Remove one of them.',
  },
  'day-outside-year': {
    zh: '日期 {day} 不属于 {year} 年的安排（只能是当年，或上一年 12 月）。请改正日期或年份。',
    en: '{day} is not part of the arrangement for {year} (that year, or December before it). Correct the day or the year.',
  },
  'unknown-amended': {
    zh: '所修改的通知“{amends}”不存在。请写现有通知的编号。',
    en: 'The amended notice "{amends}" does not exist. Name an existing notice.',
  },
  'amends-later': {
    zh: '修改通知的发布日期不晚于原通知“{amends}”。请核对 publishedOn。',
    en: 'The amendment is not published after the notice "{amends}" it changes. Check publishedOn.',
  },
  'year-gap': {
    zh: '缺少 {year} 年的通知，前后年份都有。请补上该年文件。',
    en: 'The notice of {year} is missing between years that have one. Add its file.',
  },
};

/** Reads all `*.json` notices of a directory. */
export function loadCalendars(
  directory: string,
  files: FileReader = diskFiles,
): Result<CalendarHistory, readonly FileProblem[]> {
  const names = files.list(directory)?.filter((name) => name.endsWith('.json')) ?? [];
  if (names.length === 0)
    return refuse([{ code: 'no-notice', file: directory, line: 0, field: '', params: {} }]);
  const sources: SourceText[] = [];
  for (const name of names) {
    const file = `${directory}/${name}`;
    const text = files.readText(file);
    if (text === null) return refuse([{ code: 'file-missing', file, line: 0, field: '', params: {} }]);
    sources.push({ file, text });
  }
  return readCalendars(sources);
}

/** Checks the texts of notices and builds the calendars. */
export function readCalendars(
  sources: readonly SourceText[],
): Result<CalendarHistory, readonly FileProblem[]> {
  const checked: Checked<CalendarNotice>[] = [];
  const problems: FileProblem[] = [];
  for (const source of sources) {
    const read = readSource(source, noticeSchema);
    if (read.ok) checked.push(read.value);
    else problems.push(...read.error);
  }
  if (problems.length === 0)
    problems.push(...checked.flatMap((one) => contradictions(one, checked)), ...gaps(checked));
  if (problems.length > 0) return refuse(problems);
  const notices = checked.map((one) => one.value);
  return ok({
    notices,
    current: buildCalendar(notices),
    calendarAsOf: (dateOn) => calendarAsOf(notices, dateOn),
  });
}

/** The sentence of a calendar problem in both languages. */
export function calendarProblemText(problem: FileProblem): ProblemSentence {
  return sentenceOf(problem, CALENDAR_SENTENCES);
}

function contradictions(
  one: Checked<CalendarNotice>,
  all: readonly Checked<CalendarNotice>[],
): FileProblem[] {
  const { value: notice, file } = one;
  const problem = (
    code: string,
    path: readonly PropertyKey[],
    params: Record<string, string>,
  ): FileProblem => ({
    code,
    file,
    line: one.lineOf(path),
    field: path.map(String).join('.'),
    params,
  });
  const found: FileProblem[] = [];
  if (all.find((other) => other.value.id === notice.id) !== one) {
    found.push(problem('duplicate-notice', ['id'], { id: notice.id }));
  }
  const amended = all.find((other) => other.value.id === notice.amends)?.value;
  if (notice.amends !== undefined && amended === undefined) {
    found.push(problem('unknown-amended', ['amends'], { amends: notice.amends }));
  }
  if (amended !== undefined && amended.publishedOn >= notice.publishedOn) {
    found.push(problem('amends-later', ['publishedOn'], { amends: amended.id }));
  }
  notice.days.forEach(({ day }, i) => {
    if (notice.days.findIndex((other) => other.day === day) !== i) {
      found.push(problem('duplicate-day', ['days', i, 'day'], { day }));
    }
    if (day < `${notice.year - 1}-12-01` || day > `${notice.year}-12-31`) {
      found.push(problem('day-outside-year', ['days', i, 'day'], { day, year: String(notice.year) }));
    }
  });
  return found;
}

function gaps(all: readonly Checked<CalendarNotice>[]): FileProblem[] {
  const years = new Set(all.map((one) => one.value.year));
  const found: FileProblem[] = [];
  for (let year = Math.min(...years); year < Math.max(...years); year += 1) {
    if (years.has(year)) continue;
    const after = all.find((one) => one.value.year > year);
    found.push({
      code: 'year-gap',
      file: after?.file ?? '',
      line: 0,
      field: '',
      params: { year: String(year) },
    });
  }
  return found;
}
