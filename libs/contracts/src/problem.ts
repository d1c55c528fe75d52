// What a refused HTTP request is answered with: RFC 9457 problem details with a code for programs and a
// sentence for people, and the one table that gives every code its HTTP status. The status is a courtesy to
// intermediaries; clients act on the code.

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/**
 * One thing that is wrong with a request. `field` is a path of the public API, empty when no field is meant.
 */
export interface ProblemItem {
  readonly code: string;
  readonly field: string;
  /** In the language asked for. */
  readonly message: string;
  readonly messages: Sentence;
}

/** The body of every refusal, `application/problem+json`. */
export interface Problem {
  /** `/problems/<code in lower case>`: a name, not an address to open. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** Path of the request as a template, without its values. */
  readonly instance: string;
  readonly traceId: string;
  readonly errors: readonly ProblemItem[];
  /** Clause the refusal rests on, where a rule refused. */
  readonly rule?: string;
  /** Status the case is in, where a rule refused. */
  readonly caseStatus?: string;
  /** Acts open to the same role instead. */
  readonly instead?: readonly string[];
  /** Where the programme's own document lays down what the refusal rests on. */
  readonly clause?: ProblemClause;
  /**
   * Who was there before, and what he did: what happened since the version seen, or what stands in the way.
   */
  readonly changed?: readonly ProblemChange[];
}

/** A clause of a programme, as its pack cites it. */
export interface ProblemClause {
  /** Id of the pack. */
  readonly pack: string;
  /** As the pack cites it, e.g. `YC-6 1日内向企业和平台反馈初步办理意见`. */
  readonly text: string;
  readonly messages: Sentence;
}

/** Something that happened to the case. */
export interface ProblemChange {
  readonly eventId: string;
  readonly type: string;
  readonly what: Sentence;
  /** The person as he signed; his role where the pack leaves only one that may do this, else empty. */
  readonly by: { readonly id: string; readonly role: string };
  readonly unit: string;
  /** ISO 8601, +08:00. */
  readonly at: string;
}

const CODES_BY_STATUS: Readonly<Record<number, readonly string[]>> = {
  400: [
    'ADDRESS_NOT_ENCODED',
    'BAD_REQUEST',
    'BODY_MALFORMED',
    'BODY_NOT_UTF8',
    'BODY_TOO_DEEP',
    'BODY_KEY_FORBIDDEN',
    'HEADER_WRONG',
  ],
  401: ['TOKEN_MISSING', 'TOKEN_WRONG'],
  403: [
    ...[
      'NOT_A_MEMBER',
      'NOT_IN_HAND_OF',
      'NOT_YOUR_REQUEST',
      'NOT_YOUR_UNIT',
      'ROLE_NOT_ALLOWED',
      'ROLE_UNKNOWN',
      'SAME_PERSON',
    ],
    ...['PROTECTED', 'STEP_NOT_YOURS', 'UNIT_HEADER_MISSING', 'WRONG_POST'],
  ],
  404: [
    ...['NOT_FOUND', 'NO_SUCH_ADDRESS', 'CHANNEL_UNKNOWN', 'NOT_SUBMITTED'],
    ...['ENTRY_UNKNOWN', 'ORDER_UNKNOWN', 'TRANSFER_UNKNOWN', 'CHECK_UNKNOWN', 'CONTEST_UNKNOWN'],
    'REQUEST_UNKNOWN',
    'TABLE_UNKNOWN',
    ...['FILE_UNKNOWN', 'LINK_OVER'],
  ],
  408: ['REQUEST_TOO_SLOW'],
  409: [
    ...[
      'ADDITIONS_ENOUGH',
      'ALREADY_ACKNOWLEDGED',
      'ALREADY_COMPLETED',
      'ALREADY_DISPATCHED',
      'ALREADY_DISPUTED',
    ],
    ...['ALREADY_FOLLOWED_UP', 'ALREADY_OBJECTED', 'ALREADY_RATED', 'CHANGED_MEANWHILE', 'CLOSED', 'JOINED'],
    ...[
      'NOT_ACKNOWLEDGED',
      'NOT_ADMITTED',
      'NOT_AT_THIS_STAGE',
      'NOT_COMPLETED',
      'NOT_DISPATCHED',
      'NOT_DUE',
    ],
    ...['NOT_OBJECTABLE', 'NOT_OWNER', 'NO_OBJECTION', 'OBJECTION_PENDING', 'OPINION_ALREADY_GIVEN'],
    ...['CHAIN_NOT_FORESEEN', 'DRAFT_NOT_AT_HAND', 'DRAFT_PENDING', 'MUST_BE_SIGNED', 'NO_DRAFT'],
    ...[
      'ALREADY_ASKED',
      'DATA_NOT_AT_HAND',
      'DATA_NOT_FORESEEN',
      'NOT_PROVIDED',
      'REQUESTS_FULL',
      'REQUEST_ENDED',
    ],
    ...['ANSWER_NOT_HELD', 'CONTRIBUTION_MISSING', 'NOT_ASSISTING'],
    ...['ALREADY_CHECKED', 'CHECK_NOT_FORESEEN', 'FACTS_NOT_CHECKED', 'RESULT_NOT_CHECKED'],
    ...['DEADLINE_PASSED', 'EXTENSION_PENDING', 'EXTENSION_USED', 'NO_EXTENSION_ASKED'],
    ...['ALREADY_ORDERED', 'ENTRY_CLEARED', 'LOWER_STEP_FIRST', 'ORDER_ENDED'],
    ...['OUTCOME_RECORDED', 'STEP_TOO_EARLY', 'ALREADY_CONTESTED', 'CONTEST_RULED', 'CONTEST_TOO_LATE'],
    ...['NOT_AT_THIS_STEP', 'NOT_PROTECTED'],
    ...['PING_PONG_STOPPED', 'STALE_DISPATCH', 'STALE_DRAFT', 'STEP_DONE', 'STILL_SORTING'],
    ...[
      'ALREADY_URGENT',
      'ESCALATION_PENDING',
      'NO_ESCALATION',
      'NOT_PROPOSED',
      'ALREADY_ANSWERED',
      'ALREADY_RECUSED',
      'ALREADY_VOTED',
      'MEETING_NOT_YET',
      'NOT_ANSWERED',
    ],
    ...['NO_SESSION', 'PANEL_PENDING', 'SESSION_OVER', 'SESSION_PENDING', 'STALE_SESSION'],
    ...['FILE_INFECTED', 'FILE_IN_QUARANTINE', 'FILE_UNSCANNABLE'],
  ],
  410: ['FILE_ERASED'],
  413: ['BODY_TOO_LARGE', 'EVENT_TOO_LARGE'],
  415: ['CONTENT_TYPE_WRONG'],
  429: ['TOO_MANY_TRIES', 'TOO_MANY_UPLOADS'],
  431: ['HEADERS_TOO_LARGE'],
  500: ['BROKEN'],
  502: ['PEER_FAILED'],
  503: ['PEER_UNAVAILABLE', 'OUTBOX_FULL', 'FILES_FULL'],
};

const STATUS_BY_CODE: ReadonlyMap<string, number> = new Map(
  Object.entries(CODES_BY_STATUS).flatMap(([status, codes]) =>
    codes.map((code) => [code, Number(status)] as const),
  ),
);

/** Codes with a status of their own. */
export const CODES_WITH_STATUS: readonly string[] = [...STATUS_BY_CODE.keys()];

/** HTTP status of a code; what stands in no row was understood and is wrong: 422. */
export function statusOfCode(code: string): number {
  return STATUS_BY_CODE.get(code) ?? 422;
}
