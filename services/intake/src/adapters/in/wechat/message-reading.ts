// A message of WeChat as what a person said or did. The kinds are those of WeChat's documentation (接收普通消息,
// 接收事件推送); of kinds that carry no text only the kind is read. Its key is MsgId, or for events, which
// have none, sender and time (and which of two events of one second): by it a repeat is known.
import { ok, type Result, refuse } from '#kernel/result';
import type { Said } from '../../../domain/wechat-said';
import type { MessageFields } from './message-xml';

/** A message that was understood. */
export interface WechatMessage {
  /** The same for every repeat of it, within the account. */
  readonly key: string;
  /** OpenID of who wrote. */
  readonly person: string;
  /** Name of the account it was written to. */
  readonly account: string;
  readonly said: Said;
}

/** Kinds without a text of their own. */
const WORDLESS = ['image', 'voice', 'video', 'shortvideo', 'location', 'link'];
const PERSON = /^[\w-]{6,64}$/;
const ACCOUNT = /^[\w@-]{3,64}$/;

/** Reads a message; refused with a code where it is none or of a kind nobody knows. */
export function readMessage(
  fields: MessageFields,
): Result<WechatMessage, 'MESSAGE_UNREADABLE' | 'MESSAGE_TYPE_UNKNOWN'> {
  const at = (name: string) => fields[name]?.trim() ?? '';
  const person = at('FromUserName');
  const account = at('ToUserName');
  const created = at('CreateTime');
  const type = at('MsgType');
  if (!PERSON.test(person) || !ACCOUNT.test(account) || !/^\d{1,12}$/.test(created) || type === '')
    return refuse('MESSAGE_UNREADABLE');
  if (type === 'event') {
    const event = at('Event').toLowerCase();
    if (event === '') return refuse('MESSAGE_UNREADABLE');
    const pressed = at('EventKey');
    const key = `${person}/${created}/${event}/${pressed}`;
    return ok({ key, person, account, said: doneBy(event, pressed) });
  }
  const id = at('MsgId');
  if (!/^\d{1,20}$/.test(id)) return refuse('MESSAGE_UNREADABLE');
  if (type === 'text') {
    if (fields['Content'] === undefined) return refuse('MESSAGE_UNREADABLE');
    return ok({ key: id, person, account, said: { kind: 'words', text: fields['Content'] } });
  }
  if (!WORDLESS.includes(type)) return refuse('MESSAGE_TYPE_UNKNOWN');
  return ok({ key: id, person, account, said: { kind: 'wordless' } });
}

function doneBy(event: string, key: string): Said {
  if (event === 'subscribe') return { kind: 'arrived' };
  if (event === 'unsubscribe') return { kind: 'left' };
  if (event === 'click') return { kind: 'pressed', key };
  return { kind: 'nothing' };
}
