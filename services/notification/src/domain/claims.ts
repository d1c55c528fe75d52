// Who is told of an occasion: one message for every text of the pack that names it and every recipient of
// that text. A recipient without a number – a role nobody has given a phone, somebody of a unit who is no
// longer in the profile, a person who was erased – is skipped on record: the message is claimed and given up
// in one breath, so that nobody wonders whether it was forgotten.
import type { Pack } from '#policy/pack';
import type { Message as MessageSetting } from '#policy/pack-texts';
import { endOfQuiet } from '#policy/quiet-hours';
import { tellsPlatform } from '#policy/told-platform';
import type { MessageCommand, MessagePolicy } from './message-commands';
import type { MessageEvent } from './message-events';
import type { Channel, Letter, Messages } from './messages';
import type { Occasion } from './occasions';
import { RATING_REMINDER, type TextSources, type Worded, worded } from './texts';

interface Recipient {
  readonly unit: string;
  /** Who it is, where several are told by one text. */
  readonly person?: string;
  readonly address: string | 'erased';
  /** Empty or absent: a short message takes its place. */
  readonly email?: string | undefined;
}

type Lettered = Recipient & { readonly channel: Channel };

/** The messages of the occasions of one event. */
export function claim(
  { cause, at, occasions }: Extract<MessageCommand, { type: 'ClaimMessages' }>,
  state: Messages,
  policy: MessagePolicy,
): readonly MessageEvent[] {
  const { door, kind } = state.course;
  const pack = state.status === 'admitted' ? policy.pack(state.packHash) : policy.packFor(door, kind);
  const { calendar, platform, unitName, article } = policy;
  const sources: TextSources = { pack, calendar: calendar(), platform: platform(), unitName, article };
  const known = new Set(state.messages.map(({ id }) => id));
  return occasions.flatMap((occasion) =>
    pack.messages
      .filter((text) => text.on === occasion.on && isTold(text, pack) && !isMoot(text, occasion, pack))
      .flatMap((setting) => {
        // Whoever is on duty when it goes out is told, not who was when it was written (HD-9).
        const goesAt = setting.waits === true ? endOfQuiet(at, pack.quietHours) : at;
        const recipients = recipientsOf(setting, occasion, state, policy, { pack, at: goesAt });
        return lettersTo(setting, recipients).flatMap((recipient) => {
          const id = messageIdOf(cause, setting, recipient);
          if (known.has(id)) return [];
          known.add(id);
          const words = worded(setting, occasion, at, state.course, sources, recipient.unit || undefined);
          return claimed(id, setting, recipient, cause, words, goesAt > at ? goesAt : undefined);
        });
      }),
  );
}

/**
 * The platform hears what a unit found or did where its pack says so (YC-6); everybody else by the text
 * alone.
 */
function isTold(text: Pick<MessageSetting, 'on' | 'to'>, { answering }: Pack): boolean {
  return answering.platformIsTold || !tellsPlatform(text);
}

/** Nobody is asked to rate an answer that his discontent has just sent back to the unit (HD-4). */
function isMoot({ id }: MessageSetting, { discontent }: Occasion, { dissatisfied }: Pack): boolean {
  return id === RATING_REMINDER && discontent === true && dissatisfied.ways[0] === 'reopen';
}

/** The id a message has by what it is about. */
function messageIdOf(cause: string, setting: MessageSetting, { unit, person, channel }: Lettered): string {
  const whose = unit === '' ? setting.to : unit;
  const id = `${cause}#${setting.id}#${person === undefined ? whose : `${whose}/${person}`}`;
  return channel === 'sms' ? id : `${id}#${channel}`;
}

function recipientsOf(
  { to, on }: MessageSetting,
  occasion: Occasion,
  { course }: Messages,
  policy: MessagePolicy,
  { pack, at }: { readonly pack: Pack; readonly at: number },
): readonly Recipient[] {
  if (to === 'enterprise')
    return [{ unit: '', address: course.words === 'erased' ? 'erased' : course.words.phone }];
  if (to === 'unit' || to === 'assist') {
    const inside = to === 'unit' ? personsTold(occasion, policy) : [];
    if (inside.some(({ address, email }) => address !== '' || email)) return inside;
    const units = unitsTold(to, on, occasion, course, pack).map((unit) => {
      const { phone = '', email } = policy.ofUnit(unit, at) ?? {};
      return { unit, address: phone, email };
    });
    return [...inside, ...units];
  }
  if (to === 'sponsors') return sponsorsTold(course, policy, at);
  const { phone = '', email } = policy.ofRole(to) ?? {};
  return [{ unit: '', address: phone, email }];
}

/** One letter for each way the text takes; without an e-mail the short message alone. */
function lettersTo({ channel }: MessageSetting, recipients: readonly Recipient[]): readonly Lettered[] {
  return recipients.flatMap((recipient) => {
    const { email = '' } = recipient;
    const short: Lettered = { ...recipient, channel: 'sms' };
    if (channel === 'sms' || email === '') return [short];
    const mail: Lettered = { ...recipient, address: email, channel: 'email' };
    return channel === 'email' ? [mail] : [short, mail];
  });
}

/**
 * Those of the unit who may do the step that is awaited (HD-9); where none of them can be reached, or the
 * profile has none, the unit's contact.
 */
function personsTold({ persons = [], units }: Occasion, policy: MessagePolicy): readonly Recipient[] {
  return persons.map((person) => {
    const { phone = '', email } = policy.ofPerson(person) ?? {};
    return { unit: units[0] ?? '', person, address: phone, email };
  });
}

/**
 * 挂点联系领导 (IN-6, CR 二-7): of the enterprise and of its key projects; often nobody. Of a protected appeal he is
 * not told: to be told would tell him whose it is (HD-10).
 */
function sponsorsTold(
  { protect, uscc = '' }: Messages['course'],
  policy: MessagePolicy,
  at: number,
): readonly Recipient[] {
  if (protect === true || uscc === '') return [];
  return policy.sponsors(uscc, at).map(({ id, phone }) => ({ unit: '', person: id, address: phone }));
}

/** A text for assisting units 协办单位 takes the place of the units' text for them (RT-3). */
function unitsTold(
  to: 'unit' | 'assist',
  on: Occasion['on'],
  { units }: Occasion,
  course: Messages['course'],
  { messages }: Pack,
): readonly string[] {
  const assists = (unit: string) => course.units.indexOf(unit) > 0;
  if (to === 'assist') return units.filter(assists);
  const haveTheirOwn = messages.some((other) => other.on === on && other.to === 'assist');
  return haveTheirOwn ? units.filter((unit) => !assists(unit)) : units;
}

function claimed(
  messageId: string,
  { id: template, to: recipient, digest }: MessageSetting,
  { unit, address, channel }: Lettered,
  cause: string,
  words: Worded,
  notBefore: number | undefined,
): readonly MessageEvent[] {
  const letter: Letter = address === 'erased' ? 'erased' : { address, ...words };
  const claim: MessageEvent = {
    type: 'MessageClaimed',
    messageId,
    template,
    recipient,
    unit,
    channel,
    cause,
    letter,
    // What goes by day goes by itself.
    ...(notBefore !== undefined && { notBefore, ...(digest && { digest }) }),
  };
  if (address !== 'erased' && address !== '') return [claim];
  const reason = address === 'erased' ? 'erased' : 'no-address';
  return [claim, { type: 'MessageFailed', messageId, template, reason, givenUp: true, attempt: 0 }];
}
