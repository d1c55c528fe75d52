// Two people at once 两人同时办理: one wins, and the other is told by whom he was overtaken and what has changed,
// out of the course of the case as everybody reads it. Words of people are not repeated here.
import type { Pack } from '#policy/pack';
import { type AskedCommand, reachOf } from '#policy/scopes';

/** An entry of the course. */
export interface CourseEntry {
  /** `<instance>/<key>/<writer>/<seq>` */
  readonly eventId: string;
  readonly at: number;
  readonly type: string;
  readonly by: string;
  readonly unit: string;
}

/** What a refusal says of the course; `asOf` is the last event of the document that refused. */
export interface Overtaken {
  /** The service that refused: a code may mean different things to two. */
  readonly service: string;
  readonly code: string;
  readonly asOf: string;
  /** Seq of that document which the person saw, if he said so. */
  readonly seen: number | undefined;
}

/** Events by which each of these refusals came to be; the latest one is told. */
const BROUGHT_ABOUT_BY: Readonly<Record<string, readonly string[]>> = {
  ALREADY_ACKNOWLEDGED: ['WorkOrderAcknowledged'],
  ALREADY_COMPLETED: ['AppealCompleted'],
  ALREADY_DISPATCHED: ['AppealDispatched'],
  ALREADY_FOLLOWED_UP: ['AppealFollowedUp'],
  ALREADY_OBJECTED: ['DispatchObjected'],
  ALREADY_ANSWERED: ['OrderAnswered'],
  ALREADY_CONTESTED: ['ContestFiled'],
  ALREADY_ORDERED: ['OrderIssued', 'CaseTransferred'],
  ANSWER_NOT_HELD: ['AnswerReleased', 'AnswerReturned'],
  CLOSED: ['AppealClosed', 'AppealDeclined', 'AppealWithdrawn', 'WithdrawalGranted'],
  CONTEST_RULED: ['ContestRuled'],
  DRAFT_PENDING: ['DraftSubmitted'],
  ENTRY_CLEARED: ['EntryCleared'],
  EXTENSION_PENDING: ['ExtensionRequested'],
  JOINED: ['AppealJoined'],
  NOT_AT_THIS_STAGE: [
    ...['AppealAdmitted', 'AppealDeclined', 'AppealJoined', 'AppealSentBack', 'AppealWithdrawn'],
    ...['IdentityMatched', 'IdentityFounding'],
  ],
  NOT_IN_HAND_OF: ['InsideAssigned', 'InsideHandedOver'],
  NOT_DISPATCHED: ['DispatchRecalled', 'ObjectionRuled'],
  NOT_OWNER: ['AnsweredDirectly', 'WorkOrderAcknowledged'],
  NO_DRAFT: ['DraftReturned', 'AppealCompleted'],
  NO_EXTENSION_ASKED: ['ExtensionRuled'],
  NO_OBJECTION: ['ObjectionRuled'],
  NO_SESSION: ['PanelRuled', 'SessionLapsed', 'MeetingRecorded'],
  OBJECTION_PENDING: ['DispatchObjected'],
  OPINION_ALREADY_GIVEN: ['PreliminaryOpinionGiven'],
  ORDER_ENDED: ['OrderRuled'],
  OUTCOME_RECORDED: ['TransferOutcomeRecorded'],
  PANEL_PENDING: ['PanelConvened'],
  SESSION_PENDING: ['PanelConvened', 'MeetingConvened'],
  STALE_DISPATCH: ['AppealDispatched', 'DispatchRecalled', 'ObjectionRuled'],
  STALE_DRAFT: ['DraftSubmitted'],
  STEP_DONE: ['DraftSigned'],
  STALE_SESSION: ['PanelConvened', 'MeetingConvened'],
  'triage.ALREADY_ANSWERED': ['AppealCompleted', 'AnsweredDirectly'],
};

/** Whether a refusal means that somebody was there before. */
export function isOvertaken(code: string): boolean {
  return code === 'CHANGED_MEANWHILE' || Object.hasOwn(BROUGHT_ABOUT_BY, code);
}

/**
 * What has changed: everything that document wrote since it was seen, or the event that stands in the way.
 */
export function changesOf(
  { service, code, asOf, seen }: Overtaken,
  course: readonly CourseEntry[],
): readonly CourseEntry[] {
  if (code === 'CHANGED_MEANWHILE') {
    const writer = placeOf(asOf).writer;
    return course.filter(({ eventId }) => {
      const place = placeOf(eventId);
      return place.writer === writer && place.seq > (seen ?? 0);
    });
  }
  const types = BROUGHT_ABOUT_BY[`${service}.${code}`] ?? BROUGHT_ABOUT_BY[code] ?? [];
  return course.filter(({ type }) => types.includes(type)).slice(-1);
}

function placeOf(eventId: string): { readonly writer: string; readonly seq: number } {
  const [seq, writer = ''] = eventId.split('/').reverse();
  return { writer, seq: Number(seq) };
}

const COMMAND_OF: Readonly<Record<string, AskedCommand>> = {
  ...{ AppealAdmitted: 'AdmitAppeal', AppealDeclined: 'DeclineAppeal', AppealSentBack: 'SendBackAppeal' },
  ...{
    AppealDispatched: 'DispatchAppeal',
    DispatchRecalled: 'RecallDispatch',
    ObjectionRuled: 'RuleObjection',
  },
  ...{ WorkOrderAcknowledged: 'AcknowledgeDispatch', DispatchObjected: 'ObjectToDispatch' },
  ...{ EnterpriseContacted: 'RecordContact', PreliminaryOpinionGiven: 'GivePreliminaryOpinion' },
  ...{ AppealCompleted: 'CompleteAppeal', ExtensionRequested: 'RequestExtension' },
  ...{ ExtensionRuled: 'RuleExtension', AppealFollowedUp: 'FollowUpAppeal' },
  ...{ OrderAnswered: 'AnswerOrder', OrderRuled: 'RuleOrder', ContestFiled: 'FileContest' },
  ...{ ContestRuled: 'RuleContest', EntryCleared: 'ClearEntry', OrderIssued: 'IssueOrder' },
  ...{ PanelConvened: 'ConvenePanel', MeetingConvened: 'ConveneMeeting', MeetingRecorded: 'RecordMeeting' },
  ...{ CaseTransferred: 'RecordTransfer', TransferOutcomeRecorded: 'RecordTransferOutcome' },
};

/**
 * The role in which somebody did it, where the pack leaves only one that may; events carry the person, not
 * his role.
 */
export function roleBehind(pack: Pack, { type, by }: CourseEntry): string {
  const command = COMMAND_OF[type];
  if (command === undefined || by === '') return '';
  const [role = '', other] = pack.roles
    .map(({ id }) => id)
    .filter((id) => reachOf(pack, id, command) !== 'none');
  return other === undefined ? role : '';
}
