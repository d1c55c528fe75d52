// Loads a jurisdiction profile from its directory and checks that its parts fit together: every code a row
// quotes must exist, every key must stand once, no two rows may contradict each other. A file of a thousand
// rows with one bad row says which row and why.
import { ok, type Result, refuse } from '#kernel/result';
import { contentAddress } from '#working-calendar/content-address';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import type { Checked, FileProblem } from '#working-calendar/source-file';
import type { Profile } from './profile';
import { fitProblems } from './profile-checks';
import { readProfileFiles } from './profile-files';
import { peopleProblems } from './profile-people-checks';
import { rosterProblems } from './profile-roster-checks';
import { platformProblems } from './platform-checks';
import { unitProblems } from './profile-unit-checks';

/** Reads a profile from its directory. Problems are told by policyProblemText. */
export function loadProfile(
  directory: string,
  files: FileReader = diskFiles,
): Result<Profile, readonly FileProblem[]> {
  const read = readProfileFiles(directory, files);
  if (!read.ok) return read;
  const { head, ...rows } = read.value;
  const problems = [fitProblems, unitProblems, peopleProblems, rosterProblems, platformProblems].flatMap(
    (check) => check(read.value),
  );
  if (problems.length > 0) return refuse(problems);
  const values = <T>(list: readonly Checked<T>[]) => list.map(({ value }) => value);
  return ok({
    ...head.value,
    units: values(rows.units),
    regions: values(rows.regions),
    topics: values(rows.topics),
    register: values(rows.register),
    knowledge: values(rows.knowledge),
    questions: values(rows.questions),
    training: values(rows.training),
    people: values(rows.people),
    posts: values(rows.posts),
    roster: values(rows.roster),
    experts: values(rows.experts),
    groups: values(rows.groups),
    projects: values(rows.projects),
    sponsors: values(rows.sponsors),
    platforms: values(rows.platforms),
    wechat: values(rows.wechat),
    webhooks: values(rows.webhooks),
  });
}

/** Content address of a profile: `profile-` and 64 hex digits. */
export function profileHash(profile: Profile): string {
  return `profile-${contentAddress(profile)}`;
}
