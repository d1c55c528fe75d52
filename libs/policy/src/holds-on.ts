// What holds from a day to a day in a profile: who looks after whom, a project, an expert's term of office.
// Both days are included; a side that is left out is open.
import type { CivilDay } from '#working-calendar/civil-day';

/** First and last day, `YYYY-MM-DD`. */
export interface Term {
  readonly since?: CivilDay | undefined;
  readonly until?: CivilDay | undefined;
}

/** Whether it holds on that day. */
export function holdsOn({ since, until }: Term, day: CivilDay): boolean {
  return (since === undefined || since <= day) && (until === undefined || day <= until);
}
