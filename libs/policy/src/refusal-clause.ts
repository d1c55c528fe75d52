// The clause a refusal rests on: what a pack lays down it lays down with the article of its document, and
// whoever is refused is told it. Refusals that no programme words – a case that does not exist, a text that
// is missing – have none.
import type { Pack } from './pack';
import { type AskedCommand, wordFor } from './scopes';

/** A refusal, as far as its clause depends on it. */
export interface RefusedCommand {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  /** What was asked for. */
  readonly command: AskedCommand;
}

type ClauseOf = (pack: Pack, refusal: RefusedCommand) => string | undefined;

const objection: ClauseOf = (pack) => pack.objection.clause;
const extension: ClauseOf = (pack) => pack.extension?.clause;
const dataRequests: ClauseOf = (pack) => pack.dataRequests?.clause;
const contact: ClauseOf = (pack) => pack.contact.clause;
const followUp: ClauseOf = (pack) => pack.followUp.clause;
const admission: ClauseOf = (pack) => pack.admission.clause;
const chain: ClauseOf = (pack) => pack.unitChain?.clause;

const OF_A_MEETING: readonly AskedCommand[] = ['ConveneMeeting', 'RecordMeeting'];
const meeting: ClauseOf = (pack) => pack.jointMeeting?.clause;
/** Some codes a panel and a joint meeting have in common. */
const panel: ClauseOf = (pack, { command }) =>
  OF_A_MEETING.includes(command) ? pack.jointMeeting?.clause : pack.panel?.clause;
const voting: ClauseOf = (pack, { command }) =>
  OF_A_MEETING.includes(command) ? pack.jointMeeting?.clause : pack.panel?.voting.clause;

/** Who must be another than he who did the step before (HD-4, HD-7, HD-9, SV-4). */
const anotherPerson: ClauseOf = (pack, { command }) => {
  if (command === 'FollowUpAppeal') return pack.followUp.clause;
  if (command === 'RecordResultCheck') return pack.checks?.result?.clause;
  if (command === 'SignDraft') return pack.unitChain?.clause;
  return command === 'GiveFindings' || command === 'RuleMending' ? pack.review?.clause : undefined;
};
const ground: ClauseOf = ({ admission: { clause, decline } }, { params }) =>
  decline.find(({ id }) => id === params['ground'])?.clause ?? clause;
const completion: ClauseOf = ({ completionTypes }, { params }) =>
  completionTypes.find(({ id }) => id === params['type'])?.clause;

/** Who may do it: the rows that give the command, each with its clause. */
const whoMay: ClauseOf = (pack, { command }) => {
  if (command === 'RuleExtension') return pack.extension?.clause;
  if (command === 'ReleaseAnswer') return pack.answering.clause;
  if (command === 'ContactProtected') return pack.contact.ofProtected?.clause;
  if (command === 'RecordFactCheck') return pack.checks?.facts?.clause;
  if (command === 'RecordResultCheck') return pack.checks?.result?.clause;
  const asked = wordFor(command);
  const clauses = new Set(pack.scopes.filter(({ may }) => may.includes(asked)).map(({ clause }) => clause));
  return clauses.size === 0 ? undefined : [...clauses].join('；');
};

const CLAUSES: Readonly<Record<string, ClauseOf>> = {
  ...{ ALREADY_OBJECTED: objection, NOT_OBJECTABLE: objection, UNIT_NOT_NAMED: objection },
  ...{ OBJECTION_PENDING: objection, NO_OBJECTION: objection, PING_PONG_STOPPED: objection },
  ...{ NOT_UPHELD_KEEPS_UNIT: objection, SAME_UNIT: objection, UNIT_IS_OWN: objection },
  ...{ DEADLINE_PASSED: extension, EXTENSION_NOT_LATER: extension, EXTENSION_PENDING: extension },
  ...{ EXTENSION_TOO_LONG: extension, EXTENSION_USED: extension, NO_EXTENSION_ASKED: extension },
  ...{ WAIVER_NEEDS_CONTACT: contact, VISIT_CANNOT_BE_WAIVED: contact, AGREEMENT_NEEDS_CONTACT: contact },
  ...{ ALREADY_FOLLOWED_UP: followUp, FOLLOW_UP_CONTRADICTS: followUp, SAME_PERSON: anotherPerson },
  ...{ ALREADY_RATED: ({ rating }) => rating.clause, NOT_DUE: ({ rating }) => rating.clause },
  CONTACT_BY_PLATFORM: (pack) => pack.contact.ofProtected?.clause,
  FACTS_NOT_CHECKED: ({ checks }) => checks?.facts?.clause,
  RESULT_NOT_CHECKED: ({ checks }) => checks?.result?.clause,
  ...{ TEMPLATE_UNKNOWN: dataRequests, UNIT_IS_ASKING: dataRequests, NOT_PROVIDED: dataRequests },
  ...{ QUESTION_NOT_FORESEEN: panel, NOT_A_MEMBER: panel, CHAIR_NOT_MEMBER: panel, EXPERT_CONCERNED: panel },
  ...{ OPTION_UNKNOWN: panel, SESSION_PENDING: panel, ALREADY_RECUSED: panel, PANEL_PENDING: panel },
  ...{ MEMBERS_TOO_FEW: voting, DATE_TOO_LATE: voting, SESSION_OVER: voting, ALREADY_VOTED: voting },
  ...{ UNITS_TOO_FEW: meeting, NOT_INVITED: meeting, MEETING_NOT_YET: meeting },
  ...{ MUST_BE_SIGNED: chain, WRONG_POST: chain, NOT_IN_HAND_OF: chain, NO_DRAFT: chain },
  ...{ POST_VACANT: chain, DRAFT_PENDING: chain, DRAFT_NOT_AT_HAND: chain },
  ALREADY_DISPUTED: ({ dissatisfied }) => dissatisfied.clause,
  ...{ NOT_ADMITTED: admission, USCC_NOT_REGISTERED: admission, USCC_NOT_GIVEN: admission },
  ...{ COMPLETION_FIELD_MISSING: completion, GROUND_UNKNOWN: ground },
  ...{ ROLE_NOT_ALLOWED: whoMay, NOT_YOUR_UNIT: whoMay, NOT_OWNER: whoMay },
};

/** The clause of the pack; undefined where it lays nothing down about this. */
export function clauseOf(pack: Pack, refusal: RefusedCommand): string | undefined {
  return CLAUSES[refusal.code]?.(pack, refusal);
}
