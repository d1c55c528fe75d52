// The working calendar 工作日历. Which days are worked is decided once a year by a notice of the General Office
// of the State Council, and sometimes changed in the middle of the year (2015-05-13, 2019-03-22, 2020-01-27).
// A calendar is therefore a value built from the notices known on a date: it has a version, a horizon and,
// for every day, the notice the answer rests on. Days outside the noticed years are guessed from weekends and
// called provisional (requirements, How time is counted). The last days of December may still be moved by the
// next year's notice, as 2018-12-29 was: that is a new version like any other.
import { type CivilDay, dayOfWeek, toCivilDay } from './civil-day';
import { contentAddress } from './content-address';

/** What a notice 通知 says about one day. */
export interface NoticedDay {
  readonly day: CivilDay;
  /** The holiday it belongs to, e.g. 春节. */
  readonly name: string;
  /** true = nobody works; false = it is worked (mostly a make-up weekend 调休上班). */
  readonly off: boolean;
}

/** One paper of the State Council: the year's arrangement, or an amendment of it. */
export interface CalendarNotice {
  /** `2020` for the year's arrangement, `2020-amendment-1` for the first change of it. */
  readonly id: string;
  readonly year: number;
  readonly publishedOn: CivilDay;
  /** Address of the paper in the archive of gov.cn. */
  readonly paper: string;
  /** Id of the notice it changes. */
  readonly amends?: string | undefined;
  readonly days: readonly NoticedDay[];
}

/** Sort of a day. */
export type DaySort = 'weekday' | 'weekend' | 'holiday' | 'make-up';

/** What a calendar says about a day. */
export interface DayKind {
  readonly working: boolean;
  readonly kind: DaySort;
  /** Name of the holiday the day belongs to or makes up for. */
  readonly name?: string;
  /** Id of the notice that says so; absent for ordinary weekdays and weekends. */
  readonly notice?: string;
  /** true outside the noticed years: computed from weekends alone. */
  readonly provisional: boolean;
}

/** A calendar as known on some date. Functions take epoch ms or `YYYY-MM-DD`. */
export interface WorkingCalendar {
  /** `wc-` and the first 16 hex digits of the SHA-256 of the notices' canonical text. */
  readonly version: string;
  /** First day covered by a notice; after the horizon if there is no notice at all. */
  readonly since: CivilDay;
  /** Last day covered by a notice; after it everything is provisional. */
  readonly horizon: CivilDay;
  /** The notices it is built from, in the order they were published. */
  readonly notices: readonly CalendarNotice[];
  isWorkingDay(day: CivilDay | number): boolean;
  dayKind(day: CivilDay | number): DayKind;
}

interface Said {
  readonly noticed: NoticedDay;
  readonly notice: string;
}

/** Builds the calendar of a set of notices: about one day the notice published last is right. */
export function buildCalendar(notices: readonly CalendarNotice[]): WorkingCalendar {
  const inOrder = [...notices].sort((a, b) => compare(a.publishedOn, b.publishedOn) || compare(a.id, b.id));
  const said = new Map<CivilDay, Said>();
  for (const notice of inOrder) {
    for (const noticed of notice.days) said.set(noticed.day, { noticed, notice: notice.id });
  }
  const years = inOrder.map((notice) => notice.year);
  const since = years.length === 0 ? '9999-12-31' : `${Math.min(...years)}-01-01`;
  const horizon = years.length === 0 ? '0001-01-01' : `${Math.max(...years)}-12-31`;
  const dayKind = (value: CivilDay | number): DayKind => {
    const day = toCivilDay(value);
    return kindOf(day, said.get(day), day < since || day > horizon);
  };
  return {
    version: `wc-${contentAddress(inOrder).slice(0, 16)}`,
    since,
    horizon,
    notices: inOrder,
    dayKind,
    isWorkingDay: (day) => dayKind(day).working,
  };
}

/** The calendar as it was known on a date: built from the notices published on or before it. */
export function calendarAsOf(notices: readonly CalendarNotice[], dateOn: CivilDay | number): WorkingCalendar {
  const day = toCivilDay(dateOn);
  return buildCalendar(notices.filter((notice) => notice.publishedOn <= day));
}

function kindOf(day: CivilDay, said: Said | undefined, provisional: boolean): DayKind {
  const weekday = dayOfWeek(day);
  const weekend = weekday === 0 || weekday === 6;
  if (said === undefined) return { working: !weekend, kind: weekend ? 'weekend' : 'weekday', provisional };
  const kind = said.noticed.off ? 'holiday' : weekend ? 'make-up' : 'weekday';
  return {
    working: !said.noticed.off,
    kind,
    name: said.noticed.name,
    notice: said.notice,
    provisional: false,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
