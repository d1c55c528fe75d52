// The rules of an appeal's messages in one value (IN-7, SV-1, HD-4).
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';
import { claim } from './claims';
import { evolveMessages } from './evolve-messages';
import type { MessageCommand, MessagePolicy, Report } from './message-commands';
import type { MessageCause, MessageEvent } from './message-events';
import {
  type ClaimedMessage,
  MOST_ATTEMPTS,
  type Messages,
  NO_MESSAGES,
  PUSH_PAUSES_MS,
  waitingOf,
} from './messages';
import { occasionsOf } from './occasions';
import { tell, toldOf } from './told';
import { afterUnsure, unsureRule } from './unsure';

/** Writer of the messages' events in the journal. */
export const MESSAGES_WRITER = 'notification.messages';

/** 消息 */
export const messageDecider: Decider<
  Messages,
  MessageCommand,
  MessageEvent,
  MessageCause,
  MessagePolicy,
  never
> = {
  initial: NO_MESSAGES,
  evolve: evolveMessages,
  decide(command, state, policy, { at }) {
    switch (command.type) {
      case 'ClaimMessages':
        return decided(...claim(command, state, policy), ...tell(command, state, policy));
      case 'OfferMessages':
        return decided(...command.messageIds.flatMap((id) => offered(id, command.provider, state)));
      case 'ReportSending':
        return decided(...command.reports.flatMap((report) => reported(report, state, policy, at)));
      case 'ReportDelivery': {
        const { messageIds, failed = [] } = command;
        return decided(
          ...messageIds.flatMap((messageId) => delivered(messageId, state)),
          ...failed.flatMap(({ messageId, reason }) => undelivered(messageId, reason, state)),
        );
      }
      default:
        return unreachable(command);
    }
  },
};

function offered(messageId: string, provider: string, state: Messages): readonly MessageEvent[] {
  const message = waitingOf(state).find(({ id }) => id === messageId);
  return message ? [{ type: 'MessageOffered', messageId, template: message.template, provider }] : [];
}

function reported(
  report: Report,
  state: Messages,
  policy: MessagePolicy,
  at: number,
): readonly MessageEvent[] {
  const { messageId } = report;
  const message = waitingOf(state).find(({ id }) => id === messageId);
  if (message === undefined) return [];
  const { template } = message;
  if (report.outcome === 'unsure') return [afterUnsure(report, message, unsureRule(template, state, policy))];
  if (report.outcome === 'failed')
    return [message.channel === 'push' ? notTold(report, message, at) : refused(report, message)];
  const { provider, providerId } = report;
  const sent: MessageEvent = { type: 'MessageSent', messageId, template, provider, providerId };
  return report.delivered ? [sent, { type: 'MessageDelivered', messageId, template }] : [sent];
}

function refused(
  { messageId, reason, final, againAt, blameless }: Extract<Report, { outcome: 'failed' }>,
  { template, attempts, claimedAt }: ClaimedMessage,
): MessageEvent {
  // Neither a provider that does not work nor a limit of the number is the message's fault: it spends
  // nothing.
  const attempt = blameless || againAt !== undefined ? attempts : attempts + 1;
  const givenUp = final || attempt >= MOST_ATTEMPTS;
  const when = blameless ? claimedAt : againAt;
  const kept = when === undefined || givenUp ? {} : { againAt: when };
  return { type: 'MessageFailed', messageId, template, reason, givenUp, attempt, ...kept };
}

/** Whoever is told is tried for days, whatever went wrong, unless he will never take it. */
function notTold(
  { messageId, reason, final }: Extract<Report, { outcome: 'failed' }>,
  { template, attempts }: ClaimedMessage,
  at: number,
): MessageEvent {
  const attempt = attempts + 1;
  const pause = PUSH_PAUSES_MS[attempts];
  if (final || pause === undefined)
    return { type: 'MessageFailed', messageId, template, reason, givenUp: true, attempt };
  return { type: 'MessageFailed', messageId, template, reason, givenUp: false, attempt, againAt: at + pause };
}

function delivered(messageId: string, { messages }: Messages): readonly MessageEvent[] {
  const message = messages.find(({ id }) => id === messageId);
  if (message?.status !== 'sent') return [];
  return [{ type: 'MessageDelivered', messageId, template: message.template }];
}

function undelivered(messageId: string, reason: string, { messages }: Messages): readonly MessageEvent[] {
  const message = messages.find(({ id }) => id === messageId);
  if (message?.status !== 'sent') return [];
  const { template } = message;
  return [{ type: 'MessageFailed', messageId, template, reason, givenUp: true, attempt: 1 }];
}

/** What an event of another brings about by itself. */
export function reactToCause(
  { event, id: cause, at }: Recorded<MessageCause>,
  state: Messages,
): MessageCommand | undefined {
  const ofPush = event.type === 'PushHeld' || event.type === 'PushRejected';
  const occasions = ofPush ? [] : occasionsOf(event, state.course);
  const told = toldOf(event);
  if (occasions.length === 0 && told === undefined) return undefined;
  return { type: 'ClaimMessages', cause, at, occasions, ...(told && { told }) };
}
