// A text to a role reaches whoever holds the post 岗位 with that role (HD-9). Where a profile has no such post
// the pack's text would reach nobody, and nobody would know: pack and profile do not fit.
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { type FileProblem, parseSource } from '#working-calendar/source-file';
import type { Pack } from './pack';
import type { Profile } from './profile';
import { RECIPIENTS } from './told-platform';

/** A role that texts of a pack are for and no post has, with the first of them and its place in the list. */
export interface UnheldRole {
  readonly pack: string;
  readonly role: string;
  readonly message: string;
  readonly place: number;
}

/** The roles of the pack that nobody would be reached by. */
export function unheldRoles(
  { posts }: Pick<Profile, 'posts'>,
  { id: pack, messages }: Pick<Pack, 'id' | 'messages'>,
): readonly UnheldRole[] {
  const held = new Set([...RECIPIENTS, ...posts.flatMap(({ role }) => (role === undefined ? [] : [role]))]);
  return messages.flatMap(({ id: message, to: role }, place) => {
    const isFirst = messages.findIndex(({ to }) => to === role) === place;
    return held.has(role) || !isFirst ? [] : [{ pack, role, message, place }];
  });
}

/** The same as problems of the pack's messages.yaml, by line; its sentence is `role-without-post`. */
export function unheldRoleProblems(
  profile: Pick<Profile, 'posts'>,
  pack: Pick<Pack, 'id' | 'messages'>,
  folder: string,
  files: FileReader = diskFiles,
): readonly FileProblem[] {
  const file = `${folder}/messages.yaml`;
  const parsed = parseSource({ file, text: files.readText(file) ?? '' });
  return unheldRoles(profile, pack).map(({ place, ...params }) => {
    const path = ['messages', place, 'to'];
    const at = parsed.ok ? parsed.value.placeOf(path) : { line: 0 };
    return { code: 'role-without-post', file, ...at, field: path.join('.'), params };
  });
}
