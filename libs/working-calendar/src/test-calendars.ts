// The project's own notices, loaded once for the specs.
import { calendarProblemText, type CalendarHistory, loadCalendars } from './calendar-loader';

/** The calendars of deploy/calendars; throws with the sentences if they do not load. */
export function projectCalendars(): CalendarHistory {
  const loaded = loadCalendars(`${__dirname}/../../../deploy/calendars`);
  if (!loaded.ok) throw new Error(loaded.error.map((problem) => calendarProblemText(problem).zh).join('\n'));
  return loaded.value;
}
