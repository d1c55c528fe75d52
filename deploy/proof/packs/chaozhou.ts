// 潮州: what 潮府办函〔2023〕18号 says, as proofs on the rules.
import { ASK, PROVIDE } from '../../../services/casework/test/data-requests';
import { PEOPLE } from '../../../services/casework/test/scenario';
import { completionLeadsTo, contributionsOwed, standsIn, templateAsks } from './answer-rules-of-a-pack';
import {
  ACKNOWLEDGED,
  COMPLETION,
  assistClock,
  cards,
  due,
  metBy,
  auditDue,
  auditPauses,
} from './clock-rules-of-a-pack';
import { readsItsSector, readsWhatItLooksAfter } from './reading-of-a-pack';
import {
  dataDue,
  dataIsProvided,
  dataIsReadBy,
  dataLeadsTo,
  dataReminded,
  overdueDataIs,
} from './data-of-a-pack';
import { listsTask, ranks, reaches, tabulates } from './figure-rules-of-a-pack';
import { contestRuledBy, contestedUntil, draws, findingsBy, orderOf, proposes } from './overseeing-of-a-pack';
import { classes, clerkClasses, preselects } from './classes-of-a-pack';
import type { Proofs } from './proof';
import { sponsorIsTold } from './sponsors-of-a-pack';
import { MEETING, sessionLasts, sessionLeadsTo } from './sessions-of-a-pack';
import {
  HALF_AN_ANSWER,
  NO_REAL_ANSWER,
  UPHELD,
  admittedBy,
  answerIs,
  completionFields,
  computes,
  contactSatisfies,
  counted,
  declines,
  deskDue,
  deskLeadsTo,
  doorWithWrongCode,
  nameThatDiffers,
  objectionIsLate,
  onTimeCounts,
  orderLeadsTo,
  receiptSays,
  silenceCountsAs,
  tells,
  unratedInDenominator,
  yellowTells,
} from './rules-of-a-pack';

