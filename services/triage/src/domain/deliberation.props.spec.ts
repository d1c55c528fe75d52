import fc from 'fast-check';
import type { Actor, Recorded } from '#kernel/decider';
import { MORNING, PEOPLE } from '../../test/scenario';
import { sessionPolicy } from '../../test/sessions';
import { type Deliberation, sessionDueAt } from './deliberation';
import type { DeliberationCommand } from './deliberation-commands';
import { deliberationDecider, reactToHappening } from './deliberation-decider';
import type { DeliberationCause, DeliberationEvent } from './deliberation-events';

type Anything = DeliberationEvent | DeliberationCause;
type Step =
  | { readonly cause: DeliberationCause }
  | { readonly command: DeliberationCommand; readonly actor: Actor }
  | { readonly due: true };

/**
 * A deliberation driven as the runtime drives it: a cause is evolved, then reacted to; what is due is closed.
 */
class Run {
  state: Deliberation = deliberationDecider.initial;
  readonly log: Recorded<Anything>[] = [];
  /** How often somebody was refused for his unit's sake. */
  concerned = 0;
  private at = MORNING;

  get own(): readonly DeliberationEvent[] {
    return this.log.filter(({ writer }) => writer === 'own').map(({ event }) => event as DeliberationEvent);
  }

  take(step: Step, after: number): void {
    this.at += after;
    if ('cause' in step) {
      const cause = this.numbered(step.cause);
      if (cause === undefined) return;
      const reaction = reactToHappening(this.record(cause, 'other'), this.state, sessionPolicy());
      if (reaction && !this.command(reaction, PEOPLE.system)) throw new Error('a reaction was refused');
      return;
    }
    if ('command' in step) this.command(this.aimed(step.command), step.actor);
    else {
      this.at = Math.max(this.at, sessionDueAt(this.state) ?? 0);
      this.command({ type: 'CloseSession' }, PEOPLE.system);
      expect(sessionDueAt(this.state) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(this.at);
    }
  }

  /** A dispatch gets the next number; else 0 stands for the latest, 1 for the one before, if there is one. */
  private numbered(cause: DeliberationCause): DeliberationCause | undefined {
    if (!('dispatchNo' in cause)) return cause;
    const { dispatchNo: latest } = this.state.matter;
    if (cause.type === 'AppealDispatched') return { ...cause, dispatchNo: latest + 1 };
    const dispatchNo = latest - cause.dispatchNo;
    return dispatchNo > 0 ? { ...cause, dispatchNo } : undefined;
  }

  /** Number 0 stands for the session that sits. */
  private aimed(command: DeliberationCommand): DeliberationCommand {
    return 'sessionNo' in command && command.sessionNo === 0
      ? { ...command, sessionNo: this.state.matter.sessions }
      : command;
  }

  private command(command: DeliberationCommand, actor: Actor): boolean {
    const decision = { at: this.at, commandId: 'c', actor };
    const answer = deliberationDecider.decide(command, this.state, sessionPolicy(), decision);
    if (answer.ok) for (const event of answer.value) this.record(event, 'own');
    else if (answer.error.code === 'EXPERT_CONCERNED') this.concerned += 1;
    return answer.ok;
  }

  private record<E extends Anything>(event: E, writer: string): Recorded<E> {
    this.at += 1;
    const recorded = { event, at: this.at, id: `e${this.log.length}`, writer, seq: this.log.length + 1 };
    this.log.push(recorded);
    this.state = deliberationDecider.evolve(this.state, recorded);
    return recorded;
  }
}

/** Units of the experts that come to have the matter; the term of chu ends while panels sit. */
const UNIT_OF: Readonly<Record<string, string>> = { shui: 'tax', shang: 'market', pai: 'water' };
const EXPERTS = ['an', 'bo', 'cheng', 'dai', 'chu', ...Object.keys(UNIT_OF)];
const member = fc.constantFrom(...EXPERTS).map((id): Actor => ({ role: 'panel', id }));
const convene = fc
  .record({
    question: fc.constantFrom('responsibility', 'responsibility', 'result', 'advice'),
    members: fc.subarray(EXPERTS, { minLength: 3, maxLength: 5 }),
  })
  .map(({ question, members }): Step => {
    const asked = { question, members, chair: members[0] ?? '', dueOn: '', reason: '' };
    return { command: { type: 'ConvenePanel', ...asked }, actor: PEOPLE.clerk };
  });
const sessionNo = fc.constantFrom(0, 0, 0, 0, 1);
const cast = fc
  .tuple(member, sessionNo, fc.constantFrom('tax', 'tax', 'market', 'market', 'water', 'approved'))
  .map(([actor, no, option]): Step => {
    return { command: { type: 'CastVote', sessionNo: no, option, reason: '依职责清单' }, actor };
  });
const aside = fc.tuple(member, sessionNo).map(([actor, no]): Step => {
  return { command: { type: 'DeclareRecusal', sessionNo: no, reason: '有利害关系' }, actor };
});
const meeting = fc.constantFrom<Step>(
  {
    command: { type: 'ConveneMeeting', units: ['tax', 'market'], heldOn: '2026-03-02', reason: '' },
    actor: PEOPLE.leader,
  },
  {
    command: {
      ...{ type: 'RecordMeeting', sessionNo: 0, lead: 'tax', assist: [], attended: ['tax'] },
      conclusion: '由税务牵头',
    },
    actor: PEOPLE.leader,
  },
);
const cause = fc.constantFrom<Step>(
  { cause: { type: 'AppealDispatched', dispatchNo: 0, lead: 'tax', assist: [] } },
  { cause: { type: 'AppealDispatched', dispatchNo: 0, lead: 'water', assist: ['market'] } },
  { cause: { type: 'DispatchRecalled', dispatchNo: 0, withoutMark: true } },
  { cause: { type: 'DispatchRecalled', dispatchNo: 0, withoutMark: false } },
  { cause: { type: 'DeskEntered' } },
  { cause: { type: 'AppealCompleted', dispatchNo: 0 } },
  { cause: { type: 'AppealCompleted', dispatchNo: 0 } },
  { cause: { type: 'AppealCompleted', dispatchNo: 1 } },
  { cause: { type: 'AppealReopened' } },
  { cause: { type: 'AppealEnded' } },
);
const anyStep = fc.oneof(
  { weight: 4, arbitrary: convene },
  { weight: 30, arbitrary: cast },
  { weight: 2, arbitrary: aside },
  { weight: 2, arbitrary: meeting },
  { weight: 5, arbitrary: cause },
  { weight: 1, arbitrary: fc.constant<Step>({ due: true }) },
);
const anyCourse = fc
  .array(anyStep, { minLength: 10, maxLength: 60, size: 'max' })
  .map((steps): readonly Step[] => [{ cause: { type: 'AppealAdmitted', packHash: 'pack' } }, ...steps]);

/**
 * The units that have or had the matter, and the dispatch in hand (0: none), by what happened and not by the
 * state.
 */
function whoHasIt(log: readonly Recorded<Anything>[]) {
  let isOver = false;
  let inHand = 0;
  let had: readonly { readonly no: number; readonly units: readonly string[] }[] = [];
  for (const { event } of log) {
    if (event.type === 'AppealEnded') isOver = true;
    if (event.type === 'AppealReopened') isOver = false;
    if (event.type === 'MeetingConvened') had = [...had, { no: 0, units: event.units }];
    if (event.type === 'AppealDispatched' && !isOver) {
      inHand = event.dispatchNo;
      had = [...had, { no: inHand, units: [event.lead, ...event.assist] }];
    }
    if (event.type === 'DeskEntered') inHand = 0;
    if (event.type !== 'DispatchRecalled') continue;
    if (event.dispatchNo === inHand) inHand = 0;
    if (event.withoutMark) had = had.filter(({ no }) => no !== event.dispatchNo);
  }
  return { inHand, units: had.flatMap(({ units }) => units) };
}

/** Only who has it completes it; answers whether the latest event was a completion that came too late. */
function onlyWhoHasItCompletes({ log, state }: Run, before: Deliberation): boolean {
  const last = log.findLast(({ writer }) => writer === 'other')?.event;
  if (last?.type !== 'AppealCompleted' || before.matter.stage === 'over') return false;
  const isLate = last.dispatchNo !== whoHasIt(log).inHand;
  expect(state.matter.stage).toBe(isLate ? before.matter.stage : 'answered');
  return isLate && before.matter.stage === 'open' && before.status === 'sitting';
}

/** The seats of a session worked out a second time, from what had happened by then. */
function seatsBy(log: readonly Recorded<Anything>[], no: number) {
  const session = log.flatMap(({ event }) => ('sessionNo' in event && event.sessionNo === no ? [event] : []));
  const [convened] = session.flatMap((event) => (event.type === 'PanelConvened' ? [event] : []));
  if (convened === undefined) return undefined;
  const recused = session.flatMap((event) => (event.type === 'RecusalDeclared' ? [event.member] : []));
  const cast = session.flatMap((event) => (event.type === 'VoteCast' ? [event] : []));
  const { units } = whoHasIt(log);
  const isConcerned = (who: string) => units.includes(UNIT_OF[who] ?? '-') && !recused.includes(who);
  const { members, chair, dueAt } = convened;
  const entitled = members.filter((who) => !recused.includes(who) && !isConcerned(who));
  const votes = cast.filter(({ member: who }) => entitled.includes(who));
  const absent = entitled.filter((who) => votes.every((one) => one.member !== who));
  return { members, chair, dueAt, recused, cast, votes, absent, concerned: members.filter(isConcerned) };
}

/** What the votes of a quorum of three rule; the chair only where half of them are against the other half. */
function ruledBy(votes: readonly { readonly member: string; readonly option: string }[], chair: string) {
  if (votes.length < 3) return undefined;
  const forIt = (option: string) => votes.filter((one) => one.option === option).length;
  const most = votes.find(({ option }) => forIt(option) * 2 > votes.length);
  if (most) return { option: most.option, byChair: false };
  const chairs = votes.find(({ member: who }) => who === chair);
  const isHalved = new Set(votes.map(({ option }) => option)).size === 2 && chairs !== undefined;
  return isHalved && forIt(chairs.option) * 2 === votes.length
    ? { option: chairs.option, byChair: true }
    : undefined;
}

function rulingIn(ended: Ending) {
  return ended.type === 'PanelRuled' ? { option: ended.option, byChair: ended.byChair } : undefined;
}

type Ending = Extract<DeliberationEvent, { type: 'PanelRuled' | 'SessionLapsed' }>;

/** Holds the end of a panel against what had happened by then; answers how many votes did not count. */
function provenBy(ended: Ending, before: readonly Recorded<Anything>[], at: number): number {
  const seats = seatsBy(before, ended.sessionNo);
  if (seats === undefined) return 0;
  const { members, chair, dueAt, recused, cast, votes, absent, concerned } = seats;
  const voters = cast.map(({ member: who }) => who);
  expect(new Set(voters).size).toBe(voters.length);
  expect(voters.filter((who) => recused.includes(who) || !members.includes(who))).toEqual([]);
  // Nobody is absent before the session was due.
  expect([ended.absent, ended.recused]).toEqual([at >= dueAt ? absent : [], recused]);
  const voted = concerned.map((who) => [who, voters.includes(who)]);
  expect(ended.concerned?.map((one) => [one.member, one.voted]) ?? []).toEqual(voted);
  if (ended.type === 'PanelRuled') {
    expect(votes.length).toBeGreaterThanOrEqual(3);
    expect(ended.votesCast).toBe(votes.length);
    expect(ended.votesFor).toBe(votes.filter(({ option }) => option === ended.option).length);
  }
  if (ended.type === 'PanelRuled' || ended.why !== 'overtaken')
    expect(rulingIn(ended)).toEqual(ruledBy(votes, chair));
  return cast.length - votes.length;
}

/** A panel sits only while somebody is waited for, and those who have a vote are a quorum. */
function somebodyIsWaitedFor({ state, log }: Run): void {
  if (state.status !== 'sitting' || state.session.kind !== 'panel') return;
  const { absent = [], votes = [] } = seatsBy(log, state.session.no) ?? {};
  expect(absent.length).toBeGreaterThan(0);
  expect(absent.length + votes.length).toBeGreaterThanOrEqual(3);
}

test('only a quorum in their seats decides, once a session; closed is closed; replay is the state', () => {
  let rulings = 0;
  let lapses = 0;
  let refused = 0;
  let ofUnits = 0;
  let uncounted = 0;
  let afterTerm = 0;
  let byChair = 0;
  let late = 0;
  fc.assert(
    fc.property(anyCourse, fc.nat(120 * 60_000), (steps, pause) => {
      const run = new Run();
      for (const step of steps) {
        const before = run.state;
        const written = run.own.length;
        const heard = run.log.length;
        run.take(step, pause);
        const closed = before.matter.stage === 'over' && before.status === 'idle';
        if (closed) expect(run.own).toHaveLength(written);
        if (run.state.matter.stage === 'over') expect(run.state.status).toBe('idle');
        somebodyIsWaitedFor(run);
        if ('cause' in step && run.log.length > heard && onlyWhoHasItCompletes(run, before)) late += 1;
      }
      const ends = run.own.filter(({ type }) => ENDS.includes(type)).map(({ sessionNo: no }) => no);
      expect(new Set(ends).size).toBe(ends.length);
      const begun = run.own.flatMap(({ type, sessionNo: no }) => (type.endsWith('Convened') ? [no] : []));
      expect(begun).toEqual(begun.map((_, index) => index + 1));
      for (const [i, { event, at }] of run.log.entries())
        if (event.type === 'PanelRuled' || event.type === 'SessionLapsed')
          uncounted += provenBy(event, run.log.slice(0, i), at);
      refused += run.concerned;
      const cast = run.log.flatMap(({ event, at }) => (event.type === 'VoteCast' ? [{ ...event, at }] : []));
      ofUnits += cast.filter((one) => one.member in UNIT_OF).length;
      afterTerm += cast.filter((one) => one.member === 'chu' && one.at >= TERM_OF_CHU).length;
      byChair += run.own.filter((one) => one.type === 'PanelRuled' && one.byChair).length;
      rulings += run.own.filter(({ type }) => type === 'PanelRuled').length;
      lapses += run.own.filter(({ type }) => type === 'SessionLapsed').length;
      const replayed = run.log.reduce<Deliberation>(
        (state, recorded) => deliberationDecider.evolve(state, recorded),
        deliberationDecider.initial,
      );
      expect(replayed).toEqual(run.state);
      expect(JSON.parse(JSON.stringify(run.state))).toEqual(run.state);
    }),
    { numRuns: 1200 },
  );
  const counts = { rulings, lapses, refused, ofUnits, uncounted, afterTerm, byChair, late };
  const least = {
    rulings: 35,
    lapses: 200,
    refused: 100,
    ofUnits: 100,
    uncounted: 7,
    afterTerm: 7,
    byChair: 2,
    late: 3,
  };
  for (const [what, count] of Object.entries(least))
    expect([what, counts[what as keyof typeof counts] >= count]).toEqual([what, true]);
});

/** The end of its last day. */
const TERM_OF_CHU = Date.parse('2026-03-03T00:00+08:00');
const ENDS = ['PanelRuled', 'SessionLapsed', 'MeetingRecorded'];
