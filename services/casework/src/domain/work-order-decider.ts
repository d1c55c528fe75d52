// The rules of a work order in one value (HD-1 … HD-4): what may be asked, what then happens, what it makes
// of the state.
import type { Decider, Recorded } from '#kernel/decider';
import { ruleAssistObjection } from './assist-steps';
import { markStepOverdue } from './chain-time';
import { decideCheck } from './check-steps';
import { evolveWorkOrder } from './evolve-work-order';
import { ruleExtension } from './extension-steps';
import { decideRelease } from './release-steps';
import { succeedUnit } from './unit-succession';
import { decideUnitStep } from './unit-steps';
import { decideVerdictStep } from './verdict-steps';
import { NO_WORK_ORDER, type WorkOrder } from './work-order';
import type { WorkOrderCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import { ON_RESULT, REJECTED, type WorkOrderCause, type WorkOrderEvent } from './work-order-events';

/** Writer of the work order's events in the journal. */
export const WORK_ORDER_WRITER = 'casework.workorder';

/** 工单 */
export const workOrderDecider: Decider<
  WorkOrder,
  WorkOrderCommand,
  WorkOrderEvent,
  WorkOrderCause,
  WorkOrderPolicy,
  WorkOrderRefusal
> = {
  initial: NO_WORK_ORDER,
  evolve: evolveWorkOrder,
  decide(command, state, policy, decision) {
    switch (command.type) {
      case 'AcknowledgeDispatch':
      case 'ObjectToDispatch':
      case 'RecordContact':
      case 'GivePreliminaryOpinion':
      case 'CompleteAppeal':
      case 'RequestExtension':
      case 'RequestEscalation':
      case 'AssignInside':
      case 'SubmitDraft':
      case 'ReturnDraft':
      case 'SignDraft':
      case 'HandOverInside':
      case 'GiveContribution':
        return decideUnitStep(command, state, policy, decision);
      case 'MarkStepOverdue':
        return markStepOverdue(state, policy, decision);
      case 'SucceedUnit':
        return succeedUnit(command, state);
      case 'RuleExtension':
        return ruleExtension(command, state, policy, decision);
      case 'RuleAssistObjection':
        return ruleAssistObjection(command, state, policy, decision);
      case 'ReleaseAnswer':
      case 'ReturnAnswer':
        return decideRelease(command, state, policy, decision);
      case 'RecordFactCheck':
      case 'RecordResultCheck':
        return decideCheck(command, state, policy, decision);
      default:
        return decideVerdictStep(command, state, policy, decision);
    }
  },
};

/**
 * What an event of another brings about by itself: a wish to withdraw is granted by whoever owns the appeal.
 * An answer of the library that crossed the wish makes casework the owner of it. A panel's ruling on the
 * answer is carried out.
 */
export function reactToCause(
  { event }: Recorded<WorkOrderCause>,
  { file }: WorkOrder,
): WorkOrderCommand | undefined {
  if (event.type === 'PanelRuled' || event.type === 'SessionLapsed') {
    const rejected = event.type === 'PanelRuled' && event.option === REJECTED;
    return event.question === ON_RESULT ? { type: 'ObeyPanel', approved: !rejected } : undefined;
  }
  if (event.type === 'SpotCheckFailed')
    return event.reopen ? { type: 'ReopenAfterCheck', by: event.by } : undefined;
  const crossed = event.type === 'AnsweredDirectly' && file.withdrawalWanted === true;
  return event.type === 'WithdrawalRequested' || crossed ? { type: 'GrantWithdrawal' } : undefined;
}
