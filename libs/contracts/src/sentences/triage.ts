// What people read when triage refuses a command: the sentences of its closed list of codes, with the values
// in braces.

/** Sentences of triage by code. */
export const TRIAGE_SENTENCES = {
  ALREADY_DISPATCHED: {
    zh: '该诉求已派给{unit}（第{current}次派单），如需改派请先撤回。',
    en: 'This appeal is with {unit} (dispatch {current}); recall it before sending it elsewhere.',
  },
  ARTICLE_NOT_IN_FORCE: {
    zh: '知识库中没有现行有效的条目“{article}”。',
    en: 'The library has no article "{article}" in force.',
  },
  ASSIST_IS_LEAD: {
    zh: '{unit}已是主办单位，不能同时协办。',
    en: '{unit} is the lead and cannot assist itself.',
  },
  CLOSED: { zh: '该诉求已结束（{why}）。', en: 'This appeal has ended ({why}).' },
  MALFORMED: { zh: '“{field}”的格式不正确。', en: 'The shape of "{field}" is wrong.' },
  NOT_ADMITTED: { zh: '该诉求尚未受理，不能派单。', en: 'This appeal has not been admitted yet.' },
  NOT_DISPATCHED: {
    zh: '该诉求当前未派给任何单位。',
    en: 'This appeal is not dispatched to any unit at present.',
  },
  NOT_OWNER: {
    zh: '该诉求已由承办单位签收或已答复，分办台不能再处理。',
    en: 'A unit has acknowledged this appeal or it has been answered; the desk no longer decides on it.',
  },
  NOT_UPHELD_KEEPS_UNIT: {
    zh: '异议不成立时仍由{unit}承办，不能同时指定其他单位。',
    en: 'An objection that is not upheld leaves the appeal with {unit}; no other unit can be named.',
  },
  NO_OBJECTION: { zh: '该派单没有待裁定的异议。', en: 'There is no objection to rule on.' },
  OBJECTION_PENDING: {
    zh: '该派单有异议待裁定，请先裁定。',
    en: 'An objection is pending; rule on it first.',
  },
  PING_PONG_STOPPED: {
    zh: '该诉求已派单{count}次，须由上级指定承办单位（{body}）。',
    en: 'This appeal has been dispatched {count} times; only the body named by the pack ({body}) may send it on.',
  },
  REASON_MISSING: { zh: '请填写撤回理由。', en: 'Give the reason of the recall.' },
  ROLE_NOT_ALLOWED: { zh: '角色“{role}”无权进行此操作。', en: 'The role "{role}" may not do this.' },
  SAME_UNIT: {
    zh: '异议成立后不能再派给同一单位（{unit}）。',
    en: 'An upheld objection cannot send the appeal back to the same unit ({unit}).',
  },
  STALE_DISPATCH: {
    zh: '派单号已变更，当前为第{current}次派单，请刷新后办理。',
    en: 'This dispatch has been replaced; the current one is number {current}. Refresh and act on that.',
  },
  STILL_SORTING: {
    zh: '系统正在分办该诉求（至多一分钟），请稍候。',
    en: 'This appeal is being sorted (a minute at most); wait a moment.',
  },
  UNIT_UNKNOWN: { zh: '没有代码为“{unit}”的单位。', en: 'There is no unit with the code "{unit}".' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
