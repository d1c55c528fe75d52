// The services that decide about one appeal under a pack, each put together from what its service is made of:
// decider, reactions, wire. What the world would tell them – classifier, library, units – is said here.
import { appealCauses } from '#intake/adapters/mapping/appeal-causes';
import { appealCodec } from '#intake/adapters/mapping/appeal-wire';
import { APPEAL_WRITER, appealDecider, takeOnDueAt } from '#intake/domain/appeal-decider';
import { answeringCauses, answeringCodec } from '#knowledge/adapters/mapping/answering-wire';
import { ANSWERING_WRITER, answeringDecider } from '#knowledge/domain/answering';
import { workOrderCauses } from '#casework/adapters/mapping/work-order-causes';
import { workOrderCodec } from '#casework/adapters/mapping/work-order-wire';
import { ratingLapsesAt } from '#casework/domain/rating-time';
import * as casework from '#casework/domain/work-order-decider';
import type { WorkOrderPolicy } from '#casework/domain/work-order-commands';
import { messageCauses } from '#notification/adapters/mapping/message-causes';
import { messageCodec } from '#notification/adapters/mapping/message-wire';
import * as notification from '#notification/domain/message-decider';
import { nextSendAt } from '#notification/domain/messages';
import type { Pack } from '#policy/pack';
import { docketCauses } from '#supervision/adapters/mapping/docket-causes';
import { docketCodec } from '#supervision/adapters/mapping/docket-wire';
import { nextLookAt } from '#supervision/domain/card-rules';
import * as supervision from '#supervision/domain/docket-decider';
import type { DocketPolicy } from '#supervision/domain/docket-commands';
import { routingCauses } from '#triage/adapters/mapping/routing-causes';
import { routingCodec } from '#triage/adapters/mapping/routing-wire';
import { dueAt } from '#triage/domain/routing';
import * as triage from '#triage/domain/routing-decider';
import type { RoutingPolicy } from '#triage/domain/routing-commands';
import type { Classification } from '#triage/domain/routing-events';
import { projectCalendars } from '#working-calendar/test-calendars';
import { Part } from './part';

/** How long a card waits for what is on its way (ms). */
export const GRACE_MS = 30_000;
const UNITS = ['tax', 'wtr', 'umb'];
const CALENDAR = projectCalendars().current;
const calendar = () => CALENDAR;
const units = {
  unitExists: (code: string) => UNITS.includes(code),
  successorOf: (code: string) => code,
  unitTier: () => 'city',
};

/** What is the case with the appeal, whatever the platform believes. */
export interface Matter {
  readonly kind: string;
  /** What screening finds: a ground, or nothing. */
  readonly ground: '' | 'litigation';
  /** The library has the answer. */
  readonly known: boolean;
  /** The classifier is sure of the unit. */
  readonly sure: boolean;
  /** Every so many-eth message fails for good; 0: none does. */
  readonly failing: number;
}

const unitless = () => ({ sections: [], people: [], posts: [] });

/** What every service knows of the pack. */
export function policiesUnder(pack: Pack): { work: WorkOrderPolicy; docket: DocketPolicy } {
  return {
    work: { pack: () => pack, calendar, inside: unitless, ...units },
    docket: { pack: () => pack, calendar, graceMs: GRACE_MS, outages: () => [] },
  };
}

function intakeUnder(pack: Pack) {
  return new Part({
    writer: APPEAL_WRITER,
    decider: appealDecider,
    own: appealCodec,
    foreign: appealCauses,
    policy: () => ({ packFor: () => ({ pack, hash: 'hash' }), calendar: CALENDAR }),
    dueAt: takeOnDueAt,
  });
}

function knowledgeOf({ known }: Matter) {
  const articles = known ? [{ articleId: 'K001', score: 0.99 }] : [];
  return new Part({
    writer: ANSWERING_WRITER,
    decider: answeringDecider,
    own: answeringCodec,
    foreign: answeringCauses,
    react: ({ event }) =>
      event.type === 'AppealAdmitted' ? { type: 'RecordFinding' as const, articles, sure: known } : undefined,
    policy: () => undefined,
  });
}

function triageUnder(pack: Pack, { sure }: Matter) {
  const reasons = [{ words: ['职责'], source: 'duty', ref: '职责' }] as const;
  const found: Classification = {
    topic: 'tax',
    candidates: sure ? [{ unit: 'tax', score: 0.99, reasons }] : [],
    assist: ['umb'],
    sure,
    proposed: '',
    proposedWords: [],
    urgent: false,
    modelVersion: 'm',
  };
  const policy: RoutingPolicy = {
    pack: () => pack,
    packInForce: () => undefined,
    ...units,
    articleInForce: (id) => id === 'K001',
    unitsNamed: () => [],
  };
  return new Part({
    writer: triage.ROUTING_WRITER,
    decider: triage.routingDecider,
    own: routingCodec,
    foreign: routingCauses,
    react: (cause, state) => triage.reactToCause(cause, state, () => found),
    policy: () => policy,
    dueAt,
  });
}

function caseworkUnder(policy: WorkOrderPolicy) {
  return new Part({
    writer: casework.WORK_ORDER_WRITER,
    decider: casework.workOrderDecider,
    own: workOrderCodec,
    foreign: workOrderCauses,
    react: casework.reactToCause,
    policy: () => policy,
    dueAt: (state) => ratingLapsesAt(state, policy),
  });
}

function supervisionUnder(policy: DocketPolicy) {
  return new Part({
    writer: supervision.DOCKET_WRITER,
    decider: supervision.docketDecider,
    own: docketCodec,
    foreign: docketCauses,
    react: supervision.reactToCause,
    policy: () => policy,
    dueAt: (docket) => nextLookAt(docket, policy),
  });
}

function notificationUnder(pack: Pack) {
  return new Part({
    writer: notification.MESSAGES_WRITER,
    decider: notification.messageDecider,
    own: messageCodec,
    foreign: messageCauses,
    react: notification.reactToCause,
    policy: () => ({
      pack: () => pack,
      packFor: () => pack,
      calendar,
      platform: () => '平台',
      unitName: (code: string) => code,
      ofUnit: () => ({ phone: '19900009901' }),
      ofPerson: () => undefined,
      ofRole: () => undefined,
      sponsors: () => [],
      receivers: () => [],
      article: () => ({ title: '指南', body: '按指南办理。' }),
    }),
    dueAt: nextSendAt,
  });
}

/** All of them, with nothing heard yet. */
export function partsUnder(pack: Pack, matter: Matter) {
  const { work, docket } = policiesUnder(pack);
  return {
    intake: intakeUnder(pack),
    knowledge: knowledgeOf(matter),
    triage: triageUnder(pack, matter),
    casework: caseworkUnder(work),
    supervision: supervisionUnder(docket),
    notification: notificationUnder(pack),
  };
}
