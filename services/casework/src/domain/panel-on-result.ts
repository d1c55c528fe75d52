// 办结验收: what a panel's ruling on whether the answer holds brings about (HD-5; YC-2 办结情况验收). A rejected answer
// goes back to its unit for another round, also one the platform still holds; after an approval, or a session
// that came to nothing, the case ends by whatever had been said meanwhile.
import { type Decided, decided } from '#kernel/decider';
import { closingThatWaited } from './closing';
import { type WorkOrder, isFinished, orderOf } from './work-order';
import type { WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

/** Who reopens or closes by the panel's ruling, as it stands on record. */
const PANEL = 'panel';

/** What a ruling on the answer, or its coming to nothing (`approved`: the answer stands), brings about. */
export function obeyPanel(
  approved: boolean,
  state: WorkOrder,
  policy: WorkOrderPolicy,
): Decided<WorkOrderEvent, WorkOrderRefusal> {
  if (state.status === 'held' && !approved) {
    const { no: dispatchNo, unit } = state.order;
    const round = state.file.round + 1;
    return decided({ type: 'AnswerReturned', dispatchNo, unit, by: PANEL, round, reason: '' });
  }
  if (!isFinished(state)) return decided();
  if (!approved) {
    const unit = orderOf(state)?.unit ?? '';
    const round = state.file.round + 1;
    return decided({ type: 'AppealReopened', round, unit, why: 'ruled', by: PANEL, reason: '' });
  }
  return decided(...closingThatWaited(state, policy.pack(state.file.packHash), PANEL));
}
