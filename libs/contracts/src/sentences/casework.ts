// What people read when casework refuses something; {names} are filled in from the refusal's params.

/** Sentences by code of refusal. */
export const CASEWORK_SENTENCES = {
  CONTACT_BY_PLATFORM: {
    zh: '该企业要求保护，由“{role}”联系企业，承办单位无须联系。',
    en: 'This enterprise asked for protection; "{role}" contacts it, the unit need not.',
  },
  AGREEMENT_NEEDS_CONTACT: {
    zh: '服务确认须企业同意，请先联系上企业并登记。',
    en: 'A plan must be agreed with the enterprise: reach it and record the contact first.',
  },
  ALREADY_ACKNOWLEDGED: { zh: '该工单已签收。', en: 'This order has been acknowledged already.' },
  ALREADY_ASKED: {
    zh: '已向该单位发起同一数据调用（第{request}号），尚未答复，请等待或先撤回。',
    en: 'The same data has been asked of that unit (request {request}) and waits for its answer; wait, or withdraw it first.',
  },
  ALREADY_CHECKED: { zh: '已经核查过。', en: 'This has been checked already.' },
  ALREADY_COMPLETED: { zh: '该工单已办结。', en: 'This order has been completed already.' },
  ALREADY_DISPUTED: {
    zh: '已对本次答复提出异议，请等待处理。',
    en: 'You have disputed this answer already; it is being looked at.',
  },
  ALREADY_FOLLOWED_UP: { zh: '本轮已回访。', en: 'This answer has been followed up already.' },
  ALREADY_OBJECTED: {
    zh: '对本次派单已提出过异议。',
    en: 'An objection to this dispatch has been made already.',
  },
  ALREADY_RATED: { zh: '本轮已评价，不能重复评价。', en: 'This answer has been rated already.' },
  ANSWER_NOT_HELD: {
    zh: '没有待平台答复企业的办理结果。',
    en: 'No answer of the unit waits for the platform.',
  },
  CHAIN_NOT_FORESEEN: {
    zh: '本方案未规定单位内部审签，请直接办结。',
    en: 'This programme knows no signatures inside a unit; complete the case directly.',
  },
  CHECK_NOT_FORESEEN: {
    zh: '本方案未规定此项核查，无需登记。',
    en: 'This programme demands no such check; nothing has to be recorded.',
  },
  CLOSED: {
    zh: '该诉求已结案（{why}），如需继续办理，请由平台人员重新启动。',
    en: 'This appeal is closed ({why}); a clerk may reopen it with a reason.',
  },
  COMPLETION_FIELD_MISSING: {
    zh: '办结类型“{type}”须填写“{field}”。',
    en: 'A completion of type "{type}" needs "{field}".',
  },
  COMPLETION_TYPE_UNKNOWN: {
    zh: '没有“{type}”这一办结类型。',
    en: 'There is no completion type "{type}".',
  },
  CONTRIBUTION_MISSING: {
    zh: '尚缺协办意见：{units}。请等待或联系协办单位；确需先行办结的，请说明理由。',
    en: 'Contributions are missing: {units}. Wait for them or ask; to complete without them, say why.',
  },
  DATA_FIELD_MISSING: {
    zh: '数据调用须填写“{field}”。',
    en: 'The template demands "{field}"; fill it in.',
  },
  DATA_FIELD_UNKNOWN: {
    zh: '数据模板没有“{field}”这一栏（现有：{known}）。',
    en: 'The template has no field "{field}" (it has: {known}).',
  },
  DATA_MISSING: {
    zh: '请填写所提供的数据。',
    en: 'Nothing is provided; write what was asked for.',
  },
  DATA_NOT_AT_HAND: {
    zh: '所提供的数据尚未读到，请稍后再查阅；本次未作登记。',
    en: 'What was provided has not been read yet; try again shortly. Nothing was logged.',
  },
  DATA_NOT_FORESEEN: {
    zh: '本方案未规定数据调用。',
    en: 'This programme foresees no requests for data.',
  },
  DATE_AHEAD: {
    zh: '“{field}”的日期晚于今天（{today}），尚未发生。',
    en: 'The date of "{field}" is after today ({today}).',
  },
  DATE_PAST: {
    zh: '“{field}”早于今天（{today}），请填写今后的日期。',
    en: '"{field}" is before today ({today}); name a day to come.',
  },
  DATE_UNREAL: {
    zh: '“{field}”不是真实日期，请按 2026-03-09 的格式填写。',
    en: '"{field}" is no real date; write it like 2026-03-09.',
  },
  DEADLINE_PASSED: {
    zh: '期限已于{lastDay}届满，延期须在届满前申请；请尽快办结并说明原因。',
    en: 'The deadline ended with {lastDay}; an extension is asked for before it passes. Complete the case and say why it is late.',
  },
  DRAFT_NOT_AT_HAND: {
    zh: '拟稿内容暂时读取不到，请稍后再签。',
    en: 'The words of the draft are not at hand yet; sign again in a moment.',
  },
  DRAFT_PENDING: {
    zh: '拟稿正在审签，请等待签批或退回。',
    en: 'A draft is waiting for signature; wait until it is signed or returned.',
  },
  ESCALATION_NOT_FORESEEN: {
    zh: '本办法未规定县级上报。',
    en: 'The programme of this appeal foresees no sending up by a county.',
  },
  ESCALATION_PENDING: {
    zh: '已上报，等待审核。',
    en: 'It has been sent up and waits for the ruling.',
  },
  EXTENSION_NOT_FORESEEN: {
    zh: '本方案未规定延期；确需更多时间的，请与企业商定方案和日期，按“服务确认”办结。',
    en: 'This programme knows no extension; agree on a plan and its date with the enterprise and complete with that.',
  },
  EXTENSION_NOT_LATER: {
    zh: '申请的日期须晚于现有期限（{lastDay}）。',
    en: 'The day must be after the present last day ({lastDay}).',
  },
  EXTENSION_PENDING: {
    zh: '延期申请（至{wishedOn}）正在审批，请等待结果。',
    en: 'A request for time until {wishedOn} is waiting for its ruling.',
  },
  EXTENSION_TOO_LONG: {
    zh: '最多可延期至{latest}。',
    en: 'The deadline may be moved to {latest} at most.',
  },
  EXTENSION_USED: {
    zh: '本轮最多可延期{times}次，已用完。',
    en: 'All extensions of this round are used ({times}).',
  },
  HANDLER_UNKNOWN: {
    zh: '“{handler}”不是本单位人员，请从本单位人员中选择。',
    en: '"{handler}" is not a person of this unit; choose one who is.',
  },
  HANDLER_MISSING: { zh: '请写明经办人。', en: 'Name the person who is to handle it.' },
  MUST_BE_SIGNED: {
    zh: '本方案要求单位内部审签，请提交拟稿。',
    en: 'This programme demands signatures inside the unit; submit a draft.',
  },
  NOT_IN_HAND_OF: {
    zh: '该诉求目前不由{handler}经办。',
    en: 'The case is not in the hand of {handler}.',
  },
  NOT_PROVIDED: {
    zh: '该数据调用没有可查阅的数据。',
    en: 'Nothing was provided on this request.',
  },
  NOT_YOUR_REQUEST: {
    zh: '第{request}号数据调用与本单位无关，不能办理。',
    en: 'Request {request} is no matter of your unit.',
  },
  NO_DRAFT: { zh: '没有待审签的拟稿。', en: 'No draft waits for a signature.' },
  PROTECTED: {
    zh: '该诉求已申请保护，只有可以查看受保护企业信息的人员才能发起或查阅数据调用。',
    en: 'This appeal is protected: only whoever may see who the enterprise is asks for data from it or opens it.',
  },
  REQUESTS_FULL: {
    zh: '本件数据调用已达{most}次，不能再发起。',
    en: 'This case has reached {most} requests for data; no more can be made.',
  },
  REQUEST_ENDED: {
    zh: '第{request}号数据调用已了结（{step}），不能再答复或撤回。',
    en: 'Request {request} is over ({step}); it can be neither answered nor withdrawn.',
  },
  REQUEST_UNKNOWN: {
    zh: '没有第{request}号数据调用。',
    en: 'There is no request for data with number {request}.',
  },
  TEMPLATE_UNKNOWN: {
    zh: '没有“{template}”这一数据模板。',
    en: 'There is no template "{template}" for requests of data.',
  },
  UNIT_COMPLAINED_OF: {
    zh: '该投诉点名{unit}，不得向其调用数据；可由分办人员向其他掌握数据的单位或上级单位调用。',
    en: 'This complaint names {unit}: no data is asked of it. Ask another unit that holds the data, or one above it.',
  },
  UNIT_IS_ASKING: {
    zh: '不能向本单位（{unit}）调用数据。',
    en: 'A unit cannot ask itself ({unit}) for data.',
  },
  WRONG_POST: {
    zh: '步骤“{step}”须由{post}签批。',
    en: 'The step "{step}" is signed by the {post}.',
  },
  FACTS_NOT_CHECKED: {
    zh: '尚未核实情况，不能办结；请由“{role}”登记情况核实。',
    en: 'The facts have not been checked, so the case cannot be completed; "{role}" records the check.',
  },
  FOLLOW_UP_CONTRADICTS: {
    zh: '未联系上企业，不能登记“已解决”或“满意”。',
    en: 'Without having reached the enterprise nothing can be recorded as solved or satisfied.',
  },
  GROUND_UNKNOWN: {
    zh: '结案事由“{ground}”不在清单内，可用：{allowed}。',
    en: 'The ground "{ground}" is not on the list; use one of: {allowed}.',
  },
  MALFORMED: { zh: '“{field}”的格式不正确。', en: 'The shape of "{field}" is wrong.' },
  NOT_A_COUNTY_UNIT: {
    zh: '{unit}不是县级单位，不能上报。',
    en: '{unit} is no unit of a county; there is nobody above to send it to.',
  },
  NOT_ACKNOWLEDGED: { zh: '请先签收该工单。', en: 'Acknowledge the order first.' },
  NOT_COMPLETED: { zh: '该诉求尚未办结。', en: 'This appeal has not been completed yet.' },
  NOT_DISPATCHED: { zh: '该诉求当前未派给任何单位。', en: 'This appeal is not dispatched to any unit.' },
  NOT_DUE: { zh: '评价期限尚未届满。', en: 'The time to rate has not passed.' },
  NOT_OBJECTABLE: {
    zh: '已反馈初步意见或曾经办结的工单不能再提异议。',
    en: 'After the preliminary opinion, or when reopened, an order can no longer be objected to.',
  },
  NOT_ASSISTING: {
    zh: '“{unit}”不是本次派单的协办单位。',
    en: '{unit} does not assist in this dispatch.',
  },
  NOT_YOUR_UNIT: {
    zh: '该工单由{unit}承办，您无权办理。',
    en: 'This order belongs to {unit}; you cannot act on it.',
  },
  NO_OBJECTION: { zh: '没有待裁定的异议。', en: 'There is no objection to rule on.' },
  NO_EXTENSION_ASKED: { zh: '没有待审批的延期申请。', en: 'There is no extension to rule on.' },
  OBJECTION_PENDING: {
    zh: '异议正在裁定，请等待结果。',
    en: 'An objection is pending; wait for the ruling.',
  },
  OPINION_ALREADY_GIVEN: {
    zh: '本轮已反馈初步办理意见。',
    en: 'The preliminary opinion has been given already.',
  },
  PANEL_PENDING: {
    zh: '第{session}次会商正在验收办理结果，结束前不能结案，也不能答复企业。',
    en: 'A panel rules on the result (session {session}); before it has, the case is not closed and a held answer not released.',
  },
  POST_VACANT: {
    zh: '这样一来，步骤“{step}”（{post}）将无人可签批：每一步须由不同的人经手。请换人办理，或先在辖区档案中补上岗位或 B 岗。',
    en: 'Nobody would be left to sign "{step}" ({post}): each step takes another person. Let somebody else do this, or add the post or a deputy to the profile first.',
  },
  REASON_MISSING: { zh: '请填写理由。', en: 'A reason is needed.' },
  RESULT_NOT_CHECKED: {
    zh: '尚未核查办理结果，不能结案；请由“{role}”登记结果核查。',
    en: 'The result has not been checked, so the case cannot be closed; "{role}" records the check.',
  },
  ROLE_NOT_ALLOWED: {
    zh: '角色“{role}”无权进行此操作。',
    en: 'The role "{role}" may not do this.',
  },
  SAME_PERSON: {
    zh: '您此前已经手该件，此步须由此前经手人以外的人员办理。',
    en: 'You have had a hand in this already; this step is done by somebody who has not.',
  },
  SECTION_UNKNOWN: {
    zh: '本单位没有科室“{section}”（现有：{known}）。',
    en: 'This unit has no section "{section}" (it has: {known}).',
  },
  STALE_DISPATCH: {
    zh: '派单号已变更，当前为第{current}次派单，请刷新后办理。',
    en: 'This dispatch has been replaced; the current one is number {current}. Refresh and act on that.',
  },
  STALE_DRAFT: {
    zh: '拟稿已变更，当前为第{current}稿，请刷新后阅看再签批或退回。',
    en: 'Another draft has taken its place: number {current}. Refresh and read it before you sign or give it back.',
  },
  STEP_DONE: {
    zh: '此步骤已由他人办理，现在等待的是“{step}”，请刷新后办理。',
    en: 'Somebody has done this step; "{step}" is awaited now. Refresh and act on that.',
  },
  TEXT_MISSING: { zh: '请填写初步办理意见。', en: 'The preliminary opinion is empty.' },
  UNIT_IS_OWN: {
    zh: '建议单位不能是本单位（{unit}）。',
    en: 'The proposed unit cannot be your own ({unit}).',
  },
  UNIT_NOT_NAMED: {
    zh: '提出异议须指明应承办的单位。',
    en: 'An objection must name the unit whose duty it is.',
  },
  UNIT_SUCCEEDED: {
    zh: '单位“{unit}”已并入“{successor}”，请改填后者。',
    en: 'The unit "{unit}" became part of "{successor}"; name that one.',
  },
  UNIT_UNKNOWN: { zh: '没有代码为“{unit}”的单位。', en: 'There is no unit with the code "{unit}".' },
  VISIT_CANNOT_BE_WAIVED: { zh: '本方案要求到达现场，不能免除。', en: 'The visit cannot be waived.' },
  WAIVER_NEEDS_CONTACT: {
    zh: '免到场须经企业同意，请先联系上企业。',
    en: 'The visit is waived only if the enterprise agrees: reach it first.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
