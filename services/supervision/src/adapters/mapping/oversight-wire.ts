// The events of the overseeing and their messages. What people wrote is sealed; who acted on what ground,
// when and with what result stands in clear.
import * as wire from '#contracts/gen/zhitong/supervision/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type { Ground } from '#policy/pack-words';
import type { ClearanceGround, OrderVerdict, OversightEvent } from '../../domain/oversight-events';
import { appraisalRows } from './appraisal-wire';
import { openWords, sealWords } from '#contracts/sealed-words';

const row = rowsOf<OversightEvent>();

/** Everything `supervision.oversight` writes. */
export const oversightCodec: EventCodec<OversightEvent> = eventCodec<OversightEvent>({
  'zhitong.supervision.v1.GroundNoticed': row(
    'GroundNoticed',
    wire.GroundNoticed,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ground, ...event }, open) => ({
      type: 'GroundNoticed',
      ...event,
      ground: ground as Ground,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.EntryCleared': row(
    'EntryCleared',
    wire.EntryCleared,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ground, why, ...event }, open) => ({
      type: 'EntryCleared',
      ...event,
      ground: ground as Ground,
      why: why as ClearanceGround,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.StepProposed': row(
    'StepProposed',
    wire.StepProposed,
    (event) => event,
    ({ ground, ...event }) => ({ type: 'StepProposed', ...event, ground: ground as Ground }),
  ),
  'zhitong.supervision.v1.OrderIssued': row(
    'OrderIssued',
    wire.OrderIssued,
    ({ demand, ...event }, seal) => ({ ...event, sealed: sealWords(demand, seal) }),
    ({ sealed, ground, ...event }, open) => ({
      type: 'OrderIssued',
      ...event,
      ground: ground as Ground,
      demand: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.OrderAnswered': row(
    'OrderAnswered',
    wire.OrderAnswered,
    ({ answer, ...event }, seal) => ({ ...event, sealed: sealWords(answer, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'OrderAnswered', ...event, answer: openWords(sealed, open) }),
  ),
  'zhitong.supervision.v1.OrderRuled': row(
    'OrderRuled',
    wire.OrderRuled,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, verdict, ...event }, open) => ({
      type: 'OrderRuled',
      ...event,
      verdict: verdict as OrderVerdict,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.OrderOverdue': row(
    'OrderOverdue',
    wire.OrderOverdue,
    (event) => event,
    (event) => ({ type: 'OrderOverdue', ...event }),
  ),
  'zhitong.supervision.v1.CaseTransferred': row(
    'CaseTransferred',
    wire.CaseTransferred,
    ({ facts, ...event }, seal) => ({ ...event, sealed: sealWords(facts, seal) }),
    ({ sealed, ground, ...event }, open) => ({
      type: 'CaseTransferred',
      ...event,
      ground: ground as Ground,
      facts: openWords(sealed, open),
    }),
  ),
  'zhitong.supervision.v1.TransferOutcomeRecorded': row(
    'TransferOutcomeRecorded',
    wire.TransferOutcomeRecorded,
    ({ outcome, ...event }, seal) => ({ ...event, sealed: sealWords(outcome, seal) }),
    ({ sealed, ...event }, open) => ({
      type: 'TransferOutcomeRecorded',
      ...event,
      outcome: openWords(sealed, open),
    }),
  ),
  ...appraisalRows,
});
