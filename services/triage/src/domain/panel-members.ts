// 回避: who may be named to a panel (KB-5; YC-2 研判专家库, SZ 二-2 专家库). A member is an expert of the profile, in
// office on the day the panel is convened, and not of a unit that is concerned by the matter (HD-10). What
// becomes known while the panel sits takes the vote away, not the seat: see panel-seats.ts.
import { holdsOn } from '#policy/holds-on';
import { type Concern, concernOf } from '#policy/panel-concern';
import { civilDayOf } from '#working-calendar/civil-day';
import type { Matter } from './deliberation';
import type { DeliberationPolicy } from './deliberation-commands';
import { type WrongOnes, inList, shortened } from './session-rules';

/** A member whose unit is concerned by the matter. */
export interface ConcernedMember {
  readonly member: string;
  readonly name: string;
  readonly unit: string;
  readonly why: Concern;
}

/** What is told first of several that are wrong. */
const FIRST_TOLD = ['EXPERT_UNKNOWN', 'EXPERT_NOT_IN_OFFICE', 'EXPERT_CONCERNED'] as const;

/** Every one of these people who may not be convened at an instant (epoch ms), with his place and why. */
export function wrongExperts(
  members: readonly string[],
  matter: Matter,
  policy: DeliberationPolicy,
  at: number,
): WrongOnes {
  const day = civilDayOf(at);
  const wrong = inList('members', members).flatMap(({ name: id, field }): WrongOnes => {
    const expert = policy.expert(id);
    if (expert === undefined) return [{ code: 'EXPERT_UNKNOWN', field, params: { expert: shortened(id) } }];
    if (!holdsOn(expert, day))
      return [{ code: 'EXPERT_NOT_IN_OFFICE', field, params: { expert: expert.name, day } }];
    const concerned = concernOfMember(id, matter, matter.packHash, policy);
    if (concerned === undefined) return [];
    return [{ code: 'EXPERT_CONCERNED', field, params: { expert: expert.name, units: concerned.unit } }];
  });
  return FIRST_TOLD.flatMap((code) => wrong.filter((one) => one.code === code));
}

/**
 * Why a member stands aside under the pack of this hash, by the matter as it stands; undefined for one who
 * need not, and for one the profile no longer knows.
 */
export function concernOfMember(
  member: string,
  { given = [], complainedOf = [] }: Matter,
  packHash: string,
  policy: DeliberationPolicy,
): ConcernedMember | undefined {
  const { name, unit } = policy.expert(member) ?? {};
  if (name === undefined || unit === undefined) return undefined;
  const matter = { inCharge: given.flatMap(({ units }) => units), complainedOf };
  const why = concernOf(unit, matter, policy.pack(packHash), policy.successorOf);
  return why && { member, name, unit, why };
}
