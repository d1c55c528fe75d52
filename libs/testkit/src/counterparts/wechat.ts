// WeChat as an official account meets it: the platform that calls the account when somebody speaks, and the
// API the account calls, in one server on the loopback. Both halves share the people, because what the
// account may say hangs on what they did last. Written from the documentation alone, so that an adapter is
// judged by somebody who has never seen it; wechat-push, wechat-api, wechat-messages, wechat-tokens and
// wechat-crypt name their pages and what is assumed. A test reads like a chat: `await wang.says('你好')` is the
// account's answer.
import { type Loopback, startLoopback } from './loopback';
import { type WechatState, wechatApi } from './wechat-api';
import { sealWechat } from './wechat-crypt';
import { menuKeys } from './wechat-messages';
import { allow, type Bubble, type Person, personNamed } from './wechat-people';
import {
  deliver,
  envelope,
  type Heard,
  type PushLine,
  push,
  signedEnvelope,
  verifyAddress,
  type WechatAccount,
  wechatApology,
} from './wechat-push';
import { wechatTokens } from './wechat-tokens';
import { writeWechatXml } from './wechat-xml';

/** A person with the account on their phone; each verb resolves to what appears there, `''` to silence. */
export interface WechatUser {
  readonly openid: string;
  /** Everything the account ever showed this person. */
  readonly chat: readonly Bubble[];
  says(text: string): Promise<string>;
  sendsPicture(bytes: Buffer): Promise<string>;
  follows(): Promise<string>;
  unfollows(): Promise<void>;
  /** Presses the button with this key; an error where the menu has none. */
  presses(key: string): Promise<string>;
  /** Scans the account's code with this scene. */
  scans(scene: string): Promise<string>;
  /** Agrees to so many notices of a template (订阅通知). */
  permits(template: string, times?: number): void;
  /** Switches the account's notices off, or on again. */
  refuses(refusing: boolean): void;
}

/** What somebody who is not WeChat might send. */
export const FORGERIES = [
  'wrong-signature',
  'other-app',
  'garbled',
  'not-base64',
  'plain',
  'doctype',
  'unsigned',
  'stale',
  'huge',
] as const;

/** One of them. */
export type Forgery = (typeof FORGERIES)[number];

/** WeChat on the loopback. */
export interface Wechat extends Loopback {
  readonly account: WechatAccount;
  /** Where the platform pushes to from now on: the whole URL of the account's door. */
  callsAt(url: string): void;
  /** Whether the door answers the check of the address; with a foreign signature it must not. */
  verifies(signature?: string): Promise<boolean>;
  user(name: string): WechatUser;
  /** Sends what WeChat would never send; the status and the body that came back. */
  forges(kind: Forgery, name: string, text: string): Promise<{ status: number; body: string } | undefined>;
  /** Every push so far: why the person got an apology, and how often it was sent. */
  readonly pushes: readonly Heard[];
  /** So many answers of the account are lost on their way; what it answered is pushed again. */
  losesAnswers(count: number): void;
  /** Calls the path has left today; then 45009. */
  limits(path: string, calls: number): void;
  /** All credentials are void, as after a new secret. */
  revokes(): void;
  /** The menu the account made, as sent. */
  menu(): unknown;
  /** Waits for what the platform still pushes by itself. */
  settled(): Promise<void>;
}

/** What a test may choose; everything has a default. */
export interface WechatOptions {
  readonly account?: Partial<WechatAccount>;
  readonly now?: () => number;
  /** Milliseconds until the platform cuts the connection; 5000 in reality. */
  readonly patienceMs?: number;
  /** Keywords by template id, e.g. `{ T1: ['thing1', 'time2'] }`. */
  readonly templates?: Readonly<Record<string, readonly string[]>>;
}

/** The invented account of tests. */
export const demoWechat: WechatAccount = {
  appId: 'wx0123456789abcdef',
  secret: '0123456789abcdef0123456789abcdef',
  token: 'zhitongdoor',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  name: 'gh_0123456789ab',
};

