// The closed lists of words 词表 in which packs speak: what the code can notice, be asked and count. A word
// that stands here is one the code knows what to do with; everything else a pack may name as it likes.

/**
 * Instants in the course of an appeal that may start or stop a clock. The list is closed: each is an event.
 */
export const MOMENTS = [
  'submitted',
  'admitted',
  'desk-entered',
  'dispatched',
  'acknowledged',
  'objected',
  'objection-ruled',
  'recalled',
  'contacted',
  'arrived',
  'contacted-and-arrived',
  'assist-acknowledged',
  'assist-objected',
  'assist-released',
  'contributed',
  'opinion-given',
  'completed',
  'answer-released',
  'answer-returned',
  'facts-checked',
  'result-checked',
  'followed-up',
  'escalation-requested',
  'escalation-ruled',
  'rating-reminder-delivered',
  'rated',
  'reopened',
  'closed',
  'withdrawn',
] as const;
/** One of `MOMENTS`. */
export type Moment = (typeof MOMENTS)[number];

/**
 * What a notification may be about beside a moment: a clock that comes near its end, a yellow or a red card,
 * a deadline that was moved at the unit's request, an appeal that came under this pack from another, or was
 * found to be urgent, data that a unit is asked for (HD-8), that it is due soon, its answer, and that it is
 * owed still, a step inside the unit that took longer than its time (HD-9).
 */
export const ALERTS = [
  'clock-near',
  'yellow',
  'red',
  'extended',
  'transferred',
  'urgent',
  'data-requested',
  'data-near',
  'data-answered',
  'data-overdue',
  'inside-overdue',
] as const;

/** That a text arrived is no reason for another. */
type ToldMoment = Exclude<Moment, 'rating-reminder-delivered'>;
const TOLD_MOMENTS = MOMENTS.filter((moment): moment is ToldMoment => moment !== 'rating-reminder-delivered');

/** What a text of messages.yaml may be sent on. */
export const OCCASIONS = [
  ...TOLD_MOMENTS,
  ...ALERTS,
  ...(['answered', 'sent-back', 'declined', 'joined', 'urged'] as const),
];
/** One of `OCCASIONS`. */
export type Occasion = (typeof OCCASIONS)[number];

/** Names a text of messages.yaml may put in braces. */
export const MESSAGE_VARIABLES = [
  'number',
  'queryCode',
  'title',
  'enterprise',
  'unit',
  'contact',
  'platform',
  'clock',
  'step',
  'deadline',
  'opinion',
  'result',
  'article',
  'answer',
  'reason',
  'nextStep',
] as const;
/** One of `MESSAGE_VARIABLES`. */
export type MessageVariable = (typeof MESSAGE_VARIABLES)[number];

/** Figures the platform knows how to compute (requirements, Figures). */
export const FIGURES = [
  'completion-rate',
  'on-time-rate',
  'satisfaction-expressed',
  'satisfaction-official',
  'contacted-rate',
  'really-solved-rate',
  'followed-up-satisfied-rate',
  'direct-answer-rate',
  'dispatch-time',
] as const;
/** One of `FIGURES`. */
export type FigureId = (typeof FIGURES)[number];

/** What a kind of appeal may be to the product; the pack calls its kinds as it likes. */
export const NATURES = ['consultation', 'help', 'complaint', 'suggestion'] as const;
/** One of `NATURES`. */
export type Nature = (typeof NATURES)[number];

/** Commands of staff a pack hands to its roles (TR-2); what enterprises and time bring about needs none. */
export const COMMANDS = [
  'AddMaterial',
  'UrgeAppeal',
  'WithdrawAppeal',
  'ReadProtected',
  'RuleIdentity',
  'AdmitAppeal',
  'SendBackAppeal',
  'DeclineAppeal',
  'DispatchAppeal',
  'AnswerAppeal',
  'RecallDispatch',
  'RuleObjection',
  'RequestEscalation',
  'RuleEscalation',
  'SetClass',
  'ConfirmUrgent',
  'DenyUrgent',
  'TransferAppeal',
  'ConvenePanel',
  'DeclareRecusal',
  'CastVote',
  'ConveneMeeting',
  'RecordMeeting',
  'AcknowledgeDispatch',
  'ObjectToDispatch',
  'RecordContact',
  'GivePreliminaryOpinion',
  'GiveContribution',
  'RequestData',
  'ProvideData',
  'CompleteAppeal',
  'AssignInside',
  'SignDraft',
  'FollowUpAppeal',
  'ReopenAppeal',
  'CloseAppeal',
  'StateGround',
  'ClearEntry',
  'IssueOrder',
  'AnswerOrder',
  'RuleOrder',
  'RecordTransfer',
  'RecordTransferOutcome',
  'GiveFindings',
  'MendAnswer',
  'RuleMending',
  'FileContest',
  'RuleContest',
  'ReportAppeals',
  'StateOutage',
  'ReleasePush',
  'SwitchDoor',
  'ImportRegister',
] as const;
/** One of `COMMANDS`. */
export type PackCommand = (typeof COMMANDS)[number];

/**
 * Grounds on which a case is looked at by somebody above the unit 督办情形: supervised (SV-3), put before the
 * panel (KB-5), handed to the fast track (RT-5), deducted (SV-6).
 */
export const GROUNDS = [
  'yellow',
  'red',
  'no-effect',
  'shirking',
  'perfunctory',
  'poor-quality',
  'low-satisfaction',
  'behind-schedule',
  'several-units',
  'several-regions',
  'unclear-duty',
  'complicated',
  'not-soon-solvable',
  'result-in-doubt',
  'seat-asks',
] as const;
/** One of `GROUNDS`. */
export type Ground = (typeof GROUNDS)[number];

/** How often something is drawn up. */
export const PERIODS = ['day', 'month', 'quarter', 'half-year', 'year', 'when-needed'] as const;

/** Counts the platform always keeps; see deploy/docs/figures.md. */
export const COUNTS = [
  'submitted',
  'admitted',
  'declined',
  'joined',
  'withdrawn',
  'answered-directly',
  'dispatched',
  'recalled',
  'unit-contacts',
  'completed',
  'reopened',
  'closed',
  'unrated',
  'satisfied-by-default',
  'yellow-cards',
  'red-cards',
] as const;
/** One of `COUNTS`. */
export type CountId = (typeof COUNTS)[number];

/**
 * What stands in the rows of a report that is a table: cases closed by units (SZ 附3), cases in the hands of
 * units until they are struck off 销号 (YC-5), every unit with its figures (CR 二-6), the units of a ranking.
 */
export const REPORT_ROWS = ['closed-by-units', 'to-strike-off', 'units', 'ranking'] as const;
/** One of `REPORT_ROWS`. */
export type ReportRows = (typeof REPORT_ROWS)[number];

/**
 * Columns of a case that show what people wrote or who they are: for whom the report is addressed to alone.
 */
export const PERSONAL_COLUMNS = [
  'title',
  'content',
  'enterprise',
  'contact-person',
  'contact-phone',
  'answer',
] as const;

/** Columns of a report whose rows are cases. */
export const CASE_COLUMNS = [
  'row-number',
  'number',
  ...PERSONAL_COLUMNS,
  'unit',
  'unit-contact',
  'unit-phone',
  'satisfaction',
  'topic',
  'region',
  'channel',
  'submitted-at',
  'handed-over-at',
  'deadline',
  'completed-at',
  'closed-at',
  'state',
] as const;
/** One of `CASE_COLUMNS`. */
export type CaseColumn = (typeof CASE_COLUMNS)[number];
