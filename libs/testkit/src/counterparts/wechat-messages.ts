// What the bodies of WeChat's calls must look like, rule by rule: customer-service messages, the values of a
// template, the menu. From developers.weixin.qq.com/doc/service: api_sendcustommessage,
// api_sendtemplatemessage, api_sendnewsubscribemsg, api_createcustommenu, and the table of values of
// subscription messages (miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage). The
// sentence of 47003 is that of the developers' community, spelling included. Assumed: that templates of the
// account are held to the same table; 2048 bytes as the limit of a text (long reported, no longer on the
// page).
import { objectOf } from './loopback';
import type { WechatRefusal } from './wechat-tokens';

/** Bytes of UTF-8 a text message may have. */
export const textLimit = 2048;

const kinds = new Set(
  'text image voice video music news mpnews mpnewsarticle msgmenu wxcard miniprogrampage link'.split(' '),
);

/** A customer-service message: the text a person would see, or why it is refused. */
export function serviceMessage(body: Readonly<Record<string, unknown>>): WechatRefusal | { text: string } {
  const kind = String(body['msgtype'] ?? '');
  if (!kinds.has(kind)) return { errcode: 40008, errmsg: 'invalid message type' };
  const inner = objectOf(body[kind]);
  if (kind === 'image' && typeof inner['media_id'] !== 'string') {
    return { errcode: 40007, errmsg: 'invalid media_id' };
  }
  if (kind !== 'text') return { text: `[${kind}]` };
  const text = inner['content'];
  if (typeof text !== 'string' || text === '') return { errcode: 44004, errmsg: 'empty content' };
  if (Buffer.byteLength(text) > textLimit) {
    return { errcode: 45002, errmsg: 'content size out of limit' };
  }
  return { text };
}

// Every kind of value with what it may hold; the number at the end of a keyword only tells it from its like.
const values: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  number: /^\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}([年/-])\d{1,2}([月/-])\d{1,2}日? )?\d{1,2}:\d{2}(:\d{2})?$|^\d{4}年\d{1,2}月\d{1,2}日$/,
  date: /^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?( \d{1,2}:\d{2}(:\d{2})?)?$/,
  amount: /^[¥$€£]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^.{1,8}$/u,
  name: /^(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z·]{1,10}$|^[A-Za-z .]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  const: /^.{1,20}$/u,
};

/** Why the data do not fill the template with these keywords; undefined where they do. */
export function templateFault(keywords: readonly string[], data: unknown): WechatRefusal | undefined {
  const given = objectOf(data);
  for (const keyword of keywords) {
    const value = objectOf(given[keyword])['value'];
    const at = `argument invalid! data.${keyword}.value`;
    if (value === undefined || value === '') return { errcode: 47003, errmsg: `${at} is emtpy` };
    const rule = values[keyword.replace(/\d+$/, '')] ?? /^.{1,20}$/su;
    if (typeof value !== 'string' || !rule.test(value)) return { errcode: 47003, errmsg: `${at} invalid` };
  }
  return undefined;
}

/** The text of a notice as it stands on the phone. */
export function noticeText(keywords: readonly string[], data: unknown): string {
  return keywords.map((one) => String(objectOf(objectOf(data)[one])['value'])).join(' · ');
}

const buttonKinds = new Set(
  (
    'click view scancode_push scancode_waitmsg pic_sysphoto pic_photo_or_album pic_weixin location_select ' +
    'media_id article_id article_view_limited miniprogram'
  ).split(' '),
);

/** Why a menu is refused; undefined where the platform takes it. */
export function menuFault(body: Readonly<Record<string, unknown>>): WechatRefusal | undefined {
  const buttons = body['button'];
  if (!Array.isArray(buttons) || buttons.length < 1 || buttons.length > 3) {
    return { errcode: 40016, errmsg: 'invalid button size' };
  }
  for (const one of buttons.map(objectOf)) {
    const below = one['sub_button'];
    if (below === undefined) {
      const fault = buttonFault(one, 16, false);
      if (fault) return fault;
      continue;
    }
    if (!fits(one['name'], 16)) return { errcode: 40018, errmsg: 'invalid button name size' };
    if (!Array.isArray(below) || below.length < 1 || below.length > 5) {
      return { errcode: 40023, errmsg: 'invalid sub button size' };
    }
    const fault = below.map((inner) => buttonFault(objectOf(inner), 60, true)).find((found) => found);
    if (fault) return fault;
  }
  return undefined;
}

function buttonFault(
  button: Readonly<Record<string, unknown>>,
  nameBytes: number,
  sub: boolean,
): WechatRefusal | undefined {
  const refused = (top: number, below: number, what: string): WechatRefusal =>
    sub
      ? { errcode: below, errmsg: `invalid sub button ${what}` }
      : { errcode: top, errmsg: `invalid button ${what}` };
  if (!fits(button['name'], nameBytes)) return refused(40018, 40025, 'name size');
  const kind = String(button['type'] ?? '');
  if (!buttonKinds.has(kind)) return refused(40017, 40024, 'type');
  if (kind === 'view' || kind === 'miniprogram') {
    if (!fits(button['url'], 1024)) return refused(40020, 40027, 'url size');
    return /^https?:\/\//.test(String(button['url'])) ? undefined : refused(40055, 40054, 'url domain');
  }
  if (kind.startsWith('media') || kind.startsWith('article')) return undefined;
  return fits(button['key'], 128) ? undefined : refused(40019, 40026, 'key size');
}

function fits(value: unknown, bytes: number): boolean {
  return typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= bytes;
}

/** The keys of all buttons a person can press. */
export function menuKeys(menu: unknown): readonly string[] {
  const buttons = objectOf(menu)['button'];
  const list = Array.isArray(buttons) ? buttons.map(objectOf) : [];
  const below = list.flatMap((one) =>
    Array.isArray(one['sub_button']) ? one['sub_button'].map(objectOf) : [],
  );
  return [...list, ...below].flatMap((one) => (typeof one['key'] === 'string' ? [one['key']] : []));
}
