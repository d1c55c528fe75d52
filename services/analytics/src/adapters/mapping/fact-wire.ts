// The events of the other services as facts. Sealed boxes are never opened here: figures need no personal
// word, and an erased person changes none of them.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, eventCodec } from '#platform/runtime/codec';
import type { FactEvent } from '../../domain/fact-events';
import { appraisalRows } from './fact-wire-appraisal';
import { clockRows } from './fact-wire-clocks';
import { one, readRow } from './read-row';

const RATINGS = ['satisfied', 'dissatisfied'] as const;
const LAPSES = ['satisfied', 'unrated'] as const;

/** Everything facts are folded from. */
export const factWire: EventCodec<FactEvent> = eventCodec<FactEvent>({
  'zhitong.intake.v1.AppealSubmitted': readRow(
    'AppealSubmitted',
    intake.AppealSubmitted,
    ({ channel, kind, topic, region, receivedAt }) => {
      const held = receivedAt > 0 && { receivedAt };
      return { type: 'AppealSubmitted', channel, kind, topic, region, ...held };
    },
  ),
  'zhitong.intake.v1.AppealAdmitted': readRow(
    'AppealAdmitted',
    intake.AppealAdmitted,
    ({ packHash, kind, topic, region }) => ({ type: 'AppealAdmitted', packHash, kind, topic, region }),
  ),
  'zhitong.intake.v1.AppealReported': readRow(
    'AppealReported',
    intake.AppealReported,
    ({ channel, packHash, kind, region, unit, receivedAt, closedAt, satisfaction, sameAs }) => ({
      type: 'AppealReported',
      ...{ channel, packHash, kind, region, unit, receivedAt, closedAt, satisfaction },
      same: sameAs !== '',
    }),
  ),
  'zhitong.intake.v1.AppealDeclined': readRow('AppealDeclined', intake.AppealDeclined, () => ({
    type: 'AppealDeclined',
  })),
  'zhitong.intake.v1.AppealJoined': readRow('AppealJoined', intake.AppealJoined, () => ({
    type: 'AppealJoined',
  })),
  'zhitong.intake.v1.AppealWithdrawn': readRow('AppealWithdrawn', intake.AppealWithdrawn, () => ({
    type: 'AppealWithdrawn',
  })),
  'zhitong.triage.v1.PackChanged': readRow(
    'PackChanged',
    triage.PackChanged,
    ({ toHash: packHash, kind }) => ({ type: 'PackChanged', packHash, kind }),
  ),
  'zhitong.triage.v1.AppealClassified': readRow('AppealClassified', triage.AppealClassified, ({ topic }) => ({
    type: 'AppealClassified',
    topic,
  })),
  'zhitong.triage.v1.ClassSet': readRow('ClassSet', triage.ClassSet, ({ path }) => ({
    type: 'ClassSet',
    path,
  })),
  'zhitong.triage.v1.AnsweredDirectly': readRow('AnsweredDirectly', triage.AnsweredDirectly, () => ({
    type: 'AnsweredDirectly',
  })),
  'zhitong.triage.v1.AppealDispatched': readRow(
    'AppealDispatched',
    triage.AppealDispatched,
    ({ dispatchNo, lead }) => ({ type: 'AppealDispatched', dispatchNo, unit: lead }),
  ),
  'zhitong.triage.v1.DispatchRecalled': readRow(
    'DispatchRecalled',
    triage.DispatchRecalled,
    ({ dispatchNo }) => ({ type: 'DispatchRecalled', dispatchNo }),
  ),
  'zhitong.triage.v1.ObjectionRuled': readRow(
    'ObjectionRuled',
    triage.ObjectionRuled,
    ({ dispatchNo, upheld }) => ({ type: 'ObjectionRuled', dispatchNo, upheld }),
  ),
  'zhitong.triage.v1.WithdrawalGranted': readRow('WithdrawalGranted', triage.WithdrawalGranted, () => ({
    type: 'WithdrawalGranted',
  })),
  'zhitong.casework.v1.EnterpriseContacted': readRow(
    'EnterpriseContacted',
    casework.EnterpriseContacted,
    ({ unit, outcome, satisfies }) => ({
      type: 'EnterpriseContacted',
      unit,
      reached: outcome === 'reached',
      satisfies,
    }),
  ),
  'zhitong.casework.v1.AppealCompleted': readRow(
    'AppealCompleted',
    casework.AppealCompleted,
    ({ dispatchNo, unit, round }) => ({ type: 'AppealCompleted', dispatchNo, unit, round }),
  ),
  'zhitong.casework.v1.AppealFollowedUp': readRow(
    'AppealFollowedUp',
    casework.AppealFollowedUp,
    ({ round, contacted, solved, satisfied }) => ({
      type: 'AppealFollowedUp',
      round,
      contacted,
      solved,
      satisfied,
    }),
  ),
  'zhitong.casework.v1.AppealRated': readRow(
    'AppealRated',
    casework.AppealRated,
    ({ round, rating, by }) => ({
      type: 'AppealRated',
      round,
      rating: one(RATINGS, rating),
      by,
    }),
  ),
  'zhitong.casework.v1.RatingLapsed': readRow(
    'RatingLapsed',
    casework.RatingLapsed,
    ({ round, countsAs }) => ({
      type: 'RatingLapsed',
      round,
      countsAs: one(LAPSES, countsAs),
    }),
  ),
  'zhitong.casework.v1.AppealReopened': readRow('AppealReopened', casework.AppealReopened, ({ round }) => ({
    type: 'AppealReopened',
    round,
  })),
  'zhitong.casework.v1.AppealClosed': readRow('AppealClosed', casework.AppealClosed, ({ why }) => ({
    type: 'AppealClosed',
    why,
  })),
  ...clockRows,
  ...appraisalRows,
});
