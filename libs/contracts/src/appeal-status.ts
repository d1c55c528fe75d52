// The status 状态 of an appeal: a closed list of words used by every service, every filter and every report,
// each with what people read. Derived by the case file from the latest event; nobody stores a status of his
// own.

/** Status words with their names. */
export const APPEAL_STATUS = {
  submitted: { zh: '已提交', en: 'submitted' },
  'identity-review': { zh: '身份核验', en: 'identity under review' },
  screening: { zh: '受理审查', en: 'screening' },
  admitted: { zh: '已受理', en: 'admitted' },
  desk: { zh: '分办台', en: 'at the triage desk' },
  answered: { zh: '已直接答复', en: 'answered from the library' },
  dispatched: { zh: '已派单', en: 'dispatched' },
  acknowledged: { zh: '已签收', en: 'acknowledged' },
  objected: { zh: '异议中', en: 'objected' },
  contacted: { zh: '已联系到场', en: 'contacted' },
  'opinion-given': { zh: '已反馈初步意见', en: 'preliminary opinion given' },
  'answer-held': { zh: '待平台答复', en: 'answer held by the platform' },
  completed: { zh: '已办结', en: 'completed' },
  'followed-up': { zh: '已回访', en: 'followed up' },
  reopened: { zh: '重新办理', en: 'reopened' },
  closed: { zh: '已结案', en: 'closed' },
  reported: { zh: '部门已办结', en: 'closed by the unit itself' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  declined: { zh: '不予受理', en: 'declined' },
  'sent-back': { zh: '退回补正', en: 'sent back' },
  joined: { zh: '已并案', en: 'joined' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** A status word. */
export type AppealStatus = keyof typeof APPEAL_STATUS;
