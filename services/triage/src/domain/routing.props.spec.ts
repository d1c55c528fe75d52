import fc from 'fast-check';
import type { Recorded } from '#kernel/decider';
import { MORNING, PEOPLE, POLICY, classification } from '../../test/scenario';
import { LIBRARY_WAIT_MS, type Routing, dueAt } from './routing';
import type { ClerkCommand, RoutingCommand } from './routing-commands';
import { reactToCause, routingDecider } from './routing-decider';
import type { Classification, RoutingCause, RoutingEvent } from './routing-events';

type Anything = RoutingEvent | RoutingCause;
type Step =
  | { readonly cause: RoutingCause }
  | { readonly command: ClerkCommand; readonly actor: (typeof PEOPLE)[keyof typeof PEOPLE] }
  | { readonly due: true };

/** A routing driven as the runtime drives it: a cause is evolved, then reacted to; what is due is settled. */
class Run {
  state: Routing = routingDecider.initial;
  readonly log: Recorded<Anything>[] = [];
  private at = MORNING;

  constructor(private readonly found: Classification) {}

  get own(): readonly RoutingEvent[] {
    return this.log.filter(({ writer }) => writer === 'own').map(({ event }) => event as RoutingEvent);
  }

  take(step: Step, after: number): void {
    this.at += after;
    if ('due' in step) {
      const due = dueAt(this.state);
      if (due !== null) this.at = Math.max(this.at, due);
      this.command({ type: 'SettleRouting' }, PEOPLE.system);
    } else if ('command' in step) {
      this.command(this.aimed(step.command), step.actor);
    } else {
      const recorded = this.record(this.aimed(step.cause), 'other');
      const reaction = reactToCause(recorded, this.state, () => this.found);
      if (reaction && !this.command(reaction, PEOPLE.system)) throw new Error('a reaction was refused');
    }
  }

  /** A number 0 stands for the dispatch in force, so that random steps often fit. */
  private aimed<T extends object>(step: T): T {
    return 'dispatchNo' in step && step.dispatchNo === 0
      ? { ...step, dispatchNo: this.state.file.dispatchNo }
      : step;
  }

  private command(command: RoutingCommand, actor: (typeof PEOPLE)[keyof typeof PEOPLE]): boolean {
    const decision = { at: this.at, commandId: 'c', actor };
    const answer = routingDecider.decide(command, this.state, POLICY, decision);
    if (answer.ok) for (const event of answer.value) this.record(event, 'own');
    return answer.ok;
  }

  private record<E extends Anything>(event: E, writer: string): Recorded<E> {
    this.at += 1;
    const recorded = { event, at: this.at, id: `e${this.log.length}`, writer, seq: this.log.length + 1 };
    this.log.push(recorded);
    this.state = routingDecider.evolve(this.state, recorded);
    return recorded;
  }
}

const wording = { title: '退税', content: '投诉税务局推诿' };
const submitted: RoutingCause = { type: 'AppealSubmitted', kind: 'help', topic: '', region: '', wording };
const admitted = (kind: string): RoutingCause => {
  return { type: 'AppealAdmitted', packHash: 'pack', kind, topic: 'tax', region: 'r' };
};
const anySought = fc.record({ sure: fc.boolean(), articleId: fc.constantFrom('K001', 'K009', '') }).map(
  ({ sure, articleId }): RoutingCause => ({
    type: 'AnswerSought',
    best: articleId === '' ? null : { articleId, score: 0.9 },
    sure,
  }),
);
const anyFound = fc
  .record({
    sure: fc.boolean(),
    proposed: fc.constantFrom('' as const, 'panel' as const, 'decline-litigation' as const),
    unit: fc.constantFrom('tax', 'gone', 'none'),
  })
  .map(({ sure, proposed, unit }) => {
    const candidates = unit === 'none' ? [] : [{ unit, score: 0.99, reasons: [] }];
    return classification({ sure, proposed, candidates });
  });
const ENDS = ['AnsweredDirectly', 'AppealDispatched', 'DeskEntered'];

