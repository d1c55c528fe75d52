// The API an official account calls. From developers.weixin.qq.com/doc/service/api: getAccessToken,
// getStableAccessToken, sendCustomMessage, sendTemplateMessage, sendNewSubscribeMsg, createCustomMenu, and
// the table of global return codes. Every answer has status 200 and says in `errcode` what became of it;
// `errmsg` ends with the request's `rid`. Assumed: the content type with its `encoding=` (observed); that
// `\uXXXX` in a body is refused everywhere (40033 is documented without a place); that a second template
// message with the same client_msg_id within ten minutes is answered like the first and not sent.
import { randomBytes } from 'node:crypto';
import { type Answer, jsonOf, objectOf, type Received } from './loopback';
import { menuFault, noticeText, serviceMessage, templateFault } from './wechat-messages';
import { type Person, spendAllowance } from './wechat-people';
import type { WechatAccount } from './wechat-push';
import type { WechatRefusal, WechatTokens } from './wechat-tokens';

/** What the platform knows of one account. */
export interface WechatState {
  readonly account: WechatAccount;
  readonly now: () => number;
  readonly tokens: WechatTokens;
  readonly people: Map<string, Person>;
  /** Keywords of the account's templates by template id. */
  readonly templates: ReadonlyMap<string, readonly string[]>;
  /** Calls left today by path; a path that is not named has no end. */
  readonly quota: Map<string, number>;
  /** Pictures people sent, by media id. */
  readonly media: Map<string, Buffer>;
  /** Template messages sent, by openid and client_msg_id. */
  readonly once: Map<string, { at: number; msgid: number }>;
  menu: unknown;
  /** Told after a template message whether it arrived (TEMPLATESENDJOBFINISH). */
  readonly sent: (person: Person, msgid: number) => void;
}

type Body = Readonly<Record<string, unknown>>;
/** What goes back as JSON: a refusal, a credential, or that it was done. */
type Said = object;
interface Call {
  readonly method: 'GET' | 'POST';
  readonly open?: true;
  answer(state: WechatState, body: Body, query: URLSearchParams): Said | Buffer;
}

const calls: Readonly<Record<string, Call>> = {
  '/cgi-bin/token': {
    method: 'GET',
    open: true,
    answer: (state, _, query) => credentialFault(state, Object.fromEntries(query)) ?? state.tokens.plain(),
  },
  '/cgi-bin/stable_token': {
    method: 'POST',
    open: true,
    answer: (state, body) =>
      credentialFault(state, body) ?? state.tokens.stable(body['force_refresh'] === true),
  },
  '/cgi-bin/message/custom/send': { method: 'POST', answer: sendService },
  '/cgi-bin/message/template/send': { method: 'POST', answer: sendTemplate },
  '/cgi-bin/message/subscribe/bizsend': { method: 'POST', answer: sendSubscribed },
  '/cgi-bin/menu/create': {
    method: 'POST',
    answer(state, body) {
      const fault = menuFault(body);
      if (!fault) state.menu = body;
      return fault ?? done;
    },
  },
  '/cgi-bin/media/get': {
    method: 'GET',
    answer: (state, _, query) =>
      state.media.get(query.get('media_id') ?? '') ?? { errcode: 40007, errmsg: 'invalid media_id' },
  },
};

const done: WechatRefusal = { errcode: 0, errmsg: 'ok' };

/** Answers one call of the account. */
export function wechatApi(state: WechatState, request: Received): Answer {
  const said = answered(state, request);
  if (Buffer.isBuffer(said)) return { status: 200, type: 'image/jpeg', body: said };
  const { errcode = 0, errmsg } = said as Partial<WechatRefusal>;
  const body = errcode === 0 ? said : { errcode, errmsg: `${errmsg} rid: ${rid()}` };
  return { status: 200, type: 'application/json; encoding=utf-8', body: JSON.stringify(body) };
}

