// The docket's events and their messages. On the wire an instant that is not there is 0.
import * as wire from '#contracts/gen/zhitong/supervision/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { DocketEvent, RecountGround, RevocationGround } from '../../domain/docket-events';

const row = rowsOf<DocketEvent>();

const instant = (at: number | null): number => at ?? 0;
const orNull = (at: number): number | null => (at === 0 ? null : at);

/** Everything `supervision.docket` writes. */
export const docketCodec: EventCodec<DocketEvent> = eventCodec<DocketEvent>({
  'zhitong.supervision.v1.ClockStarted': row(
    'ClockStarted',
    wire.ClockStarted,
    ({ type: _, ...event }) => ({
      ...event,
      deadlineAt: instant(event.deadlineAt),
      nearAt: instant(event.nearAt),
    }),
    (event) => ({
      type: 'ClockStarted',
      ...event,
      deadlineAt: orNull(event.deadlineAt),
      nearAt: orNull(event.nearAt),
    }),
  ),
  'zhitong.supervision.v1.ClockStopped': row(
    'ClockStopped',
    wire.ClockStopped,
    ({ type: _, ...event }) => ({ ...event, lateBySystem: event.lateBySystem ?? false }),
    ({ lateBySystem, ...event }) => ({
      type: 'ClockStopped',
      ...event,
      ...(lateBySystem && { lateBySystem: true as const }),
    }),
  ),
  'zhitong.supervision.v1.DeadlineRecomputed': row(
    'DeadlineRecomputed',
    wire.DeadlineRecomputed,
    ({ type: _, ...event }) => ({
      ...event,
      oldDeadlineAt: instant(event.oldDeadlineAt),
      deadlineAt: instant(event.deadlineAt),
      nearAt: instant(event.nearAt),
    }),
    (event) => ({
      type: 'DeadlineRecomputed',
      ...event,
      oldDeadlineAt: orNull(event.oldDeadlineAt),
      deadlineAt: orNull(event.deadlineAt),
      nearAt: orNull(event.nearAt),
      reason: event.reason as RecountGround,
    }),
  ),
  'zhitong.supervision.v1.DeadlineNear': row(
    'DeadlineNear',
    wire.DeadlineNear,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'DeadlineNear', ...event }),
  ),
  'zhitong.supervision.v1.YellowCardIssued': row(
    'YellowCardIssued',
    wire.YellowCardIssued,
    ({ type: _, ...event }) => ({ ...event, redDueAt: instant(event.redDueAt) }),
    (event) => ({ type: 'YellowCardIssued', ...event, redDueAt: orNull(event.redDueAt) }),
  ),
  'zhitong.supervision.v1.RedCardIssued': row(
    'RedCardIssued',
    wire.RedCardIssued,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'RedCardIssued', ...event }),
  ),
  'zhitong.supervision.v1.TimeLost': row(
    'TimeLost',
    wire.TimeLost,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'TimeLost', ...event, colour: event.colour === 'red' ? 'red' : 'yellow' }),
  ),
  'zhitong.supervision.v1.CardRevoked': row(
    'CardRevoked',
    wire.CardRevoked,
    ({ type: _, ...event }) => event,
    (event) => ({ type: 'CardRevoked', ...event, reason: event.reason as RevocationGround }),
  ),
});
