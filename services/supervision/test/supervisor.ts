// A supervisor's view of one case: what happened when, what people commanded, and what the overseeing wrote.
// Times are as on the wall clock of the office, `2026-03-02 09:00`.
import type { Actor } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { successionOf } from '#policy/succession';
import { NO_OVERSIGHT, type KnownOversight, type Oversight } from '../src/domain/oversight';
import type { OversightCommand, OversightPolicy } from '../src/domain/oversight-commands';
import { oversightDecider, oversightDueAt, reactToNews } from '../src/domain/oversight-decider';
import type { OversightCause, OversightEvent } from '../src/domain/oversight-events';
import { CALENDARS, YICHENG, shown, wall } from './officer';

/** People of the pack of Yicheng. */
export const PEOPLE = {
  supervisor: { role: 'supervisor', id: 'xu' },
  otherSupervisor: { role: 'supervisor', id: 'he' },
  leader: { role: 'leader', id: 'gu' },
  clerk: { role: 'clerk', id: 'wang' },
  tax: { role: 'handler', id: 'li', unit: 'tax' },
  water: { role: 'handler', id: 'sun', unit: 'water' },
} as const satisfies Record<string, Actor>;

const SYSTEM = { role: 'system', id: 'supervision' };

/** One recorded event, own or of others. */
export interface Written {
  readonly at: number;
  readonly id: string;
  readonly event: OversightEvent | OversightCause;
  readonly own: boolean;
}

/** An overseen case with the pen that keeps it. */
export class OverseenCase {
  state: Oversight = NO_OVERSIGHT;
  readonly book: Written[] = [];
  private last = 0;

  private succession = successionOf([]);

  constructor(private readonly pack: Pack = YICHENG) {}

  /** From now on these units stand in the profile. */
  learnsOfUnits(units: Parameters<typeof successionOf>[0]): this {
    this.succession = successionOf(units);
    return this;
  }

  get policy(): OversightPolicy {
    const { successorOf } = this.succession;
    return { pack: () => this.pack, calendar: () => CALENDARS.current, successorOf };
  }

  /** The state once the pack is known. */
  get known(): KnownOversight {
    if (this.state.status === 'waiting') throw new Error('Not admitted yet');
    return this.state;
  }

  /** Something happened; the overseeing hears of it at once. */
  happens(on: string | number, event: OversightCause): this {
    const at = this.time(on);
    const id = `t/a1/other/${this.book.length + 1}`;
    this.enter(at, id, event, false);
    const command = reactToNews(
      { event, at, id, writer: 'other', seq: this.book.length },
      this.state,
      this.policy,
    );
    if (command) this.told(at, SYSTEM, command);
    return this;
  }

  /** A command; answers the types of the events joined by blanks, or the code of the refusal. */
  told(on: string | number, actor: Actor, command: OversightCommand): string {
    const at = Math.max(this.time(on), this.last + 1);
    const answer = oversightDecider.decide(command, this.state, this.policy, { at, commandId: 'c', actor });
    if (!answer.ok) return answer.error.code;
    for (const [i, event] of answer.value.entries())
      this.enter(at + i, `t/a1/supervision.oversight/${this.own.length + 1}`, event, true);
    return answer.value.map(({ type }) => type).join(' ');
  }

  /** Looks whenever something is due, until then. */
  until(on: string | number): this {
    const end = this.time(on);
    for (let guard = 0; guard < 200; guard += 1) {
      const at = oversightDueAt(this.state, this.policy);
      if (at === null || at > end) return this;
      this.told(at, SYSTEM, { type: 'TakeDue' });
    }
    throw new Error('The case asks to be looked at again and again');
  }

  /** Everything own. */
  get own(): readonly OversightEvent[] {
    return this.book.filter(({ own }) => own).map(({ event }) => event as OversightEvent);
  }

  /** Own events of a type. */
  ownOf<T extends OversightEvent['type']>(type: T): readonly Extract<OversightEvent, { type: T }>[] {
    return this.own.filter((event): event is Extract<OversightEvent, { type: T }> => event.type === type);
  }

  /** The register, one line each: `E1 yellow tax open`. */
  get register(): readonly string[] {
    return this.known.entries.map(
      ({ id, ground, unit, open }) => `${id} ${ground} ${unit || '-'} ${open ? 'open' : 'cleared'}`,
    );
  }

  /** When which step was proposed: `2026-03-03 11:00 discipline on E2`. */
  get proposed(): readonly string[] {
    return this.book.flatMap(({ event, at }) =>
      event.type === 'StepProposed' ? [`${shown(at)} ${event.step} on ${event.entryId}`] : [],
    );
  }

  private time(on: string | number): number {
    return typeof on === 'string' ? wall(on) : on;
  }

  private enter(at: number, id: string, event: OversightEvent | OversightCause, own: boolean): void {
    this.book.push({ at, id, event, own });
    this.state = oversightDecider.evolve(this.state, {
      event,
      at,
      id,
      writer: own ? 'own' : 'other',
      seq: 1,
    });
    this.last = Math.max(this.last, at);
  }
}

/** Admitted and dispatched to tax on Monday 2026-03-02 at nine. */
export function overseen(pack: Pack = YICHENG, assist: readonly string[] = []): OverseenCase {
  return new OverseenCase(pack)
    .happens('2026-03-02 08:50', { type: 'AppealSubmitted', number: 'YC-7' })
    .happens('2026-03-02 08:55', { type: 'AppealAdmitted', packHash: 'p' })
    .happens('2026-03-02 09:00', { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist });
}

/** The clock that the cards below are on, and the cards. */
export const CLOCK = 'contact/tax/1/1';
export const YELLOW: OversightCause = { type: 'YellowCardIssued', cardId: `${CLOCK}/yellow`, unit: 'tax' };
export const RED: OversightCause = { type: 'RedCardIssued', cardId: `${CLOCK}/red`, unit: 'tax' };
export const LATE_FEEDBACK: OversightCause = {
  type: 'ClockStopped',
  clockId: CLOCK,
  inTime: false,
  void: false,
};
export const COMPLETED: OversightCause = {
  ...{ type: 'AppealCompleted', unit: 'tax', round: 1, by: 'li' },
  ...{ completionType: 'solved', answerVerdict: 'answers' },
};

/** The platform's order on the first entry, three working days. */
export const ORDER: Extract<OversightCommand, { type: 'IssueOrder' }> = {
  ...{ type: 'IssueOrder', step: 'platform', entryId: 'E1', unit: '', demand: '请反馈办理情况' },
  ...{ within: 'workingDays:3', dueOn: '' },
};
