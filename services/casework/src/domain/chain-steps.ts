// 内部审签: how a completion comes about inside a unit (HD-9). Somebody of the unit has the case in hand, drafts
// the completion, and each further step of the pack's chain is a signature, every one by another person; the
// last hands the completion in. What is owed is asked when the draft is submitted, so that no signer is told
// of a missing field, and once more at the last signature, for a planned day may have passed meanwhile. No
// draft waits for ever: nobody drafts or signs where a later step would then have nobody, and whoever
// drafted or has the case in hand may take the draft back. Who holds which post the profile says
// (chain-posts.ts), how long a step may take the pack (chain-time.ts).
import { type Decided, type Decision, decided, reject, unreachable } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { UnitInside } from '#policy/unit-inside';
import { civilDayOf } from '#working-calendar/civil-day';
import { contributionProblem, missingContributions } from './assist-steps';
import { uncheckedFacts } from './check-steps';
import { completionProblem, dateProblem } from './completion-fields';
import { type ChainStep, mayReturn, namesOn, seatsFor, stepLeftVacant, stepsAhead } from './chain-posts';
import { type Inside, type Order, type WorkOrder, insideOf } from './work-order';
import type { Draft, UnitCommand, WorkOrderPolicy, WorkOrderRefusal } from './work-order-commands';
import type { WorkOrderEvent } from './work-order-events';

type Answer = Decided<WorkOrderEvent, WorkOrderRefusal>;
type Refusal = Extract<Answer, { ok: false }>;
type InWork = Extract<WorkOrder, { status: 'in-work' }>;
type Command<T extends ChainCommand['type']> = Extract<ChainCommand, { type: T }>;

/** Commands inside the lead unit. */
export type ChainCommand = Extract<
  UnitCommand,
  { type: 'AssignInside' | 'SubmitDraft' | 'ReturnDraft' | 'SignDraft' | 'HandOverInside' }
>;

/** Decides a command inside the unit. */
export function decideChainStep(
  command: ChainCommand,
  state: InWork,
  policy: WorkOrderPolicy,
  decision: Decision,
): Answer {
  const pack = policy.pack(state.file.packHash);
  if (pack.unitChain === undefined) return reject('CHAIN_NOT_FORESEEN', 'HD-9');
  const unit = policy.inside(state.order.unit);
  switch (command.type) {
    case 'AssignInside':
      return assign(command, state, { pack, unit }, decision);
    case 'SubmitDraft':
      return submitDraft(command, state, { pack, unit }, decision, policy);
    case 'ReturnDraft':
      return returnDraft(command, state, { pack, unit }, decision);
    case 'SignDraft':
      return sign(command, state, { pack, unit }, decision, policy);
    case 'HandOverInside':
      return handOver(command, state, { pack, unit }, decision);
    default:
      return unreachable(command);
  }
}

function signed({ no, unit }: Order): { dispatchNo: number; unit: string } {
  return { dispatchNo: no, unit };
}

/** Somebody who is to have it in hand is a person of the unit. */
function handlerProblem(
  named: string,
  field: 'handler' | 'toHandler',
  { people }: UnitInside,
): Refusal | undefined {
  const handler = named.trim();
  if (handler === '') return reject('HANDLER_MISSING', 'HD-9', {}, field);
  return people.includes(handler) ? undefined : reject('HANDLER_UNKNOWN', 'HD-9', { handler }, field);
}

function assign(
  { section, handler }: Command<'AssignInside'>,
  { order }: InWork,
  { pack, unit }: Chained,
  { actor }: Decision,
): Answer {
  const problem = handlerProblem(handler, 'handler', unit);
  if (problem) return problem;
  if (section !== '' && !unit.sections.includes(section))
    return reject('SECTION_UNKNOWN', 'HD-9', { section, known: unit.sections.join(' ') }, 'section');
  if (insideOf(order).signing) return reject('DRAFT_PENDING', 'HD-9');
  const vacant = vacancyAfter(handler.trim(), { ...insideOf(order), section }, { pack, unit });
  if (vacant) return vacant;
  return decided({
    type: 'InsideAssigned',
    ...signed(order),
    section,
    handler: handler.trim(),
    by: actor.id,
  });
}

