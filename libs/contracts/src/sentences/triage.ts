// What people read when triage refuses a command: the sentences of its closed list of codes, with the values
// in braces.

/** Sentences of triage by code. */
export const TRIAGE_SENTENCES = {
  ALREADY_ANSWERED: {
    zh: '该诉求已答复，无须再定承办单位。',
    en: 'This appeal has been answered; there is no unit left to settle.',
  },
  ALREADY_DISPATCHED: {
    zh: '该诉求已派给{unit}（第{current}次派单），如需改派请先撤回。',
    en: 'This appeal is with {unit} (dispatch {current}); recall it before sending it elsewhere.',
  },
  ALREADY_RECUSED: { zh: '您已回避本次会商。', en: 'You have stood aside in this session.' },
  ALREADY_VOTED: { zh: '您已表决，不能更改。', en: 'You have voted; a vote is not changed.' },
  ALREADY_URGENT: { zh: '该诉求已确认为紧急。', en: 'This appeal is of the urgent class already.' },
  ARTICLE_NOT_IN_FORCE: {
    zh: '知识库中没有现行有效的条目“{article}”。',
    en: 'The library has no article "{article}" in force.',
  },
  ASSIST_IS_LEAD: {
    zh: '{unit}已是主办单位，不能同时协办。',
    en: '{unit} is the lead and cannot assist itself.',
  },
  CHAIR_NOT_MEMBER: {
    zh: '主持人“{chair}”不在专家名单中。',
    en: 'The chair "{chair}" is not among the members.',
  },
  CLASS_UNKNOWN: {
    zh: '本办法没有“{class}”这一诉求类别，可用的见 /api/v1/labels 的 classes。',
    en: 'The programme of this appeal has no class "{class}"; they stand at /api/v1/labels under classes.',
  },
  CLOSED: { zh: '该诉求已结束（{why}）。', en: 'This appeal has ended ({why}).' },
  DATE_PAST: { zh: '“{field}”早于今天。', en: '"{field}" lies before today.' },
  DATE_TOO_LATE: {
    zh: '“{field}”最迟为{latest}。',
    en: '"{field}" may be {latest} at the latest.',
  },
  DATE_UNREAL: { zh: '“{field}”不是有效日期。', en: '"{field}" is not a date.' },
  EXPERT_CONCERNED: {
    zh: '专家“{expert}”所在单位（{units}）承办、协办过本诉求或被其投诉，须回避，不参加研判和表决；提交研判的，请另选他人（GET /api/v1/experts）。',
    en: 'The unit ({units}) of the expert "{expert}" has or had this appeal or is complained of: he is neither named to a panel nor votes; choose another (GET /api/v1/experts).',
  },
  EXPERT_NOT_IN_OFFICE: {
    zh: '专家“{expert}”在{day}不在任期内，请另选他人；任期见 GET /api/v1/experts。',
    en: 'The expert "{expert}" is not in office on {day}; name another. GET /api/v1/experts tells the terms.',
  },
  EXPERT_UNKNOWN: {
    zh: '专家库中没有编号为“{expert}”的专家，请从 GET /api/v1/experts 所列专家中选择，填写其 id。',
    en: 'There is no expert with the id "{expert}"; GET /api/v1/experts lists those who may be named, by their id.',
  },
  FACTS_NOT_CHECKED: {
    zh: '尚未核实情况，不能派单；请由“{role}”登记情况核实。',
    en: 'The facts have not been checked, so no unit gets it yet; "{role}" records the check.',
  },
  MALFORMED: { zh: '“{field}”的格式不正确。', en: 'The shape of "{field}" is wrong.' },
  MEETING_NOT_FORESEEN: {
    zh: '本办法未规定联席会议。',
    en: 'The programme of this appeal foresees no joint meeting.',
  },
  MEETING_NOT_YET: {
    zh: '会议定于{heldOn}召开，之后方可登记。',
    en: 'The meeting is called for {heldOn}; it is recorded from that day on.',
  },
  MEMBERS_TOO_FEW: {
    zh: '至少须有{quorum}名专家。',
    en: 'At least {quorum} experts are needed.',
  },
  NAMED_TWICE: { zh: '“{name}”重复。', en: '"{name}" is named twice.' },
  NOT_ADMITTED: { zh: '该诉求尚未受理。', en: 'This appeal has not been admitted yet.' },
  NOT_ANSWERED: {
    zh: '该诉求尚未办结，没有可供验收的结果。',
    en: 'This appeal has not been answered; there is no result to rule on.',
  },
  NOT_A_MEMBER: { zh: '您不是本次会商的专家。', en: 'You are not a member of this panel.' },
  NOT_DISPATCHED: {
    zh: '该诉求当前未派给任何单位。',
    en: 'This appeal is not dispatched to any unit at present.',
  },
  NOT_INVITED: { zh: '{unit}不在参会单位之列。', en: '{unit} was not called to this meeting.' },
  NOT_OWNER: {
    zh: '该诉求已由承办单位签收或已答复，分办台不能再处理。',
    en: 'A unit has acknowledged this appeal or it has been answered; the desk no longer decides on it.',
  },
  NOT_PROPOSED: {
    zh: '该诉求未提示为紧急，无须否定。',
    en: 'Nothing proposed this appeal as urgent; there is nothing to deny.',
  },
  NOT_UPHELD_KEEPS_UNIT: {
    zh: '异议不成立时仍由{unit}承办，不能同时指定其他单位。',
    en: 'An objection that is not upheld leaves the appeal with {unit}; no other unit can be named.',
  },
  NO_ESCALATION: { zh: '没有待审核的县级上报。', en: 'Nothing that a county sent up waits for a ruling.' },
  NO_OBJECTION: { zh: '该派单没有待裁定的异议。', en: 'There is no objection to rule on.' },
  NO_SESSION: { zh: '没有正在进行的此项会商。', en: 'No such session is open.' },
  OBJECTION_PENDING: {
    zh: '该派单有异议待裁定，请先裁定。',
    en: 'An objection is pending; rule on it first.',
  },
  PACK_NOT_IN_FORCE: {
    zh: '本平台未实施“{pack}”。',
    en: 'The programme "{pack}" is not in force here.',
  },
  PING_PONG_STOPPED: {
    zh: '该诉求已派单{count}次，须由上级指定承办单位（{body}）。',
    en: 'This appeal has been dispatched {count} times; only the body named by the pack ({body}) may send it on.',
  },
  OPTION_UNKNOWN: {
    zh: '没有“{option}”这一表决意见，可选：{allowed}。',
    en: 'There is no option "{option}"; choose one of {allowed}.',
  },
  QUESTION_NOT_FORESEEN: {
    zh: '本办法未规定就“{question}”提交专家研判，可提交的事项：{allowed}。',
    en: 'The programme of this appeal puts no question "{question}" before a panel; it puts: {allowed}.',
  },
  REASON_MISSING: { zh: '请填写理由。', en: 'Give the reason.' },
  ROLE_NOT_ALLOWED: { zh: '角色“{role}”无权进行此操作。', en: 'The role "{role}" may not do this.' },
  SAME_CLASS: { zh: '该诉求已归入“{class}”。', en: 'This appeal is of the class "{class}" already.' },
  SAME_PACK: {
    zh: '该诉求已按“{pack}”现行版本办理。',
    en: 'This appeal is governed by the present version of "{pack}" already.',
  },
  SAME_UNIT: {
    zh: '异议成立后不能再派给同一单位（{unit}）。',
    en: 'An upheld objection cannot send the appeal back to the same unit ({unit}).',
  },
  SESSION_OVER: {
    zh: '本次会商已于{lastDay}截止。',
    en: 'The time of this session ended on {lastDay}.',
  },
  SESSION_PENDING: {
    zh: '第{session}次会商尚未结束。',
    en: 'Session {session} is still open.',
  },
  STALE_DISPATCH: {
    zh: '派单号已变更，当前为第{current}次派单，请刷新后办理。',
    en: 'This dispatch has been replaced; the current one is number {current}. Refresh and act on that.',
  },
  STALE_SESSION: {
    zh: '现在进行的是第{current}次会商，请填写这一序号。',
    en: 'The session open now is number {current}; name that one.',
  },
  STILL_SORTING: {
    zh: '系统正在分办该诉求（至多一分钟），请稍候。',
    en: 'This appeal is being sorted (a minute at most); wait a moment.',
  },
  UNIT_SUCCEEDED: {
    zh: '单位“{unit}”已并入“{successor}”，请派给后者。',
    en: 'The unit "{unit}" became part of "{successor}"; dispatch to that one.',
  },
  TRANSFER_NOT_FORESEEN: {
    zh: '本办法未规定以“{ground}”为由转入“{pack}”。',
    en: 'The programme of this appeal foresees no transfer to "{pack}" on the ground "{ground}".',
  },
  UNITS_TOO_FEW: {
    zh: '请写明单位：召开会议至少两个，到会至少一个。',
    en: 'Name the units: at least two are called, at least one attends.',
  },
  UNIT_COMPLAINED_OF: {
    zh: '该投诉点名{unit}，不得交其办理、参会或协办，请改由其他单位承办；确认该单位仅被提及、被投诉的另有其人的，由分办人员派单时注明并写明理由。',
    en: 'This complaint names {unit}: it does not go there, choose another unit. If it is only named and another is complained of, the desk says so when it dispatches, with a reason.',
  },
  UNIT_NOT_OF_CITY: {
    zh: '{unit}不是市级单位，上报事项须由市级单位承办。',
    en: '{unit} is no unit of the city; what a county sends up goes to one.',
  },
  UNIT_UNKNOWN: { zh: '没有代码为“{unit}”的单位。', en: 'There is no unit with the code "{unit}".' },
  URGENCY_NOT_FORESEEN: {
    zh: '本办法未规定紧急诉求。',
    en: 'The programme of this appeal knows no urgent class.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
