// Every text of the pages in both languages, Chinese first. A key stands once; those of acts stand in act-words.js.
import { ACT_WORDS, FIELD_WORDS } from './act-words.js';

const WORDS = {
  raise: ['提交诉求', 'Raise an appeal'],
  look: ['查询进度', 'Follow an appeal'],
  desk: ['工作台', 'Desk'],
  signIn: ['登录', 'Sign in'],
  signOut: ['退出', 'Sign out'],
  token: ['角色令牌', 'Role token'],
  tokenHint: ['由运维发放，仅保存在本窗口。', 'Given out by operations; kept in this window only.'],
  role: ['角色', 'Role'],
  person: ['本人工号', 'Your own id'],
  personHint: ['办理记录以此署名。', 'What you do is recorded under it.'],
  unit: ['单位', 'Unit'],
  channel: ['渠道', 'Channel'],
  kind: ['诉求类别', 'Kind'],
  topic: ['主题', 'Topic'],
  class: ['诉求分类', 'Class'],
  region: ['所在区域', 'Region'],
  title: ['标题', 'Title'],
  content: ['诉求内容', 'What it is about'],
  enterprise: ['企业名称', 'Name of the enterprise'],
  uscc: ['统一社会信用代码', 'Unified social credit code'],
  usccHint: ['18 位；正在设立的企业可不填，主题请选企业开办。', '18 characters; none while being founded.'],
  contactName: ['联系人', 'Contact'],
  phone: ['联系电话', 'Telephone'],
  protect: ['申请保护企业信息', 'Do not show who we are'],
  protectHint: ['承办单位看不到企业名称、代码、联系人和电话；标题、内容、附件名称和备注按您所写原样显示，请勿写明身份。', 'Units see no name, code, contact or number. Title, content, file names and notes are shown as you write them: do not say who you are there.'],
  'lift-protection': ['解除保护', 'Lift the protection'],
  submit: ['提交', 'Submit'],
  choose: ['请选择', 'Choose'],
  received: ['已收到您的诉求', 'Your appeal has been received'],
  keep: ['请保存编号和查询码，凭此查询进度。', 'Keep the number and the code: they open your appeal.'],
  number: ['编号', 'Number'],
  queryCode: ['查询码', 'Query code'],
  nextStep: ['下一步', 'Next step'],
  dueAt: ['转办时限', 'Handed over by'],
  show: ['查询', 'Show'],
  status: ['状态', 'Status'],
  stage: ['环节', 'Stage'],
  template: ['问题模板', 'Problem template'],
  noTemplate: ['不用模板，自己描述', 'none, in my own words'],
  templateFiles: ['办理时可能需要', 'May be asked for later'],
  files: ['附件', 'Files'],
  filesHint: ['PDF、图片或 Word、Excel 文档，每个不超过 20 MB；查毒通过后方可打开', 'PDF, pictures, Word or Excel, each up to 20 MB; opened once scanned'],
  drop: ['移除', 'Remove'],
  openFile: ['打开', 'Open'],
  'file-received': ['隔离待查毒', 'in quarantine'],
  'file-infected': ['含病毒，已清除', 'had a virus, erased'],
  'file-unscannable': ['无法查毒，不予打开', 'cannot be scanned, not given out'],
  'file-erased': ['已清除', 'erased'],
  noScanner: ['本平台尚未配置查毒，附件暂不能打开', 'No scanner is set here, so no file is given out'],
  lead: ['承办单位', 'Unit in charge'],
  assist: ['协办单位', 'Assisting units'],
  answer: ['答复', 'Answer'],
  course: ['办理过程', 'Course'],
  counts: ['实时数量', 'Live counts'],
  total: ['合计', 'Total'],
  list: ['诉求列表', 'Cases'],
  filters: ['筛选', 'Filters'],
  all: ['全部', 'All'],
  words: ['关键词', 'Words'],
  card: ['牌', 'Card'],
  sort: ['排序', 'Order'],
  newest: ['最新', 'Newest'],
  deadline: ['期限', 'Deadline'],
  apply: ['应用', 'Apply'],
  more: ['下一页', 'Next page'],
  first: ['回到第一页', 'Back to the first page'],
  none: ['没有符合条件的诉求。', 'No case fits.'],
  submittedAt: ['提交时间', 'Submitted'],
  remaining: ['剩余', 'left'],
  overdue: ['已超时', 'overdue by'],
  stopped: ['已停止', 'stopped'],
  voided: ['已作废', 'void'],
  provisional: ['暂定', 'provisional'],
  clocks: ['时钟', 'Clocks'],
  noClocks: ['没有时钟。', 'No clocks.'],
  candidates: ['建议单位与理由', 'Units proposed, with reasons'],
  acts: ['可办理事项', 'What you can do'],
  noActs: ['当前状态下您的角色没有可办理事项。', 'Your role has nothing to do at this status.'],
  done: ['已办理。', 'Done.'],
  stale: ['最新变化正在汇总，稍后刷新。', 'The latest change is still on its way; reload shortly.'],
  changed: ['该诉求刚有新的变化。', 'This case has just changed.'],
  reload: ['刷新', 'Reload'],
  back: ['返回列表', 'Back to the list'],
  wrong: ['未能完成', 'This did not work'],
  traceId: ['追踪号', 'Trace id'],
  offline: ['无法连接服务，请稍后重试。', 'The service cannot be reached; try again shortly.'],
  loading: ['正在加载…', 'Loading…'],
  contactOf: ['联系方式', 'Contact'],
  urgent: ['紧急', 'urgent'],
  urged: ['催办次数', 'Urged'],
  synthetic: ['演示数据：除公共机构名称外均为虚构。', 'Demonstration: all but names of public bodies is invented.'],
  note: ['备注', 'Note'],
  reason: ['理由', 'Reason'],
  urge: ['催办', 'Urge'],
  withdraw: ['撤回', 'Withdraw'],
  material: ['补充材料', 'Add material'],
  rate: ['评价', 'Rate'],
  dispute: ['提出异议', 'Dispute'],
  text: ['说明', 'Text'],
  rating: ['评价', 'Rating'],
  comment: ['评语', 'Comment'],
  satisfied: ['满意', 'satisfied'],
  dissatisfied: ['不满意', 'dissatisfied'],
  ownActs: ['您可以', 'You can'],
  yellow: ['黄牌', 'yellow card'],
  red: ['红牌', 'red card'],
  answerVerdict: ['答复核查', 'Answer check'],
  'verdict-answers': ['已回应所问', 'answers'],
  'verdict-doubtful': ['存疑', 'doubtful'],
  'verdict-evasive': ['答非所问', 'evasive'],
  'verdict-unchecked': ['未核查', 'unchecked'],
  extensionWishedOn: ['申请延至', 'Extension asked until'],
  movedFrom: ['原期限', 'first'],
  inside: ['单位内部', 'Inside the unit'],
  insideDue: ['应于此前完成', 'due by'],
  insideLate: ['超时', 'late'],
  'assist-asked': ['待签收', 'asked'],
  'assist-acknowledged': ['已签收，待提意见', 'acknowledged, owes its contribution'],
  'assist-objected': ['提出异议', 'objects'],
  'assist-contributed': ['已提意见', 'contributed'],
  'assist-released': ['免予协办', 'released'],
  findings: ['核查提示', 'Remarks'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  unitNeeded: ['该角色代表单位办理，请选择单位。', 'This role acts for a unit: choose the unit.'],
  otherRole: ['令牌属于另一角色，请改选', 'The token is of another role: choose'],
  'from-appeal': ['以往诉求', 'appeal'],
  'from-article': ['知识条目', 'article'],
  'from-duty': ['单位职责', 'duty of'],
  otherActs: ['须经接口办理', 'Through the API'],
  colon: ['：', ': '],
  dataRequests: ['数据调用', 'Requests for data'],
  theDesk: ['平台', 'the desk'],
  askedBy: ['发起单位', 'Asked by'],
  askedAt: ['发起时间', 'Asked at'],
  dueAt: ['期限', 'Due'],
  legalBasis: ['法律依据', 'Legal basis'],
  readings: ['查阅记录', 'Who opened it'],
  dataText: ['提供的内容', 'What is provided'],
  dataErased: ['内容已按规定删除。', 'The words were erased.'],
  noData: ['没有待提供的数据。', 'No data is waited for.'],
  'data-open': ['待提供', 'open'],
  'data-provided': ['已提供', 'provided'],
  'data-refused': ['已拒绝', 'refused'],
  'data-withdrawn': ['已撤回', 'withdrawn'],
  'data-void': ['已失效', 'void'],
  oversight: ['督办', 'Supervision'],
  order: ['督办单', 'Order'],
  demand: ['督办要求', 'What is demanded'],
  'order-open': ['待回复', 'to be answered'],
  'order-answered': ['已回复', 'answered'],
  'order-accepted': ['已认可', 'accepted'],
  'order-raised': ['已提级', 'raised'],
  'order-withdrawn': ['已撤销', 'withdrawn'],
  contest: ['申诉', 'Contest'],
  'contest-open': ['待裁定', 'to be ruled on'],
  'contest-upheld': ['申诉成立', 'upheld'],
  'contest-dismissed': ['不予支持', 'dismissed'],
  tables: ['汇总表报送', 'Tables'],
  noTables: ['没有需要报送的汇总表。', 'There is no table to be handed in.'],
  period: ['统计期', 'Period'],
  saveTable: ['下载本期汇总表', 'Save the table of the period'],
  saveForm: ['下载空白表', 'Save the empty form'],
  tableFile: ['汇总表文件', 'File of the table'],
  tableHint: ['可拖放到此处；.xlsx，最多 1 万行、3 MB。办理结果留空的视为未办结，转属地办理。', 'Or drop it here: .xlsx, at most 10 000 rows and 3 MB. A row without a result is not closed and goes to the territory.'],
  handIn: ['报送', 'Hand in'],
  tableChecked: ['正在逐行核对…', 'Each row is being checked…'],
  tableTaken: ['收表进度', 'Taken in'],
  tableRows: ['已收行数', 'Rows taken in'],
  'table-counted': ['计入已办结', 'Counted as closed'],
  'table-handedOn': ['未办结，已转分办台', 'Not closed, at the desk'],
  'table-same': ['与已有诉求相同，不重复计', 'The same as an appeal that counts'],
  'table-earlier': ['以前已报送', 'In an earlier table'],
  'table-refused': ['未能转办，请单独提交', 'Refused at the door: submit singly'],
  tableDone: ['全表已收下。', 'The whole table has been taken in.'],
  tableLost: ['本表未收下，请重新上传。', 'The table was not taken; hand it in again.'],
  row: ['行', 'Row'],
  column: ['栏', 'Column'],
  whatIsWrong: ['需要修改', 'What to mend'],
  checkFirst: ['先核查答复', 'Check the answer first'],
};

const KEPT = 'zhitong.language';

let language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';

/** The language shown: zh or en. */
export const shownLanguage = () => language;

/** Shows the other language from now on. */
export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem(KEPT, language);
}

