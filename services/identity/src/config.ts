// What identity reads from the directories it is given; a wrong file stops the start with the sentence that
// mends it.
import type { ProblemSentence } from '#working-calendar/source-text';
import { ConfigurationError } from '#platform/edge/lifecycle';
import type { Pack } from '#policy/pack';
import { loadPacks } from '#policy/pack-loader';
import { policyProblemText } from '#policy/sentences';
import { type CalendarHistory, calendarProblemText, loadCalendars } from '#working-calendar/calendar-loader';

/** Loads one pack, or every pack of a folder of packs, in the order of their names. */
export function packsFrom(directory: string): readonly Pack[] {
  return orStop(loadPacks(directory), policyProblemText);
}

/** Loads the notices of the working calendar. */
export function calendarsFrom(directory: string): CalendarHistory {
  return orStop(loadCalendars(directory), calendarProblemText);
}

function orStop<T, P>(
  loaded: { ok: true; value: T } | { ok: false; error: readonly P[] },
  text: (problem: P) => ProblemSentence,
): T {
  if (loaded.ok) return loaded.value;
  throw new ConfigurationError('identity', loaded.error.map(text));
}
