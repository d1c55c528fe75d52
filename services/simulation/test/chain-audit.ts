// What each appeal's own course says of the chain inside its unit (HD-9): nothing is an answer that did not
// go through all of the chain, every step by another person, and nothing waits longer than the slowest of the
// simulation's people takes.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
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
const READ_WITHIN = 6 * DAY_MS;
/** A late unit drafts within nine office days: with two weekends and a holiday, sixteen. */
const DRAFTED_WITHIN = 16 * DAY_MS;

interface Course {
  /** Persons and steps the draft went through; undefined while there is none. */
  readonly draft?: readonly { readonly by: string; readonly step: string }[];
  /** Somebody of the unit works on it. */
  readonly inWork: boolean;
  /** Since when it waits as it does (epoch ms). */
  readonly since: number;
  readonly answers: number;
  readonly problems: readonly string[];
}

/** What became of one appeal by the instant `now`: its answers, and what is wrong with its course. */
export function chainCourse(
  happened: readonly Happened[],
  { unitChain }: Pack,
  now: number,
): { readonly answers: number; readonly problems: readonly string[] } {
  const [first, ...signed] = (unitChain?.steps ?? []).map(({ id }) => id);
  const begin: Course = { inWork: false, since: 0, answers: 0, problems: [] };
  const steps = [first, ...signed].join(' ');
  const { draft, inWork, since, answers, problems } = happened.reduce(
    (course, event) => after(course, event, { first: first ?? '', steps }),
    begin,
  );
  const waits = now - since;
  if (draft && waits > READ_WITHIN)
    return { answers, problems: [...problems, `lies with ${draft.length} hands`] };
  if (!draft && inWork && waits > DRAFTED_WITHIN)
    return { answers, problems: [...problems, 'is never drafted'] };
  return { answers, problems };
}

function after(
  course: Course,
  { type, at, value }: Happened,
  { first, steps }: { readonly first: string; readonly steps: string },
): Course {
  const { draft: _draft, ...left } = course;
  switch (type.split('.').at(-1)) {
    case 'WorkOrderAcknowledged':
      return { ...course, inWork: true, since: at };
    case 'DraftSubmitted':
      return { ...course, since: at, draft: [{ by: casework.DraftSubmitted.decode(value).by, step: first }] };
    case 'DraftSigned': {
      const { by, step } = casework.DraftSigned.decode(value);
      return { ...course, since: at, draft: [...(course.draft ?? []), { by, step }] };
    }
    case 'DraftReturned':
      return { ...left, since: at };
    case 'AppealCompleted': {
      const problems = [...course.problems, ...signatureProblems(course.draft ?? [], steps)];
      return { ...left, inWork: false, since: at, answers: course.answers + 1, problems };
    }
    case 'AppealDispatched':
    case 'DispatchObjected':
    case 'DispatchRecalled':
    case 'AppealReopened':
    case 'WithdrawalGranted':
    case 'AppealClosed':
      return { ...left, inWork: false, since: at };
    default:
      return course;
  }
}

function signatureProblems(draft: NonNullable<Course['draft']>, steps: string): readonly string[] {
  const taken = draft.map(({ step }) => step).join(' ');
  const persons = new Set(draft.map(({ by }) => by));
  return [
    ...(taken === steps ? [] : [`is answered after ${taken || 'nothing'}`]),
    ...(persons.size === draft.length ? [] : ['somebody had it in hand twice']),
  ];
}
