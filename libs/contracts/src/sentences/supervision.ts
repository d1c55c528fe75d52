// What people read about clocks, cards and the overseeing of cases: the reasons of what was moved or taken
// back, and the refusals of commands.

/**
 * Sentences by the reason of a revoked card or a recounted deadline, by the state of a clock, and by the code
 * of a refusal.
 */
export const SUPERVISION_SENTENCES = {
  'decided-in-time': {
    zh: '反馈在期限内作出，仅到达较晚，撤销该牌。',
    en: 'The feedback was given in time and only arrived late; the card is revoked.',
  },
  'deadline-moved': {
    zh: '放假安排调整后期限顺延，撤销该牌。',
    en: 'An amended calendar moved the deadline; the card is revoked.',
  },
  'objection-upheld': {
    zh: '异议成立，该事项不属该单位职责，撤销该牌。',
    en: 'The objection was upheld: the matter was never this unit’s; the card is revoked.',
  },
  'contest-upheld': {
    zh: '申诉成立，撤销该牌。',
    en: 'The contest was upheld; the card is revoked.',
  },
  extended: {
    zh: '准予延期，期限顺延，撤销该牌。',
    en: 'An extension was granted and moved the deadline; the card is revoked.',
  },
  extension: { zh: '准予延期，期限顺延。', en: 'An extension was granted; the deadline was moved.' },
  calendar: {
    zh: '放假安排调整，期限重新计算。',
    en: 'The calendar was amended; the deadline was counted again.',
  },
  pause: {
    zh: '计时暂停或恢复，期限重新计算。',
    en: 'The clock was paused or resumed; the deadline was counted again.',
  },
  outage: {
    zh: '系统停机耽误的时间不计，撤销该牌。',
    en: 'The platform itself was down before it; the card is revoked.',
  },
  excused: {
    zh: '因系统停机，{until}前不亮牌',
    en: 'the platform was down; no card before {until}',
  },
  'late-by-system': {
    zh: '因系统停机而晚于期限，不计为超期',
    en: 'after the deadline because the platform was down; not counted as late',
  },
  running: { zh: '计时中', en: 'running' },
  met: { zh: '按时', en: 'met' },
  missed: { zh: '超期', en: 'missed' },
  void: { zh: '不计', en: 'void' },
  ALREADY_ANSWERED: {
    zh: '督办单{number}已答复，等待裁定。',
    en: 'The order {number} has been answered and waits for its ruling.',
  },
  ALREADY_CONTESTED: { zh: '“{target}”已申诉过。', en: '"{target}" has been contested already.' },
  ALREADY_ORDERED: {
    zh: '就同一情形已在“{level}”采取督办，不再重复。',
    en: 'The step "{level}" has been taken on this very cause already.',
  },
  CHECK_UNKNOWN: { zh: '该诉求没有第{check}次抽查。', en: 'This case has no spot check {check}.' },
  CONTEST_NOT_FORESEEN: { zh: '本政策包未规定申诉。', en: 'This programme foresees no contest.' },
  CONTEST_RULED: { zh: '第{contest}次申诉已裁定。', en: 'The contest {contest} has been ruled on.' },
  CONTEST_TOO_LATE: { zh: '申诉期限（{within}）已过。', en: 'The time to contest ({within}) is over.' },
  CONTEST_UNKNOWN: { zh: '该诉求没有第{contest}次申诉。', en: 'This case has no contest {contest}.' },
  DATE_PAST: { zh: '“{field}”不能是过去的日期。', en: '"{field}" lies in the past.' },
  DATE_UNREAL: { zh: '“{field}”不是真实的日期。', en: '"{field}" is not a real date.' },
  DEADLINE_MISSING: {
    zh: '请写明期限：时限（如 workingDays:3）或截止日期，二者择一。',
    en: 'Set a deadline: a period such as workingDays:3, or the last day, one of the two.',
  },
  ENTRY_CLEARED: { zh: '台账“{entry}”已销号。', en: 'The entry "{entry}" has been struck off.' },
  ENTRY_UNKNOWN: {
    zh: '该诉求台账中没有“{entry}”。',
    en: 'The register of this case has no entry "{entry}".',
  },
  GROUND_NOT_STATED: {
    zh: '“{ground}”不能由人认定。可用：{allowed}。',
    en: '"{ground}" is not for a person to state. Use one of: {allowed}.',
  },
  LOWER_STEP_FIRST: {
    zh: '须先由下一级（{below}）督办并提请，才可由“{level}”督办。',
    en: 'The step below ({below}) must be taken and raised before "{level}".',
  },
  MALFORMED: { zh: '“{field}”的格式不正确。', en: 'The shape of "{field}" is wrong.' },
  NOTHING_TO_CONTEST: {
    zh: '没有可申诉的对象（{about} {target}），或已撤销。',
    en: 'There is nothing to contest here ({about} {target}), or it was taken back.',
  },
  NOT_ADMITTED: { zh: '该诉求尚未受理。', en: 'This appeal has not been admitted yet.' },
  NOT_AT_THIS_STEP: { zh: '第{check}次抽查现为“{status}”。', en: 'The spot check {check} is "{status}".' },
  NOT_OF_STANDARD: {
    zh: '“{field}”不在该办结类型的标准内（{standard}）。',
    en: '"{field}" is not of the standard of this completion type ({standard}).',
  },
  NOT_YOUR_UNIT: { zh: '该督办针对{unit}。', en: 'This concerns {unit}.' },
  NO_HIGHER_STEP: { zh: '“{level}”已是最高一级。', en: '"{level}" is the highest step.' },
  ORDER_ENDED: { zh: '督办单{number}已办结（{status}）。', en: 'The order {number} has ended ({status}).' },
  ORDER_UNKNOWN: { zh: '该诉求没有第{order}号督办单。', en: 'This case has no order {order}.' },
  OUTAGE_EMPTY: {
    zh: '停机的结束时刻须晚于开始时刻。',
    en: 'An outage ends after it begins.',
  },
  OUTAGE_NOT_OVER: {
    zh: '停机结束后方可登记。',
    en: 'An outage is stated once it is over.',
  },
  OUTAGE_NOT_STATED: {
    zh: '停机{outage}由系统自动记录，不能撤销登记。',
    en: 'The outage {outage} was noted by the platform itself and cannot be withdrawn.',
  },
  OUTAGE_TOO_LONG: {
    zh: '一次登记的停机最长{hours}小时。',
    en: 'An outage that is stated is {hours} hours at most.',
  },
  OUTAGE_UNKNOWN: {
    zh: '没有登记停机{outage}。',
    en: 'There is no outage {outage} on the list.',
  },
  OUTAGE_WITHDRAWN: {
    zh: '停机{outage}的登记已撤销。',
    en: 'The outage {outage} has been withdrawn already.',
  },
  OUTCOME_RECORDED: {
    zh: '第{transfer}次移送的结果已登记。',
    en: 'The outcome of transfer {transfer} is on record already.',
  },
  REASON_MISSING: { zh: '请写明理由。', en: 'Give the reason.' },
  ROLE_NOT_ALLOWED: { zh: '角色“{role}”无权进行此操作。', en: 'The role "{role}" may not do this.' },
  SAME_PERSON: {
    zh: '经办人不能复核自己办理的诉求。',
    en: 'Whoever handled the case cannot review it.',
  },
  STEP_IS_NO_TRANSFER: {
    zh: '“{level}”由本平台督办，不作移送。',
    en: 'The step "{level}" is an order of the platform, not a transfer.',
  },
  STEP_IS_TRANSFER: {
    zh: '“{level}”由其他机关督办，请登记移送。',
    en: 'The step "{level}" is another body’s: record the transfer.',
  },
  STEP_NOT_YOURS: { zh: '“{level}”由“{role}”督办。', en: 'The step "{level}" is taken by "{role}".' },
  STEP_TOO_EARLY: {
    zh: '“{level}”督办的时间未到。',
    en: 'The time for the step "{level}" has not come yet.',
  },
  STEP_UNKNOWN: { zh: '本政策包没有督办级别“{level}”。', en: 'This programme has no step "{level}".' },
  TEXT_MISSING: { zh: '“{field}”没有内容。', en: '"{field}" is empty.' },
  TRANSFER_UNKNOWN: { zh: '该诉求没有第{transfer}次移送。', en: 'This case has no transfer {transfer}.' },
  UNIT_NOT_OF_CASE: { zh: '{unit}未承办过该诉求。', en: '{unit} never had this appeal in hand.' },
  VERDICT_UNKNOWN: { zh: '裁定只能是：{allowed}。', en: 'The verdict is one of: {allowed}.' },
} as const;
