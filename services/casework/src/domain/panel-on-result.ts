// 办结验收: while a panel rules on whether the answer holds, the case is not closed (HD-5; YC-2 办结情况验收). A
// rejected answer goes back to its unit for another round; after an approval, or a session that came to
// nothing, the case ends by whatever had been said meanwhile.
import { type Decided, decided } from '#kernel/decider';
import { type WorkOrder, isFinished, orderOf } from './work-order';
import type { WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;

/** Who reopens or closes by the panel's ruling, as it stands on record. */
const PANEL = 'panel';

/** What was said about the answer is taken down; only the closing waits for the panel. */
export function whilePanelSits({ file }: WorkOrder, answer: Answer): Answer {
  if (!answer.ok || file.panel === undefined) return answer;
  return { ok: true, value: answer.value.filter(({ type }) => type !== 'AppealClosed') };
}

/** What a ruling on the answer, or its coming to nothing (`approved`: the answer stands), brings about. */
export function obeyPanel(approved: boolean, state: WorkOrder): Answer {
  if (!isFinished(state)) return decided();
  const { rating, followUp } = state.verdict;
  if (!approved) {
    const unit = orderOf(state)?.unit ?? '';
    const round = state.file.round + 1;
    return decided({ type: 'AppealReopened', round, unit, why: 'ruled', by: PANEL, reason: '' });
  }
  const heard = state.status === 'answered' || followUp?.content === true;
  const content = rating?.by === 'enterprise' && rating.value === 'satisfied' && heard;
  return content ? decided({ type: 'AppealClosed', why: 'rated', by: PANEL, reason: '' }) : decided();
}
