// Codes that stand in the course of a case and are named by no pack and no profile: whys, outcomes, grounds
// of the register. Where a pack names a code of its own, the pack's word comes first.
import { APPEAL_STATUS } from './appeal-status';
import type { Sentence } from './problem';

const say = (zh: string, en: string): Sentence => ({ zh, en });

/** Grounds on which a unit stands in the register 台账. */
const GROUNDS: Readonly<Record<string, Sentence>> = {
  yellow: say('黄牌', 'yellow card'),
  red: say('红牌', 'red card'),
  'no-effect': say('督办无果', 'order without effect'),
  shirking: say('推诿', 'shirking'),
  perfunctory: say('敷衍', 'perfunctory'),
  'poor-quality': say('办理质量不高', 'poor quality'),
  'low-satisfaction': say('满意度低', 'low satisfaction'),
  'behind-schedule': say('进度滞后', 'behind schedule'),
  'several-units': say('涉及多个单位', 'several units'),
  'several-regions': say('涉及多个区域', 'several regions'),
  'unclear-duty': say('职责不清', 'unclear duty'),
  complicated: say('情况复杂', 'complicated'),
  'not-soon-solvable': say('短期难以解决', 'not soon solvable'),
  'result-in-doubt': say('结果存疑', 'result in doubt'),
  'seat-asks': say('坐席提请', 'asked for by a clerk'),
};

/** Why something was done, became void or ended. */
const WHYS: Readonly<Record<string, Sentence>> = {
  unsure: say('把握不足', 'not sure'),
  proposed: say('待确认建议单位', 'proposal to be confirmed'),
  'complaint-about-unit': say('投诉承办单位', 'complaint about a unit'),
  recalled: say('已撤回派单', 'recalled'),
  'objection-upheld': say('异议成立', 'objection upheld'),
  disputed: say('企业对答复有异议', 'answer disputed'),
  transferred: say('转入其他机制', 'handed to another programme'),
  'facts-unchecked': say('情况未核实', 'facts not checked'),
  unsolved: say('未解决', 'not solved'),
  ruled: say('裁定', 'ruled'),
  'spot-check': say('抽查', 'spot check'),
  'result-check': say('结果核查', 'check of the result'),
  rated: say('已评价', 'rated'),
  unrated: say('到期未评价', 'not rated in time'),
  withdrawn: say('企业撤回', 'withdrawn'),
  'followed-up': say('已回访', 'followed up'),
  unreachable: say('联系不上', 'unreachable'),
  'no-further-action': say('无须继续办理', 'no further action'),
  duplicate: say('重复诉求', 'duplicate'),
  feedback: say('已反馈', 'feedback given'),
  'card-revoked': say('已撤牌', 'card revoked'),
  'taken-on': say('已接办', 'taken on'),
  'taken-away': say('已改派', 'taken away'),
  content: say('企业满意', 'the enterprise is content'),
  closed: say('已结案', 'closed'),
  moved: say('已改派', 'moved to another unit'),
  'order-accepted': say('督办整改通过', 'order accepted'),
  'transfer-ended': say('移送已办结', 'hand-over ended'),
  mended: say('已整改', 'mended'),
  'contest-upheld': say('申诉成立', 'contest upheld'),
  'decided-in-time': say('实际未超时', 'decided in time'),
  'deadline-moved': say('期限已重算', 'deadline moved'),
  extended: say('已延期', 'extended'),
  extension: say('延期', 'extension'),
  calendar: say('工作日历变更', 'another calendar'),
  outage: say('系统停机', 'our own outage'),
  pause: say('暂停计时', 'pause'),
  'no-quorum': say('人数不足', 'no quorum'),
  'no-majority': say('未过半数', 'no majority'),
  tied: say('票数相同', 'tied'),
  'not-held': say('未召开', 'not held'),
  'in-charge': say('本单位承办、协办或参会', 'the unit has or had the matter'),
  'complained-of': say('本单位被投诉', 'the unit is complained of'),
  voted: say('已投票，不计入', 'had voted; not counted'),
  overtaken: say('已有新进展', 'overtaken'),
};

/** Outcomes, verdicts and questions. */
const OUTCOMES: Readonly<Record<string, Sentence>> = {
  reached: say('已联系上', 'reached'),
  attempt: say('未联系上', 'attempt'),
  satisfied: say('满意', 'satisfied'),
  dissatisfied: say('不满意', 'dissatisfied'),
  confirmed: say('属实', 'confirmed'),
  'not-confirmed': say('不属实', 'not confirmed'),
  accepted: say('通过', 'accepted'),
  'not-accepted': say('不通过', 'not accepted'),
  raised: say('升级督办', 'raised'),
  rejected: say('不予认可', 'rejected'),
  answers: say('已回应所问', 'answers'),
  doubtful: say('存疑', 'doubtful'),
  evasive: say('答非所问', 'evasive'),
  unchecked: say('未核查', 'unchecked'),
  responsibility: say('责任归属', 'whose duty it is'),
  result: say('办理结果', 'whether the answer holds'),
  advice: say('处置建议', 'what is advised'),
  approved: say('予以认可', 'approved'),
  advised: say('已提出建议', 'advised'),
  'cannot-say': say('无法判断', 'cannot say'),
};

/** Who is told or speaks, and by which way. */
const WHO: Readonly<Record<string, Sentence>> = {
  enterprise: say('企业', 'the enterprise'),
  unit: say('承办单位', 'the unit'),
  assist: say('协办单位', 'assisting units'),
  rule: say('系统规则', 'by rule'),
  'follow-up': say('回访', 'at the follow-up'),
  sms: say('短信', 'text message'),
};

/** 单位内部 (HD-9): what is done there beside the steps that a pack names. */
export const INSIDE_STEPS: Readonly<Record<string, Sentence>> = {
  drafting: say('拟稿中', 'being drafted'),
  assigned: say('内部分派', 'assigned'),
  'handed-over': say('移交经办', 'handed over'),
  drafted: say('提交拟稿', 'drafted'),
  returned: say('退回拟稿', 'returned'),
};

/** Kinds of posts in which a step inside a unit is done. */
export const POSTS: Readonly<Record<string, Sentence>> = {
  handler: say('经办人', 'handler'),
  'section-head': say('科室负责人', 'head of the section'),
  'unit-leader': say('单位领导', 'leader of the unit'),
};

/** Names of codes of the course. */
export const CODE_NAMES: Readonly<Record<string, Sentence>> = {
  ...APPEAL_STATUS,
  ...GROUNDS,
  ...WHYS,
  ...OUTCOMES,
  ...WHO,
};
