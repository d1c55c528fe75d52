// A WeChat official account 微信公众号 as a door of this jurisdiction (IN-1): which account it is, whether its
// callbacks come encrypted, how many it takes. It is data of the profile, one row for each account; what only
// the account's owner and WeChat know – Token, EncodingAESKey, AppSecret – is never in a profile.
import { z } from 'zod';

const line = z.string().trim().min(1).max(200);
/** WeChat counts bytes: 16 of them, five Chinese characters. */
const buttonName = z.string().refine((name) => name !== '' && Buffer.byteLength(name) <= 16, {
  error: 'button-too-long',
});
const web = z.url({ protocol: /^https?$/ }).max(200);

/** A button of the menu: what it does here, or the page it opens. */
const button = z.union([
  z.strictObject({ name: buttonName, does: z.enum(['raise', 'follow', 'help']) }),
  z.strictObject({ name: buttonName, url: web }),
]);

/** A row of wechat.yaml. */
export const wechatAccountSchema = z.strictObject({
  /** The door of a pack that the account is. */
  door: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  /** Whether appeals are taken in; a closed one says so to whoever writes. */
  open: z.boolean(),
  /** What of this row the account's own papers say, and what was assumed. */
  basis: z.strictObject({ documented: z.array(line), assumed: z.array(line) }),
  /** AppID 开发者ID. */
  appId: z.string().regex(/^wx[0-9a-f]{16}$/),
  /** 安全模式 takes encrypted callbacks alone; 明文模式 takes plain ones alone, whose words nothing signs. */
  mode: z.enum(['encrypted', 'plain']),
  /** Most callbacks a minute of all people together, and of one person. */
  perMinute: z.int().min(1).max(60_000),
  perMinutePerPerson: z.int().min(1).max(600),
  /** Address of the enterprise's page, for what a conversation cannot do. */
  page: web,
  /** Where WeChat is asked: https://api.weixin.qq.com, or a test on this machine; AppSecret goes there. */
  api: z.string().regex(/^https:\/\/[\w.-]+(:\d+)?\/?$|^http:\/\/127\.0\.0\.1:\d+\/?$/),
  /** 自定义菜单, from left to right. */
  menu: z.array(button).min(1).max(3),
  /**
   * The notice for what happens when nobody wrote lately: a template of the account, and what stands at each
   * of its keywords. Absent = such things are not told here.
   */
  notice: z
    .strictObject({
      kind: z.enum(['template', 'subscription']),
      templateId: line,
      data: z.record(z.string().regex(/^[a-z_]+\d{1,2}$/), z.enum(['number', 'text', 'time'])),
    })
    .optional(),
});

/** One official account. */
export type WechatAccount = z.infer<typeof wechatAccountSchema>;
