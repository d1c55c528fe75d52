// 答非所问: does a completion answer what the appeal asked (HD-3)? Two things are looked at. The type of
// completion has its standard, a list of what such an answer must hold, which the pack sets. And the evidence
// in the text is weighed: what is reported, how concretely, for how many of the things asked. The check
// refuses nothing: it tells the one who signs and the one who accepts what to look at, in words they
// recognise, and quotes the clauses it means.
import { type AnswerEvidence, evasiveness, findEvidence, shareOf } from './answer-evidence';
import type { ClauseKind } from './clause-words';

/** What a type of completion may have to hold; the words of the pack's `completionTypes`. */
export type AnswerRequirement =
  | 'result'
  | 'policyBasis'
  | 'legalBasis'
  | 'plan'
  | 'plannedOn'
  | 'enterpriseAgrees';

/** The standard of one type of completion, and from which evasiveness (0 to 1) on an answer is remarked. */
export interface AnswerStandard {
  readonly required: readonly AnswerRequirement[];
  readonly doubtfulFrom: number;
  /** Not below `doubtfulFrom`. */
  readonly evasiveFrom: number;
}

/** An answer as the unit gave it; `text` is answer and plan together. */
export interface GivenAnswer {
  readonly text: string;
  readonly basis?: string;
  /** `YYYY-MM-DD` */
  readonly plannedDate?: string;
  /** The enterprise has agreed to it, on record with who and when. */
  readonly agreed?: boolean;
}

/** What may be said of an answer; the sentences stand in libs/contracts/src/sentences/answer-findings.ts. */
export type AnswerFindingCode =
  | 'POINT_UNANSWERED'
  | 'STOCK_PHRASES_ONLY'
  | 'NO_RESULT'
  | 'NO_RESULT_OR_TIME'
  | 'PASSED_ON'
  | 'TOLD_TO_REAPPLY'
  | 'CONTACT_ONLY'
  | 'GENERAL_POLICY'
  | 'APPEAL_REPEATED'
  | 'TOO_LITTLE'
  | 'POLICY_BASIS_MISSING'
  | 'LEGAL_BASIS_MISSING'
  | 'PLANNED_DATE_MISSING';

/** One thing to look at, with the clauses of the answer or the points of the appeal that are meant. */
export interface AnswerFinding {
  readonly code: AnswerFindingCode;
  readonly quotes: readonly string[];
}

/** The result of the check; a sound answer has no findings, any other at least one. */
export interface AnswerCheck {
  readonly verdict: 'answers' | 'doubtful' | 'evasive';
  /** How likely the answer evades, 0 to 1. */
  readonly evasiveness: number;
  readonly findings: readonly AnswerFinding[];
}

const DOCUMENT = /《[^》]{3,}》|〔\d{4}〕\d+号|公告\d{4}年第\d+号/u;
const ARTICLE = /《[^》]{3,}》[^《]*第[一二三四五六七八九十百零\d]+条|〔\d{4}〕\d+号|公告\d{4}年第\d+号/u;
const CIVIL_DATE = /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}月\d{1,2}日/u;
/** Share of the text from which on a kind of clause is said to be what the answer consists of. */
const MOSTLY = 0.3;

const kindFindings: readonly (readonly [AnswerFindingCode, readonly ClauseKind[]])[] = [
  ['PASSED_ON', ['elsewhere']],
  ['TOLD_TO_REAPPLY', ['reapply']],
  ['CONTACT_ONLY', ['contact']],
  ['GENERAL_POLICY', ['recital']],
  ['APPEAL_REPEATED', ['copied']],
  ['STOCK_PHRASES_ONLY', ['stock', 'vague']],
];

/** Judges an answer by the standard of its type of completion (HD-3). */
export function checkAnswer(
  appeal: { readonly title: string; readonly content: string },
  answer: GivenAnswer,
  standard: AnswerStandard,
): AnswerCheck {
  const evidence = findEvidence(appeal, answer.text);
  const likely = evasiveness(evidence);
  const missing = missingOf(answer, evidence, standard.required);
  if (likely < standard.doubtfulFrom && missing.length === 0)
    return { verdict: 'answers', evasiveness: likely, findings: [] };
  const said = likely < standard.doubtfulFrom ? [] : remarksOn(evidence);
  const saysNoResult = said.some(({ code }) => code === 'NO_RESULT' || code === 'NO_RESULT_OR_TIME');
  const findings = [...said, ...missing.filter(({ code }) => !(saysNoResult && code === 'NO_RESULT'))];
  // 服务确认: what the enterprise agreed to may be badly written, but it did not evade the enterprise.
  const agreed = answer.agreed === true && standard.required.includes('enterpriseAgrees');
  const evasive = likely >= standard.evasiveFrom && !agreed;
  return { verdict: evasive ? 'evasive' : 'doubtful', evasiveness: likely, findings };
}

/** What the standard asks for and the text does not hold. */
function missingOf(
  { basis = '', plannedDate = '', text }: GivenAnswer,
  { concrete }: AnswerEvidence,
  required: readonly AnswerRequirement[],
): AnswerFinding[] {
  const codes = new Set<AnswerFindingCode>();
  for (const requirement of required) {
    switch (requirement) {
      case 'result':
      case 'plan':
        if (concrete.length === 0) codes.add('NO_RESULT');
        break;
      case 'policyBasis':
        if (!DOCUMENT.test(basis) && !DOCUMENT.test(text)) codes.add('POLICY_BASIS_MISSING');
        break;
      case 'legalBasis':
        if (!ARTICLE.test(basis) && !ARTICLE.test(text)) codes.add('LEGAL_BASIS_MISSING');
        break;
      case 'plannedOn':
        if (!CIVIL_DATE.test(plannedDate) && !CIVIL_DATE.test(text)) codes.add('PLANNED_DATE_MISSING');
        break;
      case 'enterpriseAgrees':
        // Known from the contacts of the order, not from what the unit writes.
        break;
    }
  }
  return [...codes].map((code) => ({ code, quotes: [] }));
}

/** What a clerk would say of an answer that is doubtful by its text; never nothing. */
function remarksOn(evidence: AnswerEvidence): AnswerFinding[] {
  const { clauses, concrete, points } = evidence;
  const findings: AnswerFinding[] = [];
  for (const [code, kinds] of kindFindings) {
    if (shareOf(clauses, kinds) < MOSTLY) continue;
    findings.push({
      code,
      quotes: clauses.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text),
    });
  }
  const promises = clauses.filter(({ kind }) => kind === 'vague').map(({ text }) => text);
  if (concrete.length === 0)
    findings.push({ code: promises.length > 0 ? 'NO_RESULT_OR_TIME' : 'NO_RESULT', quotes: promises });
  const unmet = points.filter(({ inForm, takenUp }) => !inForm || !takenUp);
  if (unmet.length > 0)
    findings.push({ code: 'POINT_UNANSWERED', quotes: unmet.map(({ point }) => point.text) });
  return findings.length > 0 ? findings : [{ code: 'TOO_LITTLE', quotes: [] }];
}
