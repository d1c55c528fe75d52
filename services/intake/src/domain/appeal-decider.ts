// The rules of an appeal at intake in one value (IN-1 … IN-7).
import type { Decider } from '#kernel/decider';
import { type Appeal, counts, filedUnder, isOpen, NO_APPEAL } from './appeal';
import type { AppealCommand, AppealPolicy, AppealRefusal } from './appeal-commands';
import type { AppealCause, AppealEvent } from './appeal-events';
import { decideClerkStep } from './clerk-steps';
import { decideEnterpriseStep } from './enterprise-steps';
import { evolveAppeal } from './evolve-appeal';
import { decideHeldPush } from './held-push';
import { decideProtection } from './protection-steps';
import { decideReport } from './report-appeal';
import { decideTakeOn } from './take-on';

/** Writer of an appeal's events in the journal. */
export const APPEAL_WRITER = 'intake.appeal';

/** 诉求受理 */
export const appealDecider: Decider<
  Appeal,
  AppealCommand,
  AppealEvent,
  AppealCause,
  AppealPolicy,
  AppealRefusal
> = {
  initial: NO_APPEAL,
  evolve: evolveAppeal,
  decide(command, appeal, policy, decision) {
    switch (command.type) {
      case 'SubmitAppeal':
      case 'AddMaterial':
      case 'UrgeAppeal':
      case 'WithdrawAppeal':
        return decideEnterpriseStep(command, appeal, policy, decision);
      case 'HoldPush':
      case 'ReleasePush':
      case 'RejectPush':
        return decideHeldPush(command, appeal, policy, decision);
      case 'OpenProtected':
      case 'LiftProtection':
        return decideProtection(command, appeal, policy, decision);
      case 'ReportAppeal':
        return decideReport(command, appeal, policy, decision);
      case 'TakeOnAppeal':
        return decideTakeOn(command, appeal, policy);
      default:
        return decideClerkStep(command, appeal, policy, decision);
    }
  },
};

/** When the appeal wants to be taken on: at once, and again until it has been. */
export function takeOnDueAt(appeal: Appeal): number | null {
  return appeal.status === 'submitted' ? appeal.core.submittedAt : null;
}

/** By what appeals are found whose identity a person must look at. */
export const IN_REVIEW = 'waits';

/**
 * Fields an appeal is found by: its number, the code it is filed under while it counts, and that code once
 * more while it is open; a held push by its door; and what waits for a ruling on its identity by that.
 */
export function appealLookup(appeal: Appeal): Record<string, string> {
  if (appeal.status === 'none') return {};
  const uscc = filedUnder(appeal);
  const { number, channel } = appeal.core;
  if (appeal.status === 'held') return { number, heldAt: channel };
  const found = { number, ...(appeal.status === 'identity-review' && { review: IN_REVIEW }) };
  if (uscc === '' || !counts(appeal)) return found;
  return isOpen(appeal) ? { ...found, of: uscc, openOf: uscc } : { ...found, of: uscc };
}
