// How supervisors work 督办 (SV-3, SV-5): they order, or hand over, what the pack proposes on an entry of the
// register, sometimes where the yellow card is the notice already; they rule on what the unit answers, and
// raise what had no effect. Units answer by their temperament.
import type { Act, Command, Person } from './acts';
import { INCLINATIONS } from './inclinations';
import { stepThing } from './open-things';
import type { Overseen } from './overseen';
import type { OfficeStep } from './oversight-offices';
import { handlerOf } from './offices';
import { type Seen, does, lot, officeHoursLater } from './planning';
import { type Town, mannerOf } from './unit-behaviour';

type Of<T extends Overseen['type']> = Extract<Overseen, { type: T }>;

const SUPERVISORS = 'supervisors';
const TERM = 'workingDays:3';
const NEXT_TERM = 'workingDays:2';
/** Orders are not demanded for ever: after so many deadlines nobody sets another. */
const DEADLINES_AT_MOST = 3;

/** A step may be taken: an order of whoever is to take it, or the case is handed over to another body. */
export function takeStep(seen: Seen, heard: Of<'StepProposed'>, unit: string, town: Town): readonly Act[] {
  const step = town.offices.oversight.steps.find(({ id }) => id === heard.step);
  if (step === undefined) return [];
  const about = [`entry/${heard.entryId}`, stepThing(heard.step, heard.cause)];
  return act(step, seen, heard.entryId, heard.unit || unit, about, town);
}

/** An entry came into the register: an order on the notice itself now and then, or it is cleared by hand. */
export function lookAtEntry(
  seen: Seen,
  { entryId, ground, unit }: Of<'GroundNoticed'>,
  town: Town,
): readonly Act[] {
  const about = [`entry/${entryId}`];
  const { steps, clears } = town.offices.oversight;
  const notice = steps.find(({ when, transfers }) => when.includes(ground) && !transfers);
  if (ground === 'yellow')
    return notice && lot(seen, SUPERVISORS, 'orders-on-yellow', entryId, town) < INCLINATIONS.orderOnYellow
      ? act(notice, seen, entryId, unit, about, town)
      : [];
  const owed = steps.some(({ when }) => when.includes(ground));
  if (owed || lot(seen, SUPERVISORS, 'clears', entryId, town) >= INCLINATIONS.clearsByHand) return [];
  const at = officeHoursLater(seen, lot(seen, SUPERVISORS, 'clears-after', entryId, town), [15, 75], town);
  return does(seen, clears, supervision('clearEntry', { entryId, reason: '已整改，予以销号。' }), at, about);
}

function act(
  step: OfficeStep,
  seen: Seen,
  entryId: string,
  unit: string,
  about: readonly string[],
  town: Town,
): readonly Act[] {
  const share = lot(seen, SUPERVISORS, 'takes-step', `${step.id}/${entryId}`, town);
  const at = officeHoursLater(seen, share, [0.5, 10], town);
  const { transfers } = town.offices.oversight;
  if (step.transfers) {
    const facts = '亮牌后仍无反馈，移送处理。';
    return does(seen, transfers, supervision('recordTransfer', { step: step.id, entryId, facts }), at, about);
  }
  if (unit === '') return [];
  const demand = '请于期限内办结并书面说明原因。';
  const order = { step: step.id, entryId, unit, demand, within: TERM, dueOn: '' };
  return does(seen, step.by, supervision('issueOrder', order), at, about);
}

/** A ground that no rule can notice is stated by a person, where a step of the pack rests on it. */
export function perhapsState(
  seen: Seen,
  ground: string,
  unit: string,
  nth: number,
  town: Town,
): readonly Act[] {
  const { steps, states } = town.offices.oversight;
  const about = `${ground}/${nth}`;
  if (unit === '' || !steps.some(({ when }) => when.includes(ground))) return [];
  if (lot(seen, SUPERVISORS, 'states', about, town) >= INCLINATIONS.stateGround) return [];
  const at = officeHoursLater(seen, lot(seen, SUPERVISORS, 'states-after', about, town), [1, 12], town);
  const stated = supervision('stateGround', { ground, unit, reason: '经调度，情况属实。' });
  return does(seen, states, stated, at);
}

