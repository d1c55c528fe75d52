// 结案: how a case ends, and what keeps an answered one open. While a panel rules on the answer (HD-5; YC-2
// 办结情况 验收), and until the result is confirmed where the pack demands it (HD-7; CD 二-3 结果核查), what is said
// about the answer is taken down and only the closing waits; it follows as soon as nothing keeps the case
// open.
import { type Decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { Finished } from './work-order';
import type { WorkOrderRefusal } from './work-order-commands';
import type { ClosingGround, WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Refusal = Extract<Answer, { ok: false }>;

/** The end of a case. */
export function closing(why: ClosingGround, by: string, reason = ''): WorkOrderEvent {
  return { type: 'AppealClosed', why, by, reason };
}

/** Why an answered case may not be closed yet, and who has to act; undefined when nothing keeps it open. */
export function keptOpen(state: Finished, { checks }: Pack): Refusal | undefined {
  const { panel } = state.file;
  if (panel !== undefined) return reject('PANEL_PENDING', 'HD-5', { session: String(panel) });
  const result = state.status === 'completed' ? checks?.result : undefined;
  if (result === undefined || state.verdict.confirmed) return undefined;
  return reject('RESULT_NOT_CHECKED', 'HD-7', { role: result.by });
}

/** An answer without its closing while something keeps the case open. */
export function closedWhenFree(state: Finished, pack: Pack, answer: Answer): Answer {
  if (!answer.ok || keptOpen(state, pack) === undefined) return answer;
  return { ok: true, value: answer.value.filter(({ type }) => type !== 'AppealClosed') };
}

/**
 * The closing that waited for what kept the case open, when it does no longer: the enterprise has rated, and
 * was content when it last spoke, be it at the call that followed a bad rating.
 */
export function closingThatWaited(state: Finished, pack: Pack, by: string): readonly WorkOrderEvent[] {
  const { rating, content = rating?.value === 'satisfied' } = state.verdict;
  const ends = rating?.by === 'enterprise' && content && isHeard(state, pack);
  return ends && keptOpen(state, pack) === undefined ? [closing('rated', by)] : [];
}

/**
 * Nobody is to be asked any more once the enterprise is satisfied: a library answer is not followed up, a
 * unit's has been with content, or the pack sets no time for it (CD 二-10).
 */
export function isHeard(state: Finished, { clocks }: Pack): boolean {
  const timed = clocks.some(({ stops }) => stops.includes('followed-up'));
  return state.status === 'answered' || state.verdict.followUp?.content === true || !timed;
}
