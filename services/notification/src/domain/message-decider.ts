// The rules of an appeal's messages in one value (IN-7, SV-1, HD-4).
import { type Decider, type Recorded, decided, unreachable } from '#kernel/decider';
import { claim } from './claims';
import { evolveMessages } from './evolve-messages';
import type { MessageCommand, MessagePolicy, Report } from './message-commands';
import type { MessageCause, MessageEvent } from './message-events';
import { MOST_ATTEMPTS, type Messages, NO_MESSAGES, waitingOf } from './messages';
import { occasionsOf } from './occasions';

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
  decide(command, state, policy) {
    switch (command.type) {
      case 'ClaimMessages':
        return decided(...claim(command, state, policy));
      case 'ReportSending':
        return decided(...command.reports.flatMap((report) => reported(report, state)));
      case 'ReportDelivery':
        return decided(...command.messageIds.flatMap((messageId) => delivered(messageId, state)));
      default:
        return unreachable(command);
    }
  },
};

function reported(report: Report, state: Messages): readonly MessageEvent[] {
  const { messageId } = report;
  const message = waitingOf(state).find(({ id }) => id === messageId);
  if (message === undefined) return [];
  const { template } = message;
  if (report.outcome === 'failed') {
    const attempt = message.attempts + 1;
    const givenUp = report.final || attempt >= MOST_ATTEMPTS;
    return [{ type: 'MessageFailed', messageId, template, reason: report.reason, givenUp, attempt }];
  }
  const { provider, providerId } = report;
  const sent: MessageEvent = { type: 'MessageSent', messageId, template, provider, providerId };
  return report.delivered ? [sent, { type: 'MessageDelivered', messageId, template }] : [sent];
}

function delivered(messageId: string, { messages }: Messages): readonly MessageEvent[] {
  const message = messages.find(({ id }) => id === messageId);
  if (message?.status !== 'sent') return [];
  return [{ type: 'MessageDelivered', messageId, template: message.template }];
}

/** What an event of another brings about by itself. */
export function reactToCause(
  { event, id: cause, at }: Recorded<MessageCause>,
  state: Messages,
): MessageCommand | undefined {
  const occasions = occasionsOf(event, state.course);
  return occasions.length === 0 ? undefined : { type: 'ClaimMessages', cause, at, occasions };
}
