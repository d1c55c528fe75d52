// The overseeing of cases as the public JSON shows it: times in ISO 8601, and a unit sees what concerns
// itself.
import type {
  GetOversightResponse,
  Order,
  RegisterEntry,
} from '#contracts/gen/zhitong/supervision/v1/service';
import { isoOf } from './case-json';

/** A line of the register. */
export function registerEntryJson(entry: RegisterEntry) {
  return { ...entry, noticedAt: isoOf(entry.noticedAt), clearedAt: isoOf(entry.clearedAt) };
}

/** A supervision order. */
export function orderJson(order: Order) {
  const { issuedAt, deadlineAt, answeredAt, ruledAt } = order;
  const times = { issuedAt: isoOf(issuedAt), deadlineAt: isoOf(deadlineAt) };
  return { ...order, ...times, answeredAt: isoOf(answeredAt), ruledAt: isoOf(ruledAt) };
}

/** Of everything about a case, what concerns a unit; `isOwn` says which codes stand for it. */
export function oversightOfUnit(
  whole: GetOversightResponse,
  isOwn: (code: string) => boolean,
): GetOversightResponse {
  const ofUnit = <Row extends { unit: string }>(rows: Row[]) => rows.filter(({ unit }) => isOwn(unit));
  return {
    found: whole.found,
    entries: ofUnit(whole.entries),
    proposals: ofUnit(whole.proposals),
    orders: ofUnit(whole.orders),
    transfers: ofUnit(whole.transfers),
    deductions: ofUnit(whole.deductions),
    checks: ofUnit(whole.checks),
    contests: ofUnit(whole.contests),
  };
}

/** Whether there is nothing to show. */
export function concernsNobody({ found: _, ...rows }: GetOversightResponse): boolean {
  return Object.values(rows).every((list) => list.length === 0);
}

/** Everything about one case. */
export function oversightJson(shown: GetOversightResponse) {
  return {
    entries: shown.entries.map(registerEntryJson),
    proposals: shown.proposals,
    orders: shown.orders.map(orderJson),
    transfers: shown.transfers.map((one) => {
      return { ...one, transferredAt: isoOf(one.transferredAt), endedAt: isoOf(one.endedAt) };
    }),
    deductions: shown.deductions.map((one) => {
      return { ...one, recordedAt: isoOf(one.recordedAt), withdrawnAt: isoOf(one.withdrawnAt) };
    }),
    checks: shown.checks.map((one) => {
      return { ...one, drawnAt: isoOf(one.drawnAt), deadlineAt: isoOf(one.deadlineAt) };
    }),
    contests: shown.contests.map((one) => {
      return { ...one, filedAt: isoOf(one.filedAt), ruledAt: isoOf(one.ruledAt) };
    }),
  };
}