function answered(state: WechatState, request: Received): Said | Buffer {
  const call = calls[request.path];
  if (!call) return { errcode: -1, errmsg: 'system error' };
  if (request.method !== call.method) {
    return call.method === 'POST'
      ? { errcode: 43002, errmsg: 'require POST method' }
      : { errcode: 43001, errmsg: 'require GET method' };
  }
  const left = state.quota.get(request.path);
  if (left === 0) return { errcode: 45009, errmsg: 'reach max api daily quota limit' };
  if (left !== undefined) state.quota.set(request.path, left - 1);
  const fault = call.open ? undefined : state.tokens.judge(request.query.get('access_token'));
  if (fault) return fault;
  if (call.method === 'GET') return call.answer(state, {}, request.query);
  if (request.body.length === 0) return { errcode: 44002, errmsg: 'empty post data' };
  if (/\\u[0-9a-fA-F]{4}/.test(request.body.toString('latin1'))) {
    return { errcode: 40033, errmsg: 'invalid charset. please check your request' };
  }
  const body = jsonOf(request.body);
  if (typeof body !== 'object' || body === null) return { errcode: 47001, errmsg: 'data format error' };
  return call.answer(state, objectOf(body), request.query);
}

function credentialFault(state: WechatState, given: Body): WechatRefusal | undefined {
  if (given['grant_type'] !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' };
  if (given['appid'] === undefined) return { errcode: 41002, errmsg: 'appid missing' };
  if (given['appid'] !== state.account.appId) return { errcode: 40013, errmsg: 'invalid appid' };
  if (given['secret'] === undefined) return { errcode: 41004, errmsg: 'appsecret missing' };
  return given['secret'] === state.account.secret
    ? undefined
    : { errcode: 40125, errmsg: 'invalid appsecret' };
}

function personOf(state: WechatState, body: Body): Person | undefined {
  return state.people.get(String(body['touser']));
}

const unknownPerson: WechatRefusal = { errcode: 40003, errmsg: 'invalid openid' };

function sendService(state: WechatState, body: Body): Said {
  const person = personOf(state, body);
  if (!person) return unknownPerson;
  const message = serviceMessage(body);
  if ('errcode' in message) return message;
  const fault = spendAllowance(person, state.now());
  if (!fault) person.chat.push({ kind: 'service', text: message.text });
  return fault ?? done;
}

function sendTemplate(state: WechatState, body: Body): Said {
  const person = personOf(state, body);
  if (!person) return unknownPerson;
  const keywords = state.templates.get(String(body['template_id']));
  if (!keywords) return { errcode: 40037, errmsg: 'invalid template_id' };
  if (!person.following) return { errcode: 43004, errmsg: 'require subscribe' };
  const fault = templateFault(keywords, body['data']);
  if (fault) return fault;
  const mark = body['client_msg_id'];
  const key = `${person.openid} ${String(mark)}`;
  const before = mark === undefined ? undefined : state.once.get(key);
  if (before && before.at > state.now() - 600_000) return { ...done, msgid: before.msgid };
  const msgid = 200_000_000 + randomBytes(4).readUInt32BE();
  if (mark !== undefined) state.once.set(key, { at: state.now(), msgid });
  if (!person.refusing) person.chat.push({ kind: 'notice', text: noticeText(keywords, body['data']) });
  state.sent(person, msgid);
  return { ...done, msgid };
}

function sendSubscribed(state: WechatState, body: Body): Said {
  const person = personOf(state, body);
  if (!person) return unknownPerson;
  const id = String(body['template_id']);
  const keywords = state.templates.get(id);
  if (!keywords) return { errcode: 40037, errmsg: 'invalid template_id' };
  const fault = templateFault(keywords, body['data']);
  if (fault) return fault;
  const left = person.permitted.get(id) ?? 0;
  if (left === 0 || person.refusing) return { errcode: 43101, errmsg: 'user refuse to accept the msg' };
  person.permitted.set(id, left - 1);
  person.chat.push({ kind: 'notice', text: noticeText(keywords, body['data']) });
  return { ...done, msgid: 200_000_000 + randomBytes(4).readUInt32BE() };
}

function rid(): string {
  const hex = randomBytes(12).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
}
