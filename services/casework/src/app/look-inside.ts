// What of the inside of a unit is looked up outside the rules (HD-9): the words of a draft, which the rules
// do not hold, and where the case is inside the unit with the time each step took.
import type { Pack } from '#policy/pack';
import { mayDo, mayReturn } from '../domain/chain-posts';
import { awaitedSince, awaitedStep, stepDueAt } from '../domain/chain-time';
import { type Order, type WorkOrder, insideOf, orderOf } from '../domain/work-order';
import type { Draft, WorkOrderPolicy } from '../domain/work-order-commands';
import type { CaseFiles, WorkOrders } from './ports';

/**
 * Where a case is inside its unit; times are epoch ms, `endedAt` 0 while a step lasts, `dueAt` 0 where it has
 * no time of its own.
 */
export interface InsideShown {
  readonly stage: string;
  readonly section: string;
  readonly handler: string;
  readonly draftNo: number;
  /** Who may do the awaited step; none while a draft is in nobody's hand. */
  readonly waitsFor: string[];
  /** Who may give the draft back or take it back. */
  readonly mayReturn: string[];
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
  const { section, handler, draftNo } = insideOf(order);
  const pack = policy.pack(state.file.packHash);
  const steps = [...stepsDone(order, pack, policy), ...stepAwaited(state, policy)];
  return { stage: stageOf(state, policy), section, handler, draftNo, ...personsNow(state, policy), steps };
}

function personsNow(state: WorkOrder, policy: WorkOrderPolicy): Pick<InsideShown, 'waitsFor' | 'mayReturn'> {
  if (state.status !== 'in-work') return { waitsFor: [], mayReturn: [] };
  const inside = insideOf(state.order);
  const pack = policy.pack(state.file.packHash);
  const unit = policy.inside(state.order.unit);
  const waitsFor = [...mayDo(inside, pack, unit)];
  return { waitsFor, mayReturn: [...mayReturn(inside, pack, unit)] };
}

function stageOf(state: WorkOrder, policy: WorkOrderPolicy): string {
  if (state.status !== 'in-work') return '';
  if (insideOf(state.order).signing === undefined) return 'drafting';
  return awaitedStep(state.order, policy.pack(state.file.packHash))?.id ?? '';
}

/** Documents from before beginnings were kept: a thing began when the one before it ended. */
function stepsDone(order: Order, pack: Pack, policy: WorkOrderPolicy): InsideShown['steps'] {
  return insideOf(order).done.map(({ step, by, at, startedAt: kept }, i, all) => {
    const startedAt = kept ?? all[i - 1]?.at ?? Math.min(order.at, at);
    const timed = pack.unitChain?.steps.find(
      ({ id }, place) => id === step || (place === 0 && step === 'drafted'),
    );
    return {
      step,
      by,
      startedAt,
      endedAt: at,
      dueAt: (timed && stepDueAt(timed, startedAt, pack, policy)) ?? 0,
    };
  });
}

function stepAwaited(state: WorkOrder, policy: WorkOrderPolicy): InsideShown['steps'] {
  if (state.status !== 'in-work') return [];
  const { order, file } = state;
  const pack = policy.pack(file.packHash);
  const step = awaitedStep(order, pack);
  if (step === undefined) return [];
  const startedAt = awaitedSince(order);
  return [
    { step: step.id, by: '', startedAt, endedAt: 0, dueAt: stepDueAt(step, startedAt, pack, policy) ?? 0 },
  ];
}
