// What each event makes of a deliberation. Nothing is judged here and no clock is read: the same events give
// the same state at any time.
import { type Recorded, unreachable } from '#kernel/decider';
import type { Deliberation, Given, Matter, Panel } from './deliberation';
import type { DeliberationCause, DeliberationEvent } from './deliberation-events';

type Convened = Extract<DeliberationEvent, { type: 'PanelConvened' | 'MeetingConvened' }>;

/** The state after an event. */
export function evolveDeliberation(
  state: Deliberation,
  { event }: Recorded<DeliberationEvent | DeliberationCause>,
): Deliberation {
  switch (event.type) {
    case 'PanelConvened':
    case 'MeetingConvened':
      return convened(state, event);
    case 'RecusalDeclared':
      return onPanel(state, ({ recused }) => ({ recused: [...recused, event.member] }));
    case 'VoteCast':
      return onPanel(state, ({ votes }) => ({
        votes: [...votes, { member: event.member, option: event.option }],
      }));
    case 'PanelRuled':
    case 'MeetingRecorded':
      return { status: 'idle', matter: state.matter };
    case 'SessionLapsed':
      return { status: 'idle', matter: { ...state.matter, lapsed: state.matter.lapsed + 1 } };
    default:
      return { ...state, matter: matterAfter(state.matter, event) };
  }
}

function convened({ matter }: Deliberation, event: Convened): Deliberation {
  const { sessionNo: no, dueAt } = event;
  const next = { ...matter, sessions: no };
  const { packHash } = matter;
  if (event.type === 'MeetingConvened') {
    const { units, heldOn } = event;
    return {
      status: 'sitting',
      matter: { ...next, given: givenTo(matter, 0, units) },
      session: { kind: 'joint-meeting', no, packHash, units, heldOn, dueAt },
    };
  }
  const { question, members, chair } = event;
  const session: Panel = {
    kind: 'panel',
    no,
    packHash,
    question,
    members,
    chair,
    dueAt,
    recused: [],
    votes: [],
  };
  return { status: 'sitting', matter: next, session };
}

function onPanel(state: Deliberation, change: (panel: Panel) => Partial<Panel>): Deliberation {
  if (state.status !== 'sitting' || state.session.kind !== 'panel') return state;
  return { ...state, session: { ...state.session, ...change(state.session) } };
}

function dispatched(
  matter: Matter,
  { dispatchNo, lead, assist, cleared = [] }: Extract<DeliberationCause, { type: 'AppealDispatched' }>,
): Matter {
  const complainedOf = matter.complainedOf?.filter((code) => !cleared.includes(code));
  const given = givenTo(matter, dispatchNo, [lead, ...assist]);
  return { ...matter, dispatchNo, stage: 'open', given, ...(complainedOf && { complainedOf }) };
}

function givenTo({ given = [] }: Matter, dispatchNo: number, units: readonly string[]): readonly Given[] {
  return [...given, { dispatchNo, units }];
}

/** Taken back without a mark, a dispatch made nobody a party to the matter. */
function recalled(
  matter: Matter,
  { dispatchNo, withoutMark }: Extract<DeliberationCause, { type: 'DispatchRecalled' }>,
): Matter {
  const given = matter.given?.filter((one) => one.dispatchNo !== dispatchNo);
  return { ...matter, takenNo: dispatchNo, ...(withoutMark && given && { given }) };
}

/**
 * On the desk no unit has it: recalled, an objection upheld, or an answer that did not hold. What has ended
 * stays so until it is reopened: the entry may be older than the end.
 */
function onDesk(matter: Matter): Matter {
  const { dispatchNo } = matter;
  const stage = matter.stage === 'over' ? 'over' : 'open';
  return { ...matter, stage, ...(dispatchNo > 0 && { takenNo: dispatchNo }) };
}

/** The unit whose dispatch was taken from it answers too late, as it does for casework and the routing. */
function completed(
  matter: Matter,
  { dispatchNo }: Extract<DeliberationCause, { type: 'AppealCompleted' }>,
): Matter {
  const { stage, takenNo = 0 } = matter;
  const isInHand = dispatchNo >= matter.dispatchNo && dispatchNo > takenNo;
  return stage === 'over' || !isInHand ? matter : { ...matter, stage: 'answered' };
}

/**
 * Writers come without order between them: an answer to another dispatch than the one in a unit's hands
 * changes nothing.
 */
function matterAfter(matter: Matter, event: DeliberationCause): Matter {
  switch (event.type) {
    case 'AppealAdmitted':
      return {
        ...matter,
        packHash: event.packHash,
        stage: matter.stage === 'before' ? 'open' : matter.stage,
      };
    case 'PackChanged':
      return { ...matter, packHash: event.packHash };
    case 'AppealClassified':
      return event.complainedOf.length === 0 ? matter : { ...matter, complainedOf: event.complainedOf };
    case 'AppealDispatched':
      return matter.stage === 'over' ? matter : dispatched(matter, event);
    case 'DispatchRecalled':
      return recalled(matter, event);
    case 'DeskEntered':
      return onDesk(matter);
    case 'AppealReopened':
      return { ...matter, stage: 'open' };
    case 'AnsweredDirectly':
      return matter.stage === 'over' ? matter : { ...matter, stage: 'answered' };
    case 'AppealCompleted':
      return completed(matter, event);
    case 'AppealEnded':
      return { ...matter, stage: 'over' };
    default:
      return unreachable(event);
  }
}
