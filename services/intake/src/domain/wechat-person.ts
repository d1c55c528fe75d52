// What an official account remembers of a person: the draft under way, the appeals raised or opened here, and
// what was answered lately, so that a repeated message gets the same answer. It is intake's own memory and no
// fact of any appeal: it stands in the store alone, keyed without the OpenID, and everything in it that says
// something of a person ends – a draft after 24 hours, an answer after ten minutes, all of it when the person
// leaves the account.
import type { Answered } from './wechat-dialogue';
import { DRAFT_LIVES_MS } from './wechat-dialogue';

/** A repeat of WeChat comes within seconds, one that is believed within ten minutes, in ms. */
const HEARD_LIVES_MS = 10 * 60_000;
/** A message is sent again for less than a day, in ms. */
const TOLD_LIVES_MS = 48 * 3_600_000;
/** Most appeals a person is shown; older ones are found by number and query code. */
const MOST_APPEALS = 20;

/** Languages of a conversation. */
export type Language = 'zh' | 'en';

/** An appeal of a person. */
export interface OwnAppeal {
  readonly id: string;
  readonly number: string;
}

/** One person at one account. */
export interface WechatPerson {
  /** Keyed code of account and OpenID. */
  readonly id: string;
  readonly door: string;
  /**
   * OpenID, as long as there is something to tell; absent before the first word and after the last appeal.
   */
  readonly openId?: string;
  readonly language: Language;
  /** Absent while no appeal is being written. Ends at `until`, epoch ms. */
  readonly draft?: {
    readonly sourceNumber: string;
    readonly answers: readonly Answered[];
    readonly until: number;
  };
  /** What was answered to which message, until when. */
  readonly heard: readonly { readonly key: string; readonly reply: string; readonly until: number }[];
  /** The latest first. */
  readonly appeals: readonly OwnAppeal[];
  /** What was told outside of an answer, by id, until when. */
  readonly told?: readonly { readonly key: string; readonly until: number }[];
  /** When something here ends next, epoch ms; 0 = nothing does. */
  readonly endsAt: number;
}

/** Somebody who has said nothing yet. */
export function newPerson(id: string, door: string): WechatPerson {
  return { id, door, language: 'zh', heard: [], appeals: [], endsAt: 0 };
}

/** What is left at this moment. */
export function rememberedAt(person: WechatPerson, now: number): WechatPerson {
  const { draft, openId, ...rest } = person;
  const heard = person.heard.filter(({ until }) => until > now);
  const told = person.told?.filter(({ until }) => until > now) ?? [];
  const open = draft !== undefined && draft.until > now;
  const needed = open || heard.length > 0 || rest.appeals.length > 0;
  const kept = needed && openId !== undefined;
  return timed({ ...rest, heard, told, ...(open && { draft }), ...(kept && { openId }) });
}

/** With a draft that has these answers, and lives 24 hours from now. */
export function drafting(
  person: WechatPerson,
  sourceNumber: string,
  answers: readonly Answered[],
  now: number,
): WechatPerson {
  return timed({ ...person, draft: { sourceNumber, answers, until: now + DRAFT_LIVES_MS } });
}

/** Without a draft. */
export function withoutDraft({ draft: _draft, ...person }: WechatPerson): WechatPerson {
  return timed(person);
}

/** With an appeal in the first place. */
export function owning(person: WechatPerson, appeal: OwnAppeal): WechatPerson {
  const others = person.appeals.filter(({ id }) => id !== appeal.id);
  return { ...person, appeals: [appeal, ...others].slice(0, MOST_APPEALS) };
}

/** With what was answered to a message. */
export function answering(person: WechatPerson, key: string, reply: string, now: number): WechatPerson {
  return timed({ ...person, heard: [...person.heard, { key, reply, until: now + HEARD_LIVES_MS }] });
}

/** With what was told under an id; a message of the same id is kept away for two days. */
export function telling(person: WechatPerson, key: string, now: number): WechatPerson {
  return timed({ ...person, told: [...(person.told ?? []), { key, until: now + TOLD_LIVES_MS }] });
}

function timed(person: WechatPerson): WechatPerson {
  const ends = [...person.heard, ...(person.told ?? [])].map(({ until }) => until);
  if (person.draft !== undefined) ends.push(person.draft.until);
  return { ...person, endsAt: ends.length === 0 ? 0 : Math.min(...ends) };
}
