// Which completion makes a matter answered: that of the unit which has it (HD-5). A unit from which it was
// taken answers too late; casework and the routing do not hear it, and neither does a panel on whose duty it
// is.
import { PEOPLE } from '../../test/scenario';
import { CONVENE, SESSIONS, type SessionPast, inSession, onHearing, sessionAfter } from '../../test/sessions';
import type { DeliberationCause } from './deliberation-events';

const dispatched = (dispatchNo: number): DeliberationCause => ({
  ...{ type: 'AppealDispatched', dispatchNo, lead: 'water', assist: [] },
});
const completed = (dispatchNo: number): DeliberationCause => ({ type: 'AppealCompleted', dispatchNo });
const recalled = (withoutMark: boolean): DeliberationCause => ({
  ...{ type: 'DispatchRecalled', dispatchNo: 1, withoutMark },
});
const DESK: DeliberationCause = { type: 'DeskEntered' };
const ENDED: DeliberationCause = { type: 'AppealEnded' };
const REOPENED: DeliberationCause = { type: 'AppealReopened' };
/** The unit has dispatch 1, a panel on whose duty it is sits, and then … */
const then = (...causes: readonly DeliberationCause[]): readonly SessionPast[] => [
  ...SESSIONS.sitting,
  ...causes.map((cause): SessionPast => [1, cause]),
];

test.each<[string, readonly DeliberationCause[], DeliberationCause]>([
  ['recalled', [recalled(false), DESK], completed(1)],
  ['recalled without a mark', [recalled(true), DESK], completed(1)],
  ['recalled, and not on the desk yet', [recalled(false)], completed(1)],
  ['an objection upheld', [DESK], completed(1)],
  ['an objection upheld, with another unit', [dispatched(2)], completed(1)],
  ['with another unit', [recalled(false), dispatched(2)], completed(1)],
  ['with another, and taken from it, too', [DESK, dispatched(2), DESK], completed(2)],
])('%s: the unit answers too late, the panel sits on', (_name, causes, late) => {
  const heard = onHearing(then(...causes), late);
  expect(heard.events).toEqual([]);
  expect(sessionAfter(heard.past)).toMatchObject({ status: 'sitting', matter: { stage: 'open' } });
});

test('after a late completion a panel on whose duty it is may be convened, none on a result', () => {
  const past: readonly SessionPast[] = [
    ...SESSIONS.dispatched,
    ...[recalled(false), DESK, completed(1)].map((cause): SessionPast => [1, cause]),
  ];
  const convene = (question: string) => inSession(past, PEOPLE.clerk, { ...CONVENE, question }).refused;
  expect([convene('responsibility'), convene('result')]).toEqual(['', 'NOT_ANSWERED']);
});

test.each<[string, readonly DeliberationCause[], string, number | undefined]>([
  ['an entry on the desk that comes late', [ENDED, DESK], 'CLOSED', 1],
  ['an entry on the desk before it ended', [DESK, ENDED], 'CLOSED', 1],
  ['its return', [ENDED, REOPENED], '', undefined],
  ['its return to the desk', [ENDED, REOPENED, DESK], '', 1],
  ['its return to the desk, heard of in the other order', [ENDED, DESK, REOPENED], '', 1],
])('only its return opens an appeal that has ended: %s', (_name, causes, refused, takenNo) => {
  const past = [...SESSIONS.dispatched, ...causes.map((cause): SessionPast => [1, cause])];
  expect(inSession(past, PEOPLE.clerk, CONVENE).refused).toBe(refused);
  expect(sessionAfter(past).matter.takenNo).toBe(takenNo);
});

test.each<[string, readonly DeliberationCause[], DeliberationCause]>([
  ['which has it', [], completed(1)],
  ['which has it after another', [recalled(false), DESK, dispatched(2)], completed(2)],
  ['which has it again, its answer did not hold', [completed(1), REOPENED], completed(1)],
])('the unit %s completes it: a panel on whose duty it is has nothing to rule', (_name, causes, cause) => {
  const heard = onHearing(then(...causes), cause);
  expect(heard.events).toMatchObject([{ type: 'SessionLapsed', why: 'overtaken' }]);
  expect(sessionAfter(heard.past).matter.stage).toBe('answered');
});
