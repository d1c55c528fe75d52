// What the legal-person register 法人库 says to the identity an enterprise claims (IN-4). The code is the
// identity, the name checks it. Four answers and no fifth: registered, being founded, registered elsewhere,
// or a person must look.
import { nameSimilarity, SAME_NAME_FROM, sameName } from './enterprise-name';
import { codeClaim, isBeingFounded, isHomeCode } from './submission';

/** A row of the register as identity is matched by it. */
export interface RegisteredEnterprise {
  readonly uscc: string;
  readonly name: string;
  /** Registered domicile: decides the region, not the code's digits. */
  readonly region: string;
  readonly industry: string;
  readonly tags: readonly string[];
  readonly status: string;
  /** Names it bore before 曾用名. */
  readonly formerNames?: readonly string[];
}

/** Who an enterprise says it is. */
export interface IdentityClaim {
  readonly uscc: string;
  readonly name: string;
  readonly topic: string;
  readonly tags: readonly string[];
}

/** Why a person must look at an identity. */
type IdentityDoubt =
  | 'code-missing'
  | 'code-malformed'
  | 'code-unknown'
  | 'name-of-another'
  | 'name-differs'
  | 'cancelled';

/** The answer of the register. */
export type RegisterFinding =
  | {
      readonly found: 'registered';
      readonly enterprise: RegisteredEnterprise;
      readonly nameDiffers: boolean;
    }
  | { readonly found: 'founding' }
  /** `words` say why, for whoever decides: the division of the code, or that it moved out. */
  | { readonly found: 'elsewhere'; readonly words: readonly string[] }
  | { readonly found: 'doubt'; readonly reason: IdentityDoubt; readonly candidates: readonly string[] };

/** What the jurisdiction and the pack add. */
export interface IdentitySetting {
  readonly regionPrefixes: readonly string[];
  readonly places: readonly string[];
  /** `review` holds every name that differs, `flag` only those that can hardly be of the same enterprise. */
  readonly nameDiffers: 'flag' | 'review';
}

/** Holds a claim against the rows of the register with that code and with that name. */
export function findIdentity(
  claim: IdentityClaim,
  sameCode: RegisteredEnterprise | undefined,
  sameName: readonly RegisteredEnterprise[],
  setting: IdentitySetting,
): RegisterFinding {
  const others = sameName.map(({ uscc }) => uscc).filter((uscc) => uscc !== claim.uscc);
  if (sameCode) return afterState(holdName(claim.name, sameCode, others, setting));
  switch (codeClaim(claim.uscc)) {
    case 'absent':
      return isBeingFounded(claim) ? { found: 'founding' } : doubt('code-missing', others);
    case 'malformed':
      return doubt('code-malformed', others);
    case 'well-formed':
      if (isHomeCode(claim.uscc, setting.regionPrefixes)) return doubt('code-unknown', others);
      return { found: 'elsewhere', words: [claim.uscc.slice(2, 8)] };
  }
}

/**
 * What follows from the registration's state (IN-4): who is listed as abnormal or had its licence revoked is
 * still a legal person and is answered like any other, the state stands in the event; a cancelled one is no
 * more, so a person must look who speaks for it; who moved out is registered elsewhere now.
 */
function afterState(finding: RegisterFinding): RegisterFinding {
  if (finding.found !== 'registered') return finding;
  const { status, uscc } = finding.enterprise;
  if (status === 'cancelled') return doubt('cancelled', [uscc]);
  return status === 'moved' ? { found: 'elsewhere', words: ['迁出'] } : finding;
}

function holdName(
  name: string,
  enterprise: RegisteredEnterprise,
  others: readonly string[],
  setting: IdentitySetting,
): RegisterFinding {
  const nameDiffers = !sameName(name, enterprise.name);
  const renamed = enterprise.formerNames?.some((former) => sameName(name, former)) === true;
  if (!nameDiffers || renamed) return { found: 'registered', enterprise, nameDiffers };
  if (others.length > 0) return doubt('name-of-another', [enterprise.uscc, ...others]);
  const alike = nameSimilarity(name, enterprise.name, setting.places) >= SAME_NAME_FROM;
  if (!alike || setting.nameDiffers === 'review') return doubt('name-differs', [enterprise.uscc]);
  return { found: 'registered', enterprise, nameDiffers };
}

function doubt(reason: IdentityDoubt, candidates: readonly string[]): RegisterFinding {
  return { found: 'doubt', reason, candidates: candidates.slice(0, 5) };
}
