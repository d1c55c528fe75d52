// Right requests to every address of the API, for tests that go through all of them. A row of the table
// without a request here is told by the test of rights.
import type { Route } from '../src/adapters/in/http/route';
import { CASE_ID, NUMBER, QUERY_CODE } from './fake-case';

const submission = {
  ...{ sourceNumber: 'T-1', kind: 'help', title: '厂区断电', content: '本月已断电三次，请协调。' },
  enterprise: { name: '太仓某某有限公司', uscc: '91320585XNMLW3NY0L', region: 'taicang' },
  contact: { name: '殷某', phone: '19900006305' },
};
const code = { queryCode: QUERY_CODE };

/** A right body for every row that takes one. */
const BODIES: Readonly<Record<string, object>> = {
  submitAppeal: submission,
  materialOwnAppeal: { ...code, text: '补充照片' },
  withdrawOwnAppeal: code,
  urgeOwnAppeal: code,
  liftProtectionOwnAppeal: code,
  rateOwnAppeal: { ...code, rating: 'satisfied' },
  disputeOwnAppeal: { ...code, reason: '没有解决' },
  admitCase: {},
  declineCase: { ground: 'litigation', explanation: '已立案' },
  sendBackCase: { wanted: '请补充合同' },
  identityCase: { ruling: 'founding' },
  dispatchCase: { lead: 'grid' },
  answerCase: { articleId: 'K001' },
  recallCase: { dispatchNo: 1, reason: '派错' },
  objectionRulingCase: { dispatchNo: 1, upheld: true, toUnit: 'drc' },
  transferCase: { toPack: 'fast-track', ground: 'complicated', reason: '短期难以解决' },
  escalationCase: { dispatchNo: 1, ground: 'not-soon-solvable', opinion: '县级无审批权限' },
  escalationRulingCase: { dispatchNo: 1, accepted: true, toUnit: 'drc' },
  urgentCase: { reason: '燃气泄漏' },
  classSettingCase: { classId: 'money' },
  urgentDenialCase: { reason: '系咨询' },
  panelCase: { question: 'responsibility', members: ['x', 'y', 'z'], chair: 'x' },
  recusalCase: { sessionNo: 1, reason: '与企业有利害关系' },
  voteCase: { sessionNo: 1, option: 'drc', reason: '属其职责' },
  meetingCase: { units: ['grid', 'drc'], heldOn: '2026-03-06' },
  meetingRecordCase: { sessionNo: 1, lead: 'drc', attended: ['grid', 'drc'], conclusion: '由发改牵头' },
  contributeCase: { dispatchNo: 1, text: '已核实配电容量' },
  assistObjectionRulingCase: { dispatchNo: 1, unit: 'water', upheld: true },
  releaseAnswerCase: { dispatchNo: 1 },
  returnAnswerCase: { dispatchNo: 1, reason: '未答复所提问题' },
  openProtectedCase: { reason: '回访核实' },
  factCheckCase: { outcome: 'confirmed' },
  resultCheckCase: { outcome: 'not-confirmed', note: '现场仍断电' },
  assignInsideCase: { dispatchNo: 1, section: 's1', handler: 'h-2' },
  submitDraftCase: { dispatchNo: 1, completionType: 'solved', answer: '已恢复' },
  returnDraftCase: { dispatchNo: 1, draftNo: 1, step: 'head', reason: '依据不全' },
  signDraftCase: { dispatchNo: 1, draftNo: 1, step: 'head' },
  handOverInsideCase: { dispatchNo: 1, fromHandler: 'h-1', toHandler: 'h-2' },
  handOverUnit: { fromHandler: 'h-1', toHandler: 'h-2' },
  acknowledgeCase: { dispatchNo: 1 },
  objectCase: { dispatchNo: 1, proposedUnit: 'drc', reason: '非本单位职责' },
  contactCase: { dispatchNo: 1, outcome: 'reached', arrived: true },
  opinionCase: { dispatchNo: 1, text: '正在抢修' },
  completeCase: { dispatchNo: 1, completionType: 'solved', answer: '已恢复' },
  checkCompletion: { dispatchNo: 1, completionType: 'solved', answer: '已恢复' },
  extensionCase: { dispatchNo: 1, wishedOn: '2026-03-20', reason: '等待设备' },
  extensionRulingCase: { dispatchNo: 1, granted: true },
  followUpCase: { contacted: true, solved: true, satisfied: true },
  reopenCase: { why: '企业仍断电' },
  closeCase: { why: 'accepted' },
  stateGroundCase: { ground: 'complicated', reason: '疑难' },
  clearEntryCase: { entryId: 'E1', reason: '已协调' },
  issueOrderCase: { step: 'platform', entryId: 'E1', demand: '请反馈', within: 'workingDays:3' },
  answerOrderCase: { orderNo: 1, answer: '已上门' },
  ruleOrderCase: { orderNo: 1, verdict: 'accepted' },
  recordTransferCase: { step: 'discipline', entryId: 'E1', facts: '推诿' },
  recordTransferOutcomeCase: { transferNo: 1, outcome: '约谈' },
  giveFindingsCase: { checkNo: 1, verdict: 'passed' },
  mendAnswerCase: { checkNo: 1, answer: '已补充' },
  ruleMendingCase: { checkNo: 1, accepted: true },
  fileContestCase: { about: 'card', target: 'contact/grid/1/1/yellow', evidence: '附照片' },
  requestDataCase: { template: 'tax-source', ofUnit: 'drc', purpose: '核实停产损失' },
  provideDataCase: { requestNo: 1, fields: { period: '一月' } },
  refuseDataCase: { requestNo: 1, ground: '不掌握' },
  withdrawDataRequestCase: { requestNo: 1, reason: '不再需要' },
  readDataCase: { requestNo: 1, purpose: '起草答复' },
  stateOutage: { from: '2026-03-02T09:00:00+08:00', to: '2026-03-02T10:00:00+08:00', reason: '断网' },
  withdrawOutage: { outageId: 'stated/1', reason: '误报' },
  switchDoor: { open: false, reason: '平台升级' },
  releasePush: { kind: 'help' },
  rejectPush: { reason: '不属诉求' },
  handInTable: { stands: 'for a workbook' },
  openRegisterImport: { digest: 'a'.repeat(64), bytes: 10, format: 'csv', mode: 'delta' },
  putRegisterPart: { stands: 'for a part' },
  putFile: { stands: 'for a file' },
  ruleContestCase: { contestNo: 1, upheld: true, reason: '属实' },
};
const QUERIES: Readonly<Record<string, string>> = {
  getOwnAppeal: `?queryCode=${QUERY_CODE}`,
  searchArticles: '?text=%E6%96%AD%E7%94%B5',
  getRanking: '?period=2026-05',
  getReport: '?period=2020-05',
  handInTable: '?period=2026Q1',
  putRegisterPart: '?offset=0',
  putFile: '?name=a.pdf',
  listOwnFiles: `?queryCode=${QUERY_CODE}`,
  linkOwnFile: `?queryCode=${QUERY_CODE}`,
  getAppraisal: '?unit=grid&period=2020-05',
};

/** A right request to a row. */
export function requestOf(row: Route) {
  const places: Record<string, string> = {
    ...{ ranking: 'monthly', report: 'monthly-bulletin', channel: 'web', number: NUMBER, case: CASE_ID },
    ...{ order: '1', table: 't-1', push: CASE_ID, import: 'r-1', file: 'f-1', link: 'to-f-1' },
  };
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '');
  const payload = BODIES[row.id];
  return { method: row.method, url: path + (QUERIES[row.id] ?? ''), ...(payload && { payload }) };
}
