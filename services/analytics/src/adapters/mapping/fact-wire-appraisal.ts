// Orders, deductions, contests and exclusions of supervision as facts; what is sealed in them stays sealed.
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import type { EventRow } from '#platform/runtime/codec';
import type { Standing } from '../../domain/appraisal-facts';
import type { FactEvent } from '../../domain/fact-events';
import { readRow } from './read-row';

const NOTHING: Standing = { yellow: 0, red: 0, deductions: 0, points: 0, rating: '' };

const standing = (wire: supervision.Standing | undefined): Standing => {
  if (wire === undefined) return NOTHING;
  const { yellow, red, deductions, points, rating } = wire;
  return { yellow, red, deductions, points, rating };
};

/** Rows of the overseeing. */
export const appraisalRows: Readonly<Record<string, EventRow<FactEvent>>> = {
  'zhitong.supervision.v1.OrderIssued': readRow(
    'OrderIssued',
    supervision.OrderIssued,
    ({ orderNo, unit, step, ground }) => ({ type: 'OrderIssued', orderNo, unit, step, ground }),
  ),
  'zhitong.supervision.v1.OrderAnswered': readRow(
    'OrderAnswered',
    supervision.OrderAnswered,
    ({ orderNo, late }) => ({ type: 'OrderAnswered', orderNo, late }),
  ),
  'zhitong.supervision.v1.OrderRuled': readRow(
    'OrderRuled',
    supervision.OrderRuled,
    ({ orderNo, verdict }) => ({ type: 'OrderRuled', orderNo, verdict }),
  ),
  'zhitong.supervision.v1.DeductionRecorded': readRow(
    'DeductionRecorded',
    supervision.DeductionRecorded,
    ({ deductionNo, unit, deduction, ground, points }) => {
      return { type: 'DeductionRecorded', deductionNo, unit, deduction, ground, points };
    },
  ),
  'zhitong.supervision.v1.DeductionWithdrawn': readRow(
    'DeductionWithdrawn',
    supervision.DeductionWithdrawn,
    ({ deductionNo, why }) => ({ type: 'DeductionWithdrawn', deductionNo, why }),
  ),
  'zhitong.supervision.v1.ContestFiled': readRow(
    'ContestFiled',
    supervision.ContestFiled,
    ({ contestNo, unit, about, target }) => ({ type: 'ContestFiled', contestNo, unit, about, target }),
  ),
  'zhitong.supervision.v1.ContestRuled': readRow(
    'ContestRuled',
    supervision.ContestRuled,
    ({ contestNo, upheld, before, after }) => {
      return { type: 'ContestRuled', contestNo, upheld, before: standing(before), after: standing(after) };
    },
  ),
  'zhitong.supervision.v1.RatingExcluded': readRow(
    'RatingExcluded',
    supervision.RatingExcluded,
    ({ contestNo, unit, round, rating }) => ({ type: 'RatingExcluded', contestNo, unit, round, rating }),
  ),
};
