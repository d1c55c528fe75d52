// The inside of a unit as the profile knows it (HD-9): its sections, its people, its posts with those who
// stand in for their holders. A unit that was merged is looked up as the one it became part of. Where a pack
// has a chain of signatures, every unit needs another person for each step of it, or its drafts would wait
// for ever. A section without a head gets no case: who gives it one is refused.
import { placeWithoutPerson } from './distinct-persons';
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
  return insideOfUnit(profile, successionIn(profile).successorOf(code));
}

function insideOfUnit({ units, people, posts }: Fitted, unit: string): UnitInside {
  const sections = units.find(({ code }) => code === unit)?.sections ?? [];
  return {
    sections: sections.map((section) => section.code),
    people: people.flatMap((person) => (person.unit === unit ? [person.id] : [])),
    posts: posts.filter((post) => post.unit === unit),
  };
}

/**
 * The posts of a kind that sign what a section has in hand: its own head's, and those of no section. What
 * was given to no section, or to one the unit has no more, any of them signs.
 */
export function postsFor(kind: string, section: string, { sections, posts }: UnitInside): readonly Post[] {
  return posts.filter((post) => {
    if (post.kind !== kind) return false;
    return !sections.includes(section) || post.section === undefined || post.section === section;
  });
}

/** A step of a pack's chain for which a unit has nobody left. */
export interface MissingPost {
  readonly pack: string;
  readonly step: string;
  readonly post: string;
  readonly unit: string;
  /** Place of the step in the chain, from 0. */
  readonly place: number;
}

type Fitted = Pick<Profile, 'units' | 'people' | 'posts'>;

/** The steps of the pack's chain that units cannot fill, each by another person; the first of each unit. */
export function missingPosts(
  profile: Fitted,
  { id: pack, unitChain }: Pick<Pack, 'id' | 'unitChain'>,
): readonly MissingPost[] {
  const steps = unitChain?.steps ?? [];
  return profile.units.flatMap(({ code: unit }) => {
    const inside = insideOfUnit(profile, unit);
    const place = placeWithoutPerson(steps.map(({ by }) => personsFor(by, inside)));
    const step = steps[place];
    return step ? [{ pack, step: step.id, post: step.by, unit, place }] : [];
  });
}

function personsFor(by: string, inside: UnitInside): readonly string[] {
  if (by === 'handler') return inside.people;
  return postsFor(by, '', inside).flatMap(({ holder, deputies }) => [holder, ...deputies]);
}
