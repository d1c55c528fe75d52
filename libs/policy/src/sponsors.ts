// 挂点联系 (IN-6; CR 二-7): which leader looks after an enterprise, and since which day, stands in the profile,
// sponsors.yaml.
import { civilDayOf } from '#working-calendar/civil-day';
import type { Profile } from './profile';

/**
 * Phone of the leader who looks after the enterprise with this code at that instant (epoch ms), by the
 * Chinese day; empty where nobody does, or not yet.
 */
export function phoneOfSponsor(
  { sponsors, people }: Pick<Profile, 'sponsors' | 'people'>,
  uscc: string,
  at: number,
): string {
  const today = civilDayOf(at);
  const row = sponsors.find(({ enterprise }) => enterprise !== undefined && enterprise === uscc);
  const leader = row && row.since <= today ? row.leader : undefined;
  return people.find(({ id }) => id === leader)?.phone ?? '';
}
