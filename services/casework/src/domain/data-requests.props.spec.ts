// Requests for data under commands and causes drawn at random (HD-8): a request is answered at most once and
// by the unit that was asked; nothing is read that was not provided and not by others than may; what is over
// stays over; nobody asks the unit complained of; the events replayed are the state.
import fc from 'fast-check';
import type { Actor, Recorded } from '#kernel/decider';
import { dataPolicy } from '../../test/data-requests';
import { PEOPLE, hours } from '../../test/scenario';
import type { DataRequestCommand } from './data-request-commands';
import type { DataRequestCause, DataRequestEvent } from './data-request-events';
import { type DataRequests, mootRequests, requestsDueAt } from './data-requests';
import { dataRequestsDecider, voidsRequests } from './data-requests-decider';

type Anything = DataRequestEvent | DataRequestCause;
type Step =
  | { readonly cause: DataRequestCause }
  | { readonly command: DataRequestCommand; readonly actor: Actor }
  | { readonly due: true };

/** Driven as the runtime drives it: a cause is evolved, then reacted to; what is due is marked. */
class Run {
  state: DataRequests = dataRequestsDecider.initial;
  readonly log: Recorded<Anything>[] = [];
  private at = hours(0);

  get own(): readonly DataRequestEvent[] {
    return this.log.filter(({ writer }) => writer === 'own').map(({ event }) => event as DataRequestEvent);
  }

  take(step: Step, after: number): void {
    this.at += after;
    if ('cause' in step) {
      const reaction = voidsRequests(this.record(step.cause, 'other'), this.state);
      if (reaction) this.command(reaction, PEOPLE.system);
    } else if ('command' in step) this.command(step.command, this.aimed(step));
    else {
      this.at = Math.max(this.at, requestsDueAt(this.state) ?? 0);
      this.command({ type: 'MarkDueRequests' }, PEOPLE.system);
      expect(requestsDueAt(this.state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(this.at);
    }
  }

  /** `asked` and `asking` stand for people of the units of the request that is meant. */
  private aimed({ command, actor }: { command: DataRequestCommand; actor: Actor }): Actor {
    const meant = 'requestNo' in command ? command.requestNo : 0;
    const { ofUnit = 'water', fromUnit = 'tax' } = this.state.requests[meant - 1] ?? {};
    if (actor.unit === 'asked') return { ...actor, unit: ofUnit };
    return actor.unit === 'asking' ? { ...actor, unit: fromUnit || 'tax' } : actor;
  }

  private command(command: DataRequestCommand, actor: Actor): void {
    const decision = { at: this.at, commandId: 'c', actor };
    const answer = dataRequestsDecider.decide(command, this.state, dataPolicy(), decision);
    if (answer.ok) for (const event of answer.value) this.record(event, 'own');
  }

  private record<E extends Anything>(event: E, writer: string): Recorded<E> {
    this.at += 1;
    const recorded = { event, at: this.at, id: `e${this.log.length}`, writer, seq: this.log.length + 1 };
    this.log.push(recorded);
    this.state = dataRequestsDecider.evolve(this.state, recorded);
    return recorded;
  }
}

const requestNo = fc.constantFrom(1, 1, 1, 2, 2, 3);
const unit = fc.constantFrom('tax', 'water', 'market', 'drainage');
const side = fc.constantFrom('asked', 'asking', 'asked', 'asking', 'tax', 'market', 'drainage');
const actor: fc.Arbitrary<Actor> = fc.oneof(
  side.map((of): Actor => ({ role: 'handler', id: `h-${of}`, unit: of })),
  fc.constantFrom<Actor>(PEOPLE.clerk, PEOPLE.followup, { role: 'supervisor', id: 'xu' }),
);
const said = fc.constantFrom('', '说明', '说明', '说明');
const template = fc.constantFrom('tax-source', 'above-scale', 'file-in-hand');
const fields = fc.constantFrom({ period: '一', 'tax-state': '已' }, { listed: '是' }, {});
const command: fc.Arbitrary<DataRequestCommand> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('RequestData' as const),
      template,
      ofUnit: unit,
      purpose: said,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('ProvideData' as const), requestNo, fields, text: said }),
  },
  fc.record({ type: fc.constant('RefuseData' as const), requestNo, ground: said }),
  fc.record({ type: fc.constant('WithdrawDataRequest' as const), requestNo, reason: said }),
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('ReadData' as const),
      ...{ requestNo, purpose: said, atHand: fc.constantFrom(true, true, true, false) },
    }),
  },
);
const dispatchNo = fc.integer({ min: 1, max: 3 });
const cause = fc.oneof<fc.Arbitrary<DataRequestCause>[]>(
  fc.record({ type: fc.constant('AppealDispatched' as const), dispatchNo, unit }),
  fc.record({ type: fc.constant('WorkOrderAcknowledged' as const), dispatchNo }),
  fc.record({ type: fc.constant('DispatchEnded' as const), dispatchNo }),
  fc.constant({ type: 'AppealCompleted' } as const),
  fc.record({ type: fc.constant('AppealReopened' as const), unit: fc.constantFrom('', 'tax') }),
  fc.constant({ type: 'AppealClosed' } as const),
);
const COMPLAINED_OF = 'market';
const BEGIN: readonly Step[] = [
  { cause: { type: 'AppealClassified', complainedOf: [COMPLAINED_OF] } },
  { cause: { type: 'AppealAdmitted', packHash: 'pack' } },
  { cause: { type: 'AppealDispatched', dispatchNo: 1, unit: 'tax' } },
  { cause: { type: 'WorkOrderAcknowledged', dispatchNo: 1 } },
];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 40, arbitrary: fc.record({ command, actor }) },
  { weight: 2, arbitrary: cause.map((one): Step => ({ cause: one })) },
  { weight: 1, arbitrary: fc.constant<Step>({ due: true }) },
);
const ENDS = ['DataProvided', 'DataRefused', 'DataRequestWithdrawn'];

