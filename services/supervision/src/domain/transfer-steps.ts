// 移送 (SV-3, YC-7): where a step of the pack is another body's to take, the platform issues no order but hands
// the case over, with ground, facts and addressee on record, and records the outcome when it is told.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { refusedStep } from './ladder';
import type { KnownOversight } from './oversight';
import type { OrderCommand, OversightPolicy, OversightRefusal } from './oversight-commands';
import type { OversightEvent } from './oversight-events';
import { stepFor } from './order-steps';
import { clearance } from './register-steps';

type Answer = Decided<OversightEvent, OversightRefusal>;
type Command<T extends OrderCommand['type']> = Extract<OrderCommand, { type: T }>;

/** The case is handed to the body the step names. */
export function recordTransfer(
  { step: stepId, entryId, facts }: Command<'RecordTransfer'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const found = stepFor(stepId, entryId, state, policy);
  if ('ok' in found) return found;
  const { step, entry } = found;
  if (step.transferTo === undefined) return reject('STEP_IS_NO_TRANSFER', 'SV-3', { level: step.id });
  const refused = refusedStep(step, entry, state, policy, at);
  if (refused) return refused;
  if (facts.trim() === '') return reject('TEXT_MISSING', 'SV-3', { field: 'facts' });
  const { ground, unit, cause } = entry;
  const transferNo = state.transfers.length + 1;
  const to = step.transferTo.zh;
  const about = { step: step.id, entryId, ground, unit, to, by: actor.id, cause, facts };
  return decided({ type: 'CaseTransferred', transferNo, ...about });
}

/** What the other body found, which ends the entry as far as the platform is concerned. */
export function recordOutcome(
  { transferNo, outcome }: Command<'RecordTransferOutcome'>,
  state: KnownOversight,
  { actor }: Decision,
): Answer {
  const transfer = state.transfers.find(({ no }) => no === transferNo);
  if (transfer === undefined) return reject('TRANSFER_UNKNOWN', 'SV-3', { transfer: String(transferNo) });
  if (transfer.ended) return reject('OUTCOME_RECORDED', 'SV-3', { transfer: String(transferNo) });
  if (outcome.trim() === '') return reject('TEXT_MISSING', 'SV-3', { field: 'outcome' });
  const recorded = { type: 'TransferOutcomeRecorded', transferNo, unit: transfer.unit } as const;
  const entry = state.entries.find(({ id, open }) => open && id === transfer.entryId);
  const ends = entry ? [clearance(entry, 'transfer-ended', `transfer/${transferNo}`, actor.id)] : [];
  return decided<OversightEvent>({ ...recorded, by: actor.id, outcome }, ...ends);
}
