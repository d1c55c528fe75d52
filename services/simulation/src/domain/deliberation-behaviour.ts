// How several decide 会商 (KB-5, HD-5, RT-3): the desk puts a doubt to a panel, or units that send a matter to
// and fro to a joint meeting; experts stand aside, vote, err, or forget to; a meeting is held and recorded on
// its day. Which questions may be put at all the pack says.
import { civilDayOf, startOfDay } from '#working-calendar/civil-day';
import type { Act, Command } from './acts';
import { namedFirst, namedInstead } from './asked-experts';
import type { Deliberated, Question } from './deliberated';
import type { Before } from './desk-behaviour';
import { INCLINATIONS } from './inclinations';
import { afterOfficeTime } from './office-time';
import { NO_SESSION } from './open-things';
import { type Seen, does, lot, officeHoursLater } from './planning';
import { type Town, mannerOf } from './unit-behaviour';

type Of<T extends Deliberated['type']> = Extract<Deliberated, { type: T }>;

const DESK = 'desk';
const HOUR = 3_600_000;
/** Office hours until it has named others. */
const RECONSIDERS_HOURS = 1;

/** A matter on the desk whose duty is open is put to the panel; nothing when the desk settles it itself. */
export function panelOnDuty(before: Before, unit: string, town: Town): readonly Act[] {
  const open = before.story.disposition === 'panel';
  const share = open ? INCLINATIONS.panelOnOpenDuty : INCLINATIONS.panelOnAnyDuty;
  return before.nth > 1 ? [] : panel(before, 'responsibility', unit, share, town);
}

/** An objection is settled by several, where the pack foresees it; nothing when the desk rules itself. */
export function sessionOnObjection(before: Before, unit: string, town: Town): readonly Act[] {
  const share = INCLINATIONS.sessionOnObjection;
  const called = panel(before, 'responsibility', unit, share, town);
  return called.length > 0 ? called : meeting(before, unit, share, town);
}

/** Somebody doubts an answer that is doubtful. */
export function panelOnResult(
  before: Before,
  { verdict, unit }: { readonly verdict: string; readonly unit: string },
  town: Town,
): readonly Act[] {
  if (verdict !== 'doubtful' && verdict !== 'evasive') return [];
  return panel(before, 'result', unit, INCLINATIONS.panelOnResult, town);
}

/** A seat asks for advice beside its own work. */
export function panelOnAdvice(before: Before, unit: string, town: Town): readonly Act[] {
  return panel(before, 'advice', unit, INCLINATIONS.panelOnAdvice, town);
}

function panel(before: Before, question: Question, unit: string, share: number, town: Town): readonly Act[] {
  const { panel: offered } = town.offices.oversight;
  const about = `${question}/${before.nth}`;
  if (!offered?.questions.includes(question)) return [];
  if (lot(before, DESK, 'convenes', about, town) >= share) return [];
  const at = officeHoursLater(before, lot(before, DESK, 'convenes-after', about, town), [0.1, 2], town);
  const sought = { seen: before, about, unit, at, count: 2 * offered.quorum - 1 };
  const convenes = (members: readonly string[], hours: number) => {
    const called = { question, members, chair: members[0] ?? '', dueOn: '', reason: '提请专家研判。' };
    const then = afterOfficeTime(at, hours * HOUR, town.calendar);
    return does(before, offered.convenes, triage('convenePanel', called), then, whenFree(question));
  };
  const [again] = convenes(namedInstead(sought, town), RECONSIDERS_HOURS);
  return convenes(namedFirst(sought, town), 0).map((act) => ({
    ...act,
    ...(again && { whenRefused: { EXPERT_CONCERNED: again, EXPERT_NOT_IN_OFFICE: again } }),
  }));
}

/** The desk has another way where a session sits already; who asks beside his work waits for none. */
function whenFree(question: Question): readonly string[] | undefined {
  return question === 'advice' ? [NO_SESSION] : undefined;
}