function handOver(
  { fromHandler, toHandler }: Command<'HandOverInside'>,
  { order }: InWork,
  { pack, unit }: Chained,
  { actor }: Decision,
): Answer {
  const { handler, signing } = insideOf(order);
  const problem = handlerProblem(toHandler, 'toHandler', unit);
  if (problem) return problem;
  if (handler === '' || handler !== fromHandler)
    return reject('NOT_IN_HAND_OF', 'HD-9', { handler: fromHandler });
  // Nobody gets a draft to write that could not be signed any more once it is his.
  const vacant = signing ? undefined : vacancyAfter(toHandler.trim(), insideOf(order), { pack, unit });
  if (vacant) return vacant;
  const change = { fromHandler, toHandler: toHandler.trim(), by: actor.id };
  return decided({ type: 'InsideHandedOver', ...signed(order), ...change });
}

interface Chained {
  readonly pack: Pack;
  readonly unit: UnitInside;
}

/** Whoever has it in hand drafts; where nobody was named, anybody of the unit does. */
function submitDraft(
  command: Command<'SubmitDraft'>,
  { file, order }: InWork,
  { pack, unit }: Chained,
  { actor, at }: Decision,
  policy: WorkOrderPolicy,
): Answer {
  const { signing, handler, draftNo } = insideOf(order);
  if (signing) return reject('DRAFT_PENDING', 'HD-9');
  if (handler !== '' && handler !== actor.id) return reject('NOT_IN_HAND_OF', 'HD-9', { handler: actor.id });
  if (!unit.people.includes(actor.id)) return reject('HANDLER_UNKNOWN', 'HD-9', { handler: actor.id });
  const { completionType, answer, basis, plan, plannedOn, agreement, check } = command;
  const reason = command.withoutContributions ?? '';
  const problem =
    uncheckedFacts(file, pack) ??
    completionProblem(command, order, pack.completionTypes, civilDayOf(at)) ??
    contributionProblem(order, reason, pack, policy);
  if (problem) return problem;
  const vacant = vacancyAfter(actor.id, insideOf(order), { pack, unit });
  if (vacant) return vacant;
  return decided({
    type: 'DraftSubmitted',
    ...signed(order),
    ...{ by: actor.id, draftNo: draftNo + 1, completionType, plannedOn, agreedOn: agreement?.on ?? '' },
    ...{ answerVerdict: check.verdict, findingCodes: check.codes },
    answer: {
      ...{ answer, basis, plan, agreedBy: agreement?.who ?? '' },
      ...(reason.trim() !== '' && { withoutReason: reason }),
    },
  });
}

/** Refuses an act of a person after which a step of the chain would have nobody. */
function vacancyAfter(person: string, inside: Inside, { pack, unit }: Chained): Refusal | undefined {
  const [, ...later] = stepsAhead(inside, pack);
  const vacant = stepLeftVacant(later, [...namesOn(inside), person], inside, unit);
  return vacant && reject('POST_VACANT', 'HD-9', { step: vacant.id, post: vacant.by });
}

/**
 * Nobody signs or gives back what he has not read: another draft took its place, or somebody has done the
 * step meanwhile and his signature would be one in another post.
 */
function notAsRead(
  read: { readonly draftNo: number; readonly step: string },
  draftNo: number,
  step: ChainStep,
): Refusal | undefined {
  if (read.draftNo !== draftNo) return reject('STALE_DRAFT', 'HD-9', { current: String(draftNo) }, 'draftNo');
  return read.step === step.id ? undefined : reject('STEP_DONE', 'HD-9', { step: step.id }, 'step');
}

