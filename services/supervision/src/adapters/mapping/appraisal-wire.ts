// The events about quality and its consequences, and their messages. What people wrote is sealed.
import * as wire from '#contracts/gen/zhitong/supervision/v1/events';
import { type EventRow, rowsOf } from '#platform/runtime/codec';
import type { Ground } from '#policy/pack-words';
import type { Contestable, Standing, WithdrawalGround } from '../../domain/appraisal-events';
import type { OversightEvent } from '../../domain/oversight-events';
import { openWords, sealWords } from '#contracts/sealed-words';

const row = rowsOf<OversightEvent>();

const NOTHING: Standing = { yellow: 0, red: 0, deductions: 0, points: 0, rating: '' };

/** Rows of deductions, spot checks and contests. */
export const appraisalRows: Readonly<Record<string, EventRow<OversightEvent>>> = {
  'zhitong.supervision.v1.DeductionRecorded': row(
    'DeductionRecorded',
    wire.DeductionRecorded,
    (event) => event,
    ({ ground, ...event }) => ({ type: 'DeductionRecorded', ...event, ground: ground as Ground }),
  ),
  'zhitong.supervision.v1.DeductionWithdrawn': row(
    'DeductionWithdrawn',
    wire.DeductionWithdrawn,
    (event) => event,
    ({ why, ...event }) => ({ type: 'DeductionWithdrawn', ...event, why: why as WithdrawalGround }),
  ),
  'zhitong.supervision.v1.SpotCheckDrawn': row(
    'SpotCheckDrawn',
    wire.SpotCheckDrawn,
    ({ standard, ...event }) => ({ ...event, standard: [...standard] }),
    (event) => ({ type: 'SpotCheckDrawn', ...event }),
  ),
  'zhitong.supervision.v1.SpotCheckPassed': row(
    'SpotCheckPassed',
    wire.SpotCheckPassed,
    (event) => event,
    (event) => ({ type: 'SpotCheckPassed', ...event }),
  ),
  'zhitong.supervision.v1.SpotCheckFailed': row(
    'SpotCheckFailed',
    wire.SpotCheckFailed,
    ({ demand, missing, ...event }, seal) => ({
      ...event,
      missing: [...missing],
      sealed: sealWords(demand, seal),
    }),
    ({ sealed, ...event }, open) => ({ type: 'SpotCheckFailed', ...event, demand: openWords(sealed, open) }),
  ),
  'zhitong.supervision.v1.AnswerMended': row(
    'AnswerMended',
    wire.AnswerMended,
    ({ answer, ...event }, seal) => ({ ...event, sealed: sealWords(answer, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'AnswerMended', ...event, answer: openWords(sealed, open) }),
  ),
  'zhitong.supervision.v1.MendingRuled': row(
    'MendingRuled',
    wire.MendingRuled,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'MendingRuled', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.supervision.v1.MendingOverdue': row(
    'MendingOverdue',
    wire.MendingOverdue,
    (event) => event,
    (event) => ({ type: 'MendingOverdue', ...event }),
  ),
  'zhitong.supervision.v1.ContestFiled': row(
    'ContestFiled',
    wire.ContestFiled,
    ({ evidence, ...event }, seal) => ({ ...event, sealed: sealWords(evidence, seal) }),
    ({ sealed, about, ...event }, open) => ({
      type: 'ContestFiled',
      ...event,
      about: about as Contestable,
      evidence: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.ContestRuled': row(
    'ContestRuled',
    wire.ContestRuled,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, about, before, after, ...event }, open) => ({
      type: 'ContestRuled',
      ...event,
      about: about as Contestable,
      before: before ?? NOTHING,
      after: after ?? NOTHING,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.RatingExcluded': row(
    'RatingExcluded',
    wire.RatingExcluded,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'RatingExcluded', ...event, reason: openWords(sealed, open) }),
  ),
};