/** Starts WeChat; until `callsAt` nobody can speak to the account. */
export async function startWechat(options: WechatOptions = {}): Promise<Wechat> {
  const { now = Date.now, patienceMs = 5000 } = options;
  const account = { ...demoWechat, ...options.account };
  const pushes: Heard[] = [];
  const under: Promise<unknown>[] = [];
  let url = '';
  let toLose = 0;
  const loses = (): boolean => {
    toLose -= 1;
    return toLose >= 0;
  };
  const line = (): PushLine => {
    if (url === '') throw new Error('nobody listens yet: say callsAt(url) first');
    return { account, url, patienceMs, now, loses };
  };
  const pushed = async (person: Person, fields: Fields): Promise<string> => {
    const head = { ToUserName: account.name, FromUserName: person.openid };
    const message = writeWechatXml({ ...head, CreateTime: Math.floor(now() / 1000), ...fields });
    const heard = await push(line(), person.openid, message);
    pushes.push(heard);
    if (heard.text !== '') {
      person.chat.push({ kind: heard.text === wechatApology ? 'apology' : 'reply', text: heard.text });
    }
    return heard.text;
  };
  const state: WechatState = {
    account,
    now,
    tokens: wechatTokens(now),
    people: new Map(),
    templates: new Map(Object.entries(options.templates ?? {})),
    quota: new Map(),
    media: new Map(),
    once: new Map(),
    menu: undefined,
    sent(person, msgid) {
      if (url === '') return;
      const Status = person.refusing ? 'failed:user block' : 'success';
      under.push(pushed(person, event('TEMPLATESENDJOBFINISH', { MsgID: msgid, Status })));
    },
  };
  const server = await startLoopback((request) => wechatApi(state, request), { now });
  const settled = async (): Promise<void> => void (await Promise.all(under));
  return {
    ...server,
    account,
    pushes,
    settled,
    callsAt: (where) => {
      url = where;
    },
    verifies: (signature) => verifyAddress(line(), signature),
    user: (name) => userOf(state, server.address, known(state, name), pushed),
    forges: (kind, name, text) => deliver(line(), forged(line(), kind, known(state, name).openid, text)),
    losesAnswers: (count) => {
      toLose = count;
    },
    limits: (path, calls) => void state.quota.set(path, calls),
    revokes: () => state.tokens.revoke(),
    menu: () => state.menu,
    async stop() {
      await settled();
      await server.stop();
    },
  };
}

type Fields = Readonly<Record<string, string | number | bigint>>;

function event(Event: string, more: Fields = {}): Fields {
  return { MsgType: 'event', Event, ...more };
}

function known(state: WechatState, name: string): Person {
  const person = personNamed(name);
  const before = state.people.get(person.openid);
  if (!before) state.people.set(person.openid, person);
  return before ?? person;
}

// A MsgId has 64 bits: more than a number of JavaScript holds.
let lastMsgId = 24_086_087_575_195_330n;

function nextMsgId(): bigint {
  lastMsgId += 1n;
  return lastMsgId;
}

function userOf(
  state: WechatState,
  address: string,
  person: Person,
  pushed: (person: Person, fields: Fields) => Promise<string>,
): WechatUser {
  const does = (act: Parameters<typeof allow>[1], fields: Fields): Promise<string> => {
    allow(person, act, state.now());
    return pushed(person, fields);
  };
  return {
    openid: person.openid,
    chat: person.chat,
    says: (Content) => does('message', { MsgType: 'text', Content, MsgId: nextMsgId() }),
    sendsPicture(bytes) {
      const MsgId = nextMsgId();
      const MediaId = `media-${MsgId}`;
      state.media.set(MediaId, bytes);
      const PicUrl = `${address}/mmbiz_jpg/${MediaId}/0`;
      return does('message', { MsgType: 'image', PicUrl, MediaId, MsgId });
    },
    follows() {
      person.following = true;
      return does('follow', event('subscribe', { EventKey: '' }));
    },
    async unfollows() {
      person.following = false;
      await pushed(person, event('unsubscribe', { EventKey: '' }));
    },
    async presses(EventKey) {
      if (!menuKeys(state.menu).includes(EventKey)) throw new Error(`the menu has no button ${EventKey}`);
      return does('menu', event('CLICK', { EventKey }));
    },
    scans: (EventKey) => does('scan', event('SCAN', { EventKey, Ticket: `ticket-${EventKey}` })),
    permits: (template, times = 1) => void person.permitted.set(template, times),
    refuses: (refusing) => {
      person.refusing = refusing;
    },
  };
}

function forged(line: PushLine, kind: Forgery, openid: string, Content: string) {
  const { account } = line;
  const head = { ToUserName: account.name, FromUserName: openid, CreateTime: Math.floor(line.now() / 1000) };
  const message = writeWechatXml({ ...head, MsgType: 'text', Content, MsgId: nextMsgId() });
  const good = envelope(line, openid, message);
  switch (kind) {
    case 'wrong-signature':
      return envelope({ ...line, account: { ...account, token: 'another' } }, openid, message);
    case 'other-app':
      return envelope({ ...line, account: { ...account, appId: 'wxffffffffffffffff' } }, openid, message);
    case 'garbled':
      return signedEnvelope(
        line,
        openid,
        sealWechat(account.encodingAesKey, account.appId, message).slice(0, -8),
      );
    case 'not-base64':
      return signedEnvelope(line, openid, `${'!'.repeat(43)}=`);
    case 'stale':
      return envelope({ ...line, now: () => line.now() - 3_600_000 }, openid, message);
    case 'huge':
      return signedEnvelope(line, openid, 'A'.repeat(4_000_000));
    case 'plain':
      return { query: good.query, body: message };
    case 'doctype':
      return { query: good.query, body: `<!DOCTYPE xml [<!ENTITY a "${openid}">]>${good.body}` };
    case 'unsigned':
      return { query: new URLSearchParams({ openid, encrypt_type: 'aes' }), body: good.body };
  }
}