function meeting(before: Before, unit: string, share: number, town: Town): readonly Act[] {
  const { meeting: calls } = town.offices.oversight;
  const about = `meeting/${before.nth}`;
  const other = before.story.unit === unit ? before.story.assist[0] : before.story.unit;
  if (other === undefined || other === unit || lot(before, DESK, 'convenes', about, town) >= share) return [];
  const at = officeHoursLater(before, lot(before, DESK, 'convenes-after', about, town), [1, 6], town);
  const heldOn = civilDayOf(afterOfficeTime(at, 8 * HOUR, town.calendar));
  const called = { units: [unit, other], heldOn, reason: '职责边界不清，召开联席会议。' };
  return does(before, calls, triage('conveneMeeting', called), at);
}

/** Each member stands aside, votes, or lets the time pass. */
export function vote(seen: Seen, heard: Of<'PanelConvened'>, unit: string, town: Town): readonly Act[] {
  const { sessionNo, members, question, dueAt } = heard;
  const role = town.offices.oversight.panel?.role ?? '';
  return members.flatMap((id) => {
    const chance = (purpose: string) => lot(seen, id, purpose, `session/${sessionNo}`, town);
    const at = officeHoursLater(seen, chance('votes-after'), [1, 12], town);
    if (chance('is-silent') < INCLINATIONS.memberSilent || at >= dueAt) return [];
    const about = [`session/${sessionNo}`];
    const aside = triage('declareRecusal', { sessionNo, reason: '与本事项有利害关系。' });
    const option = optionOf(question, chance('errs') < INCLINATIONS.memberErrs, seen, unit, town);
    const cast = triage('castVote', { sessionNo, option, reason: '依据部门职责和办理情况。' });
    const recused = chance('is-recused') < INCLINATIONS.memberRecused;
    return does(seen, { role, id }, recused ? aside : cast, at, about);
  });
}

function optionOf(question: string, errs: boolean, { story }: Seen, unit: string, town: Town): string {
  if (question === 'responsibility') return errs ? (story.assist[0] ?? story.unit) : story.unit;
  if (question === 'advice') return errs ? 'cannot-say' : 'advised';
  const empty = mannerOf(unit, story, town) === 'perfunctory';
  return empty !== errs ? 'rejected' : 'approved';
}

/** The meeting is held on its day, and mostly somebody writes down what it settled. */
export function recordMeeting(
  seen: Seen,
  { sessionNo, units, heldOn }: Of<'MeetingConvened'>,
  town: Town,
): readonly Act[] {
  const chance = (purpose: string) => lot(seen, 'meeting', purpose, `session/${sessionNo}`, town);
  if (chance('is-forgotten') < INCLINATIONS.meetingForgotten) return [];
  const begins = startOfDay(heldOn);
  const at = officeHoursLater({ ...seen, at: begins }, chance('is-held'), [1, 6], town);
  const lead = units.includes(seen.story.unit) ? seen.story.unit : (units[0] ?? '');
  const stays = chance('stays-away') < INCLINATIONS.unitStaysAway;
  const attended = stays ? units.filter((unit) => unit === lead) : units;
  const conclusion = '由牵头单位会同协办单位办理。';
  const assist = units.filter((unit) => unit !== lead);
  const settled = triage('recordMeeting', { sessionNo, lead, assist, attended, conclusion });
  const { meeting: records } = town.offices.oversight;
  return does(seen, records, settled, at, [`session/${sessionNo}`]);
}

/** The first way, or the second where a session sits already or too few may sit. */
export function elseOtherwise(first: readonly Act[], [otherwise]: readonly Act[]): readonly Act[] {
  if (first.length === 0) return otherwise ? [otherwise] : [];
  if (otherwise === undefined) return first;
  return first.map((act): Act => {
    const mended = Object.entries(act.whenRefused ?? {}).map(
      ([code, one]) => [code, elseOtherwise([one], [otherwise])[0] ?? one] as const,
    );
    const refusals = Object.fromEntries(mended);
    return {
      ...act,
      whenRefused: { ...refusals, SESSION_PENDING: otherwise, MEMBERS_TOO_FEW: otherwise },
    };
  });
}

function triage(name: string, fields: Command['fields']): Command {
  return { door: 'triage', name, fields };
}
