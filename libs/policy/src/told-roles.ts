// A text to a role reaches whoever holds the post 岗位 with that role (HD-9). Where a profile has no such post
// the pack's text would reach nobody, and nobody would know: pack and profile do not fit.
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
