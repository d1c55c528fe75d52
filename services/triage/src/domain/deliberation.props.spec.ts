import fc from 'fast-check';
import type { Actor, Recorded } from '#kernel/decider';
import { MORNING, PEOPLE } from '../../test/scenario';
import { sessionPolicy } from '../../test/sessions';
import { type Deliberation, sessionDueAt } from './deliberation';
import type { DeliberationCommand } from './deliberation-commands';
import { deliberationDecider, dissolvesSession } from './deliberation-decider';
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
      const reaction = dissolvesSession(this.record(step.cause, 'other'), this.state);
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

/** Shui is of tax, which gets the matter. */
const EXPERTS = ['an', 'bo', 'cheng', 'dai', 'en', 'shui'];
const member = fc.constantFrom(...EXPERTS).map((id): Actor => ({ role: 'panel', id }));
const convene = fc
  .record({
    question: fc.constantFrom('responsibility', 'responsibility', 'result', 'advice'),
    members: fc.subarray(EXPERTS, { minLength: 3, maxLength: 4 }),
  })
  .map(({ question, members }): Step => {
    const asked = { question, members, chair: members[0] ?? '', dueOn: '', reason: '' };
    return { command: { type: 'ConvenePanel', ...asked }, actor: PEOPLE.clerk };
  });
const sessionNo = fc.constantFrom(0, 0, 0, 0, 1);
const cast = fc
  .tuple(member, sessionNo, fc.constantFrom('tax', 'tax', 'tax', 'market', 'approved'))
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
  { cause: { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['market'] } },
  { cause: { type: 'AppealCompleted', dispatchNo: 1 } },
  { cause: { type: 'AppealReopened' } },
  { cause: { type: 'AppealEnded' } },
);
const anyStep = fc.oneof(
  { weight: 4, arbitrary: convene },
  { weight: 30, arbitrary: cast },
  { weight: 2, arbitrary: aside },
  { weight: 2, arbitrary: meeting },
  { weight: 2, arbitrary: cause },
  { weight: 1, arbitrary: fc.constant<Step>({ due: true }) },
);
const anyCourse = fc
  .array(anyStep, { minLength: 10, maxLength: 60, size: 'max' })
  .map((steps): readonly Step[] => [{ cause: { type: 'AppealAdmitted', packHash: 'pack' } }, ...steps]);

/** Holds one ruling against the events of its session. */
function provenBy(
  ruled: Extract<DeliberationEvent, { type: 'PanelRuled' }>,
  own: readonly DeliberationEvent[],
) {
  const session = own.filter((event) => event.sessionNo === ruled.sessionNo);
  const aside = session.flatMap((event) => (event.type === 'RecusalDeclared' ? [event.member] : []));
  const votes = session.flatMap((event) => (event.type === 'VoteCast' ? [event] : []));
  const [convened] = session.flatMap((event) => (event.type === 'PanelConvened' ? [event] : []));
  const voters = votes.map(({ member: who }) => who);
  expect(new Set(voters).size).toBe(voters.length);
  expect(voters.filter((who) => aside.includes(who) || !convened?.members.includes(who))).toEqual([]);
  expect(votes.length).toBeGreaterThanOrEqual(3);
  expect(ruled.votesCast).toBe(votes.length);
  expect(ruled.votesFor).toBe(votes.filter(({ option }) => option === ruled.option).length);
  expect(ruled.votesFor * 2).toBeGreaterThan(ruled.byChair ? 0 : votes.length);
  const everybody = [...voters, ...ruled.absent, ...ruled.recused].sort();
  expect(everybody).toEqual([...(convened?.members ?? [])].sort());
}

test('only a quorum in their seats decides, once a session; closed is closed; replay is the state', () => {
  let rulings = 0;
  let lapses = 0;
  let refused = 0;
  let withTax = 0;
  fc.assert(
    fc.property(anyCourse, fc.nat(30 * 60_000), (steps, pause) => {
      const run = new Run();
      for (const step of steps) {
        const before = run.state;
        const written = run.own.length;
        run.take(step, pause);
        const closed = before.matter.stage === 'over' && before.status === 'idle';
        if (closed) expect(run.own).toHaveLength(written);
        if (run.state.matter.stage === 'over') expect(run.state.status).toBe('idle');
      }
      const ends = run.own.filter(({ type }) => ENDS.includes(type)).map(({ sessionNo: no }) => no);
      expect(new Set(ends).size).toBe(ends.length);
      const begun = run.own.flatMap(({ type, sessionNo: no }) => (type.endsWith('Convened') ? [no] : []));
      expect(begun).toEqual(begun.map((_, index) => index + 1));
      for (const event of run.own) if (event.type === 'PanelRuled') provenBy(event, run.own);
      refused += run.concerned;
      withTax += run.own.filter((one) => one.type === 'VoteCast' && one.member === 'shui').length;
      rulings += run.own.filter(({ type }) => type === 'PanelRuled').length;
      lapses += run.own.filter(({ type }) => type === 'SessionLapsed').length;
      const replayed = run.log.reduce<Deliberation>(
        (state, recorded) => deliberationDecider.evolve(state, recorded),
        deliberationDecider.initial,
      );
      expect(replayed).toEqual(run.state);
      expect(JSON.parse(JSON.stringify(run.state))).toEqual(run.state);
    }),
    { numRuns: 600 },
  );
  expect(rulings).toBeGreaterThan(40);
  expect(lapses).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(20);
  expect(withTax).toBeGreaterThan(20);
});

const ENDS = ['PanelRuled', 'SessionLapsed', 'MeetingRecorded'];
