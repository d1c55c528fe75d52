// 紧急诉求: an appeal is of the urgent class when a person of the roles its pack names has said so (RT-6, YC-8),
// be it that the classifier had heard signals in its words or that he knows from elsewhere. A signal by
// itself is only proposed; whoever finds it mistaken denies it, with a reason. Once confirmed it stays
// urgent: its clocks run.
import { type Actor, type Decision, decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { type Answer, type Refusal, notAllowed } from './clerk-steps';
import type { Routing } from './routing';
import type { ClerkCommand, RoutingPolicy } from './routing-commands';

type Command<T extends ClerkCommand['type']> = Extract<ClerkCommand, { type: T }>;

/** Confirms what was proposed, or marks by hand. */
export function confirmUrgent(
  command: Command<'ConfirmUrgent'>,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const refused = notForThem(command, state, policy, actor);
  if (refused) return refused;
  const { urgency, sorted } = state.file;
  if (urgency === 'confirmed') return reject('ALREADY_URGENT', 'RT-6');
  const proposed = sorted?.urgent === true && urgency === undefined;
  if (!proposed && command.reason.trim() === '') return reject('REASON_MISSING', 'RT-6');
  return decided({ type: 'UrgencyConfirmed', proposed, by: actor.id, reason: command.reason });
}

/** Denies what was proposed. */
export function denyUrgent(
  command: Command<'DenyUrgent'>,
  state: Routing,
  policy: RoutingPolicy,
  { actor }: Decision,
): Answer {
  const refused = notForThem(command, state, policy, actor);
  if (refused) return refused;
  const { urgency, sorted } = state.file;
  if (urgency === 'confirmed') return reject('ALREADY_URGENT', 'RT-6');
  if (urgency === 'denied' || sorted?.urgent !== true) return reject('NOT_PROPOSED', 'RT-6');
  if (command.reason.trim() === '') return reject('REASON_MISSING', 'RT-6');
  return decided({ type: 'UrgencyDenied', by: actor.id, reason: command.reason });
}

function notForThem(
  command: ClerkCommand,
  state: Routing,
  policy: RoutingPolicy,
  actor: Actor,
): Refusal | undefined {
  const { packHash } = state.file;
  if (packHash === '') return reject('NOT_ADMITTED', 'IN-5');
  return (
    notAllowed(command, state, policy, actor) ??
    (state.status === 'closed' ? reject('CLOSED', 'HD-1', { why: state.why }) : undefined) ??
    notNamed(policy.pack(packHash), actor)
  );
}

function notNamed({ urgent }: Pack, { role }: Actor): Refusal | undefined {
  if (urgent === undefined) return reject('URGENCY_NOT_FORESEEN', 'RT-6');
  return urgent.confirmedBy.includes(role) ? undefined : reject('ROLE_NOT_ALLOWED', 'TR-2', { role });
}
