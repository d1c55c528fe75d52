// What a ruling of several brings about (KB-5, RT-3; YC-2, SZ 二-3): the appeal goes to the unit that was
// ruled, from the desk, out of an objection, or from the unit that has it, whose order ends. It is beyond the
// limit of sending to and fro, which exists so that somebody rules. Where the unit named has it already, it
// keeps it. Units that became part of others meanwhile are those others. Facts that are to be checked before
// a unit has it are checked first (HD-7): until then the appeal waits at the desk, and the ruling with it.
import { decided } from '#kernel/decider';
import { type Answer, asTheyAreNow } from './clerk-steps';
import { complainedOfAmong, keptFromNone } from './complained-of';
import type { Dispatch, Routing } from './routing';
import type { RoutingPolicy, Ruling } from './routing-commands';
import type { RoutingCause, RoutingEvent } from './routing-events';
import { onDesk, uncheckedFacts } from './sort-appeal';

const WHY: Readonly<Record<Ruling['body'], string>> = {
  panel: '专家研判裁定（第{no}次会商）',
  'joint-meeting': '联席会议确定（第{no}次会商）',
};

/** The ruling on who leads that an event of a session brings; undefined where it settles something else. */
export function rulingOf(event: RoutingCause): Ruling | undefined {
  switch (event.type) {
    case 'PanelRuled': {
      const { question, option: lead, sessionNo } = event;
      return question === 'responsibility' ? { lead, assist: null, body: 'panel', sessionNo } : undefined;
    }
    case 'MeetingRecorded': {
      const { lead, assist, sessionNo } = event;
      return { lead, assist, body: 'joint-meeting', sessionNo };
    }
    default:
      return undefined;
  }
}

/** Carries a ruling out; where nobody could carry it out any more, it changes nothing. */
export function obeyRuling(said: Ruling, state: Routing, policy: RoutingPolicy): Answer {
  const ruling = { ...said, lead: policy.successorOf(said.lead) };
  const { lead, body } = ruling;
  if (!policy.unitExists(lead)) return decided();
  if (complainedOfAmong([lead], state.file, policy).length > 0) return aboutItsLead(state);
  if (state.status === 'desk') return fromDesk(ruling, state, policy);
  if (state.status !== 'dispatched' && state.status !== 'objected' && state.status !== 'in-work')
    return decided();
  const { no: dispatchNo, lead: unit, assist } = state.dispatch;
  const next = sent(ruling, state, assist, policy);
  const sameLead = lead === policy.successorOf(unit);
  const keeps = sameLead && sameUnits(next.assist, helpersOf(lead, assist, policy));
  const recalled: RoutingEvent = {
    type: 'DispatchRecalled',
    ...{ dispatchNo, unit, decidedBy: body, withoutMark: false, reason: next.why },
  };
  if (state.status !== 'objected') return keeps ? decided() : decided<RoutingEvent>(recalled, next);
  const upheld = !sameLead;
  const ruled: RoutingEvent = {
    type: 'ObjectionRuled',
    ...{ dispatchNo, unit, upheld, decidedBy: body, note: next.why },
  };
  if (upheld) return decided<RoutingEvent>(ruled, next);
  return keeps ? decided(ruled) : decided<RoutingEvent>(ruled, recalled, next);
}

/** A complaint ruled to the unit complained of stays where it is; on the desk it says why (HD-10). */
function aboutItsLead(state: Routing): Answer {
  const waits = state.status === 'desk' && state.why !== 'complaint-about-unit';
  return waits ? decided(onDesk('complaint-about-unit')) : decided();
}

function fromDesk(
  ruling: Ruling,
  state: Extract<Routing, { status: 'desk' }>,
  policy: RoutingPolicy,
): Answer {
  if (uncheckedFacts(state.file, policy.pack(state.file.packHash)) === undefined)
    return decided(sent(ruling, state, [], policy));
  return state.why === 'facts-unchecked' ? decided() : decided(onDesk('facts-unchecked'));
}

type Dispatched = Extract<RoutingEvent, { type: 'AppealDispatched' }>;

function sent(
  { lead, assist, body, sessionNo }: Ruling,
  { file }: Routing,
  now: Dispatch['assist'],
  policy: RoutingPolicy,
): Dispatched {
  const why = WHY[body].replace('{no}', String(sessionNo));
  const helping = helpersOf(lead, assist ?? now, policy);
  const others = keptFromNone(helping, file, policy);
  const dispatchNo = file.dispatchNo + 1;
  return { type: 'AppealDispatched', dispatchNo, lead, assist: others, decidedBy: body, why, reason: '' };
}

/** Who assists this lead now: a unit that became part of the lead does not assist itself. */
function helpersOf(lead: string, assist: readonly string[], policy: RoutingPolicy): readonly string[] {
  return asTheyAreNow(assist, policy).filter((unit) => unit !== lead);
}

function sameUnits(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((unit) => other.includes(unit));
}
