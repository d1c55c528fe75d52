// Between the events of a routing and the bytes of the journal. Why a person recalled or ruled is sealed;
// units, numbers and who decided stand in clear.
import * as wire from '#contracts/gen/zhitong/triage/v1/events';
import { type EventCodec, eventCodec, rowsOf } from '#platform/runtime/codec';
import type {
  Candidate,
  Classification,
  DeskGround,
  Reason,
  RoutingEvent,
} from '../../domain/routing-events';
import { openWords, sealWords } from '#contracts/sealed-words';

const row = rowsOf<RoutingEvent>();

function candidateWire({ unit, score, reasons }: Candidate): wire.Candidate {
  return {
    unit,
    score,
    reasons: reasons.map(({ words, source, ref }) => ({ words: [...words], source, ref })),
  };
}

function candidateOf({ unit, score, reasons }: wire.Candidate): Candidate {
  const typed = reasons.map(({ words, source, ref }) => ({ words, source: source as Reason['source'], ref }));
  return { unit, score, reasons: typed };
}

/** Events of `triage.routing`. */
export const routingCodec: EventCodec<RoutingEvent> = eventCodec<RoutingEvent>({
  'zhitong.triage.v1.AppealClassified': row(
    'AppealClassified',
    wire.AppealClassified,
    ({ candidates, assist, proposedWords, complainedOf = [], ...event }) => ({
      ...event,
      complainedOf: [...complainedOf],
      candidates: candidates.map(candidateWire),
      assist: [...assist],
      proposedWords: [...proposedWords],
    }),
    ({ candidates, proposed, complainedOf, ...event }) => ({
      type: 'AppealClassified',
      ...event,
      ...(complainedOf.length > 0 && { complainedOf }),
      candidates: candidates.map(candidateOf),
      proposed: proposed as Classification['proposed'],
    }),
  ),
  'zhitong.triage.v1.AnsweredDirectly': row(
    'AnsweredDirectly',
    wire.AnsweredDirectly,
    (event) => event,
    (event) => ({ type: 'AnsweredDirectly', ...event }),
  ),
  'zhitong.triage.v1.DeskEntered': row(
    'DeskEntered',
    wire.DeskEntered,
    (event) => event,
    ({ why, proposed }) => ({ type: 'DeskEntered', why: why as DeskGround, proposed }),
  ),
  'zhitong.triage.v1.AppealDispatched': row(
    'AppealDispatched',
    wire.AppealDispatched,
    ({ assist, reason, cleared = [], ...event }, seal) => ({
      ...event,
      assist: [...assist],
      cleared: [...cleared],
      sealed: sealWords(reason, seal),
    }),
    ({ sealed, cleared, ...event }, open) => ({
      type: 'AppealDispatched',
      ...event,
      ...(cleared.length > 0 && { cleared }),
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.triage.v1.DispatchRecalled': row(
    'DispatchRecalled',
    wire.DispatchRecalled,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'DispatchRecalled', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.ObjectionRuled': row(
    'ObjectionRuled',
    wire.ObjectionRuled,
    ({ note, ...event }, seal) => ({ ...event, sealed: sealWords(note, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'ObjectionRuled', ...event, note: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.EscalationRuled': row(
    'EscalationRuled',
    wire.EscalationRuled,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'EscalationRuled', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.UrgencyConfirmed': row(
    'UrgencyConfirmed',
    wire.UrgencyConfirmed,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'UrgencyConfirmed', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.UrgencyDenied': row(
    'UrgencyDenied',
    wire.UrgencyDenied,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'UrgencyDenied', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.ClassSet': row(
    'ClassSet',
    wire.ClassSet,
    ({ path, by }) => ({ path: [...path], by }),
    (event) => ({ type: 'ClassSet', ...event }),
  ),
  'zhitong.triage.v1.PackChanged': row(
    'PackChanged',
    wire.PackChanged,
    ({ reason, ...event }, seal) => ({ ...event, sealed: sealWords(reason, seal) }),
    ({ sealed, ...event }, open) => ({ type: 'PackChanged', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.WithdrawalGranted': row(
    'WithdrawalGranted',
    wire.WithdrawalGranted,
    () => ({}),
    () => ({ type: 'WithdrawalGranted' }),
  ),
});
