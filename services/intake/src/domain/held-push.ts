// A push that waits for a person 待核代码的推送 (IN-1): it is believed and complete, but a code of its platform –
// region, kind, topic – means nothing to the mapping. It is neither guessed at nor sent away: kept under the
// number of the appeal it will be, it waits until a person says what the code means, or that it is none to be
// taken in. It is part of the appeal's document, because a repeat of the push and the person's word must not
// both make an appeal. Its received time, and the desk clock, are those of the push.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { reachOf } from '#policy/scopes';
import type { Appeal, CodedField } from './appeal';
import {
  type AppealPolicy,
  type AppealRefusal,
  deskDueAt,
  type HeldPushCommand,
  packOf,
  type ReleasePush,
} from './appeal-commands';
import type { AppealEvent } from './appeal-events';
import { withText } from './enterprise-steps';
import { type Held, released } from './released-push';

type Answer = Decided<AppealEvent, AppealRefusal>;

const FIELDS: readonly CodedField[] = ['kind', 'topic', 'region'];
const MIN_REASON = 2;

/** Decides what becomes of a push with codes that mean nothing. */
export function decideHeldPush(
  command: HeldPushCommand,
  appeal: Appeal,
  policy: AppealPolicy,
  { at, actor }: Decision,
): Answer {
  if (command.type === 'HoldPush') return hold(command, appeal, policy, at);
  if (appeal.status === 'none') return reject('NOT_AT_THIS_STAGE', 'IN-1', { status: appeal.status });
  if (reachOf(packOf(policy, appeal.core), actor.role, 'ReleasePush') === 'none')
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (appeal.status !== 'held') return reject('NOT_AT_THIS_STAGE', 'IN-1', { status: appeal.status });
  if (command.type === 'RejectPush')
    return withText(command.reason, MIN_REASON, (reason) => {
      return { type: 'PushRejected', decidedBy: actor.id, reason };
    });
  return release(command, appeal, actor.id);
}

/** A push that is here already changes nothing. */
function hold(
  { submission, unmapped, number, queryCode }: Extract<HeldPushCommand, { type: 'HoldPush' }>,
  appeal: Appeal,
  policy: AppealPolicy,
  at: number,
): Answer {
  if (appeal.status !== 'none') return decided<AppealEvent>();
  const { channel, sourceNumber, kind, topic, uscc, region, ...rest } = submission;
  const { title, content, enterpriseName, contactName, contactPhone, attachments } = rest;
  return decided<AppealEvent>({
    ...{ type: 'PushHeld', number, channel, sourceNumber, kind, topic, uscc, region, unmapped },
    deskDueAt: deskDueAt(packOf(policy, submission), policy.calendar, at),
    words: { title, content, enterpriseName, contactName, contactPhone, queryCode, attachments },
  });
}

/** Every code that was asked about gets a meaning, and no other. */
function release(command: ReleasePush, appeal: Held, by: string): Answer {
  const asked = FIELDS.filter((field) => appeal.unmapped[field] !== undefined);
  const missing = asked.find((field) => command[field] === '');
  if (missing !== undefined) return reject('MEANING_MISSING', 'IN-1', { field: missing });
  const beyond = FIELDS.find((field) => command[field] !== '' && !asked.includes(field));
  if (beyond !== undefined) return reject('MEANING_NOT_ASKED', 'IN-1', { field: beyond });
  if (appeal.core.words === 'erased') return reject('TEXT_MISSING', 'IN-1');
  const { problem } = command;
  if (problem) return reject('MEANING_REFUSED', 'IN-1', { field: problem.field, reason: problem.code });
  return decided<AppealEvent>(released(appeal, command, by));
}
