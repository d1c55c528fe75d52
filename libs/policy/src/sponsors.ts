// 挂点联系 (IN-6; CR 二-7): which leader looks after which enterprises and key projects 重点企业、重点项目, and from which
// day to which. The database of them is dynamic, so it is the profile's (sponsors.yaml, projects.yaml) and
// everything holds by the Chinese day it is asked for. What is of a project is what the enterprises that
// carry it out say while it runs.
import { civilDayOf } from '#working-calendar/civil-day';
import { holdsOn } from './holds-on';
import type { Profile } from './profile';
import type { Person, Sponsor } from './profile-people';

type Looked = Pick<Profile, 'sponsors' | 'projects'>;

/** A leader with the phone that reaches him. */
export type SponsorLeader = Pick<Person, 'id' | 'phone'>;

/** The leaders who look after the enterprise with this code at that instant (epoch ms), each once. */
export function sponsorsOf(
  profile: Looked & Pick<Profile, 'people'>,
  uscc: string,
  at: number,
): readonly SponsorLeader[] {
  const holding = profile.sponsors.filter((row) => enterprisesOf(row, profile, at).includes(uscc));
  return profile.people.filter(({ id }) => holding.some(({ leader }) => leader === id));
}

/** Codes of the enterprises this leader looks after at that instant (epoch ms), each once. */
export function lookedAfterBy(profile: Looked, leader: string, at: number): readonly string[] {
  const own = profile.sponsors.filter((row) => row.leader === leader);
  return [...new Set(own.flatMap((row) => enterprisesOf(row, profile, at)))];
}

function enterprisesOf(row: Sponsor, { projects }: Looked, at: number): readonly string[] {
  const today = civilDayOf(at);
  if (!holdsOn(row, today)) return [];
  if (row.enterprise !== undefined) return [row.enterprise];
  const project = projects.find(({ id }) => id === row.project);
  return project !== undefined && holdsOn(project, today) ? project.enterprises : [];
}
