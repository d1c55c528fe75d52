// What of the inside of a unit is looked up outside the rules (HD-9): the words of a draft, which the rules
// do not hold, and where the case is inside the unit with the time each step took.
import { awaitedSince, awaitedStep, stepDueAt } from '../domain/chain-time';
import { type Order, type WorkOrder, insideOf, orderOf } from '../domain/work-order';
import type { Draft, WorkOrderPolicy } from '../domain/work-order-commands';
import type { CaseFiles, WorkOrders } from './ports';

/** Where a case is inside its unit; times are epoch ms, `endedAt` 0 while a step lasts, `dueAt` 0 without one. */
export interface InsideShown {
  readonly stage: string;
  readonly section: string;
  readonly handler: string;
  readonly steps: { step: string; by: string; startedAt: number; endedAt: number; dueAt: number }[];
}

/** The latest draft of a dispatch as far as the case file has read it; null when there is none. */
export async function draftOf(appealId: string, dispatchNo: number, files: CaseFiles): Promise<Draft | null> {
  const draft = (await files.byIds([appealId])).get(appealId)?.file.work.draft;
  if (draft === undefined || draft.dispatchNo !== dispatchNo) return null;
  const { dispatchNo: _no, ...words } = draft;
  return words;
}

/** The inside of the unit; undefined where nobody has the case or its pack knows no chain. */
export async function insideView(
  appealId: string,
  { orders, policy }: { readonly orders: WorkOrders; readonly policy: WorkOrderPolicy },
): Promise<InsideShown | undefined> {
  const state = await orders.find(appealId);
  const order = state && orderOf(state);
  if (!state || !order || policy.pack(state.file.packHash).unitChain === undefined) return undefined;
  const { section, handler } = insideOf(order);
  const steps = [...stepsDone(order), ...stepAwaited(state, policy)];
  return { stage: stageOf(state, policy), section, handler, steps };
}

function stageOf(state: WorkOrder, policy: WorkOrderPolicy): string {
  if (state.status !== 'in-work') return '';
  if (insideOf(state.order).signing === undefined) return 'drafting';
  return awaitedStep(state.order, policy.pack(state.file.packHash))?.id ?? '';
}

function stepsDone(order: Order): InsideShown['steps'] {
  return insideOf(order).done.map(({ step, by, at }, i, all) => {
    return { step, by, startedAt: all[i - 1]?.at ?? order.at, endedAt: at, dueAt: 0 };
  });
}

function stepAwaited(state: WorkOrder, policy: WorkOrderPolicy): InsideShown['steps'] {
  if (state.status !== 'in-work') return [];
  const { order, file } = state;
  const pack = policy.pack(file.packHash);
  const step = awaitedStep(order, pack)?.id;
  if (step === undefined) return [];
  const dueAt = stepDueAt(order, pack, policy) ?? 0;
  return [{ step, by: '', startedAt: awaitedSince(order), endedAt: 0, dueAt }];
}
