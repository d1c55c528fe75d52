// 峄城: what 峄政字〔2023〕8号 says, as proofs on the rules.
import { contactsProtected } from './protection-of-a-pack';
import { completionLeadsTo, contributionsOwed, standsIn } from './answer-rules-of-a-pack';
import {
  COMPLETION,
  CONTACT,
  OPINION,
  assistClock,
  cards,
  due,
  metBy,
  urgencyTurns,
} from './clock-rules-of-a-pack';
import { ranks, tabulates } from './figure-rules-of-a-pack';
import { contestRuledBy, contestedUntil, handsOverTo, orderOf, proposes } from './overseeing-of-a-pack';
import type { Proofs } from './proof';
import {
  MEETING,
  concernedStandAside,
  onlyExperts,
  panelOn,
  sessionLasts,
  sessionLeadsTo,
  votesAs,
  votesEnd,
} from './sessions-of-a-pack';
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
import { PEOPLE } from '../../../services/casework/test/scenario';

const { taxHandler, waterHandler, followup, enterprise } = PEOPLE;
const CALL = { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' };
const VISIT = { outcome: 'reached', arrived: true, visitWaived: false } as const;
const TO_MARKET = { type: 'DispatchAppeal', lead: 'market', assist: [], why: '属其职责' } as const;

const both = (completion: string, satisfaction: string) => {
  return { 'completion-rate': completion, 'satisfaction-official': satisfaction };
};
/**
 * Two units alike in completion, told apart by satisfaction; two alike in both; one of five cases, one of
 * four.
 */
const MAY = {
  water: both('4/6', '2/4'),
  tax: both('9/10', '3/4'),
  market: both('18/20', '4/4'),
  grid: both('6/9', '1/2'),
  fire: both('2/5', '3/3'),
  arts: both('4/4', '4/4'),
};

/** Test ids of the coverage page of Yicheng. */
export const YICHENG_PROOFS: Proofs = {
  'YC一.stages': standsIn({
    submitted: 'acceptance',
    'submitted admitted desk-entered': 'hand-over',
    'submitted admitted desk-entered dispatched': 'handling',
    'submitted admitted desk-entered dispatched completed': 'follow-up',
    'submitted admitted desk-entered dispatched completed followed-up': 'appraisal',
    'submitted admitted desk-entered dispatched completed reopened': 'handling',
    'submitted admitted desk-entered dispatched completed followed-up rated closed': '',
  }),
  'YC-1.receipt': receiptSays('【峄企速办】您的诉求已收到'),
  'YC-2.panel-rules': deskLeadsTo('objectedThrice', 'clerk', UPHELD(3), 'PING_PONG_STOPPED'),
  'YC-2.panel-sends-on': deskLeadsTo('objectedTwice', 'panel', UPHELD(2), 'ObjectionRuled AppealDispatched'),
  'YC-2.supervisor-speaks-for-panel': deskLeadsTo(
    'objectedThrice',
    'supervisor',
    { type: 'RuleObjection', dispatchNo: 3, upheld: true, toUnit: 'market', note: '' },
    'ObjectionRuled AppealDispatched',
  ),
  'YC-2.unclear-duty': sessionLeadsTo('dispatched', 'clerk', panelOn('responsibility'), 'PanelConvened'),
  'YC-2.result-in-doubt': sessionLeadsTo('answered', 'clerk', panelOn('result'), 'PanelConvened'),
  'YC-2.experts-vote': votesAs('panel', 'responsibility', 'tax'),
  'YC-2.experts-of-the-profile': onlyExperts('responsibility'),
  'YC-2.concerned-stand-aside': concernedStandAside('responsibility'),
  'YC-2.three-are-a-quorum': votesEnd(['tax', 'tax', 'market', '-'], 'tax'),
  'YC-2.three-of-five-decide': votesEnd(['tax', 'tax', 'tax', 'market', 'market'], 'tax'),
  'YC-2.chair-decides': votesEnd(['tax', 'tax', 'market', 'market'], 'tax'),
  'YC-2.two-working-days': sessionLasts(panelOn('responsibility'), 'clerk', '2026-03-05T00:00'),
  'YC-7.leader-calls-units': sessionLeadsTo('dispatched', 'leader', MEETING, 'MeetingConvened'),
  'YC-7.meeting-in-five-days': sessionLasts(MEETING, 'leader', '2026-03-10T00:00'),
  'YC-3.web-door': doorWithWrongCode('web', 'refused'),
  'YC-3.leader-board-door': doorWithWrongCode('leader-board', 'taken in'),
  'YC-3.name-is-flagged': nameThatDiffers('registered'),
  'YC-3.clerk-admits-what-is-held': admittedBy('clerk', 'AppealAdmitted'),
  'YC-3.supervisor-excepts': admittedBy('supervisor', 'AppealAdmitted'),
  'YC-3.grounds': declines('litigation'),
  'YC-4.collectors-door': doorWithWrongCode('grid', 'taken in'),
  'YC-5.clerk-dispatches': deskLeadsTo('desk', 'clerk', TO_MARKET, 'AppealDispatched'),
  'YC-5.clerk-recalls-before-work': deskLeadsTo(
    'dispatched',
    'clerk',
    { type: 'RecallDispatch', dispatchNo: 1, reason: '派错单位' },
    'DispatchRecalled DeskEntered',
  ),
  'YC-6.hand-over': deskDue('2026-03-02T09:15'),
  'YC-6.hand-over-clock': due('desk', 'desk', '2023-07-14 16:45'),
  'YC-6.two-hours': due('contact', 'dispatched', '2023-07-14 18:30'),
  'YC-6.contact-and-arrival': metBy('contact', CONTACT(true)),
  'YC-6.visit': contactSatisfies(1, { ...VISIT, arrived: false }, false),
  'HD-10.platform-contacts': contactsProtected('clerk', 'contact'),
  'YC-6.three-attempts': contactSatisfies(3, { ...VISIT, outcome: 'attempt' }, true),
  'YC-6.opinion': due('opinion', 'dispatched', '2023-07-16 00:00'),
  'YC-6.opinion-given': metBy('opinion', OPINION),
  'YC-6.five-working-days': due('resolve', 'dispatched', '2023-07-22 00:00'),
  'YC-6.solved': metBy('resolve', COMPLETION),
  'YC-6.on-time-is-resolve': onTimeCounts(['resolve']),
  ...completionFields('YC-6'),
  'YC-6.unit-acknowledges': orderLeadsTo(
    'dispatched',
    taxHandler,
    { type: 'AcknowledgeDispatch', dispatchNo: 1 },
    'WorkOrderAcknowledged',
  ),
  'YC-6.only-its-own': orderLeadsTo(
    'dispatched',
    waterHandler,
    { type: 'AcknowledgeDispatch', dispatchNo: 1 },
    'NOT_YOUR_UNIT',
  ),
  'YC-6.follow-up': due('follow-up', 'completed', '2023-07-17 00:00'),
  'YC-6.unit-answers': completionLeadsTo('completed'),
  'YC-6.platform-is-told': tells({ type: 'PreliminaryOpinionGiven', unit: 'tax', opinion: '正在核实' }, [
    'enterprise',
    'clerk',
  ]),
  'YC-6.caller': orderLeadsTo('completed', followup, CALL, 'AppealFollowedUp AppealRated'),
  'YC-6.caller-closes': orderLeadsTo(
    'completed',
    followup,
    { type: 'CloseAppeal', why: 'unreachable', reason: '三次未接通' },
    'AppealClosed',
  ),
  'YC-6.rating': due('rating', 'reminded', '2023-07-21 00:00'),
  'YC-6.silence': silenceCountsAs('unrated'),
  'YC-6.silence-uncounted': unratedInDenominator(false),
  'YC-6.dissatisfied': orderLeadsTo(
    'completed',
    enterprise,
    { type: 'RateAppeal', rating: 'dissatisfied', comment: '' },
    'AppealRated AppealReopened',
  ),
  'YC-6.late-objection': objectionIsLate(25, true),
  'YC-7.cards': cards('contact', [
    '2023-07-14 18:00 near',
    '2023-07-14 18:30 yellow, red at 2023-07-18 00:00',
    '2023-07-18 00:00 red after notice of 2023-07-14 18:30',
  ]),
  'YC-7.notice': yellowTells(['tax', 'supervisor']),
  'YC-7.supervisor-sends-on': deskLeadsTo('desk', 'supervisor', TO_MARKET, 'AppealDispatched'),
  'YC-7.leader-sends-on': deskLeadsTo('desk', 'leader', TO_MARKET, 'AppealDispatched'),
  'YC-8.clerk-confirms-urgency': deskLeadsTo(
    'desk',
    'clerk',
    { type: 'ConfirmUrgent', reason: '燃气泄漏' },
    'UrgencyConfirmed',
  ),
  'YC-8.urgent-hour': urgencyTurns('contact', 'urgent-contact', '2023-07-14 18:00'),
  'YC-8.officer-is-told': tells({ type: 'UrgencyConfirmed' }, ['supervisor']),
  'YC-7.platform-order': orderOf('supervisor', 'platform', 'E1', 'OrderIssued'),
  'YC-7.discipline': proposes('shirking', ['2026-03-04 00:00 discipline on E2']),
  'YC-7.hand-over': handsOverTo('supervisor', 'discipline', '区纪委监委“峄办畅通”渠道'),
  'YC-7.leader': proposes('several units', ['2026-03-04 00:00 leader on E2']),
  'YC-7.leader-order': orderOf('leader', 'leader', 'E2', 'OrderIssued'),
  'HD-11.contest': contestedUntil('2026-03-09 23:59', '2026-03-10 00:00'),
  'HD-11.leader-rules': contestRuledBy('leader', 'ContestRuled'),
  'YC-9.completion-rate': computes('completion-rate'),
  'YC-5.strike-off-list': tabulates('strike-off-list', '2026-05-07', 'supervisor', 'to-strike-off', [
    ...['序号', '诉求编号', '承办单位', '事项', '交办时间', '办结时限', '办结时间', '销号时间', '状态'],
  ]),
  'YC-9.bulletin-table': tabulates('monthly-bulletin', '2026-05', 'leader', 'monthly', [
    ...['名次', '承办单位', '办结率', '满意率'],
  ]),
  'YC-9.ranking': ranks('monthly', '2026-05', MAY, [
    '1 market',
    '2 tax',
    '3 grid',
    '3 water',
    '5 fire',
    '0 arts',
  ]),
  'YC-9.satisfaction': computes('satisfaction-official'),
  'YC-10.direct-answers': computes('direct-answer-rate'),
  'IN-10.suggestions-stand-apart': counted('suggestion', false),
  'HD-3.doubtful-from': answerIs('solved', HALF_AN_ANSWER, 'doubtful'),
  'HD-3.evasive-from': answerIs('solved', NO_REAL_ANSWER, 'evasive'),
  'YC-7.assisting-unit-is-timed': assistClock('2023-07-20 00:00'),
  'YC-7.contributions-are-owed': contributionsOwed,
};
