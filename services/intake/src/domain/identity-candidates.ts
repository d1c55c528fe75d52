// Whom an appeal under identity review 身份核验 may be of (IN-4): enterprises of the register with the code or
// the name that was given, now or before, the likeliest first, each with why. A person rules; nothing is
// ruled here. The code weighs more than the name, a name borne now more than a former one, an enterprise that
// is more than one that was cancelled or moved.
import { nameSimilarity, SAME_NAME_FROM, sameName } from './enterprise-name';
import type { RegisteredEnterprise } from './register-finding';

/** Why an enterprise is a candidate. */
type CandidateReason = 'same-code' | 'same-name' | 'former-name' | 'name-alike' | 'name-unlike';

/** An enterprise an appeal may be of. */
export interface IdentityCandidate {
  readonly enterprise: RegisteredEnterprise;
  readonly why: readonly CandidateReason[];
  /** Of the names, place and legal form left out, 0 … 1. */
  readonly likeness: number;
}

const WEIGHTS: Readonly<Record<CandidateReason, number>> = {
  'same-code': 4,
  'same-name': 3,
  'former-name': 2,
  'name-alike': 1,
  'name-unlike': 0,
};

/** Ranks rows found by code or name; each stands once. */
export function rankCandidates(
  claim: { readonly uscc: string; readonly name: string },
  found: readonly RegisteredEnterprise[],
  places: readonly string[],
): readonly IdentityCandidate[] {
  const once = [...new Map(found.map((one) => [one.uscc, one])).values()];
  return once
    .map((enterprise): IdentityCandidate => {
      const likeness = claim.name === '' ? 0 : nameSimilarity(claim.name, enterprise.name, places);
      return { enterprise, likeness, why: reasons(claim, enterprise, likeness) };
    })
    .toSorted((a, b) => weight(b) - weight(a) || b.likeness - a.likeness || order(a, b));
}

function reasons(
  { uscc, name }: { readonly uscc: string; readonly name: string },
  enterprise: RegisteredEnterprise,
  likeness: number,
): readonly CandidateReason[] {
  const code = uscc === enterprise.uscc ? (['same-code'] as const) : [];
  if (name === '') return code;
  if (sameName(name, enterprise.name)) return [...code, 'same-name'];
  if (enterprise.formerNames?.some((former) => sameName(name, former))) return [...code, 'former-name'];
  return [...code, likeness >= SAME_NAME_FROM ? 'name-alike' : 'name-unlike'];
}

function weight({ why, enterprise: { status } }: IdentityCandidate): number {
  const ended = status === 'cancelled' || status === 'moved';
  return why.reduce((sum, one) => sum + WEIGHTS[one], 0) - (ended ? 0.5 : 0);
}

function order(a: IdentityCandidate, b: IdentityCandidate): number {
  return a.enterprise.uscc < b.enterprise.uscc ? -1 : 1;
}
