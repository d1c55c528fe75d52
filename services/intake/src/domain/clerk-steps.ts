// What a person decides at intake (IN-4, IN-5): whose appeal it is, and whether it is admitted, sent back
// to be mended 退回补正 or declined 不予受理 with a ground the enterprise can read.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import type { Appeal, TakenAppeal } from './appeal';
import { reachOf } from '#policy/scopes';
import {
  type AppealPolicy,
  type AppealRefusal,
  type ClerkCommand,
  type IdentityRuling,
  packOf,
} from './appeal-commands';
import type { AppealEvent } from './appeal-events';
import { nameKey } from './enterprise-name';
import { withText } from './enterprise-steps';
import { admission, heldAsNotRegistered, matched } from './take-on';

type Answer = Decided<AppealEvent, AppealRefusal>;
const MIN_REASON = 2;

/** Decides a command of a clerk. */
export function decideClerkStep(
  command: ClerkCommand,
  appeal: Appeal,
  policy: AppealPolicy,
  { actor }: Decision,
): Answer {
  if (appeal.status === 'none') return notHere(appeal);
  if (!mayDecide(command, appeal, policy, actor.role))
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  switch (command.type) {
    case 'AdmitAppeal':
      if (appeal.status !== 'screening' && appeal.status !== 'sent-back') return notHere(appeal);
      return decided(admission(appeal, appeal.identity, policy, actor.id));
    case 'DeclineAppeal': {
      const { ground, explanation } = command;
      if (!isHeld(appeal)) return notHere(appeal);
      if (!packOf(policy, appeal.core).admission.decline.some(({ id }) => id === ground))
        return reject('GROUND_UNKNOWN', 'IN-5', { ground });
      return withText(explanation, MIN_REASON, (text) => ({
        type: 'AppealDeclined',
        ground,
        decidedBy: actor.id,
        explanation: text,
      }));
    }
    case 'SendBackAppeal':
      if (!isHeld(appeal) || appeal.status === 'sent-back') return notHere(appeal);
      return withText(command.wanted, MIN_REASON, (wanted) => ({
        type: 'AppealSentBack',
        decidedBy: actor.id,
        wanted,
      }));
    case 'RuleIdentity':
      if (!identityIsOpen(appeal)) return notHere(appeal);
      return ruleIdentity(command.ruling, appeal, actor.id);
  }
}

/**
 * Whom the pack lets decides; where it declines a ground by default, only the authority it names may admit
 * all the same.
 */
function mayDecide(command: ClerkCommand, appeal: TakenAppeal, policy: AppealPolicy, role: string): boolean {
  const pack = packOf(policy, appeal.core);
  const may = reachOf(pack, role, command.type) !== 'none';
  if (command.type !== 'AdmitAppeal' || appeal.status !== 'screening') return may;
  const ground = pack.admission.decline.find(({ id }) => id === appeal.ground);
  if (ground?.exceptionBy !== undefined && role === ground.exceptionBy) return true;
  return may && ground?.byDefault !== 'decline';
}

function ruleIdentity(ruling: IdentityRuling, appeal: TakenAppeal, by: string): Answer {
  switch (ruling.ruling) {
    case 'matched':
      if (ruling.uscc === '') return reject('USCC_NOT_GIVEN', 'IN-4');
      if (!ruling.enterprise) return reject('USCC_NOT_REGISTERED', 'IN-4', { uscc: ruling.uscc });
      return decided(matched(ruling.enterprise, nameDiffers(appeal, ruling.enterprise.name), by));
    case 'founding':
      return decided<AppealEvent>({ type: 'IdentityFounding', ruledBy: by });
    case 'not-registered':
      return decided(heldAsNotRegistered([]));
  }
}

function nameDiffers({ core }: TakenAppeal, registeredName: string): boolean {
  return core.words !== 'erased' && nameKey(core.words.enterpriseName) !== nameKey(registeredName);
}

function identityIsOpen(
  appeal: Appeal,
): appeal is Extract<Appeal, { status: 'identity-review' | 'sent-back' }> {
  return (
    appeal.status === 'identity-review' || (appeal.status === 'sent-back' && appeal.identity.how === 'open')
  );
}

function isHeld(appeal: Appeal): boolean {
  return (
    appeal.status === 'screening' || appeal.status === 'identity-review' || appeal.status === 'sent-back'
  );
}

function notHere(appeal: Appeal): Answer {
  return reject('NOT_AT_THIS_STAGE', 'IN-5', { status: appeal.status });
}
