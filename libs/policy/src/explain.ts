// A deadline explained to whoever doubts it: day by day what counted and why, the notice each special day
// rests on, and the version of the calendar, in Chinese and English.
import type { DaySort, WorkingCalendar } from '#working-calendar/calendar';
import { dayOfWeek, isoShanghai } from '#working-calendar/civil-day';
import type { DayNote, Deadline, DerivationDay } from './deadline-types';
import { type RuleKind, ruleOf } from './rule';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One row of the table of days. */
export interface ExplainedDay {
  readonly day: string;
  readonly weekday: Bilingual;
  readonly kind: Bilingual;
  readonly name: string;
  /** Address of the State Council's paper the day rests on; empty for ordinary days. */
  readonly paper: string;
  readonly counted: Bilingual;
  readonly note: Bilingual;
}

/** The explanation as data and as a text ready to print. */
export interface Explanation {
  readonly rule: Bilingual;
  readonly calendarVersion: string;
  readonly horizon: string;
  readonly provisional: boolean;
  readonly days: readonly ExplainedDay[];
  readonly text: Bilingual;
}

const WEEKDAYS: readonly Bilingual[] = [
  { zh: '周日', en: 'Sun' },
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
];
const KINDS: Readonly<Record<DaySort, Bilingual>> = {
  weekday: { zh: '工作日', en: 'weekday' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '节假日', en: 'holiday' },
  'make-up': { zh: '调休上班', en: 'make-up working day' },
};
const NOTES: Readonly<Record<DayNote, Bilingual>> = {
  'start-day': { zh: '起算当日，不计', en: 'day of the start, not counted' },
  counted: { zh: '计入', en: 'counted' },
  'rest-day': { zh: '休息日，不计', en: 'day off, not counted' },
  paused: { zh: '中止，不计', en: 'paused, not counted' },
  'partly-paused': { zh: '部分中止', en: 'partly paused' },
  'outside-office-hours': { zh: '办公时间外，不计', en: 'outside office hours, not counted' },
  'last-day': { zh: '期满', en: 'the time ends' },
};
const RULES: Readonly<Record<RuleKind, Bilingual>> = {
  hours: { zh: '小时', en: 'elapsed hours' },
  workingHours: { zh: '个工作小时', en: 'working hours' },
  workingMinutes: { zh: '个工作分钟', en: 'working minutes' },
  workingDays: { zh: '个工作日', en: 'working days' },
  naturalDays: { zh: '个自然日', en: 'calendar days' },
};

/** Explains a deadline with the calendar it was computed from; throws if the versions differ. */
export function explain(deadline: Deadline, calendar: WorkingCalendar): Explanation {
  if (calendar.version !== deadline.calendarVersion) {
    throw new Error(`Computed from calendar ${deadline.calendarVersion}, not ${calendar.version}`);
  }
  const papers = new Map(calendar.notices.map((notice) => [notice.id, notice.paper]));
  const days = deadline.derivation.map((line) => explainDay(line, papers));
  const rule = ruleText(deadline.ruleId);
  const { calendarVersion, provisional } = deadline;
  const { horizon } = calendar;
  const head = { rule, calendarVersion, horizon, provisional, days };
  return { ...head, text: { zh: print(deadline, head, 'zh'), en: print(deadline, head, 'en') } };
}

/** A rule in words, e.g. `5个工作日`, `5 working days`. */
export function ruleText(id: string): Bilingual {
  const rule = ruleOf(id);
  return { zh: `${rule.amount}${RULES[rule.kind].zh}`, en: `${rule.amount} ${RULES[rule.kind].en}` };
}

function explainDay(line: DerivationDay, papers: ReadonlyMap<string, string>): ExplainedDay {
  const note = NOTES[line.note];
  return {
    day: line.day,
    weekday: WEEKDAYS[dayOfWeek(line.day)] as Bilingual,
    kind: KINDS[line.kind],
    name: line.name ?? '',
    paper: papers.get(line.notice ?? '') ?? '',
    counted: countedText(line),
    note: line.provisional
      ? { zh: `${note.zh}（暂按周末推算）`, en: `${note.en} (guessed from weekends)` }
      : note,
  };
}

function countedText(line: DerivationDay): Bilingual {
  const inDays = line.ruleId.includes('Days');
  if (line.counted === 0) return { zh: '—', en: '—' };
  if (inDays) return { zh: `第${line.total}日`, en: `day ${line.total}` };
  const minutes = Math.round(line.counted / 6000) / 10;
  return { zh: `${minutes}分钟`, en: `${minutes} min` };
}

function print(deadline: Deadline, head: Omit<Explanation, 'text'>, language: keyof Bilingual): string {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const end = deadline.deadlineAt;
  const rows = head.days.map((day) =>
    [
      day.day,
      day.weekday[language],
      day.name === '' ? day.kind[language] : `${day.kind[language]} ${day.name}`,
      day.counted[language],
      day.note[language],
      day.paper,
    ]
      .join('  ')
      .trimEnd(),
  );
  const extended = deadline.extensions.map((id) => ruleText(id)[language]).join(say('、', ', '));
  const extension = extended === '' ? '' : say(`，延长 ${extended}`, `, extended by ${extended}`);
  const paused = () => say('中止中，待恢复后计算', 'paused, computed when resumed');
  const shownEnd = end === null ? paused() : isoShanghai(end);
  return [
    `${say('规则', 'Rule')}: ${head.rule[language]}${extension}`,
    `${say('起算', 'Start')}: ${isoShanghai(deadline.startAt)}`,
    ...rows,
    `${say('期限（不含）', 'Deadline (exclusive)')}: ${shownEnd}`,
    `${say('日历版本', 'Calendar')}: ${head.calendarVersion}${say('，通知截至 ', ', notices until ')}${head.horizon}`,
    ...(head.provisional
      ? [
          say(
            '暂定：部分日期尚无放假通知，通知公布后重新计算。',
            'Provisional: for some days no notice is out yet; computed again when it is.',
          ),
        ]
      : []),
  ].join('\n');
}
