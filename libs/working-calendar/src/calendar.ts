// The working calendar 工作日历. Which days are worked is decided once a year by a notice of the General Office of the
// State Council, and sometimes changed in the middle of the year (2015-05-13, 2019-03-22, 2020-01-27). A calendar is
// therefore a value built from the notices known on a date: it has a version, a horizon and, for every day, the notice
// the answer rests on. Days outside the noticed years are guessed from weekends and called provisional
// (requirements, How time is counted).
import type { CivilDay } from './civil-day';

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
  /** First day covered by a notice. */
  readonly since: CivilDay;
  /** Last day covered by a notice; after it everything is provisional. */
  readonly horizon: CivilDay;
  readonly notices: readonly CalendarNotice[];
  isWorkingDay(day: CivilDay | number): boolean;
  dayKind(day: CivilDay | number): DayKind;
}
