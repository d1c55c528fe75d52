// Supervision's clocks and cards as facts. A deadline of 0 on the wire is none: the clock is paused.
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import type { EventRow } from '#platform/runtime/codec';
import type { FactEvent } from '../../domain/fact-events';
import { readRow } from './read-row';

const deadline = (at: number): number | null => (at === 0 ? null : at);

/** Rows of supervision. */
export const clockRows: Readonly<Record<string, EventRow<FactEvent>>> = {
  'zhitong.supervision.v1.ClockStarted': readRow(
    'ClockStarted',
    supervision.ClockStarted,
    ({ clockId, clock, unit, startAt, deadlineAt }) => ({
      type: 'ClockStarted',
      clockId,
      clock,
      unit,
      startAt,
      deadlineAt: deadline(deadlineAt),
    }),
  ),
  'zhitong.supervision.v1.ClockStopped': readRow('ClockStopped', supervision.ClockStopped, (stopped) => {
    const { clockId, stoppedAt, inTime, lateBySystem } = stopped;
    return { type: 'ClockStopped', clockId, stoppedAt, inTime, void: stopped.void, lateBySystem };
  }),
  'zhitong.supervision.v1.TimeLost': readRow(
    'TimeLost',
    supervision.TimeLost,
    ({ clockId, colour, untilAt }) => ({ type: 'TimeLost', clockId, colour, untilAt }),
  ),
  'zhitong.supervision.v1.DeadlineRecomputed': readRow(
    'DeadlineRecomputed',
    supervision.DeadlineRecomputed,
    ({ clockId, deadlineAt }) => ({ type: 'DeadlineRecomputed', clockId, deadlineAt: deadline(deadlineAt) }),
  ),
  'zhitong.supervision.v1.YellowCardIssued': readRow(
    'YellowCardIssued',
    supervision.YellowCardIssued,
    ({ cardId, clock, unit }) => ({ type: 'YellowCardIssued', cardId, clock, unit }),
  ),
  'zhitong.supervision.v1.RedCardIssued': readRow(
    'RedCardIssued',
    supervision.RedCardIssued,
    ({ cardId, clock, unit }) => ({ type: 'RedCardIssued', cardId, clock, unit }),
  ),
  'zhitong.supervision.v1.CardRevoked': readRow(
    'CardRevoked',
    supervision.CardRevoked,
    ({ cardId, reason }) => ({
      type: 'CardRevoked',
      cardId,
      contested: reason === 'contest-upheld',
    }),
  ),
};
