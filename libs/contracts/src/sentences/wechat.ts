// What a WeChat official account says to people; {names} are filled in from the params.

/** Sentences by code. */
export const WECHAT_SENTENCES = {
  GREETING: {
    zh: '您好，这里是企业诉求受理。提交诉求、查询进度请到：{page}',
    en: 'This is where enterprises raise appeals. To raise or follow one, go to {page}',
  },
} as const;
