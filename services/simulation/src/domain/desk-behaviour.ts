// How the platform's people work: clerks rule identities, admit or decline, dispatch from the desk, rule on
// objections and now and then take a dispatch back; callers follow up, and who is discontent is looked at.
// Which of them may do what the pack says. They know better than the machine which unit is in charge, and err
// now and then; whom a complaint of the sample names is the one in charge of its matter, and they say so.
import type { Act, Command, Person } from './acts';
import type { Story } from './drawn-appeals';
import { INCLINATIONS } from './inclinations';
import { afterOfficeTime, atWakingHour } from './office-time';
import { between } from './seeded-draws';
import { type Town, mannerOf } from './unit-behaviour';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OFFICE_DAY = 7.5 * HOUR;
const ERRS = 0.05;
/** By then a panel has ruled or lapsed. */
const PANEL_AT_MOST = 7 * 24 * HOUR;

/** Where and when something came before the desk; `nth` tells what comes before it more than once apart. */
export interface Before {
  readonly appealId: string;
  readonly at: number;
  readonly story: Story;
  readonly nth: number;
}

/** An appeal held at screening 受理审查: declined when it really is one to decline, else admitted. */
export function screen(before: Before, ground: string, town: Town): readonly Act[] {
  const at = inOffice(before, 'screens', [10, 150], town);
  const declined = before.story.disposition.startsWith('return-');
  const { screening } = town.offices;
  if (!declined) return act(before, screening, 'intake', 'admit', {}, at);
  const explanation = '该事项不属于本平台受理范围，请按告知的途径办理。';
  return act(before, screening, 'intake', 'decline', { ground, explanation }, at);
}

/** An identity in doubt 身份核验: the clerk calls and finds the register's code, or that there is none. */
export function ruleIdentity(before: Before, registered: boolean, town: Town): readonly Act[] {
  const at = inOffice(before, 'rules-identity', [20, 240], town);
  const fields = registered
    ? { ruling: 'matched', uscc: before.story.uscc }
    : { ruling: 'not-registered', uscc: '' };
  return act(before, town.offices.identity, 'intake', 'ruleIdentity', fields, at);
}

/** An appeal at the desk 分办台; what went to and fro too often is sent on by those who designate. */
export function dispatchFromDesk(before: Before, town: Town): readonly Act[] {
  const at = inOffice(before, 'dispatches', [1, 20], town);
  const lead = unitBelieved(before, town);
  const callsIn = drawn(before, 'calls-in', town) < INCLINATIONS.callsIn;
  const assist = callsIn ? before.story.assist.filter((unit) => unit !== lead) : [];
  const fields = { lead, assist, why: '经研判属其职责。', onlyNamed: true };
  const { desk, designates } = town.offices;
  const again = act(before, designates, 'triage', 'dispatch', fields, at + HOUR);
  return elseBy(act(before, desk, 'triage', 'dispatch', fields, at), again);
}

/** An objection 异议: upheld when the unit really is not in charge. */
export function ruleObjection(before: Before, dispatchNo: number, unit: string, town: Town): readonly Act[] {
  const at = inOffice(before, 'rules-objection', [60, 600], town);
  const errs = drawn(before, 'errs-ruling', town) < ERRS;
  const upheld = (unit !== before.story.unit) !== errs;
  const believed = unitBelieved(before, town);
  const toUnit = upheld && believed !== unit ? believed : '';
  const note = upheld ? '异议成立。' : '职责明确，由原单位办理。';
  const fields = { dispatchNo, upheld, toUnit, note, onlyNamed: true };
  const { objections, designates } = town.offices;
  const again = act(before, designates, 'triage', 'ruleObjection', fields, at + HOUR);
  return elseBy(act(before, objections, 'triage', 'ruleObjection', fields, at), again);
}

/** An assisting unit says it has no part in the matter. */
export function rulePart(before: Before, dispatchNo: number, unit: string, town: Town): readonly Act[] {
  const at = inOffice(before, 'rules-part', [30, 240], town);
  const upheld = drawn(before, 'upholds-part', town) < INCLINATIONS.partRefusalUpheld;
  const fields = {
    dispatchNo,
    unit,
    upheld,
    note: upheld ? '不涉及该单位职责。' : '涉及该单位职责，请协办。',
  };
  return act(before, town.offices.objections, 'casework', 'ruleAssistObjection', fields, at);
}

/** Signals of urgency 紧急 were heard: somebody looks at once and knows whether it is. */
export function ruleUrgency(before: Before, town: Town): readonly Act[] {
  const minutes = between(drawn(before, 'looks-at-urgency', town), 3, 40);
  const at = atWakingHour(before.at, minutes * MINUTE);
  const { urgency } = town.offices.oversight;
  const [name, reason] = before.story.urgent
    ? ['confirmUrgent', '']
    : ['denyUrgent', '经核实，不属紧急情形。'];
  return act(before, urgency, 'triage', name, { reason }, at).map((one) => ({ ...one, about: ['urgency'] }));
}

