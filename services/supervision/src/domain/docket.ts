// The docket 督办台账 of one appeal: every clock that was started for it and every card shown on a clock (SV-1,
// SV-2). Which clocks there are, what starts and stops them and what is shown when they run out is data of
// the pack; the docket knows moments, units and dispatch numbers, and no clock by name.

/** A card 黄牌/红牌. It stays on record; `revoked` once it turned out that the feedback had come in time. */
export interface Card {
  /** `<clock id>/yellow` or `<clock id>/red`; a later one for a deadline that was moved adds `/2`, `/3` … */
  readonly id: string;
  readonly colour: 'yellow' | 'red';
  readonly issuedAt: number;
  /** When a yellow card turns red (epoch ms, exclusive); null when it never does. */
  readonly redDueAt: number | null;
  readonly revoked: boolean;
  /** It was revoked because our own outage had taken the time before it; absent otherwise. */
  readonly tooSoon?: true;
}

interface AnyClock {
  /** `<clock>/<unit or ->/<dispatch no>/<round>`, and after a change of pack `/<number of the change>` */
  readonly id: string;
  /** Id of the clock in the pack. */
  readonly clock: string;
  /** Unit that is late when it runs out; empty for clocks of desk, platform and enterprise. */
  readonly unit: string;
  readonly dispatchNo: number;
  readonly round: number;
  readonly rule: string;
  readonly startAt: number;
  /** Exclusive end (epoch ms); null while a pause lasts. */
  readonly deadlineAt: number | null;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly cards: readonly Card[];
  /** What our own outages took from it, as far as a card waited for that; absent while nothing did. */
  readonly lost?: LostOnRecord;
}

/**
 * Time lost by our own outages: the end in law of what a card of the colour waits for, and the end with it.
 */
interface LostOnRecord {
  readonly colour: Card['colour'];
  readonly lawfulAt: number;
  readonly untilAt: number;
}

/** A clock that runs: it may still be near, late, carded. */
export interface RunningClock extends AnyClock {
  readonly status: 'running';
  readonly nearAt: number | null;
  /** The reminder before the deadline has been given. */
  readonly reminded: boolean;
}

/** A clock that was met, missed or taken away. */
interface StoppedClock extends AnyClock {
  readonly status: 'stopped';
  readonly stoppedAt: number;
  readonly inTime: boolean;
  /** Neither met nor missed: the matter was taken away from whoever had the clock. */
  readonly void: boolean;
  /** Late in law, within the time our own outages had taken; absent otherwise. */
  readonly lateBySystem?: true;
}

/** 时限 */
export type Clock = RunningClock | StoppedClock;

/** A moment as far as pauses and the round of a message need it later. */
interface Taken {
  readonly moment: string;
  /** Id of the event. */
  readonly cause: string;
  readonly at: number;
  readonly unit: string;
}

/** What has happened to the appeal, as far as clocks depend on it. */
export interface Course {
  /** The submission, remembered until the pack is known. */
  readonly submitted: { readonly at: number; readonly cause: string } | null;
  /** Number of the current dispatch, 0 before the first. */
  readonly dispatchNo: number;
  /** Lead unit 牵头单位 by dispatch number. */
  readonly leads: Readonly<Record<string, string>>;
  /** Of the urgent class (RT-6); absent while nobody has said so. */
  readonly urgent?: true;
  /** No unit may know who the enterprise is (HD-10); absent where it may. */
  readonly protect?: true;
  /** Raised by every change of pack (RT-5); absent while there was none. */
  readonly packNo?: number;
  /** Raised by every reopening, from 1. */
  readonly round: number;
  readonly taken: readonly Taken[];
  /**
   * Ends granted on request (epoch ms, exclusive), by the id of the clock (HD-2); absent while there are
   * none.
   */
  readonly extended?: Readonly<Record<string, number>>;
}

/**
 * Before admission there is no pack and therefore no clock; after the end nothing starts until it is
 * reopened.
 */
export type Docket =
  | { readonly status: 'waiting'; readonly course: Course }
  | {
      readonly status: 'open' | 'over';
      readonly course: Course;
      readonly packHash: string;
      readonly clocks: readonly Clock[];
    };

/** A docket that knows its pack. */
export type KnownDocket = Exclude<Docket, { status: 'waiting' }>;

/** Before anything happened. */
export const NO_DOCKET: Docket = {
  status: 'waiting',
  course: { submitted: null, dispatchNo: 0, leads: {}, round: 1, taken: [] },
};

/** The id a clock has by what it is about; the same start can only ever make the same clock. */
export function clockIdOf(
  clock: string,
  unit: string,
  dispatchNo: number,
  round: number,
  packNo = 0,
): string {
  const under = packNo === 0 ? '' : `/${packNo}`;
  return `${clock}/${unit === '' ? '-' : unit}/${dispatchNo}/${round}${under}`;
}

/** The clock an extension is about. */
export function extendedClockId(
  about: {
    readonly clock: string;
    readonly unit: string;
    readonly dispatchNo: number;
    readonly round: number;
  },
  { packNo }: Course,
): string {
  return clockIdOf(about.clock, about.unit, about.dispatchNo, about.round, packNo);
}

/** Dispatch number and round out of a clock's id. */
export function placeOf(clockId: string): { dispatchNo: number; round: number } {
  const [, , dispatchNo, round] = clockId.split('/');
  return { dispatchNo: Number(dispatchNo), round: Number(round) };
}

/** Id of the next card of a colour on a clock. */
export function cardIdOf(clock: AnyClock, colour: Card['colour']): string {
  const earlier = clock.cards.filter((card) => card.colour === colour).length;
  return `${clock.id}/${colour}${earlier === 0 ? '' : `/${earlier + 1}`}`;
}

/** Clocks of a docket, none before admission. */
export function clocksOf(docket: Docket): readonly Clock[] {
  return docket.status === 'waiting' ? [] : docket.clocks;
}

/** Clocks that run. */
export function runningOf(docket: Docket): readonly RunningClock[] {
  return clocksOf(docket).filter((clock): clock is RunningClock => clock.status === 'running');
}

/**
 * The card of a colour for the deadline that the clock has now. One that was taken back because the deadline
 * moved beyond it says nothing about the new deadline, and one taken back because of our own outage nothing
 * about the end with the time it took; one taken back on other grounds is not shown again.
 */
export function cardOf(clock: Clock, colour: Card['colour']): Card | undefined {
  const last = clock.cards.findLast((card) => card.colour === colour);
  const overtaken = last?.revoked === true && clock.deadlineAt !== null && last.issuedAt < clock.deadlineAt;
  return overtaken || last?.tooSoon ? undefined : last;
}
