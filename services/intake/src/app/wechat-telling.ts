// What happens to an appeal flows back to the official account it came from (IN-1, IN-7): the text that goes
// to the enterprise as a short message is said there too. Within what WeChat allows after a person wrote (its
// documentation: 48 hours, five messages) it is said in the chat, otherwise by the account's notice, if it
// has one. Who left the account, and whose appeal came by another way, is not there to be told.
import { telling, type WechatPerson } from '../domain/wechat-person';
import type { ConversationPorts } from './wechat-ports';
import type { IntakePorts } from './ports';

/** What became of a telling: `told`, told before, nobody there, or why not. */
export type Telling = 'told' | 'told-before' | 'not-here' | 'refused' | 'away';

/** A text about an appeal. */
export interface Tidings {
  readonly appealId: string;
  /** The same text never goes twice under one id. */
  readonly messageId: string;
  readonly text: string;
}

/** What it stands on. */
export interface TellingPorts extends Pick<ConversationPorts, 'people' | 'inTurn' | 'now'> {
  readonly appeals: IntakePorts['appeals'];
  /** Says it at the account of a door; undefined where the account cannot speak. */
  readonly speaker: (door: string) => Speaker | undefined;
}

/** The voice of an account. */
export type Speaker = (
  openId: string,
  tidings: Pick<Tidings, 'messageId' | 'text'> & { readonly number: string },
) => Promise<'told' | 'refused' | 'away'>;

/** Tells whoever raised the appeal at an account. */
export async function tellAtDoor(tidings: Tidings, ports: TellingPorts): Promise<Telling> {
  const found = await ports.appeals.get(tidings.appealId);
  if (found === undefined || found.appeal.status === 'none') return 'not-here';
  const { channel, sourceNumber, number } = found.appeal.core;
  const speak = ports.speaker(channel);
  const person = speak && (await whoRaised(sourceNumber, ports.people));
  if (speak === undefined || person?.openId === undefined) return 'not-here';
  if (person.told?.some(({ key }) => key === tidings.messageId)) return 'told-before';
  const outcome = await speak(person.openId, { ...tidings, number });
  if (outcome === 'told') {
    await ports.inTurn(person.id, async () => {
      const latest = (await ports.people.get(person.id)) ?? person;
      await ports.people.put(telling(latest, tidings.messageId, ports.now()));
    });
  }
  return outcome;
}

/** The number of an appeal raised at an account begins with the code of its person. */
async function whoRaised(
  sourceNumber: string,
  people: ConversationPorts['people'],
): Promise<WechatPerson | undefined> {
  const [, id] = /^wx-([\da-f]{32})-/.exec(sourceNumber) ?? [];
  return id === undefined ? undefined : people.get(id);
}