test('an admitted appeal ends once: answered, dispatched or on the desk, in whatever order', () => {
  const causes = fc
    .tuple(fc.constantFrom('help', 'complaint'), anySought, anySought)
    .chain(([kind, first, second]) =>
      fc
        .array(
          fc.constantFrom<Step>(
            { cause: submitted },
            { cause: admitted(kind) },
            { cause: first },
            { cause: second },
            { due: true },
          ),
          { maxLength: 12 },
        )
        .map((steps): readonly Step[] => [...steps, { cause: admitted(kind) }, { due: true }]),
    );
  fc.assert(
    fc.property(anyFound, causes, fc.nat(2 * LIBRARY_WAIT_MS), (found, steps, pause) => {
      const run = new Run(found);
      for (const step of steps) run.take(step, pause);
      expect(run.own.filter(({ type }) => ENDS.includes(type))).toHaveLength(1);
      expect(['answered', 'dispatched', 'desk']).toContain(run.state.status);
      expect(run.own.filter(({ type }) => type === 'AppealClassified').length).toBeLessThanOrEqual(1);
      expect(dueAt(run.state)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

const unit = fc.constantFrom('tax', 'market', 'water', 'tax', 'market', 'water', 'moon');
const no = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
);
const oftenRight = <T>(right: T, wrong: T) => fc.constantFrom(right, right, right, wrong);
const dispatchAppeal = fc.record({
  type: fc.constant('DispatchAppeal' as const),
  lead: unit,
  assist: fc.array(unit, { maxLength: 1 }),
  why: fc.constantFrom('属其职责', '19900001234'),
});
const answerAppeal = fc.record({
  type: fc.constant('AnswerAppeal' as const),
  articleId: fc.constantFrom('K001', 'K009'),
});
const recallDispatch = fc.record({
  type: fc.constant('RecallDispatch' as const),
  dispatchNo: no,
  reason: oftenRight('派错', ''),
});
const ruleObjection = fc.record({
  type: fc.constant('RuleObjection' as const),
  dispatchNo: no,
  upheld: fc.boolean(),
  toUnit: fc.oneof(fc.constant(''), unit),
  note: fc.constant(''),
});
const anyCommand: fc.Arbitrary<ClerkCommand> = fc.oneof(
  { weight: 6, arbitrary: dispatchAppeal },
  { weight: 1, arbitrary: answerAppeal },
  { weight: 3, arbitrary: recallDispatch },
  { weight: 4, arbitrary: ruleObjection },
);
const anyCause: fc.Arbitrary<RoutingCause> = fc.oneof(
  anySought,
  fc.constantFrom<RoutingCause>(
    admitted('help'),
    { type: 'AnswerDisputed' },
    { type: 'AnswerDisputed' },
    { type: 'AppealReopened', unit: '' },
    { type: 'AppealReopened', unit: '' },
    { type: 'AppealReopened', unit: 'tax' },
  ),
  no.map((dispatchNo): RoutingCause => ({ type: 'WorkOrderAcknowledged', dispatchNo })),
  no.map((dispatchNo): RoutingCause => ({ type: 'AppealCompleted', dispatchNo })),
  fc.tuple(no, fc.boolean()).map(
    ([dispatchNo, late]): RoutingCause => ({
      type: 'DispatchObjected',
      dispatchNo,
      proposedUnit: '',
      late,
    }),
  ),
);
const rareEnd: fc.Arbitrary<RoutingCause> = fc.constantFrom<RoutingCause>(
  { type: 'WithdrawalRequested' },
  { type: 'AppealWithdrawn' },
  { type: 'AppealJoined' },
  { type: 'AppealClosed', why: 'rated' },
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: anyCause.map((cause): Step => ({ cause })) },
  {
    weight: 40,
    arbitrary: fc
      .tuple(anyCommand, fc.constantFrom(PEOPLE.clerk, PEOPLE.leader, PEOPLE.handler))
      .map(([command, actor]): Step => ({ command, actor })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ due: true }) },
  { weight: 1, arbitrary: rareEnd.map((cause): Step => ({ cause })) },
);
const anyCourse = fc
  .array(anyStep, { minLength: 5, maxLength: 40, size: 'max' })
  .map((steps): readonly Step[] => [
    { cause: submitted },
    { cause: admitted('help') },
    { due: true },
    ...steps,
  ]);

test('dispatch numbers rise by one, closed means closed, and the events alone give the same state', () => {
  let dispatches = 0;
  fc.assert(
    fc.property(anyFound, anyCourse, fc.nat(20 * 60_000), (found, steps, pause) => {
      const run = new Run(found);
      for (const step of steps) {
        const before = run.state;
        const ownBefore = run.own.length;
        run.take(step, pause);
        const reopening = 'cause' in step && step.cause.type === 'AppealReopened';
        if (before.status === 'closed' && !reopening) expect(run.own).toHaveLength(ownBefore);
      }
      const numbers = run.own.flatMap((event) =>
        event.type === 'AppealDispatched' ? [event.dispatchNo] : [],
      );
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      expect(run.state.file.dispatchNo).toBe(numbers.length);
      dispatches += numbers.length;
      const replayed = run.log.reduce<Routing>(
        (state, recorded) => routingDecider.evolve(state, recorded),
        routingDecider.initial,
      );
      expect(replayed).toEqual(run.state);
      expect(JSON.parse(JSON.stringify(run.state))).toEqual(run.state);
    }),
    { numRuns: 300 },
  );
  expect(dispatches).toBeGreaterThan(150);
});
