// Imports of the legal-person register as they come over the wire, and what is answered of them.
import type { IdentityReview as ReviewWire } from '#contracts/gen/zhitong/intake/v1/register';
import type {
  OpenRegisterImportRequest,
  RegisterImportResponse,
  RegisterImportState,
} from '#contracts/gen/zhitong/intake/v1/register';
import type { Result } from '#kernel/result';
import type { IdentityReview } from '../../app/list-reviews';
import type { ImportRefusal } from '../../app/open-import';
import type { ImportFormat, ImportOrder, RegisterImport } from '../../app/register-ports';

/** Reads what an import is to do; words that are none are refused where they are looked at. */
export function readOrder(request: OpenRegisterImportRequest): ImportOrder {
  const { digest, bytes, format, mode, strict, shrinks } = request;
  return {
    digest,
    bytes,
    format: format as ImportFormat,
    mode: mode as ImportOrder['mode'],
    strict,
    shrinks,
  };
}

/** An import, or why not. */
export function importAnswer(result: Result<RegisterImport, ImportRefusal>): RegisterImportResponse {
  if (result.ok) return { outcome: { $case: 'state', value: stateOf(result.value) } };
  const { code, rule, params } = result.error;
  return { outcome: { $case: 'refused', value: { code, rule, params: { ...params } } } };
}

function stateOf(one: RegisterImport): RegisterImportState {
  const { id, refusal, problems, passedOver, digest: _digest, edition: _edition, ...told } = one;
  return {
    ...told,
    importId: id,
    refusal: refusal ? { code: refusal.code, rule: 'IN-4', params: { ...refusal.params } } : undefined,
    passedOver: [...passedOver],
    problems: problems.map((problem) => ({ ...problem, params: { ...problem.params } })),
  };
}

/** An appeal under identity review. */
export function reviewWire({ id: appealId, candidates, ...rest }: IdentityReview): ReviewWire {
  const shown = candidates.map(({ enterprise, why, likeness }) => {
    const { uscc, name, region, status, formerNames = [] } = enterprise;
    return { uscc, name, region, status, formerNames: [...formerNames], why: [...why], likeness };
  });
  return { appealId, ...rest, candidates: shown };
}
