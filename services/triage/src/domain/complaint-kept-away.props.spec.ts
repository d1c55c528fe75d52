// Whoever sends it – rule, desk, objection, panel, joint meeting, audit – and whatever is merged meanwhile, a
// complaint is never with the unit it is about, nor does that unit help with it, unless a person said with a
// reason that the unit is only named (HD-10). Routing and deliberation run together as the runtime runs them.
import fc from 'fast-check';
import type { Actor, Recorded } from '#kernel/decider';
import { MORNING, PEOPLE, POLICY, YICHENG, classification } from '../../test/scenario';
import { sessionPolicy } from '../../test/sessions';
import type { Deliberation } from './deliberation';
import type { DeliberationCommand } from './deliberation-commands';
import { deliberationDecider, reactToHappening } from './deliberation-decider';
import type { DeliberationCause, DeliberationEvent } from './deliberation-events';
import { type Routing, dispatchOf } from './routing';
import type { RoutingCommand, RoutingPolicy } from './routing-commands';
import { reactToCause, routingDecider } from './routing-decider';
import type { RoutingCause, RoutingEvent } from './routing-events';

const UNITS = ['tax', 'market', 'water', 'drainage', 'parks'];
const PACK = {
  ...YICHENG,
  // Three dispatches would end most courses.
  objection: { ...YICHENG.objection, stopAfter: 50 },
  scopes: [
    ...YICHENG.scopes,
    { role: 'clerk', clause: 'c', sees: 'all', on: 'all', may: ['RuleEscalation' as const] },
  ],
  grading: {
    clause: 'c',
    table: [{ ground: 'not-soon-solvable', level: 'city' }],
    escalation: { clause: 'c', auditBy: 'clerk' },
  },
} as typeof YICHENG;
const NAMES: readonly (readonly [string, string])[] = [
  ['税务局', 'tax'],
  ['排水所', 'drainage'],
  ['园林所', 'parks'],
];

type Merger = readonly [from: string, into: string];
type Step =
  | { readonly routing: RoutingCommand; readonly by: Actor }
  | { readonly session: DeliberationCommand; readonly by: Actor }
  | { readonly cause: RoutingCause & DeliberationCause }
  | { readonly unitSays: RoutingCause }
  | { readonly merged: Merger };
type Anything = RoutingEvent | RoutingCause | DeliberationEvent | DeliberationCause;

/** One complaint in a town whose units are merged. */
class Run {
  routing: Routing = routingDecider.initial;
  session: Deliberation = deliberationDecider.initial;
  readonly cleared: string[] = [];
  readonly kinds = new Set<string>();
  private readonly became = new Map<string, string>();
  private at = MORNING;
  private seq = 0;

  readonly successorOf = (code: string): string => {
    const next = this.became.get(code);
    return next === undefined ? code : this.successorOf(next);
  };
  private readonly policy: RoutingPolicy = {
    ...POLICY,
    pack: () => PACK,
    unitTier: () => 'city',
    unitExists: (code) => UNITS.includes(code) && !this.became.has(code),
    successorOf: this.successorOf,
    unitsNamed: (text) => NAMES.flatMap(([name, code]) => (text.includes(name) ? [code] : [])),
  };

  take(step: Step): void {
    this.at += 60_000;
    if ('merged' in step) return this.merge(step.merged);
    if ('routing' in step) return void this.route(this.aimed(step.routing), step.by);
    if ('session' in step) return this.deliberate(this.aimed(step.session), step.by);
    if ('unitSays' in step) return this.heard(this.aimed(step.unitSays));
    this.heard(step.cause);
    this.sessionHears(step.cause);
  }

  /** Everybody who has it or helps, as the units stand now, with the codes it was given to. */
  holders(): readonly string[] {
    const dispatch = dispatchOf(this.routing);
    const held = this.routing.status !== 'answered' && this.routing.status !== 'closed';
    return dispatch === null || !held ? [] : [dispatch.lead, ...dispatch.assist];
  }

  private merge([from, into]: Merger): void {
    const possible = this.policy.unitExists(from) && this.policy.unitExists(into) && from !== into;
    if (!possible) return;
    this.became.set(from, into);
    this.kinds.add('merged');
    // The look that follows a new profile.
    this.route({ type: 'WithholdComplaint' }, PEOPLE.system);
  }

  /** Number 0 stands for the dispatch, or the session, in force. */
  private aimed<T extends object>(step: T): T {
    if ('dispatchNo' in step && step.dispatchNo === 0)
      return { ...step, dispatchNo: this.routing.file.dispatchNo };
    return 'sessionNo' in step ? { ...step, sessionNo: this.session.matter.sessions } : step;
  }

