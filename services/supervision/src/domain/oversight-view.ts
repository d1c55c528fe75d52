// What people read of the overseeing of a case: the register, the proposed steps, the orders with everything
// that is printed on them, and what was handed to others. Folded from the overseeing's own events alone.
import type { Recorded } from '#kernel/decider';
import { type AppraisalView, foldAppraisal } from './appraisal-view';
import type { OversightEvent } from './oversight-events';

/** A line of the register 台账. */
export interface RegisterLine {
  readonly entryId: string;
  readonly number: string;
  readonly ground: string;
  readonly unit: string;
  readonly cause: string;
  readonly about: string;
  readonly noticedAt: number;
  readonly by: string;
  readonly reason: string;
  readonly open: boolean;
  /** 0 while it is open. */
  readonly clearedAt: number;
  readonly clearedWhy: string;
  readonly clearedBy: string;
  readonly clearedReason: string;
}

/** A supervision order 督办单 as printed; instants that are not there are 0. */
export interface OrderSheet {
  readonly orderNo: number;
  readonly number: string;
  readonly step: string;
  readonly entryId: string;
  readonly ground: string;
  readonly unit: string;
  readonly demand: string;
  readonly issuedAt: number;
  readonly issuedBy: string;
  readonly deadlineAt: number;
  readonly overdue: boolean;
  readonly status: string;
  readonly answer: string;
  readonly answeredAt: number;
  readonly answeredBy: string;
  readonly late: boolean;
  readonly verdict: string;
  readonly verdictReason: string;
  readonly ruledAt: number;
  readonly ruledBy: string;
}

/** 移送 with its outcome. */
interface TransferSheet {
  readonly transferNo: number;
  readonly step: string;
  readonly entryId: string;
  readonly ground: string;
  readonly unit: string;
  readonly to: string;
  readonly facts: string;
  readonly transferredAt: number;
  readonly by: string;
  readonly outcome: string;
  readonly endedAt: number;
}

/** A step that may be taken, and whose it is. */
interface ProposedStep {
  readonly step: string;
  readonly entryId: string;
  readonly ground: string;
  readonly unit: string;
  readonly role: string;
}

/** Everything that is shown of one case. */
export interface OversightView extends AppraisalView {
  readonly entries: readonly RegisterLine[];
  readonly proposals: readonly ProposedStep[];
  readonly orders: readonly OrderSheet[];
  readonly transfers: readonly TransferSheet[];
}

/** Nothing to show. */
export const EMPTY_OVERSIGHT: OversightView = {
  ...{ entries: [], proposals: [], orders: [], transfers: [] },
  ...{ deductions: [], checks: [], contests: [] },
};

type Own<T extends OversightEvent['type']> = Extract<OversightEvent, { type: T }>;

/** The view after an event. */
export function foldOversight(view: OversightView, { event, at }: Recorded<OversightEvent>): OversightView {
  switch (event.type) {
    case 'GroundNoticed':
      return { ...view, entries: [...view.entries, lineOf(event, at)] };
    case 'EntryCleared': {
      const { entryId, why: clearedWhy, by: clearedBy, reason: clearedReason } = event;
      const change = { open: false, clearedAt: at, clearedWhy, clearedBy, clearedReason };
      const entries = view.entries.map((one) => (one.entryId === entryId ? { ...one, ...change } : one));
      return { ...view, entries, proposals: view.proposals.filter((one) => one.entryId !== entryId) };
    }
    case 'StepProposed': {
      const { step, entryId, ground, unit, role } = event;
      return { ...view, proposals: [...view.proposals, { step, entryId, ground, unit, role }] };
    }
    case 'CaseTransferred':
      return { ...taken(view, event), transfers: [...view.transfers, transferOf(event, at)] };
    case 'TransferOutcomeRecorded': {
      const { transferNo, outcome } = event;
      const transfers = view.transfers.map((one) =>
        one.transferNo === transferNo ? { ...one, outcome, endedAt: at } : one,
      );
      return { ...view, transfers };
    }
    case 'OrderIssued':
      return { ...taken(view, event), orders: [...view.orders, sheetOf(event, at)] };
    case 'OrderAnswered':
    case 'OrderRuled':
    case 'OrderOverdue': {
      const { orderNo } = event;
      const orders = view.orders.map((one) => (one.orderNo === orderNo ? sheetAfter(one, event, at) : one));
      return { ...view, orders };
    }
    default:
      return { ...view, ...foldAppraisal(view, event, at) };
  }
}

function taken(view: OversightView, { step, entryId }: { step: string; entryId: string }): OversightView {
  const kept = view.proposals.filter((one) => one.step !== step || one.entryId !== entryId);
  return { ...view, proposals: kept };
}

function lineOf(event: Own<'GroundNoticed'>, at: number): RegisterLine {
  const { type: _, ...said } = event;
  const open = { open: true, clearedAt: 0, clearedWhy: '', clearedBy: '', clearedReason: '' };
  return { ...said, noticedAt: at, ...open };
}

function transferOf(event: Own<'CaseTransferred'>, at: number): TransferSheet {
  const { type: _, cause: _cause, ...said } = event;
  return { ...said, transferredAt: at, outcome: '', endedAt: 0 };
}

function sheetOf(event: Own<'OrderIssued'>, at: number): OrderSheet {
  const { orderNo, number, step, entryId, ground, unit, demand, deadlineAt, by: issuedBy } = event;
  const answered = { answer: '', answeredAt: 0, answeredBy: '', late: false };
  const ruled = { verdict: '', verdictReason: '', ruledAt: 0, ruledBy: '' };
  const said = { orderNo, number, step, entryId, ground, unit, demand, deadlineAt, issuedBy, issuedAt: at };
  return { ...said, overdue: false, status: 'open', ...answered, ...ruled };
}

function sheetAfter(
  sheet: OrderSheet,
  event: Own<'OrderAnswered' | 'OrderRuled' | 'OrderOverdue'>,
  at: number,
): OrderSheet {
  switch (event.type) {
    case 'OrderAnswered': {
      const { answer, late, by: answeredBy } = event;
      return { ...sheet, status: 'answered', answer, late, answeredAt: at, answeredBy };
    }
    case 'OrderOverdue':
      return { ...sheet, overdue: true };
    case 'OrderRuled': {
      const { verdict, reason: verdictReason, by: ruledBy, deadlineAt } = event;
      const ruled = { ...sheet, verdict, verdictReason, ruledAt: at, ruledBy };
      if (verdict !== 'not-accepted') return { ...ruled, status: verdict };
      return { ...ruled, status: 'open', deadlineAt, overdue: false };
    }
  }
}