const pick = (pair, otherwise) => (pair ? pair[language === 'zh' ? 0 : 1] : otherwise);

/** A text of the pages. */
export const t = (key) => pick(WORDS[key], key);
export const actName = (act) => pick(ACT_WORDS[act], act);
export const fieldName = (field) => pick(FIELD_WORDS[field], field);
/** Names of events stand in libs/contracts/src/event-names.ts; the instance tells them. */
export const eventName = (type) => labelOf('events', type);
/** Names of the fields of the course stand in libs/contracts/src/course-words.ts. */
export const fieldTitle = (name) => labelOf('fields', name);
export const isTold = (name) => !(labels.untold ?? []).includes(name);

let labels = {};

/** Takes the names of codes that the instance told. */
export function learnLabels(told) {
  labels = told;
}

/** Codes of a group with their names, for lists to choose from. */
export const choices = (group) => Object.keys(labels[group] ?? {}).map((code) => [code, labelOf(group, code)]);

/** The name of a code; the code where it has none. */
export function labelOf(group, code) {
  const names = labels[group] ?? {};
  return Object.hasOwn(names, code) ? names[code][language] : code;
}

/** What a type of completion demands. */
export const demandedBy = (type) => labels.completionFields?.[type] ?? [];

/** Problem templates offered at a door. */
export const templatesAt = (door) => (labels.templates ?? []).filter(({ doors }) => doors.includes(door));

/** Tables units hand in: {id, title, roles, to}. */
export const handedTables = () => labels.tables ?? [];

/** Roles that act or read for their unit alone. */
export const unitRoles = () => labels.unitRoles ?? [];

export const instanceTitle = () => labels.instance?.[language] ?? '';
export const isSynthetic = () => labels.synthetic === true;

/** A moment as people of the office read it, always Chinese time. */
export function moment(iso) {
  if (!iso) return '–';
  const options = { timeZone: 'Asia/Shanghai', dateStyle: 'medium', timeStyle: 'short' };
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options).format(new Date(iso));
}

/** How long until a moment, or since it. */
export function distance(iso, now = Date.now()) {
  const left = Date.parse(iso) - now;
  const minutes = Math.floor(Math.abs(left) / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts =
    language === 'zh'
      ? [days && `${days}天`, hours && `${hours}小时`, `${rest}分`]
      : [days && `${days} d`, hours && `${hours} h`, `${rest} min`];
  const length = parts.filter(Boolean).join(language === 'zh' ? '' : ' ');
  if (left >= 0) return language === 'zh' ? `${t('remaining')}${length}` : `${length} ${t('remaining')}`;
  return `${t('overdue')}${language === 'zh' ? '' : ' '}${length}`;
}