  private heard(cause: RoutingCause): void {
    const recorded = this.recorded(cause);
    this.routing = routingDecider.evolve(this.routing, recorded);
    const found = classification({
      complainedOf: this.policy.unitsNamed('投诉税务局和排水所'),
    });
    const reaction = reactToCause(recorded, this.routing, () => found);
    if (reaction) expect(this.route(reaction, PEOPLE.system)).toBe('');
  }

  private route(command: RoutingCommand, actor: Actor): string {
    const decision = { at: this.at, commandId: 'c', actor };
    const answer = routingDecider.decide(command, this.routing, this.policy, decision);
    if (!answer.ok) {
      this.kinds.add(answer.error.code);
      return answer.error.code;
    }
    if (answer.value.length > 0) this.kinds.add(command.type);
    for (const event of answer.value) {
      this.routing = routingDecider.evolve(this.routing, this.recorded(event));
      if (event.type === 'AppealDispatched') this.cleared.push(...(event.cleared ?? []));
    }
    // The session hears of it once all of it is written.
    for (const event of answer.value)
      if (DELIBERATION_HEARS.includes(event.type)) this.sessionHears(event as DeliberationCause);
    return '';
  }

  private sessionPolicy() {
    return { ...sessionPolicy(), unitExists: this.policy.unitExists, successorOf: this.successorOf };
  }

  private deliberate(command: DeliberationCommand, actor: Actor): void {
    const decision = { at: this.at, commandId: 'c', actor };
    const answer = deliberationDecider.decide(command, this.session, this.sessionPolicy(), decision);
    if (!answer.ok) return void this.kinds.add(answer.error.code);
    for (const event of answer.value) {
      this.kinds.add(event.type);
      this.session = deliberationDecider.evolve(this.session, this.recorded(event));
      if (event.type === 'PanelRuled' || event.type === 'MeetingRecorded') this.heard(event);
    }
  }

  private sessionHears(cause: DeliberationCause): void {
    const recorded = this.recorded(cause);
    this.session = deliberationDecider.evolve(this.session, recorded);
    const reaction = reactToHappening(recorded, this.session, this.sessionPolicy());
    if (reaction) this.deliberate(reaction, PEOPLE.system);
  }

  private recorded<E extends Anything>(event: E): Recorded<E> {
    this.seq += 1;
    return { event, at: this.at, id: `e${this.seq}`, writer: 'w', seq: this.seq };
  }
}

const DELIBERATION_HEARS = ['AppealClassified', 'AppealDispatched', 'DeskEntered', 'AnsweredDirectly'];
const { clerk, leader } = PEOPLE;
const expert = fc.constantFrom('an', 'bo', 'cheng').map((id): Actor => ({ role: 'panel', id }));
const unit = fc.constantFrom(...UNITS);
const units = fc.uniqueArray(unit, { maxLength: 2 });
const said = fc.constantFrom(
  { onlyNamed: false, reason: '属其职责' },
  { onlyNamed: false, reason: '属其职责' },
  { onlyNamed: true, reason: '' },
  { onlyNamed: true, reason: '被投诉的是代理机构' },
);
const by = fc.constantFrom<Actor>(clerk, leader);
const route = (command: fc.Arbitrary<RoutingCommand>) =>
  fc.tuple(command, by).map(([routing, who]): Step => ({ routing, by: who }));
const dispatch = fc.tuple(unit, units, said).map(([lead, assist, { onlyNamed, reason }]): RoutingCommand => {
  return { type: 'DispatchAppeal', lead, assist, why: reason, onlyNamed };
});
const ruleObjection = fc
  .tuple(fc.boolean(), unit, said)
  .map(([upheld, to, { onlyNamed, reason }]): RoutingCommand => {
    const toUnit = upheld ? to : '';
    return { type: 'RuleObjection', dispatchNo: 0, upheld, toUnit, note: reason, onlyNamed };
  });
