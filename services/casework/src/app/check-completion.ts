// Holds an answer against the appeal before it is handed in (答非所问, HD-3). The appeal's words stand in the
// case file, the standard in the pack the appeal was admitted under. Where the words are not at hand – the
// file is behind, the person was erased – the answer goes unchecked: a check remarks, it never holds up a
// unit.
import type { Actor, Rejection } from '#kernel/decider';
import type { AnswerCheck } from '../domain/answer-check';
import { type CheckedAnswer, UNCHECKED, checkWords, standardOf } from '../domain/answer-remarks';
import { NO_WORK_ORDER } from '../domain/work-order';
import type { UnitCommand, WorkOrderPolicy } from '../domain/work-order-commands';
import { workOrderDecider } from '../domain/work-order-decider';
import type { CaseFiles, WorkOrders } from './ports';

type Completion = Extract<UnitCommand, { type: 'CompleteAppeal' | 'SubmitDraft' }>;

/** What the check reads. */
export interface CheckCompletionPorts {
  readonly orders: WorkOrders;
  readonly files: CaseFiles;
  readonly policy: WorkOrderPolicy;
  readonly now: () => number;
}

/** The check with its quotes, for the handler's own eyes. */
export type ShownCheck = Pick<AnswerCheck, 'findings'> & { readonly verdict: CheckedAnswer['verdict'] };

/** What goes into the event. */
export async function checkCompletion(
  appealId: string,
  completion: Completion,
  ports: CheckCompletionPorts,
): Promise<CheckedAnswer> {
  const packHash = (await ports.orders.find(appealId))?.file.packHash ?? '';
  const { verdict, findings } = await shownCheck(appealId, completion, packHash, ports);
  return { verdict, codes: findings.map(({ code }) => code) };
}

/** What completing would lead to now: its refusal, or the check. Nothing is written. */
export async function tryCompletion(
  appealId: string,
  command: Completion,
  actor: Actor,
  ports: CheckCompletionPorts,
): Promise<
  { readonly ok: true; readonly check: ShownCheck } | { readonly ok: false; readonly rejection: Rejection }
> {
  const state = (await ports.orders.find(appealId)) ?? NO_WORK_ORDER;
  const decision = { at: ports.now(), commandId: '', actor };
  const { packHash } = state.file;
  // Where the pack demands signatures a completion is handed in as a draft (HD-9).
  const signed = packHash !== '' && ports.policy.pack(packHash).unitChain !== undefined;
  const tried = signed ? ({ ...command, type: 'SubmitDraft' } as const) : command;
  const answer = workOrderDecider.decide(tried, state, ports.policy, decision);
  if (!answer.ok) return { ok: false, rejection: answer.error };
  return { ok: true, check: await shownCheck(appealId, command, state.file.packHash, ports) };
}

async function shownCheck(
  appealId: string,
  { completionType, ...given }: Completion,
  packHash: string,
  { files, policy }: CheckCompletionPorts,
): Promise<ShownCheck> {
  const words = (await files.byIds([appealId])).get(appealId)?.file.intake.words;
  const standard =
    packHash === '' ? undefined : standardOf(policy.pack(packHash).completionTypes, completionType);
  if (words === undefined || words === 'erased' || words.content === '' || standard === undefined)
    return { verdict: UNCHECKED.verdict, findings: [] };
  return checkWords(words, given, standard);
}
