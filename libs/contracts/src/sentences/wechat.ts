// What a WeChat official account says to people; {names} are filled in from the params. A reply holds 2048
// bytes, some 680 characters.

/** Sentences by code: questions of the guided dialogue first. */
export const WECHAT_SENTENCES = {
  ASK_ENTERPRISE: {
    zh: '请发送企业的统一社会信用代码，或企业全称。',
    en: 'Send the unified social credit code of the enterprise, or its full name.',
  },
  ASK_USCC: {
    zh: '请发送“{enterpriseName}”的统一社会信用代码；正在筹办、尚无代码的回复 0。',
    en: 'Send the credit code of {enterpriseName}; 0 if it is being founded and has none yet.',
  },
  ASK_NAME: { zh: '请发送企业全称。', en: 'Send the full name of the enterprise.' },
  ASK_REGION: {
    zh: '企业所在区域？回复序号：\n{choices}',
    en: 'Where is the enterprise? Send a number:\n{choices}',
  },
  ASK_KIND: {
    zh: '企业：{enterpriseName}\n诉求类别？回复序号：\n{choices}',
    en: 'Enterprise: {enterpriseName}\nWhat kind of appeal? Send a number:\n{choices}',
  },
  ASK_TITLE: {
    zh: '请用一句话说明事由（2 至 100 字）。',
    en: 'Say in one sentence what it is about (2–100 characters).',
  },
  ASK_CONTENT: {
    zh: '请写明具体情况和希望解决的问题（5 字以上）。',
    en: 'Describe what happened and what you ask for (5 characters or more).',
  },
  ASK_CONTACT: { zh: '联系人姓名？', en: 'Name of the person to contact?' },
  ASK_PHONE: { zh: '联系电话？', en: 'Telephone number?' },
  ASK_CONFIRM: {
    zh:
      '请核对：\n企业：{enterpriseName}（{uscc}）\n区域：{region}' +
      '\n类别：{kind}\n事由：{title}\n内容：{content}\n联系人：{contactName} {contactPhone}' +
      '\n回复 1 提交，“返回”改上一项，“取消”放弃。',
    en:
      'Please check:\nEnterprise: {enterpriseName} ({uscc})\nRegion: {region}' +
      '\nKind: {kind}\nSubject: {title}\nContent: {content}' +
      '\nContact: {contactName} {contactPhone}\nSend 1 to submit, "back" to change the last answer, "cancel" to give up.',
  },
  CHOICE_UNKNOWN: { zh: '请回复 1 至 {max} 的序号。', en: 'Send a number from 1 to {max}.' },
  HINT: {
    zh: '（“返回”改上一项，“取消”放弃；24 小时内有效。English 切换英文）',
    en: '("back" changes the last answer, "cancel" gives up; kept for 24 hours. 中文: Chinese)',
  },
  RECEIPT: {
    zh: '诉求已收到。编号 {number}，查询码 {queryCode}，请妥善保存。发送“进度”随时查看。',
    en: 'Your appeal has been received. Number {number}, query code {queryCode}; keep both. Send "progress" at any time.',
  },
  CANCELLED: { zh: '已放弃，所填内容已删除。', en: 'Given up; what you wrote has been deleted.' },
  EXPIRED: {
    zh: '上次未提交的内容已超过 24 小时，已删除。',
    en: 'What you had not submitted was older than 24 hours and has been deleted.',
  },
  GREETING: {
    zh: '您好，这里受理企业诉求，由主管部门限时办理并答复。',
    en: 'Here enterprises raise appeals; the authority in charge answers within a set time.',
  },
  HELP: {
    zh:
      '回复：\n“提交”提交诉求\n“进度”查看我的诉求；“进度 编号 查询码”查看任一诉求' +
      '\n“补充 1 内容”“催办 1”“撤回 1”（1 为进度中的序号）\n“满意 1”“不满意 1 原因”评价\n上传附件请到 {page}',
    en:
      'Send:\n"raise" to raise an appeal\n"progress" for your appeals; "progress NUMBER CODE" for any' +
      '\n"add 1 words", "urge 1", "withdraw 1" (1 = its place in the list)\n"satisfied 1", "dissatisfied 1 why" to rate\nFiles: {page}',
  },
  FAILED: { zh: '刚才的消息没有处理成功，请重新发送。', en: 'Your last message failed; send it again.' },
  LANGUAGE: { zh: '已切换为中文。', en: 'English from now on.' },
  UNCLEAR: { zh: '没有看懂这句话。', en: 'That was not understood.' },
  WORDS_ONLY: {
    zh: '这里只能读文字；图片等附件请到 {page} 上传。',
    en: 'Only text can be read here; upload files at {page}.',
  },
  CLOSED: {
    zh: '本公众号暂停受理，请到 {page} 提交或查询。',
    en: 'This account takes nothing for now; go to {page}.',
  },
  TOO_OFTEN: {
    zh: '请求过于频繁，请 {seconds} 秒后再试。',
    en: 'Too often; try again in {seconds} seconds.',
  },
  APPEALS: {
    zh: '我的诉求：\n{list}\n发送“进度 1”看详情。',
    en: 'Your appeals:\n{list}\nSend "progress 1" for details.',
  },
  NO_APPEALS: {
    zh: '没有这一序号的诉求。回复“提交”提交诉求，或“进度 编号 查询码”查看；页面：{page}',
    en: 'There is no such appeal of yours here. Send "raise", or "progress NUMBER CODE"; page: {page}',
  },
  APPEAL: { zh: '诉求 {number}：{status}', en: '{number}: {status}' },
  APPEAL_ANSWERED: {
    zh: '诉求 {number}：{status}\n答复：{answer}',
    en: '{number}: {status}\nAnswer: {answer}',
  },
  APPEAL_UNKNOWN: {
    zh: '编号或查询码不对。也可到 {page} 查询。',
    en: 'Number or query code is wrong. You can also look at {page}.',
  },
  DONE_ADD: { zh: '{number}：补充内容已收到。', en: '{number}: your addition has been received.' },
  DONE_URGE: { zh: '{number}：已催办。', en: '{number}: urged.' },
  DONE_WITHDRAW: {
    zh: '{number}：撤回申请已收到。',
    en: '{number}: your wish to withdraw has been received.',
  },
  DONE_SATISFIED: { zh: '{number}：评价为满意，谢谢。', en: '{number}: rated satisfied, thank you.' },
  DONE_DISSATISFIED: {
    zh: '{number}：评价为不满意，已收到。',
    en: '{number}: rated dissatisfied; received.',
  },
} as const;
