// 岗位与 A/B 岗 (HD-9): who of a unit may do a step of its chain. A draft is done by whoever has the case in
// hand; a signature is given in a post of the kind the step names, by its holder or one who stands in for
// him. Where the case was given to a section, its head reads it and no other's. Who holds what the profile
// says; nobody's own word does.
import type { Pack } from '#policy/pack';
import type { Post } from '#policy/profile-people';
import type { UnitInside } from '#policy/unit-inside';
import type { Inside } from './work-order';

/** A step of a pack's chain. */
export type ChainStep = NonNullable<Pack['unitChain']>['steps'][number];

/** A post in which somebody acts. */
export interface ActsIn {
  readonly post: string;
  /** He stands in for its holder 代岗. */
  readonly deputy?: true;
}

/** The post in which the person may do the step; his own goes before one he stands in for. */
export function actsIn(
  person: string,
  step: ChainStep,
  inside: Inside,
  { posts }: UnitInside,
): ActsIn | undefined {
  const fitting = postsFor(step, inside, posts);
  const own = fitting.find(({ holder }) => holder === person);
  const found = own ?? fitting.find(({ deputies }) => deputies.includes(person));
  return found && { post: found.id, ...(own === undefined && { deputy: true }) };
}

/** Who may do the step now, holders first; nobody while a draft is in nobody's hand. */
export function mayDo(step: ChainStep, inside: Inside, { posts }: UnitInside): readonly string[] {
  if (step.by === 'handler') return inside.handler === '' ? [] : [inside.handler];
  const fitting = postsFor(step, inside, posts);
  const persons = [...fitting.map(({ holder }) => holder), ...fitting.flatMap(({ deputies }) => deputies)];
  const { drafter = '', signers = [] } = inside.signing ?? {};
  return [...new Set(persons)].filter((one) => one !== drafter && !signers.includes(one));
}

/** The first step for which the unit has nobody, if there is one: a draft for it would wait for ever. */
export function vacantStep(
  steps: readonly ChainStep[],
  inside: Inside,
  { posts }: UnitInside,
): ChainStep | undefined {
  return steps.find((step) => step.by !== 'handler' && postsFor(step, inside, posts).length === 0);
}

function postsFor({ by }: ChainStep, { section }: Inside, posts: readonly Post[]): readonly Post[] {
  return posts.filter((post) => {
    if (post.kind !== by) return false;
    return section === '' || post.section === undefined || post.section === section;
  });
}
