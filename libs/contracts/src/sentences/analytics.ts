// What people read when a question about figures cannot be answered.

/** Sentences by code of refusal. */
export const ANALYTICS_SENTENCES = {
  PERIOD_REVERSED: { zh: '统计期的止时须晚于起时。', en: 'The period must end after it begins.' },
  CUT_OFF_BEFORE_PERIOD: {
    zh: '统计时点不能早于统计期的起时。',
    en: 'The cut-off must not lie before the period.',
  },
  GROUPING_UNKNOWN: {
    zh: '分组只能是：全部、单位、主题、渠道、地区。',
    en: 'Figures are grouped by all, unit, topic, channel or region.',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
