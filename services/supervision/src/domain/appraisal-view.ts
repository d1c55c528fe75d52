// What people read of the quality of a case and of what followed for the unit: deductions, spot checks,
// contests.
import type { AppraisalEvent, Standing } from './appraisal-events';

/** A deduction 扣分; `withdrawnAt` 0 while it stands. */
interface DeductionLine {
  readonly deductionNo: number;
  readonly deduction: string;
  readonly ground: string;
  readonly unit: string;
  readonly points: number;
  readonly entryId: string;
  readonly cause: string;
  readonly recordedAt: number;
  readonly withdrawnAt: number;
  readonly withdrawnWhy: string;
}

/** A spot check 抽查 with what was found and mended. */
interface CheckSheet {
  readonly checkNo: number;
  readonly unit: string;
  readonly round: number;
  readonly period: string;
  readonly completionType: string;
  readonly standard: readonly string[];
  readonly drawnAt: number;
  readonly status: string;
  readonly missing: readonly string[];
  readonly demand: string;
  readonly deadlineAt: number;
  readonly overdue: boolean;
  readonly answer: string;
  readonly late: boolean;
  readonly reason: string;
  readonly by: string;
}

/** A contest 申诉 with its ruling; before and after are undefined until then. */
interface ContestSheet {
  readonly contestNo: number;
  readonly about: string;
  readonly target: string;
  readonly unit: string;
  readonly evidence: string;
  readonly filedAt: number;
  readonly filedBy: string;
  readonly status: 'open' | 'upheld' | 'dismissed';
  readonly reason: string;
  readonly ruledBy: string;
  readonly ruledAt: number;
  readonly before?: Standing;
  readonly after?: Standing;
}

/** The part of what is shown of a case that this file folds. */
export interface AppraisalView {
  readonly deductions: readonly DeductionLine[];
  readonly checks: readonly CheckSheet[];
  readonly contests: readonly ContestSheet[];
}

/** The part after an event. */
export function foldAppraisal(
  { deductions, checks, contests }: AppraisalView,
  event: AppraisalEvent,
  at: number,
): AppraisalView {
  switch (event.type) {
    case 'DeductionRecorded': {
      const { type: _, ...said } = event;
      const line = { ...said, recordedAt: at, withdrawnAt: 0, withdrawnWhy: '' };
      return { deductions: [...deductions, line], checks, contests };
    }
    case 'DeductionWithdrawn': {
      const { deductionNo, why: withdrawnWhy } = event;
      const gone = deductions.map((one) =>
        one.deductionNo === deductionNo ? { ...one, withdrawnAt: at, withdrawnWhy } : one,
      );
      return { deductions: gone, checks, contests };
    }
    case 'ContestFiled': {
      const { contestNo, about, target, unit, by: filedBy, evidence } = event;
      const open = { status: 'open', reason: '', ruledBy: '', ruledAt: 0 } as const;
      const filed = { contestNo, about, target, unit, evidence, filedAt: at, filedBy, ...open };
      return { deductions, checks, contests: [...contests, filed] };
    }
    case 'ContestRuled': {
      const { contestNo, reason, by: ruledBy, before, after, upheld } = event;
      const status = upheld ? ('upheld' as const) : ('dismissed' as const);
      const ruled = contests.map((one) =>
        one.contestNo === contestNo ? { ...one, status, reason, ruledBy, ruledAt: at, before, after } : one,
      );
      return { deductions, checks, contests: ruled };
    }
    case 'RatingExcluded':
      return { deductions, checks, contests };
    default:
      return { deductions, checks: checksAfter(checks, event, at), contests };
  }
}

type CheckEvent = Exclude<
  AppraisalEvent,
  { type: 'DeductionRecorded' | 'DeductionWithdrawn' | 'ContestFiled' | 'ContestRuled' | 'RatingExcluded' }
>;

function checksAfter(checks: readonly CheckSheet[], event: CheckEvent, at: number): readonly CheckSheet[] {
  if (event.type === 'SpotCheckDrawn') {
    const { type: _, cause: _cause, ...said } = event;
    const found = { missing: [], demand: '', deadlineAt: 0, overdue: false, answer: '', late: false };
    return [...checks, { ...said, drawnAt: at, status: 'drawn', ...found, reason: '', by: '' }];
  }
  return checks.map((one) => (one.checkNo === event.checkNo ? { ...one, ...changeBy(event) } : one));
}

function changeBy(event: Exclude<CheckEvent, { type: 'SpotCheckDrawn' }>): Partial<CheckSheet> {
  switch (event.type) {
    case 'SpotCheckPassed':
      return { status: 'passed', by: event.by };
    case 'SpotCheckFailed': {
      const { missing, demand, deadlineAt, by, reopen } = event;
      return { status: reopen ? 'reopened' : 'mending', missing, demand, deadlineAt, by };
    }
    case 'AnswerMended':
      return { status: 'mended', answer: event.answer, late: event.late };
    case 'MendingOverdue':
      return { overdue: true };
    case 'MendingRuled': {
      const { accepted, deadlineAt, reason, by } = event;
      return accepted
        ? { status: 'passed', reason, by }
        : { status: 'mending', reason, by, deadlineAt, overdue: false };
    }
  }
}
