// The door of a WeChat official account (IN-1): the address is verified, callbacks are believed, opened, read
// and answered within the same request, sealed again as they came. What is not believed or cannot be read is
// told by a code, and nothing is stored of it. WeChat waits five seconds and then calls again, up to three
// times (its documentation, 被动回复用户消息); the repeat gets the same answer.
import { renderSentence } from '#contracts/render-sentence';
import { textIn, UnreadableBody } from '#platform/edge/json-body';
import type { WechatAccount } from '#policy/wechat-account';
import type { AccountSecrets } from '../../out/door-secrets';
import { type DoorAnswer, type DoorCall, inText } from '../door';
import { openMessage, sealMessage, wechatSignature } from './message-crypt';
import { readMessage, type WechatMessage } from './message-reading';
import { withinBytes } from './said-in-words';
import { type MessageFields, readMessageXml, writeMessageXml } from './message-xml';
import { type SignedCall, signersOf, STAMP_WITHIN_S } from './push-belief';

/** Largest callback: 64 kB; WeChat's own limit for a text is far below. */
const LARGEST_BODY = 64 * 1024;
/** WeChat waits five seconds for an answer. */
const PATIENCE_MS = 4000;
/** Longest text WeChat takes as a reply: 2048 bytes. */
const LONGEST_REPLY = 2048;

/** What the door stands on. */
export interface WechatDoorPorts {
  /** Secrets of an account, the newest first; never empty. */
  readonly secretsOf: (door: string) => readonly AccountSecrets[];
  /** What is answered to a message, in text; empty = nothing. The same message is answered alike for ever. */
  readonly answerTo: (message: WechatMessage, account: WechatAccount) => Promise<string>;
  /**
   * Says to a person what could not be answered in time; undefined where the account cannot speak by itself.
   */
  readonly later: ((account: WechatAccount, person: string, text: string) => Promise<void>) | undefined;
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
  /** Whole seconds until the next call of a door may come, of all people or of one; 0 = now. */
  readonly waitOf: (door: string, perMinute: number, person?: string) => Promise<number>;
  /** Whether stamp and nonce were spent on another body. */
  readonly spent: (query: SignedCall['query'], body: Uint8Array, now: number) => boolean;
  readonly now: () => number;
  /** So many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** Counts what became of a call. */
  readonly count: (door: string, outcome: string) => void;
}

const STATUS: Readonly<Record<string, number>> = {
  ...{
    SIGNATURE_MISSING: 401,
    SIGNATURE_WRONG: 401,
    STAMP_WRONG: 401,
    PUSH_REPLAYED: 401,
    APP_ID_WRONG: 401,
  },
  MESSAGE_TOO_LARGE: 413,
};

/** A call that is not answered as WeChat wants it. */
class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(readonly code: string) {
    super(code);
  }
}

/** Answers a call at the door of an account. */
export async function receiveWechat(
  call: DoorCall,
  account: WechatAccount,
  ports: WechatDoorPorts,
): Promise<DoorAnswer> {
  try {
    return call.method === 'GET' ? verified(call, account, ports) : await answered(call, account, ports);
  } catch (error) {
    if (error instanceof UnreadableBody) return told(new Refusal(error.code), account, ports);
    if (error instanceof Refusal) return told(error, account, ports);
    throw error;
  }
}

/** 验证消息来自微信服务器: whoever signs with the token is told his own word. */
function verified({ query }: DoorCall, account: WechatAccount, ports: WechatDoorPorts): DoorAnswer {
  const { echostr = '' } = query;
  if (!/^[\w+/=-]{1,256}$/.test(echostr)) throw new Refusal('MESSAGE_UNREADABLE');
  const signers = signersOf({ query, sealed: undefined }, ports.secretsOf(account.door), ports.now());
  if (!signers.ok) throw new Refusal(signers.error);
  ports.count(account.door, 'verified');
  return inText(200, echostr);
}

async function answered(call: DoorCall, account: WechatAccount, ports: WechatDoorPorts): Promise<DoorAnswer> {
  if (call.body.length > LARGEST_BODY) throw new Refusal('MESSAGE_TOO_LARGE');
  const { fields, secrets } = believed(call, account, ports);
  const read = readMessage(fields);
  const retryAfterS = await ports.waitOf(account.door, account.perMinute);
  if (!read.ok) {
    // WeChat would send it again if it were refused, and the person would read of an outage.
    if (read.error === 'MESSAGE_UNREADABLE') throw new Refusal(read.error);
    ports.count(account.door, read.error);
    return inText(200, 'success');
  }
  const text =
    retryAfterS > 0 ? tooOften(retryAfterS, account, ports) : await soon(read.value, account, ports);
  if (text === '') return inText(200, 'success');
  return inText(200, replyTo(read.value, text, secrets, account, ports), 'xml');
}

