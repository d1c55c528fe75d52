// What people read about clocks and cards: supervision refuses nothing, it gives reasons.

/** Sentences by the reason of a revoked card or a recounted deadline, and by the state of a clock. */
export const SUPERVISION_SENTENCES = {
  'decided-in-time': {
    zh: '反馈在期限内作出，仅到达较晚，撤销该牌。',
    en: 'The feedback was given in time and only arrived late; the card is revoked.',
  },
  'deadline-moved': {
    zh: '放假安排调整后期限顺延，撤销该牌。',
    en: 'An amended calendar moved the deadline; the card is revoked.',
  },
  'objection-upheld': {
    zh: '异议成立，该事项不属该单位职责，撤销该牌。',
    en: 'The objection was upheld: the matter was never this unit’s; the card is revoked.',
  },
  extended: {
    zh: '准予延期，期限顺延，撤销该牌。',
    en: 'An extension was granted and moved the deadline; the card is revoked.',
  },
  extension: { zh: '准予延期，期限顺延。', en: 'An extension was granted; the deadline was moved.' },
  calendar: {
    zh: '放假安排调整，期限重新计算。',
    en: 'The calendar was amended; the deadline was counted again.',
  },
  pause: {
    zh: '计时暂停或恢复，期限重新计算。',
    en: 'The clock was paused or resumed; the deadline was counted again.',
  },
  running: { zh: '计时中', en: 'running' },
  met: { zh: '按时', en: 'met' },
  missed: { zh: '超期', en: 'missed' },
  void: { zh: '不计', en: 'void' },
} as const;
