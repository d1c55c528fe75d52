// What each event makes of an appeal's messages. Nothing is judged and no sealed word is looked at: an erased
// person leaves the same messages in the same states.
import { type Recorded, unreachable } from '#kernel/decider';
import type { MessageCause, MessageEvent } from './message-events';
import { ASK_AFTER_MS, type ClaimedMessage, type Course, LINGER_MS } from './messages';
import { type Message, type Messages, UNSURE, backOffMs } from './messages';

/** The state after an event. */
export function evolveMessages(state: Messages, recorded: Recorded<MessageEvent | MessageCause>): Messages {
  const { event, at } = recorded;
  switch (event.type) {
    case 'MessageClaimed':
      return { ...state, messages: [...state.messages, claimed(event, at)] };
    case 'MessageOffered':
    case 'MessageUnsure':
    case 'MessageSent':
    case 'MessageDelivered':
    case 'MessageFailed': {
      const { messageId } = event;
      const after = (message: Message) => (message.id === messageId ? moved(message, event, at) : message);
      return { ...state, messages: state.messages.map(after) };
    }
    default:
      return evolveForeign(state, event, at);
  }
}

function claimed(event: Extract<MessageEvent, { type: 'MessageClaimed' }>, at: number): Message {
  const { messageId: id, template, recipient, unit, letter } = event;
  const channel = wayOf(event.channel);
  const known = { id, template, recipient, unit, claimedAt: at, ...channel };
  const tryAt = Math.max(at + LINGER_MS, event.notBefore ?? 0);
  const digest = event.digest ? { digest: event.digest } : {};
  return { ...known, status: 'claimed', letter, attempts: 0, tryAt, ...digest };
}

/** A short message goes without a word for its way. */
function wayOf(channel: string): Pick<Message, 'channel'> {
  return channel === 'email' || channel === 'push' ? { channel } : {};
}

function moved(
  message: Message,
  event: Exclude<MessageEvent, { type: 'MessageClaimed' }>,
  at: number,
): Message {
  const { id, template, recipient, unit, claimedAt, channel } = message;
  const known = { id, template, recipient, unit, claimedAt, ...(channel && { channel }) };
  switch (event.type) {
    case 'MessageSent': {
      const { provider, providerId } = event;
      return message.status === 'claimed'
        ? { ...known, status: 'sent', sentAt: at, by: { provider, providerId } }
        : message;
    }
    case 'MessageDelivered': {
      if (message.status !== 'sent') return message;
      const { sentAt, by } = message;
      return { ...known, status: 'delivered', sentAt, deliveredAt: at, ...(by && { by }) };
    }
    case 'MessageFailed':
      if (event.givenUp) {
        const by = message.status === 'sent' ? message.by : undefined;
        return { ...known, status: 'given-up', reason: event.reason, ...(by && { by }) };
      }
      return message.status === 'claimed' ? waiting(message, event, at) : message;
    case 'MessageOffered': {
      const offered = { provider: event.provider, at };
      return message.status === 'claimed' ? { ...message, offered, tryAt: at + ASK_AFTER_MS } : message;
    }
    case 'MessageUnsure': {
      const { attempt: attempts, reason: trouble } = event;
      const tryAt = at + backOffMs(attempts);
      return message.status === 'claimed' ? { ...message, attempts, trouble, tryAt } : message;
    }
    default:
      return unreachable(event);
  }
}

/** Refused and to be tried again: whoever had it surely has it no more, or it may be sent a second time. */
function waiting(
  { offered, ...message }: ClaimedMessage,
  { attempt: attempts, reason: trouble, againAt }: Extract<MessageEvent, { type: 'MessageFailed' }>,
  at: number,
): ClaimedMessage {
  const tryAt = againAt ?? at + backOffMs(attempts);
  const repeated = trouble === UNSURE ? offered?.provider : undefined;
  return { ...message, attempts, trouble, tryAt, ...(repeated !== undefined && { repeated }) };
}

function evolveForeign(state: Messages, event: MessageCause, at: number): Messages {
  if (event.type === 'AppealAdmitted' && state.status === 'before-admission') {
    const { packHash, uscc } = event;
    return { ...state, status: 'admitted', packHash, course: { ...state.course, ...(uscc && { uscc }) } };
  }
  if (event.type === 'PackChanged' && state.status === 'admitted')
    return { ...state, packHash: event.packHash };
  return { ...state, course: courseAfter(state.course, event, at) };
}

function courseAfter(course: Course, event: MessageCause, at: number): Course {
  switch (event.type) {
    case 'AppealSubmitted': {
      const { number, sourceNumber, door, kind, words, protect } = event;
      const known = { number, door, kind, words, ...(sourceNumber && { sourceNumber }) };
      return { ...course, ...known, ...(protect && { protect }) };
    }
    case 'PushHeld': {
      const { number, sourceNumber, door } = event;
      return { ...course, number, sourceNumber, door };
    }
    case 'ProtectionLifted': {
      const { protect: _lifted, ...open } = course;
      return open;
    }
    case 'AppealDispatched': {
      const units = [...new Set([event.lead, ...event.assist])].filter((unit) => unit !== '');
      return { ...course, units, orderedAt: at };
    }
    case 'UrgencyConfirmed':
      return { ...course, urgent: true };
    case 'AppealReopened':
    case 'AnswerReturned':
      return { ...course, orderedAt: at };
    case 'AppealCompleted':
      return { ...course, result: event.result };
    default:
      return course;
  }
}
