// What people read about messages: notification refuses nothing, it says how far a message came and why
// it did not.

/** Sentences by the state of a message and the reason of a failure; others are the provider's codes. */
export const NOTIFICATION_SENTENCES = {
  claimed: { zh: '待发送', en: 'waiting to be sent' },
  sent: { zh: '已发送', en: 'sent' },
  delivered: { zh: '已送达', en: 'delivered' },
  'given-up': { zh: '未能送达', en: 'not delivered' },
  'no-address': {
    zh: '没有登记接收号码，未发送。',
    en: 'No number is on record for this recipient; nothing was sent.',
  },
  erased: { zh: '个人信息已删除，未发送。', en: 'The person was erased; nothing was sent.' },
  'no-answer': {
    zh: '短信服务没有答复，将再次发送。',
    en: 'The provider did not answer; it will be tried again.',
  },
} as const;