/** The unit answers its order; a late one late, a silent one mostly never. */
export function answerOrder(
  seen: Seen,
  { orderNo, unit }: { orderNo: number; unit: string },
  nth: number,
  town: Town,
) {
  const manner = mannerOf(unit, seen.story, town);
  const about = `${orderNo}/${nth}`;
  const chance = (purpose: string) => lot(seen, `unit ${unit}`, purpose, about, town);
  if (manner === 'silent' && chance('never-answers-order') < INCLINATIONS.neverAnswers) return [];
  const late = manner === 'late' && chance('answers-order-late') < INCLINATIONS.answersLate;
  const at = officeHoursLater(seen, chance('answers-order'), late ? [24, 40] : [2, 15], town);
  const answer = manner === 'perfunctory' ? '正在研究。' : '已办结，原因为人手调配，今后按期反馈。';
  const given = supervision('answerOrder', { orderNo, answer });
  return does(seen, handlerOf(unit, town), given, at, [`order/${orderNo}/open`]);
}

/** What came is ruled on: accepted, demanded once more, or raised to the step above. */
export function ruleAnswer(
  seen: Seen,
  { orderNo, unit }: Of<'OrderAnswered'>,
  stepId: string,
  nth: number,
  town: Town,
): readonly Act[] {
  const empty = mannerOf(unit, seen.story, town) === 'perfunctory';
  const accepts = empty ? INCLINATIONS.emptyOrderAccepted : INCLINATIONS.orderAccepted;
  const accepted = lot(seen, SUPERVISORS, 'accepts', `${orderNo}/${nth}`, town) < accepts;
  const about = `order/${orderNo}/answered`;
  if (!accepted) return demandAgain(seen, orderNo, stepId, nth, about, town);
  const ruling = { orderNo, verdict: 'accepted', reason: '', within: '', dueOn: '' };
  return rule(seen, stepId, ruling, nth, about, town);
}

/** Nothing came in time. */
export function afterOverdue(
  seen: Seen,
  { orderNo }: Of<'OrderOverdue'>,
  stepId: string,
  nth: number,
  town: Town,
): readonly Act[] {
  return demandAgain(seen, orderNo, stepId, nth, `order/${orderNo}/open`, town);
}

function demandAgain(
  seen: Seen,
  orderNo: number,
  stepId: string,
  nth: number,
  about: string,
  town: Town,
): readonly Act[] {
  if (nth > DEADLINES_AT_MOST) return [];
  const { steps } = town.offices.oversight;
  const above = steps[steps.findIndex(({ id }) => id === stepId) + 1];
  const raises =
    above !== undefined &&
    lot(seen, SUPERVISORS, 'raises', `${orderNo}/${nth}`, town) < INCLINATIONS.orderRaised;
  const ruling = raises
    ? { orderNo, verdict: 'raised', reason: '督办效果不明显，提请上一级督办。', within: '', dueOn: '' }
    : { orderNo, verdict: 'not-accepted', reason: '未说明原因，限期重报。', within: NEXT_TERM, dueOn: '' };
  return rule(seen, stepId, ruling, nth, about, town);
}

function rule(
  seen: Seen,
  stepId: string,
  ruling: Command['fields'],
  nth: number,
  about: string,
  town: Town,
): readonly Act[] {
  const by: Person | undefined = town.offices.oversight.steps.find(({ id }) => id === stepId)?.by;
  const share = lot(seen, SUPERVISORS, 'rules-order', `${about}/${nth}`, town);
  const at = officeHoursLater(seen, share, [1, 10], town);
  return does(seen, by, supervision('ruleOrder', ruling), at, [about]);
}

/** The other body tells what it found, mostly. */
export function tellOutcome(seen: Seen, { transferNo }: Of<'CaseTransferred'>, town: Town): readonly Act[] {
  const chance = (purpose: string) => lot(seen, SUPERVISORS, purpose, `transfer/${transferNo}`, town);
  if (chance('tells-outcome') >= INCLINATIONS.outcomeTold) return [];
  const at = officeHoursLater(seen, chance('tells-outcome-after'), [15, 75], town);
  const told = supervision('recordTransferOutcome', { transferNo, outcome: '已约谈责任人并督促办结。' });
  return does(seen, town.offices.oversight.outcomes, told, at, [`transfer/${transferNo}`]);
}

function supervision(name: string, fields: Command['fields']): Command {
  return { door: 'supervision', name, fields };
}
