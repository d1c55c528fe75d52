// Events of supervision and of sessions as people hear them.
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { Heard } from '../../domain/acts';
import type { Deliberated } from '../../domain/deliberated';
import type { Overseen } from '../../domain/overseen';

interface Decoder<T> {
  readonly decode: (value: Uint8Array) => T;
}

/** The event under its own name with the fields people hear; every one stands in the message as it is named. */
function told<H extends Deliberated | Overseen>(type: H['type'], message: Decoder<Omit<H, 'type'>>) {
  return (value: Uint8Array): Heard => ({ ...message.decode(value), type }) as H;
}

const SUPERVISION = 'zhitong.supervision.v1.';
const TRIAGE = 'zhitong.triage.v1.';

type O<T extends Overseen['type']> = Extract<Overseen, { type: T }>;
type D<T extends Deliberated['type']> = Extract<Deliberated, { type: T }>;

/** By the type of the event. */
export const OVERSIGHT_READERS: Readonly<Record<string, (value: Uint8Array) => Heard>> = {
  [`${SUPERVISION}GroundNoticed`]: told<O<'GroundNoticed'>>('GroundNoticed', supervision.GroundNoticed),
  [`${SUPERVISION}EntryCleared`]: told<O<'EntryCleared'>>('EntryCleared', supervision.EntryCleared),
  [`${SUPERVISION}StepProposed`]: told<O<'StepProposed'>>('StepProposed', supervision.StepProposed),
  [`${SUPERVISION}OrderIssued`]: told<O<'OrderIssued'>>('OrderIssued', supervision.OrderIssued),
  [`${SUPERVISION}OrderAnswered`]: told<O<'OrderAnswered'>>('OrderAnswered', supervision.OrderAnswered),
  [`${SUPERVISION}OrderRuled`]: told<O<'OrderRuled'>>('OrderRuled', supervision.OrderRuled),
  [`${SUPERVISION}OrderOverdue`]: told<O<'OrderOverdue'>>('OrderOverdue', supervision.OrderOverdue),
  [`${SUPERVISION}CaseTransferred`]: told<O<'CaseTransferred'>>(
    'CaseTransferred',
    supervision.CaseTransferred,
  ),
  [`${SUPERVISION}TransferOutcomeRecorded`]: told<O<'TransferOutcomeRecorded'>>(
    'TransferOutcomeRecorded',
    supervision.TransferOutcomeRecorded,
  ),
  [`${SUPERVISION}DeductionRecorded`]: told<O<'DeductionRecorded'>>(
    'DeductionRecorded',
    supervision.DeductionRecorded,
  ),
  [`${SUPERVISION}DeductionWithdrawn`]: told<O<'DeductionWithdrawn'>>(
    'DeductionWithdrawn',
    supervision.DeductionWithdrawn,
  ),
  [`${SUPERVISION}SpotCheckDrawn`]: told<O<'SpotCheckDrawn'>>('SpotCheckDrawn', supervision.SpotCheckDrawn),
  [`${SUPERVISION}SpotCheckPassed`]: told<O<'SpotCheckPassed'>>(
    'SpotCheckPassed',
    supervision.SpotCheckPassed,
  ),
  [`${SUPERVISION}SpotCheckFailed`]: told<O<'SpotCheckFailed'>>(
    'SpotCheckFailed',
    supervision.SpotCheckFailed,
  ),
  [`${SUPERVISION}AnswerMended`]: told<O<'AnswerMended'>>('AnswerMended', supervision.AnswerMended),
  [`${SUPERVISION}MendingRuled`]: told<O<'MendingRuled'>>('MendingRuled', supervision.MendingRuled),
  [`${SUPERVISION}MendingOverdue`]: told<O<'MendingOverdue'>>('MendingOverdue', supervision.MendingOverdue),
  [`${SUPERVISION}ContestFiled`]: told<O<'ContestFiled'>>('ContestFiled', supervision.ContestFiled),
  [`${SUPERVISION}ContestRuled`]: told<O<'ContestRuled'>>('ContestRuled', supervision.ContestRuled),
  [`${SUPERVISION}RatingExcluded`]: told<O<'RatingExcluded'>>('RatingExcluded', supervision.RatingExcluded),
  [`${TRIAGE}PanelConvened`]: told<D<'PanelConvened'>>('PanelConvened', triage.PanelConvened),
  [`${TRIAGE}RecusalDeclared`]: told<D<'RecusalDeclared'>>('RecusalDeclared', triage.RecusalDeclared),
  [`${TRIAGE}VoteCast`]: told<D<'VoteCast'>>('VoteCast', triage.VoteCast),
  [`${TRIAGE}PanelRuled`]: told<D<'PanelRuled'>>('PanelRuled', triage.PanelRuled),
  [`${TRIAGE}SessionLapsed`]: told<D<'SessionLapsed'>>('SessionLapsed', triage.SessionLapsed),
  [`${TRIAGE}MeetingConvened`]: told<D<'MeetingConvened'>>('MeetingConvened', triage.MeetingConvened),
  [`${TRIAGE}MeetingRecorded`]: told<D<'MeetingRecorded'>>('MeetingRecorded', triage.MeetingRecorded),
};
