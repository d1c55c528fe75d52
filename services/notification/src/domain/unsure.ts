// A message of which nobody knows whether it went out: the answer of the provider was lost, by a crash or on
// the line. The provider is asked by our id as long as it may still tell. Where it cannot, the text's own
// rule holds: `repeat` sends it once more – twice told is a nuisance, never told lets a clock run against
// somebody who does not know (YC-6), therefore the default – `report` gives it up on record, for texts a
// second of which would mislead (IN-7, HD-4).
import type { MessagePolicy, UnsureReport } from './message-commands';
import type { MessageEvent } from './message-events';
import { type ClaimedMessage, type Messages, UNSURE } from './messages';

/** What a pack says of such a message; `repeat` where it says nothing. */
export type UnsureRule = 'repeat' | 'report';

/** The rule of a template under the pack that governs the appeal. */
export function unsureRule(template: string, state: Messages, policy: MessagePolicy): UnsureRule {
  const { door, kind } = state.course;
  const pack = state.status === 'admitted' ? policy.pack(state.packHash) : policy.packFor(door, kind);
  return pack.messages.find(({ id }) => id === template)?.unsure ?? 'repeat';
}

/** What becomes of it. Repeated once and unsure again, it is reported: nobody is told a third time. */
export function afterUnsure(
  { messageId, provider, reason, told }: UnsureReport,
  { template, attempts, repeated }: ClaimedMessage,
  rule: UnsureRule,
): MessageEvent {
  const attempt = attempts + 1;
  const again = rule === 'repeat' && repeated === undefined;
  if (told === 'later' || (told === 'silent' && !again))
    return { type: 'MessageUnsure', messageId, template, provider, reason, attempt };
  return { type: 'MessageFailed', messageId, template, reason: UNSURE, givenUp: !again, attempt };
}
