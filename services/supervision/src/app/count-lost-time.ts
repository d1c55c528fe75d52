// When another outage is known, or one was withdrawn, every docket is looked at once: cards given too soon
// are taken back, and feedback that was late by the system alone is marked so (SV-2).
import type { DocketPolicy } from '../domain/docket-commands';
import { countLostTime } from '../domain/lost-cards';
import type { Dockets } from './ports';

/** Answers how many dockets had something to be put right. */
export async function countLostTimeEverywhere(dockets: Dockets, policy: DocketPolicy): Promise<number> {
  let count = 0;
  await dockets.each(async (page) => {
    for (const { id, docket } of page) {
      let said = 0;
      countLostTime(docket, policy, () => {
        said += 1;
      });
      if (said === 0) continue;
      await dockets.execute(id, { type: 'CountLostTime' });
      count += 1;
    }
  });
  return count;
}
