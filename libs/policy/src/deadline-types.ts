// The shape of a deadline 期限. A deadline is never a bare instant: it carries the rule, the start, the pauses,
// the extensions, the calendar version and the day by day derivation, so that anybody can count it again
// (requirements, How time is counted).
import type { DaySort, WorkingCalendar } from '#working-calendar/calendar';
import type { CivilDay } from '#working-calendar/civil-day';
import type { Rule, RuleText } from './rule';

/** Office hours of one part of the day, `HH:MM`; `until` may be `24:00`. */
export interface OfficeSpan {
  readonly from: string;
  readonly until: string;
}

/**
 * Time during which a clock stands still, epoch ms, `untilAt` exclusive; without `untilAt` it still lasts.
 */
export interface Pause {
  readonly fromAt: number;
  readonly untilAt?: number | undefined;
}

/** What a deadline is computed from. */
export interface DeadlineInput {
  readonly rule: Rule;
  /** Epoch ms of the event that starts the clock. */
  readonly startAt: number;
  readonly calendar: WorkingCalendar;
  readonly officeHours?: readonly OfficeSpan[] | undefined;
  readonly pauses?: readonly Pause[] | undefined;
  /** Granted extensions in the order granted; each is counted on from the deadline before it. */
  readonly extensions?: readonly Rule[] | undefined;
}

/** Why a day counts or does not. */
export type DayNote =
  | 'start-day'
  | 'counted'
  | 'rest-day'
  | 'paused'
  | 'partly-paused'
  | 'outside-office-hours'
  | 'last-day';

/** One line of the derivation. */
export interface DerivationDay {
  readonly day: CivilDay;
  readonly kind: DaySort;
  readonly name?: string;
  readonly notice?: string;
  readonly provisional: boolean;
  /** Counted on this day: 0 or 1 for rules in days, milliseconds for rules in hours and minutes. */
  readonly counted: number;
  /** Counted up to and with this day, in the same unit. */
  readonly total: number;
  readonly note: DayNote;
  /** The rule or the extension this line belongs to. */
  readonly ruleId: RuleText;
}

/** A computed deadline with everything needed to compute it again. */
export interface Deadline {
  readonly ruleId: RuleText;
  readonly startAt: number;
  /**
   * Exclusive end, epoch ms: what happens at this instant is late. null while a pause lasts that precedes the
   * end.
   */
  readonly deadlineAt: number | null;
  /** true if a day after the calendar's horizon was needed; to be recomputed when the notice is out. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly RuleText[];
  readonly derivation: readonly DerivationDay[];
}

/** When to remind before a deadline (SV-1), as a pack says it. */
export type NearSetting = { readonly before: string } | { readonly fraction: number };

/** Why a deadline was computed again; the reason stands in the event. */
export type RecomputeReason = 'calendar' | 'pack' | 'lead' | 'pause' | 'extension';

/** A deadline computed again, beside what it was. */
export interface Recomputation {
  readonly reason: RecomputeReason;
  readonly previousDeadlineAt: number | null;
  readonly previousCalendarVersion: string;
  readonly deadline: Deadline;
  readonly changed: boolean;
  /** Days that now count differently, are newly needed or no longer needed. */
  readonly changedDays: readonly CivilDay[];
}
