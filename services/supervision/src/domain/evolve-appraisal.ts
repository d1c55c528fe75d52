// What the events about quality and its consequences make of the overseeing of a case.
import { unreachable } from '#kernel/decider';
import type { AppraisalEvent } from './appraisal-events';
import { cardsFalling } from './cards-falling';
import type { Course, KnownOversight, SpotCheck } from './oversight';

type Of<T extends AppraisalEvent['type']> = Extract<AppraisalEvent, { type: T }>;

/** The state after an event. */
export function evolveAppraisal(state: KnownOversight, event: AppraisalEvent, at: number): KnownOversight {
  switch (event.type) {
    case 'DeductionRecorded': {
      const { deductionNo: no, deduction, entryId, unit, cause, points } = event;
      const recorded = { no, deduction, entryId, unit, cause, points, at, withdrawn: false };
      return { ...state, deductions: [...state.deductions, recorded] };
    }
    case 'DeductionWithdrawn': {
      const gone = event.deductionNo;
      const deductions = state.deductions.map((one) => (one.no === gone ? { ...one, withdrawn: true } : one));
      return { ...state, deductions };
    }
    case 'ContestFiled': {
      const { contestNo: no, about, target, unit } = event;
      return { ...state, contests: [...state.contests, { no, about, target, unit, ruled: false }] };
    }
    case 'ContestRuled': {
      const contests = state.contests.map((one) =>
        one.no === event.contestNo ? { ...one, ruled: true } : one,
      );
      const course =
        event.upheld && event.about === 'card' ? fallen(state.course, event.target) : state.course;
      return { ...state, contests, course };
    }
    case 'RatingExcluded': {
      const ratings = state.course.ratings.map((one) =>
        one.round === event.round ? { ...one, excluded: true } : one,
      );
      return { ...state, course: { ...state.course, ratings } };
    }
    default:
      return checkAfter(state, event);
  }
}

/** A card that fell by ruling counts no more, before the docket has said so. */
function fallen(course: Course, cardId: string): Course {
  const gone = cardsFalling(cardId, course.cards);
  const cards = course.cards.map((card) => (gone.includes(card.id) ? { ...card, revoked: true } : card));
  return { ...course, cards };
}

type CheckEvent = Of<
  | 'SpotCheckDrawn'
  | 'SpotCheckPassed'
  | 'SpotCheckFailed'
  | 'AnswerMended'
  | 'MendingRuled'
  | 'MendingOverdue'
>;

function checkAfter(state: KnownOversight, event: CheckEvent): KnownOversight {
  const become = (change: Partial<SpotCheck>): KnownOversight => {
    const checks = state.checks.map((one) => (one.no === event.checkNo ? { ...one, ...change } : one));
    return { ...state, checks };
  };
  switch (event.type) {
    case 'SpotCheckDrawn': {
      const { checkNo: no, unit, round, standard } = event;
      const drawn = { no, unit, round, standard, status: 'drawn', deadlineAt: 0, overdue: false } as const;
      return { ...state, checks: [...state.checks, drawn] };
    }
    case 'SpotCheckPassed':
      return become({ status: 'passed' });
    case 'SpotCheckFailed':
      return event.reopen
        ? become({ status: 'reopened' })
        : become({ status: 'mending', deadlineAt: event.deadlineAt });
    case 'AnswerMended':
      return become({ status: 'mended' });
    case 'MendingRuled':
      return event.accepted
        ? become({ status: 'passed' })
        : become({ status: 'mending', deadlineAt: event.deadlineAt, overdue: false });
    case 'MendingOverdue':
      return become({ overdue: true });
    default:
      return unreachable(event);
  }
}
