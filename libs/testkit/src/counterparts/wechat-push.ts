// The platform calls the account: verification of the address, messages and events in safe mode (安全模式), and
// the answer it expects. From developers.weixin.qq.com/doc/service, "Passive user reply message" and access
// guide: an answer within five seconds, else the connection is cut and the message pushed again with the same
// MsgId; `success` or an empty body means silence; anything else that is no readable reply earns the person
// the apology below. The page says "three retries in total", practice tells of three pushes in all: three
// here. Whether a repeat comes word for word or sealed anew nobody documents: the second is the first word
// for word, the third sealed anew, so that an account must stand both. Assumed too: a broken connection or a
// status other than 200 counts as no answer; the query carries `openid`; User-Agent and content type as
// observed.
import { randomBytes } from 'node:crypto';
import { openWechat, sealWechat, wechatSignature } from './wechat-crypt';
import { textLimit } from './wechat-messages';
import { readWechatXml, writeWechatXml, type XmlFields } from './wechat-xml';

/** What the console of the platform and the account's owner agreed on. */
export interface WechatAccount {
  readonly appId: string;
  readonly secret: string;
  readonly token: string;
  readonly encodingAesKey: string;
  /** The account's original id (原始ID), `gh_…`: it stands in every message. */
  readonly name: string;
}

/** What the person sees when the account cannot be understood. */
export const wechatApology = '该公众号提供的服务出现故障，请稍后再试';

/** How a push ended: `text` is what the person sees, `fault` why it is the apology. */
export interface Heard {
  readonly text: string;
  readonly reply?: XmlFields;
  readonly fault?: string;
  /** Requests it took. */
  readonly pushes: number;
}

/** One request to the account, ready to be sent as often as needed. */
export interface Envelope {
  readonly query: URLSearchParams;
  readonly body: string;
}

/** Where the account listens and how long the platform waits. */
export interface PushLine {
  readonly account: WechatAccount;
  readonly url: string;
  /** Milliseconds until the platform cuts the connection; five seconds in reality. */
  readonly patienceMs: number;
  readonly now: () => number;
  /**
   * Whether the answer that just came is lost on its way: the account has done its work, and is asked again.
   */
  readonly loses?: () => boolean;
}

/** Seals one message as safe mode does. */
export function envelope(line: PushLine, openid: string, message: string): Envelope {
  return signedEnvelope(line, openid, sealWechat(line.account.encodingAesKey, line.account.appId, message));
}

/** Signs what is already sealed, whatever it is. */
export function signedEnvelope(line: PushLine, openid: string, sealed: string): Envelope {
  const { account, now } = line;
  const timestamp = String(Math.floor(now() / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const query = new URLSearchParams({
    signature: wechatSignature(account.token, timestamp, nonce),
    timestamp,
    nonce,
    openid,
    encrypt_type: 'aes',
    msg_signature: wechatSignature(account.token, timestamp, nonce, sealed),
  });
  return { query, body: writeWechatXml({ ToUserName: account.name, Encrypt: sealed }) };
}

/** Sends an envelope once: the status and the body, or undefined where nothing came in time. */
export async function deliver(
  line: PushLine,
  sent: Envelope,
): Promise<{ status: number; body: string } | undefined> {
  try {
    const response = await fetch(`${line.url}?${sent.query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', 'user-agent': 'Mozilla/4.0' },
      body: sent.body,
      signal: AbortSignal.timeout(line.patienceMs),
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return undefined;
  }
}

/** Pushes a message until it is answered, three times at most, and reads the answer. */
export async function push(line: PushLine, openid: string, message: string): Promise<Heard> {
  const first = envelope(line, openid, message);
  let last = 'no answer in time';
  for (const [index, sent] of [first, first, undefined].entries()) {
    const answer = await deliver(line, sent ?? envelope(line, openid, message));
    if (answer?.status === 200 && !line.loses?.())
      return { ...read(line.account, openid, answer.body), pushes: index + 1 };
    last = answer && answer.status !== 200 ? `status ${answer.status}` : 'no answer in time';
  }
  return { text: wechatApology, fault: last, pushes: 3 };
}

function read(account: WechatAccount, openid: string, body: string): Omit<Heard, 'pushes'> {
  if (body === '' || body === 'success') return { text: '' };
  const broken = (fault: string) => ({ text: wechatApology, fault });
  const outer = readWechatXml(body);
  if (!outer) return broken('-40002: the answer is no XML');
  const { Encrypt, MsgSignature, TimeStamp, Nonce } = outer;
  if (typeof Encrypt !== 'string' || typeof Nonce !== 'string' || typeof TimeStamp !== 'string') {
    return broken('safe mode: the answer must be sealed, with TimeStamp and Nonce');
  }
  if (MsgSignature !== wechatSignature(account.token, TimeStamp, Nonce, Encrypt)) {
    return broken('-40001: MsgSignature');
  }
  const opened = openWechat(account.encodingAesKey, account.appId, Encrypt);
  if ('fault' in opened) return broken(opened.fault);
  const reply = readWechatXml(opened.message);
  if (!reply) return broken('-40002: what was sealed is no XML');
  const fault = replyFault(account, openid, reply);
  return fault ? broken(fault) : { text: shown(reply), reply };
}

function replyFault(account: WechatAccount, openid: string, reply: XmlFields): string | undefined {
  if (reply['ToUserName'] !== openid) return 'ToUserName is not the person who spoke';
  if (reply['FromUserName'] !== account.name) return 'FromUserName is not the account';
  if (!/^\d{1,10}$/.test(String(reply['CreateTime']))) return 'CreateTime is no whole number of seconds';
  const kind = reply['MsgType'];
  if (kind === 'text') {
    const content = reply['Content'];
    if (typeof content !== 'string' || content === '') return 'Content is missing';
    return Buffer.byteLength(content) > textLimit ? `Content has more than ${textLimit} bytes` : undefined;
  }
  const inside: Record<string, string> = { image: 'Image', voice: 'Voice', video: 'Video', music: 'Music' };
  if (kind === 'news') return reply['Articles'] === undefined ? 'Articles are missing' : undefined;
  const part = inside[String(kind)];
  if (part === undefined) return `MsgType ${String(kind)} is unknown`;
  return typeof reply[part] === 'object' ? undefined : `${part} is missing`;
}

function shown(reply: XmlFields): string {
  return reply['MsgType'] === 'text' ? String(reply['Content']) : `[${String(reply['MsgType'])}]`;
}

/** The check of the address when it is entered in the console: whether it answers as an account must. */
export async function verifyAddress(line: PushLine, signature?: string): Promise<boolean> {
  const timestamp = String(Math.floor(line.now() / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const echostr = String(randomBytes(8).readBigUInt64BE());
  const query = new URLSearchParams({
    signature: signature ?? wechatSignature(line.account.token, timestamp, nonce),
    echostr,
    timestamp,
    nonce,
  });
  try {
    const response = await fetch(`${line.url}?${query}`, { signal: AbortSignal.timeout(line.patienceMs) });
    return response.status === 200 && (await response.text()) === echostr;
  } catch {
    return false;
  }
}