const ruleEscalation = fc.tuple(unit, said).map(([toUnit, { onlyNamed, reason }]): RoutingCommand => {
  return { type: 'RuleEscalation', dispatchNo: 0, accepted: true, toUnit, reason, onlyNamed };
});
const recall = fc.constant<RoutingCommand>({ type: 'RecallDispatch', dispatchNo: 0, reason: '派错' });
const CONVENE: DeliberationCommand = {
  ...{ type: 'ConvenePanel', question: 'responsibility', members: ['an', 'bo', 'cheng'] },
  ...{ chair: 'an', dueOn: '', reason: '' },
};
/** Called and recorded: mostly with units that may come. */
const meeting = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...UNITS, 'market', 'water'), { minLength: 2, maxLength: 2 }),
    unit,
    units,
  )
  .map(([called, lead, assist]): readonly DeliberationCommand[] => [
    { type: 'ConveneMeeting', units: called, heldOn: '2026-03-02', reason: '' },
    {
      ...{ type: 'RecordMeeting', sessionNo: 0, lead, assist: assist.filter((one) => one !== lead) },
      ...{ attended: called.slice(0, 1), conclusion: '由其牵头' },
    },
  ]);
const vote = fc.tuple(expert, unit).map(([who, option]): Step => {
  return { session: { type: 'CastVote', sessionNo: 0, option, reason: '依职责' }, by: who };
});
const session = (command: DeliberationCommand): Step => ({ session: command, by: leader });
const says = fc.constantFrom<RoutingCause>(
  { type: 'WorkOrderAcknowledged', dispatchNo: 0 },
  { type: 'WorkOrderAcknowledged', dispatchNo: 0 },
  { type: 'DispatchObjected', dispatchNo: 0, proposedUnit: '', late: false },
  { type: 'EscalationRequested', dispatchNo: 0 },
  { type: 'AppealCompleted', dispatchNo: 0 },
  { type: 'AppealReopened', unit: 'market' },
);
const OBJECTED: Step = {
  unitSays: { type: 'DispatchObjected', dispatchNo: 0, proposedUnit: '', late: false },
};
const SENT_UP: readonly Step[] = [
  { unitSays: { type: 'WorkOrderAcknowledged', dispatchNo: 0 } },
  { unitSays: { type: 'EscalationRequested', dispatchNo: 0 } },
];
const step: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 8, arbitrary: route(dispatch).map((one) => [one]) },
  { weight: 4, arbitrary: route(ruleObjection).map((one) => [OBJECTED, one]) },
  { weight: 4, arbitrary: route(ruleEscalation).map((one) => [...SENT_UP, one]) },
  { weight: 2, arbitrary: route(recall).map((one) => [one]) },
  {
    weight: 6,
    arbitrary: unit.map((option): readonly Step[] => [
      { session: CONVENE, by: clerk },
      ...['an', 'bo', 'cheng'].map((id): Step => {
        const cast = { type: 'CastVote', sessionNo: 0, option, reason: '依职责' } as const;
        return { session: cast, by: { role: 'panel', id } };
      }),
    ]),
  },
  { weight: 2, arbitrary: vote.map((one) => [one]) },
  { weight: 8, arbitrary: meeting.map((both) => both.map(session)) },
  { weight: 8, arbitrary: says.map((unitSays): readonly Step[] => [{ unitSays }]) },
  { weight: 2, arbitrary: fc.tuple(unit, unit).map((merged): readonly Step[] => [{ merged }]) },
);
const wording = { title: '投诉', content: '投诉税务局和排水所' };
const BEGIN: readonly Step[] = [
  { unitSays: { type: 'AppealSubmitted', kind: 'complaint', topic: '', region: '', wording } },
  { cause: { type: 'AppealAdmitted', packHash: 'pack', kind: 'complaint', topic: 'tax', region: 'r' } },
  { unitSays: { type: 'AnswerSought', best: null, sure: false } },
];

test('a complaint is never with the unit it is about, by whatever way', () => {
  const kinds = new Map<string, number>();
  let held = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 6, maxLength: 30, size: 'max' }), (steps) => {
      const run = new Run();
      for (const one of [...BEGIN, ...steps.flat()]) {
        run.take(one);
        const about = ['tax', 'drainage'].filter((code) => !run.cleared.includes(code));
        const kept = about.map((code) => run.successorOf(code));
        const holders = run.holders().map((code) => run.successorOf(code));
        expect(holders.filter((code) => kept.includes(code))).toEqual([]);
        held += holders.length;
      }
      for (const kind of run.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }),
    { numRuns: 300 },
  );
  expect(held).toBeGreaterThan(1000);
  expect(WAYS.filter((way) => (kinds.get(way) ?? 0) < 10)).toEqual([]);
});

/** Each way by which a unit gets a case, and each refusal, came about often enough to mean something. */
const WAYS = [
  ...['DispatchAppeal', 'RuleObjection', 'RuleEscalation', 'ObeyRuling', 'WithholdComplaint'],
  ...['PanelRuled', 'MeetingRecorded', 'merged', 'UNIT_COMPLAINED_OF', 'REASON_MISSING'],
];