/**
 * More than the account takes: said as an answer. Refused, WeChat would send it twice more and tell the
 * person of an outage.
 */
function tooOften(retryAfterS: number, { door }: WechatAccount, { count }: WechatDoorPorts): string {
  count(door, 'TOO_MANY_PUSHES');
  return renderSentence('wechat', 'TOO_OFTEN', { seconds: String(retryAfterS) }).zh;
}

/**
 * The answer, if it comes before WeChat stops waiting; else nothing now, and the answer as a message of its
 * own. An account that cannot speak by itself lets WeChat call again, and answers the repeat.
 */
async function soon(message: WechatMessage, account: WechatAccount, ports: WechatDoorPorts): Promise<string> {
  const answer = ports.answerTo(message, account);
  const { later } = ports;
  if (later === undefined) return answer;
  const first = await Promise.race([answer, ports.pause(PATIENCE_MS).then(() => undefined)]);
  if (first !== undefined) return first;
  ports.count(account.door, 'answered-later');
  void answer
    .catch(() => renderSentence('wechat', 'FAILED', {}).zh)
    .then((text) => (text === '' ? undefined : later(account, message.person, text)))
    .catch(() => ports.count(account.door, 'later-lost'));
  return '';
}

interface Believed {
  readonly fields: MessageFields;
  readonly secrets: AccountSecrets;
}

/** The fields of a call that was signed, and with what; an encrypted account takes no plain call. */
function believed({ query, body }: DoorCall, account: WechatAccount, ports: WechatDoorPorts): Believed {
  const outer = fieldsOf(body);
  const plain = account.mode === 'plain';
  const sealed = plain ? undefined : (outer['Encrypt'] ?? '');
  if (!plain && (query['encrypt_type'] !== 'aes' || sealed === '')) throw new Refusal('SIGNATURE_MISSING');
  const now = ports.now();
  const signers = signersOf({ query, sealed }, ports.secretsOf(account.door), now);
  if (!signers.ok) throw new Refusal(signers.error);
  if (ports.spent(query, body, now)) throw new Refusal('PUSH_REPLAYED');
  let why = 'CIPHER_UNREADABLE';
  for (const secrets of signers.value) {
    if (sealed === undefined) return { fields: outer, secrets };
    const { encodingAesKey } = secrets;
    const opened = openMessage(sealed, { encodingAesKey, appId: account.appId });
    if (opened.ok) return { fields: fieldsOf(opened.value), secrets };
    why = opened.error;
  }
  throw new Refusal(why);
}

function fieldsOf(bytes: Uint8Array): MessageFields {
  const fields = readMessageXml(textIn('utf-8', bytes));
  if (fields === undefined) throw new Refusal('MESSAGE_UNREADABLE');
  return fields;
}

/** 被动回复: as plain or as sealed as the message came. */
function replyTo(
  { person, account: name }: WechatMessage,
  text: string,
  { token, encodingAesKey }: AccountSecrets,
  { mode, appId }: WechatAccount,
  { now, random }: WechatDoorPorts,
): string {
  const at = Math.floor(now() / 1000);
  const reply = writeMessageXml({
    ...{ ToUserName: person, FromUserName: name, CreateTime: at },
    ...{ MsgType: 'text', Content: withinBytes(text, LONGEST_REPLY) },
  });
  if (mode === 'plain') return reply;
  const sealed = sealMessage(reply, { encodingAesKey, appId, random: random(16) });
  const nonce = Buffer.from(random(8)).toString('hex');
  return writeMessageXml({
    ...{ Encrypt: sealed, MsgSignature: wechatSignature([token, String(at), nonce, sealed]) },
    ...{ TimeStamp: at, Nonce: nonce },
  });
}

function told({ code }: Refusal, { door }: WechatAccount, ports: WechatDoorPorts): DoorAnswer {
  ports.count(door, code);
  const params = { seconds: String(STAMP_WITHIN_S), now: new Date(ports.now()).toISOString() };
  const { zh } = renderSentence('intake', code, params);
  return inText(STATUS[code] ?? 400, `${code}: ${zh}`);
}
