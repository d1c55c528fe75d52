// Words printed on a supervision order 督办单.

/** By what they name. */
export const ORDER_SHEET_WORDS = {
  title: { zh: '督办单', en: 'Supervision order' },
  number: { zh: '编号', en: 'Number' },
  unit: { zh: '承办单位', en: 'Unit' },
  demand: { zh: '督办要求', en: 'Demand' },
  issued: { zh: '签发', en: 'Issued' },
  deadline: { zh: '答复期限', en: 'Deadline' },
  answer: { zh: '答复', en: 'Answer' },
  verdict: { zh: '裁定', en: 'Verdict' },
  late: { zh: '逾期答复', en: 'answered late' },
  accepted: { zh: '认可', en: 'accepted' },
  'not-accepted': { zh: '不予认可，另定期限', en: 'not accepted, new deadline' },
  raised: { zh: '提请上一级督办', en: 'raised to the next step' },
  withdrawn: { zh: '撤销', en: 'withdrawn' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
