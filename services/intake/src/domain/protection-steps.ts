// 保护诉求 (HD-10): the enterprise that asked at the door that nobody who works on its appeal learns who it is.
// Whom the pack lets may have it opened, and every opening stands on record with its reason, whatever became
// of the appeal. To lift the protection is the enterprise's alone: not even somebody it has called does it.
import { type Decided, type Decision, reject, decided } from '#kernel/decider';
import { reachOf } from '#policy/scopes';
import type { Appeal } from './appeal';
import { type AppealPolicy, type AppealRefusal, packOf, type ProtectionCommand } from './appeal-commands';
import type { AppealEvent } from './appeal-events';
import { withText } from './enterprise-steps';

const MIN_REASON = 2;

/** Decides a command about who a protected enterprise is. */
export function decideProtection(
  command: ProtectionCommand,
  appeal: Appeal,
  policy: AppealPolicy,
  { actor }: Decision,
): Decided<AppealEvent, AppealRefusal> {
  if (appeal.status === 'none') return reject('NOT_SUBMITTED', 'HD-10');
  const { core } = appeal;
  const may =
    command.type === 'LiftProtection'
      ? actor.role === 'enterprise'
      : reachOf(packOf(policy, core), actor.role, 'ReadProtected') === 'all';
  if (!may) return reject('ROLE_NOT_ALLOWED', 'HD-10', { role: actor.role });
  if (core.protect !== true) return reject('NOT_PROTECTED', 'HD-10');
  if (command.type === 'LiftProtection') return decided({ type: 'ProtectionLifted' });
  return withText(command.reason, MIN_REASON, (reason) => {
    return { type: 'ProtectedOpened', by: actor.id, reason };
  });
}