/** Given back by whoever may sign next, or taken back by whoever drafted it or has the case in hand. */
function returnDraft(
  { reason, ...read }: Command<'ReturnDraft'>,
  { order }: InWork,
  { pack, unit }: Chained,
  { actor }: Decision,
): Answer {
  const { signing, draftNo } = insideOf(order);
  const [step] = stepsAhead(insideOf(order), pack);
  if (signing === undefined || step === undefined) return reject('NO_DRAFT', 'HD-9');
  const stale = notAsRead(read, draftNo, step);
  if (stale) return stale;
  if (!mayReturn(insideOf(order), pack, unit).includes(actor.id))
    return reject('WRONG_POST', 'HD-9', { step: step.id, post: step.by });
  if (reason.trim() === '') return reject('REASON_MISSING', 'HD-9');
  return decided({ type: 'DraftReturned', ...signed(order), by: actor.id, draftNo, step: step.id, reason });
}

function sign(
  { draft, ...read }: Command<'SignDraft'>,
  { file, order }: InWork,
  { pack, unit }: Chained,
  { actor, at }: Decision,
  policy: WorkOrderPolicy,
): Answer {
  const inside = insideOf(order);
  const [step, ...later] = stepsAhead(inside, pack);
  if (inside.signing === undefined || step === undefined) return reject('NO_DRAFT', 'HD-9');
  const stale = notAsRead(read, inside.draftNo, step);
  if (stale) return stale;
  if (namesOn(inside).includes(actor.id)) return reject('SAME_PERSON', 'HD-9');
  const found = seatsFor(step, inside, unit).find(({ person }) => person === actor.id);
  if (found === undefined) return reject('WRONG_POST', 'HD-9', { step: step.id, post: step.by });
  const { person: by, ...seat } = found;
  const signature: WorkOrderEvent = {
    type: 'DraftSigned',
    ...signed(order),
    ...{ by, draftNo: inside.draftNo, step: step.id, ...seat },
  };
  if (later.length > 0) return vacancyAfter(by, inside, { pack, unit }) ?? decided(signature);
  if (draft === null || draft.draftNo !== inside.draftNo) return reject('DRAFT_NOT_AT_HAND', 'HD-9');
  const problem = problemOf(draft, order, pack, civilDayOf(at));
  return problem ?? decided<WorkOrderEvent>(signature, completedBy(draft, { file, order, pack }, policy));
}

/** What is wrong with a draft by now; of one whose words were destroyed (TR-2) the dates alone can be seen. */
function problemOf({ answer, ...said }: Draft, order: Order, pack: Pack, today: string): Refusal | undefined {
  const { completionType, plannedOn, agreedOn } = said;
  const agreement =
    agreedOn === '' ? null : { who: answer === 'erased' ? '' : answer.agreedBy, on: agreedOn };
  if (answer === 'erased') return dateProblem({ plannedOn, agreement }, today);
  return completionProblem(
    { completionType, ...answer, plannedOn, agreement },
    order,
    pack.completionTypes,
    today,
  );
}

/** The draft as the completion it becomes with its last signature. */
function completedBy(
  { draftNo: _no, answer, ...completion }: Draft,
  { file, order, pack }: Pick<InWork, 'file' | 'order'> & { readonly pack: Pack },
  policy: WorkOrderPolicy,
): WorkOrderEvent {
  const withoutUnits = missingContributions(order, policy);
  return {
    type: 'AppealCompleted',
    ...signed(order),
    ...completion,
    round: file.round,
    ...(withoutUnits.length > 0 && { withoutUnits }),
    ...(pack.answering.by !== 'unit' && { held: true as const }),
    answer: withoutUnits.length > 0 ? answer : nothingMissing(answer),
  };
}

/** Why it was completed without a contribution is told where one is missing, not where it came in time. */
function nothingMissing(answer: Draft['answer']): Draft['answer'] {
  if (answer === 'erased') return answer;
  const { withoutReason: _why, ...rest } = answer;
  return rest;
}

/** Where the pack demands signatures nobody completes past them. */
export function unsignedProblem({ unitChain }: Pack): Refusal | undefined {
  return unitChain && reject('MUST_BE_SIGNED', 'HD-9');
}
