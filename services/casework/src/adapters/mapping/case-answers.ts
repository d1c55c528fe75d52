// Questions to the desk and the case files as they come over the wire, and their answers.
import type {
  AnswerFinding as FindingWire,
  CaseDetail,
  CaseSummary as CaseSummaryWire,
  ListCasesRequest,
} from '#contracts/gen/zhitong/casework/v1/service';
import type { Rejected } from '#contracts/gen/zhitong/command/v1/command';
import type { Rejection } from '#kernel/decider';
import { fieldsWire } from '#platform/edge/command-envelope';
import type { DeskQuery } from '../../app/ports';
import type { AnswerFinding } from '../../domain/answer-check';
import type { CaseSummary } from '../../domain/case-summary';
import type { CaseView } from '../../domain/case-view';

const MOST = 200;
const USUAL = 50;

/** A question to the desk; a limit outside 1 … 200 is brought inside, 0 asks for 50. */
export function deskQuery({ sort, limit, ...filters }: ListCasesRequest): DeskQuery {
  return {
    ...filters,
    sort: sort === 'deadline' ? 'deadline' : 'newest',
    limit: limit === 0 ? USUAL : Math.min(MOST, Math.max(1, limit)),
  };
}

/** A line of the desk. */
export function summaryWire(summary: CaseSummary): CaseSummaryWire {
  return { ...summary, assist: [...summary.assist], classes: [...summary.classes] };
}

/** A remark on an answer. */
export function findingWire({ code, quotes }: AnswerFinding): FindingWire {
  return { code, quotes: [...quotes] };
}

/** A refusal outside a command. */
export function rejectedWire({ code, rule, params, fields }: Rejection): Rejected {
  return { code, rule, params: { ...params }, asOf: '', fields: fieldsWire(fields) };
}

/** A whole case. */
export function detailWire(view: CaseView): CaseDetail {
  return {
    ...view,
    summary: summaryWire(view.summary),
    timeline: view.timeline.map((entry) => ({ ...entry, fields: { ...entry.fields } })),
    clocks: view.clocks.map((clock) => ({ ...clock })),
    candidates: view.candidates.map((candidate) => ({ ...candidate, reasons: [...candidate.reasons] })),
    stepTimes: { ...view.stepTimes },
    seen: { ...view.seen },
    findings: view.findings.map(findingWire),
    assisting: view.assisting.map((part) => ({ ...part })),
    linkedEvent: '',
    inside: undefined,
  };
}
