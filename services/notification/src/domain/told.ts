// What flows back to the platform an appeal came from, and out to systems that asked to be told (IN-1,
// IN-11): one telling for every stage and receiver, claimed with the event that brought it and sent in its
// order. The platform that holds the enterprise's own words is told the answer or the reason too; a system is
// told thinly and fetches the rest under its own rights. A unit's system hears of the appeals the unit leads
// or assists in.
import type { MessageCommand, MessagePolicy } from './message-commands';
import type { MessageCause, MessageEvent } from './message-events';
import type { Messages } from './messages';
import type { Told } from './receiver';

/** What an event is to whoever is told; undefined where it is no stage. */
export function toldOf(event: MessageCause): Told | undefined {
  switch (event.type) {
    case 'PushRejected':
      return { stage: 'rejected', text: event.reason };
    case 'AppealAdmitted':
      return { stage: 'accepted', text: '' };
    case 'AppealDeclined':
      return { stage: 'declined', text: event.reason };
    case 'AppealSentBack':
      return { stage: 'returned', text: event.reason };
    case 'AppealJoined':
      return { stage: 'joined', text: event.joinedToNumber };
    case 'AppealDispatched':
      return { stage: 'dispatched', text: '' };
    case 'DispatchRecalled':
      return { stage: 'recalled', text: '' };
    case 'AppealReopened':
      return { stage: 'reopened', text: '' };
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return { stage: 'withdrawn', text: '' };
    case 'AppealClosed':
      return { stage: event.why === 'withdrawn' ? 'withdrawn' : 'closed', text: '' };
    default:
      return answerOf(event);
  }
}

/** An answer the platform holds back (HD-2) is told when it is released. */
function answerOf(event: MessageCause): Told | undefined {
  switch (event.type) {
    case 'AnsweredDirectly':
      return { stage: 'answered', text: '', articleId: event.articleId };
    case 'AppealCompleted':
      return event.held ? undefined : { stage: 'answered', text: event.result };
    case 'AnswerReleased':
      return { stage: 'answered', text: '', released: true };
    default:
      return undefined;
  }
}

/** The tellings of one event. */
export function tell(
  { cause, at, told }: Extract<MessageCommand, { type: 'ClaimMessages' }>,
  { course, messages }: Messages,
  { receivers, article }: Pick<MessagePolicy, 'receivers' | 'article'>,
): readonly MessageEvent[] {
  if (told === undefined) return [];
  const known = new Set(messages.map(({ id }) => id));
  return receivers().flatMap(({ name, stages, door, unit, words }): readonly MessageEvent[] => {
    const messageId = `${cause}#${told.stage}#${name}`;
    const concerned =
      stages.includes(told.stage) &&
      (door === undefined || door === course.door) &&
      (unit === undefined || course.units.includes(unit));
    if (!concerned || known.has(messageId)) return [];
    const before = messages.filter(({ channel, recipient }) => channel === 'push' && recipient === name);
    const params = {
      ...{ number: course.number, sourceNumber: course.sourceNumber ?? '', stage: told.stage },
      ...{ at: String(at), sequence: String(before.length + 1) },
      text: words ? textOf(told, course.result, article) : '',
    };
    const letter = { address: name, text: told.stage, params };
    return [
      {
        ...{ type: 'MessageClaimed', messageId, template: told.stage, recipient: name, unit: unit ?? '' },
        ...{ channel: 'push', cause, letter },
      },
    ];
  });
}

function textOf({ text, articleId, released }: Told, held = '', article: MessagePolicy['article']): string {
  if (articleId !== undefined) return article(articleId)?.body ?? '';
  return released ? held : text;
}