/** Holds each own event against those before it. */
function proven(own: readonly DataRequestEvent[]): void {
  own.forEach((event, i) => {
    const before = own.slice(0, i);
    const endedBefore = (no: number) =>
      before.some((one) =>
        one.type === 'DataRequestsVoided'
          ? one.requestNos.includes(no)
          : ENDS.includes(one.type) && 'requestNo' in one && one.requestNo === no,
      );
    const asked = (no: number) =>
      before.find((one) => one.type === 'DataRequested' && one.requestNo === no) as
        | Extract<DataRequestEvent, { type: 'DataRequested' }>
        | undefined;
    if (event.type === 'DataRequested') {
      expect(event.requestNo).toBe(before.filter(({ type }) => type === 'DataRequested').length + 1);
      expect(event.ofUnit).not.toBe(event.fromUnit);
      expect(event.ofUnit).not.toBe(COMPLAINED_OF);
    } else if (event.type === 'DataRead') {
      const of = asked(event.requestNo);
      expect(before.some((one) => one.type === 'DataProvided' && one.requestNo === event.requestNo)).toBe(
        true,
      );
      expect(event.purpose).not.toBe('');
      if (event.role === 'handler') expect(event.unit).toBe(of?.fromUnit);
    } else if (event.type === 'DataRequestsVoided') expect(event.requestNos.some(endedBefore)).toBe(false);
    else {
      expect(endedBefore(event.requestNo)).toBe(false);
      if ('unit' in event) expect(event.unit).toBe(asked(event.requestNo)?.ofUnit);
      if (event.type === 'DataRequestOverdue' || event.type === 'DataRequestNear')
        expect(before.filter((one) => one.type === event.type && one.requestNo === event.requestNo)).toEqual(
          [],
        );
    }
  });
}

test('answered once by whom it was asked of, read on record alone; replay is the state', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }),
      fc.nat(60 * 60_000),
      (steps, pause) => {
        const run = new Run();
        for (const one of [...BEGIN, ...steps]) {
          run.take(one, pause);
          expect(mootRequests(run.state)).toEqual([]);
        }
        proven(run.own);
        for (const { type } of run.own) seen.set(type, (seen.get(type) ?? 0) + 1);
        const replayed = run.log.reduce<DataRequests>(
          (state, recorded) => dataRequestsDecider.evolve(state, recorded),
          dataRequestsDecider.initial,
        );
        expect(replayed).toEqual(run.state);
        expect(JSON.parse(JSON.stringify(run.state))).toEqual(run.state);
      },
    ),
    { numRuns: 400 },
  );
  expect(seen.size).toBe(8);
});
