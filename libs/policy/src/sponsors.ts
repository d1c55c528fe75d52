// 挂点联系 (IN-6; CR 二-7): which leader looks after an enterprise stands in the profile, sponsors.yaml.
import type { Profile } from './profile';

/** Phone of the leader who looks after the enterprise with this code; empty where nobody does. */
export function phoneOfSponsor(
  { sponsors, people }: Pick<Profile, 'sponsors' | 'people'>,
  uscc: string,
): string {
  const leader = sponsors.find(({ enterprise }) => enterprise !== undefined && enterprise === uscc)?.leader;
  return people.find(({ id }) => id === leader)?.phone ?? '';
}
