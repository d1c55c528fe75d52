// 情况核实与结果核查 (HD-7; CD 二-3 受理诉求-情况核实-分级处置-限期反馈-结果核查): where the pack demands them, somebody it names looks
// whether the matter is as told before a unit has it, which triage sees to, or before it completes; and
// somebody else than the handler whether the answer holds before the case is closed. What the facts turned
// out to be binds nobody – a unit may have to explain that they are otherwise – but that they were looked at
// does; a result that is not confirmed goes back to the unit for another round, as any other answer that does
// not hold.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { reachOf } from '#policy/scopes';
import { closingThatWaited } from './closing';
import { type AppealFile, type WorkOrder, hasCompleted, isFinished } from './work-order';
import type { CheckCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Refusal = Extract<Answer, { ok: false }>;

/** The pack wants the facts checked before an answer, and nobody has. */
export function uncheckedFacts(file: AppealFile, { checks }: Pack): Refusal | undefined {
  if (checks?.facts === undefined || file.factsChecked) return undefined;
  return reject('FACTS_NOT_CHECKED', 'HD-7', { role: checks.facts.by });
}

/** Decides a check; one that does not confirm says why. */
export function decideCheck(
  command: CheckCommand,
  state: WorkOrder,
  policy: WorkOrderPolicy,
  { actor }: Decision,
): Answer {
  const { packHash } = state.file;
  const pack = packHash === '' ? undefined : policy.pack(packHash);
  const ofFacts = command.type === 'RecordFactCheck';
  const foreseen = ofFacts ? pack?.checks?.facts : pack?.checks?.result;
  if (pack === undefined || foreseen === undefined) return reject('CHECK_NOT_FORESEEN', 'HD-7');
  if (reachOf(pack, actor.role, command.type) === 'none')
    return reject('ROLE_NOT_ALLOWED', 'TR-2', { role: actor.role });
  if (state.status === 'closed') return reject('CLOSED', 'HD-1', { why: state.why });
  if (command.outcome === 'not-confirmed' && command.note.trim() === '')
    return reject('REASON_MISSING', 'HD-7');
  return ofFacts ? checkFacts(command, state, actor.id) : checkResult(command, state, pack, actor.id);
}

function checkFacts({ outcome, note }: CheckCommand, state: WorkOrder, by: string): Answer {
  if (hasCompleted(state) || isFinished(state)) return reject('ALREADY_COMPLETED', 'HD-7');
  if (state.file.factsChecked) return reject('ALREADY_CHECKED', 'HD-7');
  return decided({ type: 'FactsChecked', outcome, by, note });
}

function checkResult({ outcome, note }: CheckCommand, state: WorkOrder, pack: Pack, by: string): Answer {
  if (state.status !== 'completed') return reject('NOT_COMPLETED', 'HD-7');
  if (state.completedBy === by) return reject('SAME_PERSON', 'HD-7');
  if (state.verdict.confirmed) return reject('ALREADY_CHECKED', 'HD-7');
  const { round } = state.file;
  const checked: WorkOrderEvent = { type: 'ResultChecked', outcome, by, round, note };
  if (outcome === 'confirmed') {
    const confirmed = { ...state, verdict: { ...state.verdict, confirmed: true as const } };
    return decided<WorkOrderEvent>(checked, ...closingThatWaited(confirmed, pack, by));
  }
  const { unit } = state.order;
  const reopened = { round: round + 1, unit, why: 'result-check' as const, by, reason: note };
  return decided<WorkOrderEvent>(checked, { type: 'AppealReopened', ...reopened });
}
