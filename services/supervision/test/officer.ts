// An officer's view of one appeal's docket: what happened when, when supervision heard of it, when it looked,
// and what it said. Times are written as on the wall clock of the office, `2026-09-30 16:00`.
import { join } from 'node:path';
import { asOne } from '#policy/lost-time';
import type { Slice } from '#policy/office-hours';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { isoShanghai } from '#working-calendar/civil-day';
import { projectCalendars } from '#working-calendar/test-calendars';
import { cardsDue, nextLookAt } from '../src/domain/card-rules';
import { type Docket, NO_DOCKET } from '../src/domain/docket';
import type { DocketCommand, DocketPolicy } from '../src/domain/docket-commands';
import { docketDecider, reactToCause } from '../src/domain/docket-decider';
import type { DocketCause, DocketEvent } from '../src/domain/docket-events';

/** The instant of a wall clock time in Shanghai. */
export function wall(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

/** The way back, to the minute. */
export function shown(at: number): string {
  return isoShanghai(at).slice(0, 16).replace('T', ' ');
}

function yicheng(): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs/yicheng'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The pack of Yicheng as shipped. */
export const YICHENG = yicheng();

/** The calendars as shipped. */
export const CALENDARS = projectCalendars();

const GRACE_MS = 30_000;

/** One recorded event, own or of others. */
export interface Entry {
  readonly at: number;
  readonly id: string;
  readonly event: DocketEvent | DocketCause;
  readonly own: boolean;
}

/** A docket with the pen that keeps it. */
export class OfficersDocket {
  docket: Docket = NO_DOCKET;
  /** Where a loaded history ends. */
  pastUntil = 0;
  /** When the platform was away, by wall clock. */
  private outages: readonly Slice[] = [];
  readonly book: Entry[] = [];
  private last = 0;

  constructor(
    private readonly pack: Pack = YICHENG,
    public calendar: WorkingCalendar = CALENDARS.current,
  ) {}

  get policy(): DocketPolicy {
    return {
      pack: () => this.pack,
      calendar: () => this.calendar,
      graceMs: GRACE_MS,
      pastUntil: this.pastUntil,
      outages: () => this.outages,
    };
  }

  /** Something happened at `at`; supervision hears of it at `heardAt`. */
  happens(at: number, event: DocketCause, heardAt = at): this {
    const cause = { event, at, id: `e${this.book.length}`, writer: 'other', seq: this.book.length + 1 };
    this.enter(cause.at, cause.id, event, false);
    this.last = Math.max(this.last, at);
    const command = reactToCause(cause, this.docket);
    if (command) this.command(Math.max(heardAt, at), command);
    return this;
  }

  /** Supervision looks at what is due; `gate` closed shows no card. */
  looks(at: number, gate: 'open' | 'closed' = 'open'): this {
    const due = cardsDue(this.docket, this.policy, at).map(({ clockId }) => clockId);
    this.command(at, { type: 'IssueDue', mayCard: gate === 'open' ? due : [] });
    return this;
  }

  /** Looks whenever something is due, until then. */
  looksUntil(until: number): this {
    for (let guard = 0; guard < 100; guard += 1) {
      const at = nextLookAt(this.docket, this.policy);
      if (at === null || at > until) return this;
      this.looks(Math.max(at, this.last));
    }
    throw new Error('The docket asks to be looked at again and again');
  }

  /** A new calendar is known from `at` on. */
  learns(at: number, calendar: WorkingCalendar): this {
    this.calendar = calendar;
    this.command(at, { type: 'RecountDeadlines' });
    return this;
  }

  /** From `at` on the platform is known to have been away then; no names of times mean that it never was. */
  learnsOfOutages(at: number, ...outages: readonly (readonly [from: number, until: number])[]): this {
    this.outages = asOne(outages.map(([from, until]) => ({ from, until })));
    this.command(at, { type: 'CountLostTime' });
    return this;
  }

  command(at: number, command: DocketCommand): void {
    const now = Math.max(at, this.last + 1);
    const actor = { role: 'system', id: 'supervision' };
    const answer = docketDecider.decide(command, this.docket, this.policy, {
      at: now,
      commandId: 'c',
      actor,
    });
    if (!answer.ok) throw new Error('A docket refuses nothing');
    for (const [index, event] of answer.value.entries())
      this.enter(now + index, `own${this.book.length}`, event, true);
  }

  private enter(at: number, id: string, event: DocketEvent | DocketCause, own: boolean): void {
    this.book.push({ at, id, event, own });
    this.docket = docketDecider.evolve(this.docket, { event, at, id, writer: 'w', seq: this.book.length });
    if (own) this.last = Math.max(this.last, at);
  }

  /** What was said about a clock, one line each: time, event, and what matters of it. */
  said(clock: string): readonly string[] {
    return this.book.flatMap(({ event, own, at }) => {
      if (!own || !('clockId' in event) || !event.clockId.startsWith(`${clock}/`)) return [];
      return [`${shown(at)} ${lineOf(event)}`];
    });
  }

  /** Everything own. */
  get own(): readonly DocketEvent[] {
    return this.book.filter(({ own }) => own).map(({ event }) => event as DocketEvent);
  }
}

function lineOf(event: DocketEvent): string {
  const until = (at: number | null) => (at === null ? 'paused' : shown(at));
  switch (event.type) {
    case 'ClockStarted':
      return `started ${event.clockId} until ${until(event.deadlineAt)}`;
    case 'ClockStopped':
      return `stopped ${howStopped(event)}`;
    case 'DeadlineRecomputed':
      return `recomputed (${event.reason}) until ${until(event.deadlineAt)}`;
    case 'DeadlineNear':
      return 'near';
    case 'YellowCardIssued':
      return `yellow, red at ${until(event.redDueAt)}`;
    case 'RedCardIssued':
      return `red after notice of ${shown(event.noticeAt)}`;
    case 'TimeLost':
      return `${event.colour} waits until ${shown(event.untilAt)}, ${event.lostMs / 60_000} min lost`;
    case 'CardRevoked':
      return `revoked ${event.cardId.split('/').at(-1)} (${event.reason})`;
  }
}

function howStopped(event: Extract<DocketEvent, { type: 'ClockStopped' }>): string {
  if (event.void) return 'void';
  if (event.inTime) return 'in time';
  return event.lateBySystem ? 'late by the system' : 'late';
}

/** An appeal that was admitted and dispatched to tax, with water assisting where named. */
export function dispatched(on: string, assist: readonly string[] = [], pack: Pack = YICHENG): OfficersDocket {
  const at = wall(on);
  return new OfficersDocket(pack)
    .happens(at - 60_000, { type: 'AppealSubmitted' })
    .happens(at - 50_000, { type: 'AppealAdmitted', packHash: 'p' })
    .happens(at, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist });
}

/** Contact and arrival of the lead. */
export const VISIT: DocketCause = {
  type: 'EnterpriseContacted',
  dispatchNo: 1,
  unit: 'tax',
  reached: true,
  arrived: true,
  satisfies: true,
};