const { taxHandler, followup, enterprise, clerk } = PEOPLE;
const CALL = { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' };
const CALLED = { outcome: 'reached', arrived: false, visitWaived: false } as const;
const TO_MARKET = { type: 'DispatchAppeal', lead: 'market', assist: [], why: '属其职责' } as const;
const NAMES_NOBODY = { type: 'ObjectToDispatch', dispatchNo: 1, proposedUnit: '', reason: '非职责' };

const both = (onTime: string, completion: string) => {
  return { 'on-time-rate': onTime, 'completion-rate': completion };
};
/** Two units alike in time, told apart by completion; two alike in both; one of five cases, one of four. */
const MAY = {
  water: both('4/6', '2/4'),
  tax: both('9/10', '4/4'),
  market: both('18/20', '3/4'),
  grid: both('6/9', '1/2'),
  fire: both('2/5', '3/3'),
  arts: both('0/4', '0/4'),
};

/** Test ids of the coverage page of Chaozhou. */
export const CHAOZHOU_PROOFS: Proofs = {
  'CR二-1.classes': classes('policy services means rights', {
    subsidy: 'policy policy-payment',
    commitment: 'policy policy-payment promise-kept',
    tax: 'services taxes',
    finance: 'means financing',
    dispute: 'rights claims',
  }),
  'CR二-1.template-preselects': preselects('subsidy', 'policy policy-payment subsidy-payment'),
  'CR二-1.clerk-classes': clerkClasses('approval-slow'),
  'CR二-7.sponsor-is-told': sponsorIsTold,
  'CR二-7.sponsor-reads-his-own': readsWhatItLooksAfter('sponsor'),
  'CR二-6.bureaus-read-their-sector': readsItsSector('joint-supervisor', 'iit'),
  'CR二-1.template-classes': templateAsks('permit', { matter: '环评' }, 'complaint permit'),
  'CR二-1.template-asks': templateAsks(
    'financing',
    {},
    'fields.amount FIELD_MISSING fields.purpose FIELD_MISSING',
  ),
  'CR一.stages': standsIn({
    submitted: 'acceptance',
    'submitted admitted desk-entered': 'sorting',
    'submitted admitted desk-entered dispatched': 'handling',
    'submitted admitted desk-entered dispatched completed': 'appraisal',
    'submitted admitted desk-entered dispatched completed rated closed': '',
  }),
  'CR一.receipt': receiptSays('【潮州诉求响应】您的诉求已收到'),
  'CR一.sorting': deskDue('2026-03-02T09:15'),
  'CR一.sorting-clock': due('desk', 'desk', '2023-07-14 16:45'),
  'CR一.app-door': doorWithWrongCode('yue-shang-tong', 'refused'),
  'CR一.hotline-door': doorWithWrongCode('hotline', 'taken in'),
  'CR一.satisfaction': computes('satisfaction-official'),
  'CR一.task': listsTask('mechanism', '2023-12-31'),
  'CR一.98-percent': reaches(
    'satisfaction-official',
    { numerator: 98, denominator: 100 },
    { numerator: 979, denominator: 1000 },
  ),
  'CR一.faster-by-a-fifth': reaches('dispatch-time', { medianMs: 80_000 }, { medianMs: 80_001 }, 100_000),
  'CR一.dispatch-time': computes('dispatch-time'),
  'CR一.name-is-flagged': nameThatDiffers('registered'),
  'CR一.grounds': declines('litigation'),
  'CR一.clerk-admits-what-is-held': admittedBy('clerk', 'AppealAdmitted'),
  'CR一.supervisor-excepts': admittedBy('supervisor', 'AppealAdmitted'),
  'CR二-1.clerk-sorts': deskLeadsTo('desk', 'clerk', TO_MARKET, 'AppealDispatched'),
  'CR二-3.direct-answers': computes('direct-answer-rate'),
  'CR二-4.unit-asks': dataLeadsTo('inWork', taxHandler, ASK, 'DataRequested'),
  'CR二-4.asked-unit-provides': dataIsProvided('tax-source', PROVIDE.fields, 'DataProvided'),
  'CR二-4.desk-asks': dataLeadsTo('admitted', clerk, ASK, 'DataRequested'),
  'CR二-4.in-three-days': dataDue('tax-source', '2026-03-06T00:00'),
  'CR二-4.what-is-filled-in': dataIsProvided('tax-source', { period: '一月' }, 'DATA_FIELD_MISSING'),
  'CR二-4.above-scale': dataIsProvided('above-scale', { since: '2024年' }, 'DATA_FIELD_MISSING'),
  'CR二-4.asked-unit-is-told': tells(
    { type: 'DataRequested', unit: 'water', purpose: '核实停产损失', dueAt: 0 },
    ['water'],
  ),
  'CR二-4.overdue-is-told': tells({ type: 'DataRequestOverdue', unit: 'water', fromUnit: 'tax' }, [
    'water',
    'tax',
  ]),
  'CR二-4.reminded-before': dataReminded('tax-source', '2026-03-04T08:30'),
  'CR二-4.reminder-is-told': tells({ type: 'DataRequestNear', unit: 'water', dueAt: 0 }, ['water']),
  'CR二-6.overdue-data-is-business': overdueDataIs('behind-schedule'),
  'CR二-4.answer-is-told': tells({ type: 'DataAnswered', unit: 'tax' }, ['tax']),
  'CR二-4.reading-on-record': dataIsReadBy('supervisor'),
  'CR一.county-sends-up': orderLeadsTo(
    'acknowledged',
    taxHandler,
    {
      type: 'RequestEscalation',
      ...{ dispatchNo: 1, ground: 'not-soon-solvable', opinion: '县级无审批权限' },
    },
    'EscalationRequested',
  ),
  'CR一.city-takes-it': deskLeadsTo(
    'sentUp',
    'supervisor',
    { type: 'RuleEscalation', dispatchNo: 1, accepted: true, toUnit: 'water', reason: '' },
    'EscalationRuled DispatchRecalled AppealDispatched',
  ),
  'CR一.audit-in-three-days': auditDue('escalation', '2023-07-20 00:00'),
  'CR一.audit-pauses': auditPauses('reply', '2023-08-08 00:00'),
  'CR三-2.leading-group-calls-units': sessionLeadsTo('dispatched', 'leader', MEETING, 'MeetingConvened'),
  'CR三-2.meeting-in-five-days': sessionLasts(MEETING, 'leader', '2026-03-10T00:00'),
  'CR二-5.hard-ones-pass-on': deskLeadsTo(
    'acknowledged',
    'clerk',
    {
      type: 'TransferAppeal',
      ...{ toPack: 'chaozhou-fasttrack', ground: 'not-soon-solvable', reason: '短期内难以实质解决' },
    },
    'DispatchRecalled PackChanged ClassSet DeskEntered',
  ),
  'CR二-5.acknowledge': due('acknowledge', 'dispatched', '2023-07-15 16:30'),
  'CR二-5.acknowledged': metBy('acknowledge', ACKNOWLEDGED),
  'CR二-5.reply': due('reply', 'dispatched', '2023-07-29 00:00'),
  'CR二-5.replied': metBy('reply', COMPLETION),
  'CR二-5.on-time-is-reply': onTimeCounts(['reply']),
  'CR二-5.handler': orderLeadsTo(
    'dispatched',
    taxHandler,
    { type: 'AcknowledgeDispatch', dispatchNo: 1 },
    'WorkOrderAcknowledged',
  ),
  'CR二-5.no-visit-asked': contactSatisfies(1, CALLED, true),
  'CR二-5.three-attempts': contactSatisfies(3, { ...CALLED, outcome: 'attempt' }, true),
  'CR二-5.names-another-unit': orderLeadsTo('dispatched', taxHandler, NAMES_NOBODY, 'UNIT_NOT_NAMED', 3),
  'CR二-5.late-objection': objectionIsLate(25, true),
  'CR二-5.passed-on-twice': deskLeadsTo('objectedTwice', 'clerk', UPHELD(2), 'PING_PONG_STOPPED'),
  'CR二-5.half-an-answer': answerIs('solved', HALF_AN_ANSWER, 'doubtful'),
  'CR二-5.no-answer': answerIs('solved', NO_REAL_ANSWER, 'evasive'),
  'CR二-6.statistics': tabulates('statistics', '2026-05', 'supervisor', 'units', [
    ...['序号', '承办单位', '交办件数', '办结件数', '办结率', '按时办结率', '办结满意率', '黄牌', '红牌'],
  ]),
  'CR二-6.circular': tabulates('laggards-circular', '2026-05', 'supervisor', 'laggards', [
    ...['由低到高名次', '承办单位', '按时办结率', '办结率'],
  ]),
  'CR二-6.laggards': ranks('laggards', '2026-05', MAY, [
    '1 fire',
    '2 grid',
    '2 water',
    '4 market',
    '5 tax',
    '0 arts',
  ]),
  ...completionFields('CR二-6'),
  'CR二-5.unit-answers': completionLeadsTo('completed'),
  'CR二-6.reviewer': orderLeadsTo('completed', followup, CALL, 'AppealFollowedUp AppealRated'),
  'CR二-6.reviewer-reopens': orderLeadsTo(
    'completed',
    followup,
    { type: 'ReopenAppeal', why: '复核未解决' },
    'AppealReopened',
  ),
  'CR二-6.dissatisfied-is-reviewed': orderLeadsTo(
    'completed',
    enterprise,
    { type: 'RateAppeal', rating: 'dissatisfied', comment: '' },
    'AppealRated',
  ),
  'CR二-6.cards': cards('acknowledge', [
    '2023-07-15 12:30 near',
    '2023-07-15 16:30 yellow, red at 2023-07-18 00:00',
    '2023-07-18 00:00 red after notice of 2023-07-15 16:30',
  ]),
  'CR二-6.notice': yellowTells(['tax', 'supervisor']),
  'CR二-6.drawn': draws(['a-17', 'a-35', 'a-59']),
  'CR二-6.five-bureaus-look': findingsBy('joint-supervisor', 'SpotCheckPassed'),
  'HD-11.contest': contestedUntil('2026-03-09 23:59', '2026-03-10 00:00'),
  'HD-11.inspection-rules': contestRuledBy('inspection', 'ContestRuled'),
  'CR二-6.platform-order': orderOf('supervisor', 'platform', 'E1', 'OrderIssued'),
  'CR二-6.inspection': proposes('shirking', ['2026-03-04 00:00 inspection on E2']),
  'CR三-2.leading-group-coordinates': orderOf('leader', 'leading-group', 'E2', 'OrderIssued'),
  'CR二-6.progress': computes('on-time-rate'),
  'CR二-8.really-solved': computes('really-solved-rate'),
  'CR三-2.leading-group': deskLeadsTo(
    'objectedTwice',
    'leader',
    UPHELD(2),
    'ObjectionRuled AppealDispatched',
  ),
  'CR三-3.common-entry': doorWithWrongCode('web', 'refused'),
  'HD-4.rating': due('rating', 'reminded', '2023-07-21 00:00'),
  'HD-4.silence': silenceCountsAs('unrated'),
  'HD-4.silence-uncounted': unratedInDenominator(false),
  'IN-10.suggestions-stand-apart': counted('suggestion', false),
  'CR三-2.assisting-unit-is-timed': assistClock('2023-07-22 00:00'),
  'CR三-2.contributions-are-owed': contributionsOwed,
};
