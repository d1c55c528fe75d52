// What the overseeing of a case wrote, as facts of its course: register, orders, hand-overs to others.
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import type { EventRow, WireMessage } from '#platform/runtime/codec';
import type { CaseFact, OversightFact } from '../../domain/case-facts';
import { openWords } from '#contracts/sealed-words';
import { readRow } from '#platform/runtime/codec';

/** A row whose free words, if it has any, are shown under the name `words`. */
function row<M extends object>(
  type: OversightFact['type'],
  message: WireMessage<M>,
  words?: string,
): EventRow<CaseFact> {
  return readRow<CaseFact, M>(type, message, (wire, open): OversightFact => {
    const { sealed, by, unit, ...details } = { ...wire } as Record<string, unknown>;
    for (const [name, held] of Object.entries(details)) if (isStanding(held)) details[name] = standing(held);
    const text = words === undefined ? '' : openWords(sealed as Uint8Array, open);
    const told = text === '' || words === undefined ? {} : { [words]: text };
    return { type, by: String(by ?? ''), unit: String(unit ?? ''), details: { ...details, ...told } };
  });
}

function isStanding(held: unknown): held is supervision.Standing {
  return typeof held === 'object' && held !== null && 'points' in held;
}

function standing({ yellow, red, deductions, points, rating }: supervision.Standing): string {
  return `yellow ${yellow}, red ${red}, deductions ${deductions} (${points}), rating ${rating || '-'}`;
}

/** Rows of the overseeing. */
export const oversightRows: Readonly<Record<string, EventRow<CaseFact>>> = {
  'zhitong.supervision.v1.GroundNoticed': row('GroundNoticed', supervision.GroundNoticed, 'reason'),
  'zhitong.supervision.v1.EntryCleared': row('EntryCleared', supervision.EntryCleared, 'reason'),
  'zhitong.supervision.v1.StepProposed': row('StepProposed', supervision.StepProposed),
  'zhitong.supervision.v1.OrderIssued': row('OrderIssued', supervision.OrderIssued, 'demand'),
  'zhitong.supervision.v1.OrderAnswered': row('OrderAnswered', supervision.OrderAnswered, 'answer'),
  'zhitong.supervision.v1.OrderRuled': row('OrderRuled', supervision.OrderRuled, 'reason'),
  'zhitong.supervision.v1.OrderOverdue': row('OrderOverdue', supervision.OrderOverdue),
  'zhitong.supervision.v1.CaseTransferred': row('CaseTransferred', supervision.CaseTransferred, 'facts'),
  'zhitong.supervision.v1.TransferOutcomeRecorded': row(
    'TransferOutcomeRecorded',
    supervision.TransferOutcomeRecorded,
    'outcome',
  ),
  'zhitong.supervision.v1.DeductionRecorded': row('DeductionRecorded', supervision.DeductionRecorded),
  'zhitong.supervision.v1.DeductionWithdrawn': row('DeductionWithdrawn', supervision.DeductionWithdrawn),
  'zhitong.supervision.v1.SpotCheckDrawn': row('SpotCheckDrawn', supervision.SpotCheckDrawn),
  'zhitong.supervision.v1.SpotCheckPassed': row('SpotCheckPassed', supervision.SpotCheckPassed),
  'zhitong.supervision.v1.SpotCheckFailed': row('SpotCheckFailed', supervision.SpotCheckFailed, 'demand'),
  'zhitong.supervision.v1.AnswerMended': row('AnswerMended', supervision.AnswerMended, 'answer'),
  'zhitong.supervision.v1.MendingRuled': row('MendingRuled', supervision.MendingRuled, 'reason'),
  'zhitong.supervision.v1.MendingOverdue': row('MendingOverdue', supervision.MendingOverdue),
  'zhitong.supervision.v1.ContestFiled': row('ContestFiled', supervision.ContestFiled, 'evidence'),
  'zhitong.supervision.v1.ContestRuled': row('ContestRuled', supervision.ContestRuled, 'reason'),
  'zhitong.supervision.v1.RatingExcluded': row('RatingExcluded', supervision.RatingExcluded, 'reason'),
};
