// What a docket may be told to do. Nobody commands it from outside: moments arrive from the journal, the
// sweep says that something is due, and a new calendar has the deadlines counted again. A refusal is
// therefore unknown to it.
import type { Slice } from '#policy/office-hours';
import type { Pack } from '#policy/pack';
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { DocketEvent } from './docket-events';
import type { Happening } from './moments';

/** Everything a docket may be told. */
export type DocketCommand =
  | { readonly type: 'TakeHappenings'; readonly happenings: readonly Happening[] }
  /** `mayCard` are the ids of the clocks on which nothing that came in time can still be under way. */
  | { readonly type: 'IssueDue'; readonly mayCard: readonly string[] }
  | { readonly type: 'TurnUrgent'; readonly cause: string }
  | { readonly type: 'RevokeContested'; readonly cardId: string }
  | { readonly type: 'ExtendDeadline'; readonly clockId: string }
  | { readonly type: 'RecountDeadlines' }
  /** Another outage is known, or one is no longer held to have been. */
  | { readonly type: 'CountLostTime' };

/** What the rules look up. */
export interface DocketPolicy {
  readonly pack: (hash: string) => Pack;
  /** The calendar as known now. */
  readonly calendar: () => WorkingCalendar;
  /** How long after a deadline a card waits for what was decided in time and is on its way. */
  readonly graceMs: number;
  /**
   * Epoch ms; for a deadline that passed before it nobody is reminded or carded: a loaded history ends there.
   */
  readonly pastUntil?: number;
  /** When the platform was away, in order, none touching another (epoch ms). */
  readonly outages: () => readonly Slice[];
}

/** Takes down an event and what it makes of the docket, so that the next rule sees it. */
export type Say = (event: DocketEvent) => void;
