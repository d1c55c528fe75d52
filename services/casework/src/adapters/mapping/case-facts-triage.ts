// Triage's and the library's events as facts of the case file.
import * as knowledge from '#contracts/gen/zhitong/knowledge/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { EventRow } from '#platform/runtime/codec';
import type { CandidateFact, CaseFact } from '../../domain/case-facts';
import { openWords } from '#contracts/sealed-words';
import { readRow } from '#platform/runtime/codec';

function candidate({ unit, score, reasons }: triage.Candidate): CandidateFact {
  return {
    unit,
    score,
    reasons: reasons.map(({ words, source, ref }) => `${words.join('、')} (${source} ${ref})`),
  };
}

/** Rows of triage and of the library. */
export const triageRows: Readonly<Record<string, EventRow<CaseFact>>> = {
  'zhitong.triage.v1.AppealClassified': readRow('AppealClassified', triage.AppealClassified, (event) => {
    const { topic, sure, proposed, urgent, modelVersion, complainedOf } = event;
    const candidates = event.candidates.map(candidate);
    const said = { topic, candidates, sure, proposed, urgent, modelVersion };
    return { type: 'AppealClassified', ...said, ...(complainedOf.length > 0 && { complainedOf }) };
  }),
  'zhitong.triage.v1.AnsweredDirectly': readRow(
    'AnsweredDirectly',
    triage.AnsweredDirectly,
    ({ articleId, score }) => ({ type: 'AnsweredDirectly', articleId, score }),
  ),
  'zhitong.triage.v1.DeskEntered': readRow('DeskEntered', triage.DeskEntered, ({ why, proposed }) => ({
    type: 'DeskEntered',
    why,
    proposed,
  })),
  'zhitong.triage.v1.AppealDispatched': readRow(
    'AppealDispatched',
    triage.AppealDispatched,
    ({ dispatchNo, lead, assist, decidedBy, why, cleared, sealed }, open) => ({
      type: 'AppealDispatched',
      dispatchNo,
      lead,
      assist,
      by: decidedBy,
      why,
      reason: openWords(sealed, open),
      ...(cleared.length > 0 && { cleared }),
    }),
  ),
  'zhitong.triage.v1.DispatchRecalled': readRow(
    'DispatchRecalled',
    triage.DispatchRecalled,
    ({ dispatchNo, unit, decidedBy, withoutMark, sealed }, open) => ({
      type: 'DispatchRecalled',
      dispatchNo,
      unit,
      by: decidedBy,
      withoutMark,
      reason: openWords(sealed, open),
    }),
  ),
  'zhitong.triage.v1.ObjectionRuled': readRow(
    'ObjectionRuled',
    triage.ObjectionRuled,
    ({ dispatchNo, unit, upheld, decidedBy, sealed }, open) => ({
      type: 'ObjectionRuled',
      dispatchNo,
      unit,
      upheld,
      by: decidedBy,
      note: openWords(sealed, open),
    }),
  ),
  'zhitong.triage.v1.EscalationRuled': readRow(
    'EscalationRuled',
    triage.EscalationRuled,
    ({ sealed, ...event }, open) => ({ type: 'EscalationRuled', ...event, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.UrgencyConfirmed': readRow(
    'UrgencyConfirmed',
    triage.UrgencyConfirmed,
    ({ proposed, by, sealed }, open) => {
      return { type: 'UrgencyConfirmed', proposed, by, reason: openWords(sealed, open) };
    },
  ),
  'zhitong.triage.v1.UrgencyDenied': readRow(
    'UrgencyDenied',
    triage.UrgencyDenied,
    ({ by, sealed }, open) => ({ type: 'UrgencyDenied', by, reason: openWords(sealed, open) }),
  ),
  'zhitong.triage.v1.ClassSet': readRow('ClassSet', triage.ClassSet, (event) => ({
    type: 'ClassSet',
    ...event,
  })),
  'zhitong.triage.v1.PackChanged': readRow(
    'PackChanged',
    triage.PackChanged,
    ({ fromPack, toPack, toHash: packHash, ground, by, sealed }, open) => {
      const reason = openWords(sealed, open);
      return { type: 'PackChanged', fromPack, toPack, packHash, ground, by, reason };
    },
  ),
  'zhitong.triage.v1.WithdrawalGranted': readRow('WithdrawalGranted', triage.WithdrawalGranted, () => ({
    type: 'WithdrawalGranted',
  })),
  'zhitong.knowledge.v1.AnswerSought': readRow('AnswerSought', knowledge.AnswerSought, (event) => {
    const [best] = event.articles;
    return {
      type: 'AnswerSought',
      best: best?.articleId ?? '',
      score: best?.score ?? 0,
      sure: event.sure,
    };
  }),
};
