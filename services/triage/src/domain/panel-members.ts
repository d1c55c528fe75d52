// 回避: who may be named to a panel (KB-5; YC-2 研判专家库, SZ 二-2 专家库). A member is an expert of the profile, in
// office on the day the panel is convened, and not of a unit that is concerned by the matter: one that has or
// had it or was called together about it, or one the complaint is about (HD-10). Which of the two a programme
// minds its pack says; units are compared as what they are now. What becomes known while the panel sits takes
// the vote away, not the seat: the member stands aside.
import { reject } from '#kernel/decider';
import { civilDayOf } from '#working-calendar/civil-day';
import { holdsOn } from '#policy/holds-on';
import type { Pack } from '#policy/pack';
import type { Matter } from './deliberation';
import type { DeliberationPolicy, PanelExpert } from './deliberation-commands';
import type { SessionRefusal } from './session-rules';

interface Named {
  readonly id: string;
  readonly expert: PanelExpert | undefined;
}

/** Why these people may not be convened at an instant (epoch ms), all of one kind at once; else undefined. */
export function wrongExperts(
  members: readonly string[],
  matter: Matter,
  policy: DeliberationPolicy,
  at: number,
): SessionRefusal | undefined {
  const named = members.map((id): Named => ({ id, expert: policy.expert(id) }));
  const unknown = named.filter(({ expert }) => expert === undefined);
  if (unknown.length > 0)
    return reject('EXPERT_UNKNOWN', 'KB-5', {
      expert: listed(unknown.map(({ id }) => id.slice(0, 40))),
    });
  const today = civilDayOf(at);
  const away = named.flatMap(({ expert }) => (expert && !holdsOn(expert, today) ? [expert.name] : []));
  if (away.length > 0) return reject('EXPERT_NOT_IN_OFFICE', 'KB-5', { expert: listed(away), day: today });
  return concernedAmong(members, matter, policy);
}

/**
 * Refuses members whose unit is concerned by the matter as it stands; whom the profile no longer knows it
 * lets.
 */
export function concernedAmong(
  members: readonly string[],
  matter: Matter,
  policy: DeliberationPolicy,
): SessionRefusal | undefined {
  const units = concernedUnits(matter, policy.pack(matter.packHash)).map((unit) => policy.successorOf(unit));
  const found = members.flatMap((id) => {
    const { name, unit } = policy.expert(id) ?? {};
    return name !== undefined && unit !== undefined && units.includes(policy.successorOf(unit))
      ? [{ name, unit }]
      : [];
  });
  if (found.length === 0) return undefined;
  const expert = listed(found.map(({ name }) => name));
  return reject('EXPERT_CONCERNED', 'KB-5', { expert, units: listed(found.map(({ unit }) => unit)) });
}

/** The units whose people the pack keeps off the panel; both kinds where it does not say. */
function concernedUnits({ given = [], complainedOf = [] }: Matter, { panel }: Pack): readonly string[] {
  const minds = (kind: 'in-charge' | 'complained-of') => panel?.notOf?.includes(kind) ?? true;
  return [
    ...(minds('in-charge') ? given.flatMap(({ units }) => units) : []),
    ...(minds('complained-of') ? complainedOf : []),
  ];
}

function listed(names: readonly string[]): string {
  return names.join(', ');
}
