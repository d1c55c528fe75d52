// The course of a case 办理过程, one row per event, written once and never changed. What an entry says is what
// the event says; who may see it is one table: the enterprise sees the steps of its case and the answers,
// no names of officers, no objections of units, no clocks, no remarks between offices (TR-2).
import type { Recorded } from '#kernel/decider';
import type { CaseFact } from './case-facts';

/** A row; its id is the event's. */
export interface TimelineRow {
  readonly id: string;
  readonly appealId: string;
  readonly at: number;
  readonly type: string;
  readonly by: string;
  readonly unit: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Not for the enterprise. */
  readonly internal: boolean;
  /** Names of the fields the enterprise may see. */
  readonly shown: readonly string[];
}

/** Events the enterprise sees, each with the fields it sees of them. */
const SHOWN: Readonly<Partial<Record<CaseFact['type'], readonly string[]>>> = {
  AppealSubmitted: ['number', 'channel', 'kind', 'topic', 'title'],
  AppealAdmitted: ['kind', 'topic'],
  AppealDeclined: ['ground', 'explanation'],
  AppealSentBack: ['wanted'],
  AppealJoined: ['joinedToNumber'],
  MaterialAdded: ['text', 'attachments'],
  AppealUrged: ['count', 'note'],
  WithdrawalRequested: ['reason'],
  AppealWithdrawn: [],
  WithdrawalGranted: [],
  AnsweredDirectly: ['articleId'],
  AppealDispatched: ['lead'],
  WorkOrderAcknowledged: [],
  EnterpriseContacted: ['outcome', 'arrived', 'visitWaived'],
  PreliminaryOpinionGiven: ['text'],
  AppealCompleted: [
    'completionType',
    'answer',
    'basis',
    'plan',
    'plannedOn',
    'agreedBy',
    'agreedOn',
    'round',
  ],
  AppealFollowedUp: ['contacted', 'solved', 'satisfied'],
  AppealRated: ['rating', 'comment', 'round'],
  RatingLapsed: ['countsAs'],
  AnswerDisputed: ['reason'],
  AppealReopened: ['round', 'why'],
  AppealClosed: ['why'],
  ExtensionRuled: ['granted', 'untilOn'],
  PackChanged: ['fromPack', 'toPack'],
};

/**
 * Kept in the case file under its own rules of masking, not repeated in the course; what was provided on a
 * request for data is opened by a logged reading alone (HD-8).
 */
const NOT_REPEATED = [
  'type',
  'by',
  'unit',
  'packHash',
  'content',
  'contactName',
  'contactPhone',
  'provided',
  'unitContact',
  'unitPhone',
];

/** The row of an event. */
export function timelineRow(appealId: string, { event, id, at }: Recorded<CaseFact>): TimelineRow {
  const said: Record<string, unknown> = { ...event };
  const shown = SHOWN[event.type];
  return {
    id,
    appealId,
    at,
    type: event.type,
    by: typeof said.by === 'string' ? said.by : '',
    unit: typeof said.unit === 'string' ? said.unit : typeof said.lead === 'string' ? said.lead : '',
    fields: fieldsOf(said),
    internal: shown === undefined,
    shown: shown ?? [],
  };
}

function fieldsOf(said: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(said)) {
    if (NOT_REPEATED.includes(name)) continue;
    if (Array.isArray(value)) fields[name] = value.map(spelt).join(', ');
    else if (typeof value === 'object' && value !== null) Object.assign(fields, fieldsOf({ ...value }));
    else fields[name] = String(value);
  }
  return fields;
}

/** One of a list: a unit with its score, a member of a panel with his unit and why he had no vote. */
function spelt(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { unit, score, member, why, voted } = value as Readonly<Record<string, unknown>>;
  if (member === undefined) return `${String(unit)} ${String(score)}`;
  return `${String(member)} ${String(unit)} ${String(why)}${voted === true ? ' voted' : ''}`;
}
