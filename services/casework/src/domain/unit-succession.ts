// 机构合并更名 on record: when units were merged, every running appeal of a former unit tells so once, so that its
// file explains why people of another unit act on it. Nothing else changes by it: the dispatch keeps its
// number and the code it was sent to, so its clocks run on unbroken; who may act follows from the profile,
// which knows what a former code stands for.
import { type Decided, decided } from '#kernel/decider';
import { type WorkOrder, orderOf } from './work-order';
import type { SucceedUnit, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

/** Tells an appeal that is with a unit; whatever is closed, waits or knows it already stays as it is. */
export function succeedUnit(
  { from, to }: SucceedUnit,
  state: WorkOrder,
): Decided<WorkOrderEvent, WorkOrderRefusal> {
  const order = orderOf(state);
  const running = order !== null && state.status !== 'closed';
  if (!running || from === to || state.file.succeeded?.[from] === to) return decided();
  return decided({ type: 'UnitSucceeded', dispatchNo: order.no, from, to });
}
