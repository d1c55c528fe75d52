// The list of appeals whose identity a person must look at 身份核验 (IN-4): the oldest first, each with what was
// claimed, why it is doubted and whom of the register it may be of. Who a protected enterprise is is not
// shown in a list (HD-10): it is opened, on record, in the case file.
import type { IdentityCandidate } from '../domain/identity-candidates';
import { rankCandidates } from '../domain/identity-candidates';
import type { FoundAppeal, IntakePorts } from './ports';

/** An appeal under review. */
export interface IdentityReview {
  readonly id: string;
  readonly number: string;
  readonly door: string;
  readonly since: number;
  /** End of the desk clock; 0 where the pack has none. */
  readonly dueAt: number;
  readonly reason: string;
  readonly protect: boolean;
  readonly name: string;
  readonly uscc: string;
  readonly region: string;
  readonly candidates: readonly IdentityCandidate[];
}

type Stand = Pick<IntakePorts, 'appeals' | 'register' | 'identity'>;

/** At most so many. */
export async function listReviews(limit: number, stand: Stand): Promise<readonly IdentityReview[]> {
  const found = await stand.appeals.inReview(limit);
  const reviews = await Promise.all(found.map((one) => reviewOf(one, stand)));
  return reviews.flat().toSorted((a, b) => a.since - b.since);
}

async function reviewOf({ id, appeal }: FoundAppeal, stand: Stand): Promise<readonly IdentityReview[]> {
  if (appeal.status !== 'identity-review') return [];
  const { core, reason } = appeal;
  const { number, channel: door, submittedAt: since, deskDueAt: dueAt, given, words } = core;
  const protect = core.protect === true;
  const of = { id, number, door, since, dueAt, reason, protect };
  if (protect) return [{ ...of, name: '', uscc: '', region: '', candidates: [] }];
  const name = words === 'erased' ? '' : words.enterpriseName;
  const claim = { uscc: given.uscc, name };
  const [byCode, byName] = await Promise.all([
    claim.uscc === '' ? undefined : stand.register.byCode(claim.uscc),
    name === '' ? [] : stand.register.byName(name),
  ]);
  const rows = byCode ? [byCode, ...byName] : byName;
  const candidates = rankCandidates(claim, rows, stand.identity(door, core.kind).places);
  return [{ ...of, name, uscc: given.uscc, region: given.region, candidates }];
}
