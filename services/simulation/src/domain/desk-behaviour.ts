// How the platform's people work: clerks rule identities, admit or decline, dispatch from the desk, rule on
// objections and now and then take a dispatch back; callers follow up. They know better than the machine
// which unit is in charge, and err now and then.
import type { Act, Command, Person } from './acts';
import type { Story } from './drawn-appeals';
import { afterOfficeTime, atWakingHour } from './office-time';
import { between } from './seeded-draws';
import { type Town, mannerOf } from './unit-behaviour';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CLERK: Person = { role: 'clerk', id: 'clerk-desk' };
const SUPERVISOR: Person = { role: 'supervisor', id: 'supervisor' };
const CALLER: Person = { role: 'followup', id: 'caller' };
const ERRS = 0.05;

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
  if (!declined) return [act(before, CLERK, 'intake', 'admit', {}, at)];
  const explanation = '该事项不属于本平台受理范围，请按告知的途径办理。';
  return [act(before, CLERK, 'intake', 'decline', { ground, explanation }, at)];
}

/** An identity in doubt 身份核验: the clerk calls and finds the register's code, or that there is none. */
export function ruleIdentity(before: Before, registered: boolean, town: Town): readonly Act[] {
  const at = inOffice(before, 'rules-identity', [20, 240], town);
  const fields = registered
    ? { ruling: 'matched', uscc: before.story.uscc }
    : { ruling: 'not-registered', uscc: '' };
  return [act(before, CLERK, 'intake', 'ruleIdentity', fields, at)];
}

/** An appeal at the desk 分办台; what went to and fro too often is sent on by a supervisor. */
export function dispatchFromDesk(before: Before, town: Town): readonly Act[] {
  const at = inOffice(before, 'dispatches', [1, 20], town);
  const fields = { lead: unitBelieved(before, town), assist: [], why: '' };
  const again = act(before, SUPERVISOR, 'triage', 'dispatch', fields, at + HOUR);
  return [
    {
      ...act(before, CLERK, 'triage', 'dispatch', fields, at),
      whenRefused: { code: 'PING_PONG_STOPPED', act: again },
    },
  ];
}

/** An objection 异议: upheld when the unit really is not in charge. */
export function ruleObjection(before: Before, dispatchNo: number, unit: string, town: Town): readonly Act[] {
  const at = inOffice(before, 'rules-objection', [60, 600], town);
  const errs = drawn(before, 'errs-ruling', town) < ERRS;
  const upheld = (unit !== before.story.unit) !== errs;
  const believed = unitBelieved(before, town);
  const toUnit = upheld && believed !== unit ? believed : '';
  const fields = { dispatchNo, upheld, toUnit, note: upheld ? '异议成立。' : '职责明确，由原单位办理。' };
  const again = act(before, SUPERVISOR, 'triage', 'ruleObjection', fields, at + HOUR);
  return [
    {
      ...act(before, CLERK, 'triage', 'ruleObjection', fields, at),
      whenRefused: { code: 'PING_PONG_STOPPED', act: again },
    },
  ];
}

/** Somebody notices a wrong dispatch and takes it back, mostly within minutes. */
export function perhapsRecall(before: Before, dispatchNo: number, unit: string, town: Town): readonly Act[] {
  const wrong = unit !== before.story.unit;
  if (drawn(before, 'recalls', town) >= (wrong ? 0.25 : 0.005)) return [];
  const minutes = between(drawn(before, 'recalls-after', town), 1, 25);
  const fields = { dispatchNo, reason: '派单有误。' };
  return [act(before, CLERK, 'triage', 'recall', fields, before.at + minutes * MINUTE)];
}

/** An answer the platform gives itself 统一答复: a clerk reads it and lets it go. */
export function release(before: Before, dispatchNo: number, town: Town): readonly Act[] {
  return [
    act(
      before,
      CLERK,
      'casework',
      'releaseAnswer',
      { dispatchNo },
      inOffice(before, 'releases', [10, 200], town),
    ),
  ];
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
  return [act(before, CALLER, 'casework', 'followUp', fields, atWakingHour(before.at, hours * HOUR))];
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

function act(
  { appealId }: Before,
  by: Person,
  door: Command['door'],
  name: string,
  fields: Command['fields'],
  at: number,
): Act {
  return { at: Math.round(at), appealId, by, command: { door, name, fields } };
}
