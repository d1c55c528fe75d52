// A sender who writes to the official account of the demonstration as WeChat would hand it on. What is sent
// is sealed here by the functions whose vectors are WeChat's own.
import { derivedAccount } from '../src/adapters/out/door-secrets';
import { openMessage, sealMessage, wechatSignature } from '../src/adapters/in/wechat/message-crypt';
import { readMessageXml, writeMessageXml } from '../src/adapters/in/wechat/message-xml';
import { demoProfile, MORNING } from './scenario';

export const SECRETS = derivedAccount(new Uint8Array(32), 'wechat');
export const APP_ID = demoProfile().wechat[0]?.appId ?? '';
export const PERSON = 'oyORnuP8q7ou2gfYjqLzSIWZf0rs';
const random = Buffer.from('aaaabbbbccccdddd');

/** How a callback differs from a right one. */
export interface Callback {
  readonly at?: number;
  readonly nonce?: string;
  readonly secrets?: typeof SECRETS;
  readonly appId?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A text message as its fields; `id` is its MsgId. */
export const text = (id: number, content: string, over: object = {}) => ({
  ...{ ToUserName: 'gh_10f6c3c3ac5a', FromUserName: PERSON, CreateTime: Math.floor(MORNING / 1000) },
  ...{ MsgType: 'text', Content: content, MsgId: String(id), ...over },
});

/** An event; it has no MsgId. */
export const event = (name: string, at: number, over: object = {}) => ({
  ...{ ToUserName: 'gh_10f6c3c3ac5a', FromUserName: PERSON, CreateTime: at },
  ...{ MsgType: 'event', Event: name, ...over },
});

/** The callback with a sealed text in it, as it would come in. */
export function callback(message: string, over: Callback = {}) {
  const { at = MORNING, nonce = 'n1', secrets = SECRETS, appId = APP_ID } = over;
  const sealed = sealMessage(message, { ...secrets, appId, random });
  return signed(
    sealed,
    Buffer.from(writeMessageXml({ ToUserName: 'gh_10f6c3c3ac5a', Encrypt: sealed })),
    at,
    { nonce, secrets, query: over.query ?? {} },
  );
}

/** A callback with any body, signed over what it says was sealed. */
export function signed(
  sealed: string,
  body: Uint8Array,
  at: number,
  { nonce, secrets, query }: Required<Pick<Callback, 'nonce' | 'secrets' | 'query'>>,
) {
  const timestamp = String(Math.floor(at / 1000));
  const parts = { timestamp, nonce, encrypt_type: 'aes' };
  const sums = {
    signature: wechatSignature([secrets.token, timestamp, nonce]),
    msg_signature: wechatSignature([secrets.token, timestamp, nonce, sealed]),
  };
  return {
    door: 'wechat',
    method: 'POST',
    headers: {},
    query: { ...parts, ...sums, ...query },
    body: Buffer.from(body),
  };
}

/** The words of an answer, checked as WeChat checks them; empty for `success`. */
export function wordsOf(answer: {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
}) {
  if (answer.text === 'success') return '';
  if (answer.status !== 200 || answer.contentType !== 'text/xml; charset=utf-8')
    throw new Error(`${answer.status} ${answer.text}`);
  const { Encrypt = '', MsgSignature, TimeStamp = '', Nonce = '' } = readMessageXml(answer.text) ?? {};
  if (MsgSignature !== wechatSignature([SECRETS.token, TimeStamp, Nonce, Encrypt]))
    throw new Error('unsigned');
  const opened = openMessage(Encrypt, { ...SECRETS, appId: APP_ID });
  const reply = opened.ok ? readMessageXml(Buffer.from(opened.value).toString()) : undefined;
  if (reply?.['ToUserName'] !== PERSON || reply['MsgType'] !== 'text') throw new Error('not a reply');
  return reply['Content'] ?? '';
}
