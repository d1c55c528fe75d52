// The voice of an account: what is said to a person outside of an answer, and the menu he finds (IN-1). What
// WeChat allows in the chat is said there; when it does not – nobody wrote within 48 hours, or five messages
// went out – it goes as the account's notice, if the profile names a template for it.
import { createHash } from 'node:crypto';
import type { WechatAccount } from '#policy/wechat-account';
import type { Speaker } from '../../app/wechat-telling';
import { withinBytes } from '../in/wechat/said-in-words';
import type { WechatApi } from './wechat-api';

/** Nobody wrote lately, or enough was said: a notice may still go. */
const CHAT_CLOSED = [45015, 45047];
/** Longest text of a chat, in bytes, and of a value of a template, in characters. */
const LONGEST_TEXT = 2048;
const LONGEST_VALUE = 20;
const BEIJING_MS = 8 * 3_600_000;

/** Speaks as an account. */
export function accountSpeaker({ notice }: WechatAccount, api: WechatApi, now: () => number): Speaker {
  return async (openId, { messageId, text, number }) => {
    const said = await api.say(openId, withinBytes(text, LONGEST_TEXT));
    if (said.outcome === 'done') return 'told';
    if (said.outcome === 'away') return 'away';
    if (notice === undefined || !CHAT_CLOSED.includes(said.code)) return 'refused';
    const values = valuesOf(notice.data, { number, text, at: now() });
    const mark = createHash('sha256').update(messageId).digest('hex').slice(0, 32);
    const { kind, templateId } = notice;
    const noticed = await api.notify(openId, { kind, templateId, values, messageId: mark });
    return noticed.outcome === 'done' ? 'told' : noticed.outcome;
  };
}

function valuesOf(
  data: NonNullable<WechatAccount['notice']>['data'],
  { number, text, at }: { readonly number: string; readonly text: string; readonly at: number },
): Readonly<Record<string, string>> {
  const time = new Date(at + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ');
  const sources = { number, text: shortened(text), time };
  return Object.fromEntries(Object.entries(data).map(([keyword, source]) => [keyword, sources[source]]));
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  if (characters.length <= LONGEST_VALUE) return characters.join('');
  return `${characters.slice(0, LONGEST_VALUE - 1).join('')}…`;
}

/** The menu 自定义菜单 as WeChat wants it. */
export function menuOf({ menu }: Pick<WechatAccount, 'menu'>): object {
  const button = (one: (typeof menu)[number]): object => {
    if ('does' in one) return { type: 'click', name: one.name, key: one.does };
    return { type: 'view', name: one.name, url: one.url };
  };
  return { button: menu.map(button) };
}
