// Any course of a docket: what happens when, when word of it comes, and when supervision looks.
import fc from 'fast-check';
import { CALENDARS, type Entry, OfficersDocket, YICHENG, wall } from './officer';
import { NO_DOCKET } from '../src/domain/docket';
import { docketDecider } from '../src/domain/docket-decider';
import type { DocketCause } from '../src/domain/docket-events';

const no = fc.integer({ min: 1, max: 3 });
const unit = fc.constantFrom('tax', 'water');
const place = { dispatchNo: no, unit };
const cause: fc.Arbitrary<DocketCause> = fc.oneof(
  {
    weight: 4,
    arbitrary: no.map((dispatchNo): DocketCause => {
      return {
        type: 'AppealDispatched',
        dispatchNo,
        lead: dispatchNo === 2 ? 'water' : 'tax',
        assist: ['water'],
      };
    }),
  },
  fc.record({ type: fc.constant('DispatchRecalled' as const), ...place }),
  fc.record({ type: fc.constant('ObjectionRuled' as const), ...place, upheld: fc.boolean() }),
  fc.record({ type: fc.constant('WorkOrderAcknowledged' as const), ...place }),
  fc.record({ type: fc.constant('DispatchObjected' as const), ...place, late: fc.boolean() }),
  fc.record({
    type: fc.constant('EnterpriseContacted' as const),
    ...place,
    reached: fc.boolean(),
    arrived: fc.boolean(),
    satisfies: fc.boolean(),
  }),
  fc.record({ type: fc.constant('PreliminaryOpinionGiven' as const), ...place }),
  fc.record({ type: fc.constant('AssistAcknowledged' as const), ...place }),
  fc.record({ type: fc.constant('AssistObjected' as const), ...place, late: fc.boolean() }),
  fc.record({ type: fc.constant('AssistObjectionRuled' as const), ...place, upheld: fc.boolean() }),
  fc.record({ type: fc.constant('ContributionGiven' as const), ...place }),
  fc.record({ type: fc.constant('AppealCompleted' as const), ...place, round: no }),
  fc.record({ type: fc.constant('AppealReopened' as const), unit, round: no }),
  fc.constantFrom<DocketCause>(
    { type: 'DeskEntered' },
    { type: 'AnsweredDirectly' },
    { type: 'AppealFollowedUp' },
    { type: 'AppealRated' },
    { type: 'RatingLapsed' },
    { type: 'MessageDelivered', template: 'rating-reminder' },
    { type: 'MessageDelivered', template: 'received' },
  ),
  {
    weight: 1,
    arbitrary: fc.constantFrom<DocketCause>({ type: 'AppealClosed' }, { type: 'WithdrawalGranted' }),
  },
);

/**
 * Minutes from the step before, how long word of it takes (minutes), and whether the gate was open when we
 * looked.
 */
const step = fc.record({
  cause,
  after: fc.integer({ min: 0, max: 3000 }),
  delay: fc.constantFrom(0, 0, 1, 200, 4000),
  gate: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
});
/** Any course. */
export const steps = fc.array(step, { maxLength: 25, size: 'max' });
/** One step of a course. */
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
export const MINUTE = 60_000;

/**
 * Lives a course; `learns` is called after each step with the time by then, and once at the end of
 * everything.
 */
export function live(
  course: readonly Step[],
  learns: (docket: OfficersDocket, at: number, step: number) => void = () => undefined,
): OfficersDocket {
  const docket = new OfficersDocket(YICHENG, CALENDARS.current);
  let at = wall('2026-09-28 09:00');
  let heard = at;
  docket.happens(at, { type: 'AppealSubmitted' }).happens(at, { type: 'AppealAdmitted', packHash: 'p' });
  docket.happens(at, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: ['water'] });
  for (const [index, one] of course.entries()) {
    at += one.after * MINUTE;
    heard = Math.max(heard, at + one.delay * MINUTE);
    docket.looks(heard, one.gate).happens(at, one.cause, heard).looks(heard, one.gate);
    learns(docket, heard, index);
  }
  const end = at + 30 * 24 * 60 * MINUTE;
  learns(docket.looksUntil(end), end, course.length);
  return docket.looksUntil(end);
}

/** The docket as its events alone make it. */
export function folded(book: readonly Entry[]) {
  return book.reduce((docket, { event, at, id }, index) => {
    return docketDecider.evolve(docket, { event, at, id, writer: 'w', seq: index + 1 });
  }, NO_DOCKET);
}
