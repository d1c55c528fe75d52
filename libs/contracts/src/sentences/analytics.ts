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
  RANKING_UNKNOWN: {
    zh: '没有这个排名，现有：{known}。',
    en: 'There is no such ranking; there are: {known}.',
  },
  REPORT_UNKNOWN: {
    zh: '没有这个报表，现有：{known}。',
    en: 'There is no such report; there are: {known}.',
  },
  PERIOD_UNREADABLE: {
    zh: '统计期“period”请写成 2026-05、2026Q1、2026H1、2026 或 2026-05-07。',
    en: 'Write the period "period" as 2026-05, 2026Q1, 2026H1, 2026 or 2026-05-07.',
  },
  PERIOD_OF_ANOTHER_LENGTH: {
    zh: '统计期“period”的长短须与规定的周期（{every}）一致。',
    en: 'The period "period" must be as long as laid down ({every}).',
  },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
