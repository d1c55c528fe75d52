// What units ask of those above them: more time 延期 (HD-2), and that the city takes what a county cannot solve
// 上报 (RT-4); and how it is ruled.
import { civilDayOf } from '#working-calendar/civil-day';
import type { Act, Command } from './acts';
import { INCLINATIONS } from './inclinations';
import { handlerOf } from './offices';
import { type Seen, does, lot, officeHoursLater } from './planning';
import { between } from './seeded-draws';
import { type Town, mannerOf } from './unit-behaviour';

const MINUTE = 60_000;

/** A dispatch as the asking unit quotes it. */
export interface Quoted {
  readonly unit: string;
  readonly dispatchNo: number;
}

/** A deadline that may be moved was set for the unit; it asks before it has passed, if at all. */
export function perhapsAskForTime(
  seen: Seen,
  { unit, dispatchNo }: Quoted,
  deadlineAt: number,
  town: Town,
): readonly Act[] {
  const late = mannerOf(unit, seen.story, town) === 'late';
  const chance = (purpose: string) => lot(seen, `unit ${unit}`, purpose, `${dispatchNo}`, town);
  const asks = chance('asks-for-time') < (late ? INCLINATIONS.extensionWhenLate : INCLINATIONS.extensionElse);
  const at = seen.at + between(chance('asks-for-time-after'), 0.5, 0.95) * (deadlineAt - seen.at);
  if (!asks || at > deadlineAt - MINUTE) return [];
  const fields = { dispatchNo, wishedOn: civilDayOf(deadlineAt), reason: '需现场检测，延期一日。' };
  return does(seen, handlerOf(unit, town), casework('requestExtension', fields), at);
}

/** Somebody rules on it. */
export function ruleTime(seen: Seen, { dispatchNo }: Quoted, town: Town): readonly Act[] {
  const chance = (purpose: string) => lot(seen, 'desk', purpose, `time/${dispatchNo}`, town);
  const granted = chance('grants-time') < INCLINATIONS.extensionGranted;
  const at = officeHoursLater(seen, chance('rules-time'), [0.5, 6], town);
  const fields = { dispatchNo, granted, untilOn: '', reason: granted ? '' : '理由不充分，按期办理。' };
  return does(seen, town.offices.oversight.extension?.rules, casework('ruleExtension', fields), at);
}

/** A county's unit that has taken a matter on finds that it cannot solve it. */
export function perhapsSendUp(seen: Seen, { unit, dispatchNo }: Quoted, town: Town): readonly Act[] {
  const { escalation } = town.offices.oversight;
  const chance = (purpose: string) => lot(seen, `unit ${unit}`, purpose, `${dispatchNo}`, town);
  if (escalation === undefined || !town.counties.includes(unit)) return [];
  if (chance('sends-up') >= INCLINATIONS.sendsUp) return [];
  const at = officeHoursLater(seen, chance('sends-up-after'), [1, 12], town);
  const fields = { dispatchNo, ground: escalation.ground, opinion: '县级权限内无法解决，建议由市级承办。' };
  return does(seen, handlerOf(unit, town), casework('requestEscalation', fields), at);
}

/** It is audited: to the city's unit in charge, or back with a reason. */
export function auditSentUp(seen: Seen, { dispatchNo }: Quoted, town: Town): readonly Act[] {
  const chance = (purpose: string) => lot(seen, 'desk', purpose, `sent-up/${dispatchNo}`, town);
  const { unit } = seen.story;
  const accepted = !town.counties.includes(unit) && chance('takes-up') < INCLINATIONS.takenUp;
  const at = officeHoursLater(seen, chance('audits'), [1, 8], town);
  const fields = {
    dispatchNo,
    accepted,
    toUnit: accepted ? unit : '',
    reason: accepted ? '' : '属县级权限。',
  };
  const command: Command = { door: 'triage', name: 'ruleEscalation', fields };
  return does(seen, town.offices.oversight.escalation?.audits, command, at);
}

function casework(name: string, fields: Command['fields']): Command {
  return { door: 'casework', name, fields };
}
