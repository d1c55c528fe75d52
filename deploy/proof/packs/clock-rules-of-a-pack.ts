// What supervision makes of a pack's clocks and cards, asked the way an officer would ask: when is that due,
// what meets it, what is shown when nobody does anything.
import { deepEqual, equal } from 'node:assert/strict';
import { runningOf } from '#supervision/domain/docket';
import type { DocketCause } from '#supervision/domain/docket-events';
import { dispatched, wall } from '../../../services/supervision/test/officer';
import type { Proof } from './proof';

const FRIDAY = '2023-07-14 16:30';
const about = { dispatchNo: 1, unit: 'tax' };
const SATURDAY = wall('2023-07-15 10:00');

/** What has happened before the clock in question starts, beyond the dispatch on a Friday at 16:30. */
const BEFORE = {
  dispatched: [],
  desk: [{ type: 'DeskEntered' }],
  completed: [{ type: 'AppealCompleted', ...about, round: 1 }],
  released: [
    { type: 'AppealCompleted', ...about, round: 1 },
    { type: 'AnswerReleased', ...about },
  ],
  reminded: [
    { type: 'AppealCompleted', ...about, round: 1 },
    { type: 'MessageDelivered', template: 'rating-reminder' },
  ],
} satisfies Readonly<Record<string, readonly DocketCause[]>>;

/** The deadline of a clock that starts on Friday 2023-07-14 16:30, or on the Saturday 10:00 after it. */
export function due(clock: string, after: keyof typeof BEFORE, expected: string): Proof {
  return (pack) => {
    const docket = dispatched(FRIDAY, [], pack);
    for (const event of BEFORE[after])
      docket.happens(after === 'desk' ? wall(FRIDAY) : SATURDAY, event as DocketCause);
    const started = docket.said(clock).find((line) => line.includes(' started '));
    equal(started?.split(' until ')[1], expected);
  };
}

const SENT_UP: DocketCause = { type: 'EscalationRequested', ...about };

/** Until when what a county sends up on Friday at 17:00 must be ruled on. */
export function auditDue(clock: string, until: string): Proof {
  return (pack) => {
    const [started] = dispatched(FRIDAY, [], pack).happens(wall('2023-07-14 17:00'), SENT_UP).said(clock);
    equal(started?.split(' until ')[1], until);
  };
}

/** That the county's clock stands still while its request is audited for a week. */
export function auditPauses(clock: string, until: string): Proof {
  return (pack) => {
    const docket = dispatched(FRIDAY, [], pack)
      .happens(wall('2023-07-17 09:00'), SENT_UP)
      .happens(wall('2023-07-24 09:00'), { type: 'EscalationRuled', ...about });
    const found = runningOf(docket.docket).find((one) => one.clock === clock);
    equal(found?.deadlineAt, wall(until));
  };
}

/** Which of two clocks runs before and after a person confirms that the appeal is urgent, and until when. */
export function urgencyTurns(ordinary: string, urgent: string, until: string): Proof {
  return (pack) => {
    const docket = dispatched(FRIDAY, [], pack);
    equal(docket.said(ordinary).length, 1);
    equal(docket.said(urgent).length, 0);
    docket.happens(wall('2023-07-14 17:00'), { type: 'UrgencyConfirmed' });
    equal(docket.said(ordinary).at(-1), '2023-07-14 17:00 stopped void');
    equal(docket.said(urgent)[0]?.split(' until ')[1], until);
  };
}

/** What stops a unit's clock in time. */
export function metBy(clock: string, event: DocketCause, meets = true): Proof {
  return (pack) => {
    const said = dispatched(FRIDAY, [], pack).happens(wall('2023-07-14 17:00'), event).said(clock);
    equal(
      said.some((line) => line.endsWith('stopped in time')),
      meets,
    );
  };
}

const CONTRIBUTION: DocketCause = { type: 'ContributionGiven', dispatchNo: 1, unit: 'water' };

/** The deadline of an assisting unit, what meets it, and whose card it is when it passes. */
export function assistClock(deadline: string): Proof {
  return (pack) => {
    const docket = () => dispatched(FRIDAY, ['water'], pack);
    const started = `2023-07-14 16:30 started assist/water/1/1 until ${deadline}`;
    deepEqual(docket().happens(wall('2023-07-14 17:00'), CONTRIBUTION).said('assist'), [
      started,
      '2023-07-14 17:00 stopped in time',
    ]);
    deepEqual(docket().happens(wall('2023-07-14 17:00'), COMPLETION).said('assist'), [
      started,
      '2023-07-14 17:00 stopped void',
    ]);
    const late = docket().looksUntil(wall('2023-09-30 00:00'));
    const cards = late.own.flatMap((event) =>
      'cardId' in event && event.cardId.startsWith('assist/') ? [`${event.type} ${event.unit}`] : [],
    );
    deepEqual(cards, ['YellowCardIssued water', 'RedCardIssued water']);
  };
}

/** When a unit that does nothing after that Friday is reminded and shown its cards. */
export function cards(clock: string, expected: readonly string[]): Proof {
  return (pack) => {
    const said = dispatched(FRIDAY, [], pack).looksUntil(wall('2023-09-30 00:00')).said(clock);
    deepEqual(
      said.filter((line) => !line.includes(' started ')),
      expected,
    );
  };
}

/** Contact of the lead, with or without a visit. */
export const CONTACT = (arrived: boolean): DocketCause => ({
  ...{ type: 'EnterpriseContacted', ...about },
  ...{ reached: true, arrived, satisfies: arrived },
});
/** The lead gives its opinion. */
export const OPINION: DocketCause = { type: 'PreliminaryOpinionGiven', ...about };
/** The lead completes. */
export const COMPLETION: DocketCause = { type: 'AppealCompleted', ...about, round: 1 };
/** The lead acknowledges. */
export const ACKNOWLEDGED: DocketCause = { type: 'WorkOrderAcknowledged', ...about };
