// Given, when, then for deliberations, under the pack of Yicheng: three votes are the quorum, within two
// working days. Monday morning's session ends with Wednesday.
import type { Actor } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { projectCalendars } from '#working-calendar/test-calendars';
import type { Deliberation } from '../src/domain/deliberation';
import type {
  DeliberationCommand,
  DeliberationPolicy,
  PanelExpert,
} from '../src/domain/deliberation-commands';
import { deliberationDecider, reactToHappening } from '../src/domain/deliberation-decider';
import type { DeliberationCause, DeliberationEvent } from '../src/domain/deliberation-events';
import { MORNING, POLICY, YICHENG } from './scenario';

const HOUR = 3_600_000;
const calendars = projectCalendars();

/**
 * The experts of the profile: five of no unit, three of a unit – that of pai is part of the water bureau now
 * – chu whose term ends on Monday, and two who are not in office then: lao left with February, xin comes on
 * Tuesday.
 */
const EXPERTS: Readonly<Record<string, PanelExpert>> = {
  ...{
    an: { name: '安' },
    bo: { name: '柏' },
    cheng: { name: '程' },
    dai: { name: '戴' },
    en: { name: '恩' },
  },
  shang: { name: '商', unit: 'market' },
  shui: { name: '税', unit: 'tax' },
  pai: { name: '排', unit: 'drainage' },
  chu: { name: '初', until: '2026-03-02' },
  lao: { name: '老', until: '2026-02-28' },
  xin: { name: '新', since: '2026-03-03', until: '2026-12-31' },
};

/** What the rules look up, under a pack. */
export const sessionPolicy = (pack: Pack = YICHENG): DeliberationPolicy => ({
  pack: () => pack,
  calendar: () => calendars.current,
  successorOf: (code) => (code === 'drainage' ? 'water' : code),
  unitExists: POLICY.unitExists,
  expert: (id) => EXPERTS[id],
});

/** Whoever sits on a panel, or says so. */
export const expert = (id: string, role = 'panel'): Actor => ({ role, id });

/** Anything that may have happened, with its hour after Monday morning. */
export type SessionPast = readonly [hour: number, event: DeliberationEvent | DeliberationCause];

/** The state that a past makes. */
export function sessionAfter(past: readonly SessionPast[]): Deliberation {
  return past.reduce<Deliberation>((state, [hour, event], index) => {
    const at = MORNING + hour * HOUR;
    return deliberationDecider.evolve(state, { event, at, id: `e${index}`, writer: 'w', seq: index + 1 });
  }, deliberationDecider.initial);
}

/** What a command leads to: the events, or the code of the refusal with its values. */
export interface SessionReply {
  readonly events: readonly DeliberationEvent[];
  readonly types: readonly string[];
  readonly refused: string;
  readonly params: Readonly<Record<string, string>>;
  /** Everything that is wrong, as `field code`. */
  readonly wrong: readonly string[];
  /** The past with what came of it. */
  readonly past: readonly SessionPast[];
}

/** Given a past, when somebody commands something at an hour, then … */
export function inSession(
  past: readonly SessionPast[],
  actor: Actor,
  command: DeliberationCommand,
  hour = 1,
  pack: Pack = YICHENG,
): SessionReply {
  const decision = { at: MORNING + hour * HOUR, commandId: 'c', actor };
  const answer = deliberationDecider.decide(command, sessionAfter(past), sessionPolicy(pack), decision);
  if (!answer.ok) {
    const { code, params, fields = [] } = answer.error;
    const wrong = fields.map((one) => `${one.field} ${one.code}`);
    return { events: [], types: [], refused: code, params, wrong, past };
  }
  const added = answer.value.map((event): SessionPast => [hour, event]);
  return {
    events: answer.value,
    types: answer.value.map(({ type }) => type),
    refused: '',
    params: {},
    wrong: [],
    past: [...past, ...added],
  };
}

/** Given a past, when something happens elsewhere at an hour, what that brings about by itself. */
export function onHearing(
  past: readonly SessionPast[],
  cause: DeliberationCause,
  hour = 1,
  policy: DeliberationPolicy = sessionPolicy(),
): { readonly events: readonly DeliberationEvent[]; readonly past: readonly SessionPast[] } {
  const heard: readonly SessionPast[] = [...past, [hour, cause]];
  const state = sessionAfter(heard);
  const at = MORNING + hour * HOUR;
  const recorded = { event: cause, at, id: 'e', writer: 'w', seq: heard.length };
  const reaction = reactToHappening(recorded, state, policy);
  if (reaction === undefined) return { events: [], past: heard };
  const decision = { at, commandId: 'c', actor: expert('triage.deliberation', 'system') };
  const answer = deliberationDecider.decide(reaction, state, policy, decision);
  if (!answer.ok) throw new Error(`a reaction was refused: ${answer.error.code}`);
  return { events: answer.value, past: [...heard, ...answer.value.map((event) => [hour, event] as const)] };
}

const admitted: readonly SessionPast[] = [[0, { type: 'AppealAdmitted', packHash: 'pack' }]];
const dispatched: readonly SessionPast[] = [
  ...admitted,
  [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['market'] }],
];
const complained: readonly SessionPast[] = [
  ...admitted,
  [0, { type: 'AppealClassified', complainedOf: ['drainage'] }],
];
const answered: readonly SessionPast[] = [...dispatched, [0, { type: 'AppealCompleted', dispatchNo: 1 }]];

/** Convened on Monday at nine. */
export const CONVENE = {
  type: 'ConvenePanel',
  question: 'responsibility',
  members: ['an', 'bo', 'cheng', 'dai'],
  chair: 'an',
  dueOn: '',
  reason: '职责边界不清',
} as const;
const clerk: Actor = { role: 'clerk', id: 'wang' };

/** Where an appeal, and a panel on it, may stand. */
export const SESSIONS = {
  nothing: [] as readonly SessionPast[],
  admitted,
  complained,
  dispatched,
  answered,
  sitting: inSession(dispatched, clerk, CONVENE, 0).past,
  onResult: inSession(answered, clerk, { ...CONVENE, question: 'result' }, 0).past,
} as const;

/** Votes, one after another, in session 1. */
export function voting(
  past: readonly SessionPast[],
  votes: readonly (readonly [member: string, option: string])[],
  pack: Pack = YICHENG,
): SessionReply {
  return votes.reduce<SessionReply>(
    ({ past: before }, [member, option]) =>
      inSession(
        before,
        expert(member, pack.panel?.by),
        { type: 'CastVote', sessionNo: 1, option, reason: '依职责清单' },
        1,
        pack,
      ),
    { events: [], types: [], refused: '', params: {}, wrong: [], past },
  );
}
