// The inside of a unit as the profile knows it (HD-9): its sections, its people, its posts with those who
// stand in for their holders. A unit that was merged is looked up as the one it became part of. Where a pack
// has a chain of signatures, every unit needs somebody in each post of it, or its drafts would wait for ever.
import type { Pack } from './pack';
import type { Profile } from './profile';
import type { Post } from './profile-people';
import { successionIn } from './succession';

/** What the profile knows of the inside of a unit; ids and codes. */
export interface UnitInside {
  readonly sections: readonly string[];
  readonly people: readonly string[];
  readonly posts: readonly Post[];
}

/** The inside of a unit; nothing for a unit that is not there. */
export function unitInside(profile: Profile, code: string): UnitInside {
  const unit = successionIn(profile).successorOf(code);
  const sections = profile.units.find((one) => one.code === unit)?.sections ?? [];
  return {
    sections: sections.map((section) => section.code),
    people: profile.people.flatMap((person) => (person.unit === unit ? [person.id] : [])),
    posts: profile.posts.filter((post) => post.unit === unit),
  };
}

/** A post that a step of a pack's chain is signed in and a unit has not. */
export interface MissingPost {
  readonly pack: string;
  readonly step: string;
  readonly post: string;
  readonly unit: string;
  /** Place of the step in the chain, from 0. */
  readonly place: number;
}

/** The posts that units would need for the pack's chain and have not, the first of each unit. */
export function missingPosts(
  { units, posts }: Pick<Profile, 'units' | 'posts'>,
  { id: pack, unitChain }: Pick<Pack, 'id' | 'unitChain'>,
): readonly MissingPost[] {
  const steps = unitChain?.steps ?? [];
  return units.flatMap(({ code: unit }) => {
    const held = posts.filter((post) => post.unit === unit).map(({ kind }) => kind);
    const place = steps.findIndex(({ by }) => by !== 'handler' && !held.includes(by));
    const step = steps[place];
    return step ? [{ pack, step: step.id, post: step.by, unit, place }] : [];
  });
}
