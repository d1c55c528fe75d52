// What each appeal's own course says of the chain inside its unit (HD-9): nothing is an answer that did not
// go through all of the chain, every step by another person, and nothing waits longer than the slowest of the
// simulation's people takes, from when the unit acknowledged it or has it back. While an objection made in
// time is pending nothing waits for the unit; a late one stops nothing (RT-2).
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { Pack } from '#policy/pack';
import { DAY_MS } from '#working-calendar/civil-day';

/** An event of one appeal. */
export interface Happened {
  readonly type: string;
  /** Epoch ms. */
  readonly at: number;
  readonly value: Uint8Array;
}

/** A reader takes up to 20 office hours, three working days: with a long weekend between, six days. */
export const READ_WITHIN = 6 * DAY_MS;
/** A late unit drafts within nine office days: with two weekends and a holiday, sixteen. */
export const DRAFTED_WITHIN = 16 * DAY_MS;

interface Course {
  /** Persons and steps the draft went through; undefined while there is none. */
  readonly draft?: readonly { readonly by: string; readonly step: string }[];
  /** Somebody of the unit works on it. */
  readonly inWork: boolean;
  /** It waits for a ruling on an objection. */
  readonly objected: boolean;
  /** Since when it waits as it does (epoch ms). */
  readonly since: number;
  readonly answers: number;
  readonly problems: readonly string[];
}

/** What became of one appeal by the instant `now`: its answers, and what is wrong with its course. */
export function chainCourse(
  happened: readonly Happened[],
  { unitChain }: Pick<Pack, 'unitChain'>,
  now: number,
): { readonly answers: number; readonly problems: readonly string[] } {
  const steps = (unitChain?.steps ?? []).map(({ id }) => id);
  const begin: Course = { inWork: false, objected: false, since: 0, answers: 0, problems: [] };
  const end = happened.reduce((course, event) => after(course, event, steps), begin);
  return { answers: end.answers, problems: [...end.problems, ...waitingProblems(end, now)] };
}

function waitingProblems({ draft, inWork, objected, since }: Course, now: number): readonly string[] {
  if (objected) return [];
  const waits = now - since;
  if (draft) return waits > READ_WITHIN ? [`lies with ${draft.length} hands`] : [];
  return inWork && waits > DRAFTED_WITHIN ? ['is never drafted'] : [];
}

function after(course: Course, { type, at, value }: Happened, steps: readonly string[]): Course {
  const { draft, ...left } = course;
  const anew = { ...left, objected: false, since: at };
  switch (type.split('.').at(-1)) {
    case 'WorkOrderAcknowledged':
      // What was given back to the unit waits from then, whether it acknowledges once more or not.
      return course.inWork ? course : { ...course, inWork: true, since: at };
    case 'DraftSubmitted':
      return { ...anew, draft: [{ by: casework.DraftSubmitted.decode(value).by, step: steps[0] ?? '' }] };
    case 'DraftSigned': {
      const { by, step } = casework.DraftSigned.decode(value);
      return { ...anew, draft: [...(draft ?? []), { by, step }] };
    }
    case 'DraftReturned':
      return anew;
    case 'AppealCompleted': {
      const problems = [...course.problems, ...signatureProblems(draft ?? [], steps)];
      return { ...anew, inWork: false, answers: course.answers + 1, problems };
    }
    case 'DispatchObjected':
      return casework.DispatchObjected.decode(value).late ? course : { ...course, objected: true };
    case 'ObjectionRuled':
      return ruled(course, triage.ObjectionRuled.decode(value).upheld, at);
    case 'AppealReopened':
      // Without a unit it goes to the desk first.
      return { ...anew, inWork: casework.AppealReopened.decode(value).unit !== '' };
    case 'AnswerReturned':
      return { ...anew, inWork: true };
    case 'AppealDispatched':
    case 'DispatchRecalled':
    case 'AnsweredDirectly':
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
    case 'AppealClosed':
      return { ...anew, inWork: false };
    default:
      return course;
  }
}

/** The unit is rid of it, or goes on with it where it stood; what a late objection did not stop waits on. */
function ruled(course: Course, upheld: boolean, at: number): Course {
  const { draft: _draft, ...left } = course;
  if (upheld) return { ...left, inWork: false, objected: false, since: at };
  return course.objected ? { ...course, objected: false, since: at } : course;
}

function signatureProblems(draft: NonNullable<Course['draft']>, steps: readonly string[]): readonly string[] {
  const taken = draft.map(({ step }) => step).join(' ');
  const persons = new Set(draft.map(({ by }) => by));
  return [
    ...(taken === steps.join(' ') ? [] : [`is answered after ${taken || 'nothing'}`]),
    ...(persons.size === draft.length ? [] : ['somebody had it in hand twice']),
  ];
}