/** Somebody notices a wrong dispatch and takes it back, mostly within minutes. */
export function perhapsRecall(before: Before, dispatchNo: number, unit: string, town: Town): readonly Act[] {
  const wrong = unit !== before.story.unit;
  if (drawn(before, 'recalls', town) >= (wrong ? 0.25 : 0.005)) return [];
  const minutes = between(drawn(before, 'recalls-after', town), 1, 25);
  const fields = { dispatchNo, reason: '派单有误。' };
  return act(before, town.offices.recall, 'triage', 'recall', fields, before.at + minutes * MINUTE);
}

/** An answer the platform gives itself 统一答复: somebody reads it and lets it go. */
export function release(before: Before, dispatchNo: number, town: Town): readonly Act[] {
  const at = inOffice(before, 'releases', [10, 200], town);
  return act(before, town.offices.releases, 'casework', 'releaseAnswer', { dispatchNo }, at);
}

/** The call after completion 回访. An empty answer is seldom found to have solved anything. */
export function followUp(before: Before, unit: string, town: Town): readonly Act[] {
  const never = drawn(before, 'forgets-call', town) < 0.02;
  if (never) return [];
  const late = drawn(before, 'calls-late', town) < 0.06;
  const calls = drawn(before, 'calls', town);
  const hours = late ? between(calls, 26, 60) : between(calls, 1, 14);
  const contacted = drawn(before, 'is-reached', town) < 0.9;
  const empty = mannerOf(unit, before.story, town) === 'perfunctory';
  const solved = contacted && drawn(before, 'is-solved', town) < (empty ? 0.35 : 0.93);
  const satisfied = contacted && solved && drawn(before, 'is-content', town) < 0.95;
  const fields = { contacted, solved, satisfied, reasons: solved ? '' : '企业表示问题仍未解决。' };
  const at = atWakingHour(before.at, hours * HOUR);
  return act(before, town.offices.followUp, 'casework', 'followUp', fields, at);
}

/** Calls after the first that a pack which follows up discontent makes at most. */
const MORE_CALLS = 2;

/**
 * Somebody is discontent, and the pack neither opens the case at once nor lets it be: it is called again, or
 * looked at within days and then mostly opened again, else closed.
 */
export function afterDiscontent(before: Before, unit: string, town: Town): readonly Act[] {
  const { discontent, review } = town.offices;
  if (discontent === 'reopen' || discontent === 'final') return [];
  if (discontent === 'follow-up' && before.nth <= MORE_CALLS) {
    const [again] = followUp(before, unit, town);
    return again ? [{ ...again, at: afterOfficeTime(again.at, 2 * OFFICE_DAY, town.calendar) }] : [];
  }
  const at = inOffice(before, 'reviews', [240, 1200], town);
  const choice = drawn(before, 'review', town);
  if (choice < 0.65) return act(before, review, 'casework', 'reopen', { why: '企业不满意，重新办理。' }, at);
  if (choice >= 0.95) return [];
  const said = { why: 'no-further-action', reason: '已尽责办理。' };
  const [later] = act(before, review, 'casework', 'close', said, at + PANEL_AT_MOST);
  const closing = act(before, review, 'casework', 'close', said, at);
  return closing.map((one) => ({
    ...one,
    ...(later && { whenRefused: { PANEL_PENDING: later } }),
  }));
}

/** When the first is refused because the matter went to and fro, the others take it up. */
function elseBy([first]: readonly Act[], [again]: readonly Act[]): readonly Act[] {
  if (first === undefined) return again ? [again] : [];
  return [again ? { ...first, whenRefused: { PING_PONG_STOPPED: again } } : first];
}

function unitBelieved(before: Before, town: Town): string {
  const { units } = town;
  if (drawn(before, 'errs-unit', town) >= ERRS) return before.story.unit;
  return units[Math.floor(drawn(before, 'which-unit', town) * units.length)] ?? before.story.unit;
}

function inOffice(before: Before, purpose: string, minutes: readonly [number, number], town: Town): number {
  const [least, most] = minutes;
  const after = between(drawn(before, purpose, town), least, most) * MINUTE;
  return afterOfficeTime(before.at, after, town.calendar);
}

function drawn({ story, nth }: Before, purpose: string, { draw }: Town): number {
  return draw('desk', purpose, `${story.sourceNumber}/${nth}`);
}

/** Nothing when the pack gives it to nobody. */
function act(
  { appealId }: Before,
  by: Person | undefined,
  door: Command['door'],
  name: string,
  fields: Command['fields'],
  at: number,
): readonly Act[] {
  return by ? [{ at: Math.round(at), appealId, by, command: { door, name, fields } }] : [];
}
