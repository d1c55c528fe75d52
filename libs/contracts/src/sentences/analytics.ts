// What people read when a question about figures cannot be answered.

/** Sentences by code of refusal. */
export const ANALYTICS_SENTENCES = {
  PERIOD_REVERSED: {
    zh: '统计期的止时“to”须晚于起时“from”。',
    en: 'The period must end after it begins: "to" later than "from".',
  },
  CUT_OFF_BEFORE_PERIOD: {
    zh: '统计时点“cutOff”不能早于统计期的起时“from”。',
    en: 'The cut-off must not lie before the period: "cutOff" at "from" or later.',
  },
  GROUPING_UNKNOWN: {
    zh: '没有这种分组，“by”可用：{allowed}。',
    en: 'There is no such grouping; "by" is one of: {allowed}.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
