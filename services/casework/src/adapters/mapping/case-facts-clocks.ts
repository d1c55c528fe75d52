// Supervision's clocks and cards and notification's messages as facts of the case file. Addresses and texts
// of messages stay with notification.
import * as notification from '#contracts/gen/zhitong/notification/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import type { EventRow } from '#platform/runtime/codec';
import type { CaseFact } from '../../domain/case-facts';
import { readRow } from '#platform/runtime/codec';

/** Rows of supervision. */
export const clockRows: Readonly<Record<string, EventRow<CaseFact>>> = {
  'zhitong.supervision.v1.ClockStarted': readRow('ClockStarted', supervision.ClockStarted, (event) => {
    const { clockId, clock, unit, rule, startAt, deadlineAt, provisional } = event;
    return { type: 'ClockStarted', clockId, clock, unit, rule, startAt, deadlineAt, provisional };
  }),
  'zhitong.supervision.v1.ClockStopped': readRow('ClockStopped', supervision.ClockStopped, (event) => {
    const { clockId, clock, unit, stoppedAt, inTime, lateBySystem } = event;
    const how = { stoppedAt, inTime, void: event.void, ...(lateBySystem && { lateBySystem: true as const }) };
    return { type: 'ClockStopped', clockId, clock, unit, ...how };
  }),
  'zhitong.supervision.v1.TimeLost': readRow('TimeLost', supervision.TimeLost, (event) => ({
    type: 'TimeLost',
    ...event,
  })),
  'zhitong.supervision.v1.DeadlineRecomputed': readRow(
    'DeadlineRecomputed',
    supervision.DeadlineRecomputed,
    ({ clockId, deadlineAt, provisional, reason }) => ({
      type: 'DeadlineRecomputed',
      clockId,
      deadlineAt,
      provisional,
      reason,
    }),
  ),
  'zhitong.supervision.v1.DeadlineNear': readRow(
    'DeadlineNear',
    supervision.DeadlineNear,
    ({ clockId, clock, unit, deadlineAt }) => ({
      type: 'DeadlineNear',
      clockId,
      clock,
      unit,
      deadlineAt,
    }),
  ),
  'zhitong.supervision.v1.YellowCardIssued': readRow(
    'YellowCardIssued',
    supervision.YellowCardIssued,
    ({ cardId, clockId, clock, unit }) => ({ type: 'YellowCardIssued', cardId, clockId, clock, unit }),
  ),
  'zhitong.supervision.v1.RedCardIssued': readRow(
    'RedCardIssued',
    supervision.RedCardIssued,
    ({ cardId, clockId, clock, unit }) => ({ type: 'RedCardIssued', cardId, clockId, clock, unit }),
  ),
  'zhitong.supervision.v1.CardRevoked': readRow(
    'CardRevoked',
    supervision.CardRevoked,
    ({ cardId, clockId, unit, reason }) => ({ type: 'CardRevoked', cardId, clockId, unit, reason }),
  ),
};

/** Rows of notification. */
export const messageRows: Readonly<Record<string, EventRow<CaseFact>>> = {
  'zhitong.notification.v1.MessageClaimed': readRow(
    'MessageClaimed',
    notification.MessageClaimed,
    ({ messageId, template, recipient, unit, channel }) => ({
      type: 'MessageClaimed',
      messageId,
      template,
      recipient,
      unit,
      channel,
    }),
  ),
  'zhitong.notification.v1.MessageSent': readRow(
    'MessageSent',
    notification.MessageSent,
    ({ messageId, template }) => ({ type: 'MessageSent', messageId, template }),
  ),
  'zhitong.notification.v1.MessageDelivered': readRow(
    'MessageDelivered',
    notification.MessageDelivered,
    ({ messageId, template }) => ({ type: 'MessageDelivered', messageId, template }),
  ),
  'zhitong.notification.v1.MessageUnsure': readRow(
    'MessageUnsure',
    notification.MessageUnsure,
    ({ messageId, template, reason }) => ({ type: 'MessageUnsure', messageId, template, reason }),
  ),
  'zhitong.notification.v1.MessageFailed': readRow(
    'MessageFailed',
    notification.MessageFailed,
    ({ messageId, template, reason, givenUp }) => ({
      type: 'MessageFailed',
      messageId,
      template,
      reason,
      givenUp,
    }),
  ),
};
