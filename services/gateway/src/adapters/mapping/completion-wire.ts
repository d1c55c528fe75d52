// A completion as a unit fills it in, and as casework takes it.
import type { CompleteAppeal } from '#contracts/gen/zhitong/casework/v1/service';

/** The body of `complete` and of its dry run. */
interface CompletionBody {
  readonly dispatchNo: number;
  readonly completionType: string;
  readonly answer: string;
  readonly basis?: string | undefined;
  readonly plan?: string | undefined;
  readonly plannedOn?: string | undefined;
  readonly withoutContributions?: string | undefined;
  readonly enterpriseAgrees?: { readonly who: string; readonly on: string } | undefined;
}

/** A completion on the wire. */
export function completionOf(body: CompletionBody): CompleteAppeal {
  const { basis = '', plan = '', plannedOn = '', enterpriseAgrees, ...rest } = body;
  const { withoutContributions = '' } = rest;
  return { ...rest, basis, plan, plannedOn, enterpriseAgrees, withoutContributions };
}
