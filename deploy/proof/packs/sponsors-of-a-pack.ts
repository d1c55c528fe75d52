// Whether the leader who looks after an enterprise hears of its appeal (IN-6), asked of the rules of
// messages.
import { equal } from 'node:assert/strict';
import { MessageDesk, SPONSORED, SUBMITTED, wall } from '../../../services/notification/test/desk';
import type { Proof } from './proof';

/** He is told once it is admitted, and of no other enterprise. */
export const sponsorIsTold: Proof = (pack) => {
  const at = wall('2026-03-02 09:00');
  const told = (uscc: string) => {
    const desk = new MessageDesk(pack).happens(at, SUBMITTED);
    desk.happens(at + 1, { type: 'AppealAdmitted', packHash: 'p', uscc });
    return desk.letters.filter((letter) => letter.startsWith('sponsors ')).length;
  };
  equal(told(SPONSORED), 1);
  equal(told('91320585XNMLW3NY0L'), 0);
};
