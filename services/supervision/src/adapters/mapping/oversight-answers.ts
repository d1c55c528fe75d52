// The overseeing of a case and the lists over all cases as they are shown.
import type {
  GetOversightResponse,
  Order as OrderWire,
  RegisterEntry as RegisterWire,
} from '#contracts/gen/zhitong/supervision/v1/service';
import type { OrderRow, RegisterRow } from '../../app/ports';
import { EMPTY_OVERSIGHT, type OversightView } from '../../domain/oversight-view';

/** Everything shown of a case. */
export function oversightWire(appealId: string, view: OversightView | undefined): GetOversightResponse {
  const { deductions, checks, contests, ...rest } = view ?? EMPTY_OVERSIGHT;
  return {
    found: view !== undefined,
    entries: rest.entries.map((line) => ({ appealId, ...line })),
    proposals: rest.proposals.map((one) => ({ ...one })),
    orders: rest.orders.map((sheet) => ({ appealId, ...sheet })),
    transfers: rest.transfers.map((one) => ({ ...one })),
    deductions: deductions.map((one) => ({ ...one })),
    checks: checks.map(({ standard, missing, ...one }) => ({
      ...one,
      standard: [...standard],
      missing: [...missing],
    })),
    contests: contests.map((one) => ({ before: undefined, after: undefined, ...one })),
  };
}

/** A line of the register. */
export function registerRowWire({ id: _, ...row }: RegisterRow): RegisterWire {
  return { ...row };
}

/** A line of the list of orders. */
export function orderRowWire({ id: _, ...row }: OrderRow): OrderWire {
  return { ...row };
}

/** A state of the list that is known; anything else asks for all. */
export function readState<S extends string>(state: string, known: readonly S[]): S | '' {
  return known.find((one) => one === state) ?? '';
}
