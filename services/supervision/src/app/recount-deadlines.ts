// Counts running deadlines again when the calendar known now is not the one they were counted with (SV-1): a
// new notice of the State Council moves deadlines, and whoever they bind is told by an event with the reason.
import { runningOf } from '../domain/docket';
import type { Dockets } from './ports';

/** Answers how many dockets were looked at again. */
export async function recountDeadlines(dockets: Dockets, calendarVersion: string): Promise<number> {
  let count = 0;
  await dockets.each(async (page) => {
    for (const { id, docket } of page) {
      if (runningOf(docket).every((clock) => clock.calendarVersion === calendarVersion)) continue;
      await dockets.execute(id, { type: 'RecountDeadlines' });
      count += 1;
    }
  });
  return count;
}
