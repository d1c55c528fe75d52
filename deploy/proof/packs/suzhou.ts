// 苏州: what 苏府办〔2023〕47号 says, as proofs on the rules.
import { PEOPLE } from '../../../services/casework/test/scenario';
import { answerReaches, completionLeadsTo, contributionsOwed, standsIn } from './answer-rules-of-a-pack';
import { ACKNOWLEDGED, COMPLETION, assistClock, cards, due, metBy } from './clock-rules-of-a-pack';
import { listsTask, tabulates } from './figure-rules-of-a-pack';
import { contestRuledBy, contestedUntil, deducts, orderOf, proposes } from './overseeing-of-a-pack';
import type { Proofs } from './proof';
import { MEETING, panelOn, sessionLasts, sessionLeadsTo, votesAs } from './sessions-of-a-pack';
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
  followedUpAgain,
  nameThatDiffers,
  objectionIsLate,
  onTimeCounts,
  orderLeadsTo,
  receiptSays,
  silenceCountsAs,
  unratedInDenominator,
  yellowTells,
} from './rules-of-a-pack';

const { taxHandler, followup } = PEOPLE;
const CALL = { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' };
const CALLED = { outcome: 'reached', arrived: false, visitWaived: false } as const;
const ADVICE = panelOn('advice', ['an']);
const TO_MARKET = { type: 'DispatchAppeal', lead: 'market', assist: [], why: '属其职责' } as const;

/** Test ids of the coverage page of Suzhou. */
export const SUZHOU_PROOFS: Proofs = {
  'SZ一.stages': standsIn({
    ...{ submitted: 'acceptance', desk: 'seat', dispatched: 'handling', 'answer-held': 'answer' },
    ...{ completed: 'follow-up', 'followed-up': 'appraisal', closed: '' },
  }),
  'SZ一.receipt': receiptSays('【苏州12345】您的诉求已收到'),
  'SZ一.instant': deskDue('2026-03-02T09:15'),
  'SZ一.instant-clock': due('desk', 'desk', '2023-07-14 16:45'),
  'SZ二-1.app-door': doorWithWrongCode('su-shang-tong', 'refused'),
  'SZ二-1.hotline-door': doorWithWrongCode('hotline', 'taken in'),
  'SZ二-1.direct-report-door': doorWithWrongCode('direct-report', 'taken in'),
  'SZ二-2.seat-dispatches': deskLeadsTo('desk', 'clerk', TO_MARKET, 'AppealDispatched'),
  'SZ二-2.expert-answers': deskLeadsTo(
    'desk',
    'expert',
    { type: 'AnswerAppeal', articleId: 'K001' },
    'AnsweredDirectly',
  ),
  'SZ二-2.seat-asks-expert': sessionLeadsTo('dispatched', 'clerk', ADVICE, 'PanelConvened'),
  'SZ二-2.expert-advises': votesAs('expert', 'advice', 'advised'),
  'SZ二-2.advice-in-two-days': sessionLasts(ADVICE, 'clerk', '2026-03-05T00:00'),
  'SZ二-3.inspection-calls-units': sessionLeadsTo('dispatched', 'supervisor', MEETING, 'MeetingConvened'),
  'SZ二-3.meeting-in-five-days': sessionLasts(MEETING, 'supervisor', '2026-03-10T00:00'),
  'SZ二-2.libraries': computes('direct-answer-rate'),
  'SZ二-2.acknowledge': due('acknowledge', 'dispatched', '2023-07-15 16:30'),
  'SZ二-2.acknowledged': metBy('acknowledge', ACKNOWLEDGED),
  'SZ二-2.handler': orderLeadsTo(
    'dispatched',
    taxHandler,
    { type: 'AcknowledgeDispatch', dispatchNo: 1 },
    'WorkOrderAcknowledged',
  ),
  'SZ二-2.reply': due('reply', 'dispatched', '2023-07-29 00:00'),
  'SZ二-2.replied': metBy('reply', COMPLETION),
  'SZ二-2.on-time-is-reply': onTimeCounts(['reply']),
  'SZ二-2.cards': cards('reply', [
    '2023-07-26 09:00 near',
    '2023-07-29 00:00 yellow, red at 2023-08-01 00:00',
    '2023-08-01 00:00 red after notice of 2023-07-29 00:00',
  ]),
  'SZ二-2.notice': yellowTells(['tax', 'clerk']),
  'SZ二-2.platform-answers': completionLeadsTo('answer-held'),
  'SZ二-2.seat-releases': orderLeadsTo(
    'held',
    PEOPLE.clerk,
    { type: 'ReleaseAnswer', dispatchNo: 1 },
    'AnswerReleased',
  ),
  'SZ二-2.answer-is-timed': due('answer', 'completed', '2023-07-18 00:00'),
  'SZ二-2.enterprise-is-told-then': answerReaches(['AppealCompleted', 'AnswerReleased']),
  'SZ二-2.follow-up': due('follow-up', 'released', '2023-07-19 00:00'),
  'SZ二-2.caller': orderLeadsTo('completed', followup, CALL, 'AppealFollowedUp AppealRated'),
  'SZ二-2.dissatisfied-is-called-again': followedUpAgain,
  'SZ二-2.no-visit-asked': contactSatisfies(1, CALLED, true),
  'SZ二-2.three-attempts': contactSatisfies(3, { ...CALLED, outcome: 'attempt' }, true),
  ...completionFields('SZ二-2'),
  'SZ二-2.half-an-answer': answerIs('solved', HALF_AN_ANSWER, 'doubtful'),
  'SZ二-2.no-answer': answerIs('solved', NO_REAL_ANSWER, 'evasive'),
  'SZ二-3.nobody-can-be-found': deskLeadsTo('objectedTwice', 'clerk', UPHELD(2), 'PING_PONG_STOPPED'),
  'SZ二-3.inspection-designates': deskLeadsTo(
    'objectedTwice',
    'supervisor',
    UPHELD(2),
    'ObjectionRuled AppealDispatched',
  ),
  'SZ二-3.late-objection': objectionIsLate(25, true),
  'SZ二-2.platform-order': orderOf('clerk', 'platform', 'E1', 'OrderIssued'),
  'SZ二-3.inspection-is-proposed': proposes('several units', ['2026-03-04 00:00 inspection on E2']),
  'SZ二-3.inspection-orders': orderOf('supervisor', 'inspection', 'E2', 'OrderIssued'),
  'SZ三-3.deducted': deducts(['shirking 0', 'quality 0', 'satisfaction 0']),
  'HD-11.contest': contestedUntil('2026-03-09 23:59', '2026-03-10 00:00'),
  'HD-11.inspection-rules': contestRuledBy('supervisor', 'ContestRuled'),
  'SZ三-3.quality': computes('completion-rate'),
  'SZ三-3.satisfaction': computes('satisfaction-official'),
  'SZ附1-2.2.name-is-flagged': nameThatDiffers('registered'),
  'SZ附1-2.2.grounds': declines('litigation'),
  'SZ附1-2.2.clerk-admits-what-is-held': admittedBy('clerk', 'AppealAdmitted'),
  'SZ附1-2.2.inspection-excepts': admittedBy('supervisor', 'AppealAdmitted'),
  'SZ附1-1.1.task': listsTask('t-1-1', '2023-04-30'),
  'SZ附1-1.2.task': listsTask('t-1-2', '2023-06-30'),
  'SZ附1-1.3.task': listsTask('t-1-3', 'ongoing'),
  'SZ附1-1.4.task': listsTask('t-1-4', '2023-06-30'),
  'SZ附1-2.1.task': listsTask('t-2-1', '2023-04-30'),
  'SZ附1-3.1.task': listsTask('t-3-1', 'ongoing'),
  'SZ附1-4.1.task': listsTask('t-4-1', 'ongoing'),
  'SZ附3.table': tabulates('annex-3', '2026Q1', 'clerk', 'closed-by-units', [
    ...['序号', '诉求时间', '诉求内容', '企业名称', '企业联系人', '企业联系电话'],
    ...['办理部门', '办理结果', '办理部门联系人', '办理部门联系电话', '满意度'],
  ]),
  'SZ附3.rating': due('rating', 'reminded', '2023-07-21 00:00'),
  'SZ附3.silence': silenceCountsAs('unrated'),
  'SZ附3.silence-uncounted': unratedInDenominator(false),
  'IN-10.suggestions-stand-apart': counted('suggestion', false),
  'SZ三-2.assisting-unit-is-timed': assistClock('2023-07-22 00:00'),
  'SZ三-2.contributions-are-owed': contributionsOwed,
};
