// 诉求分类: the classes a programme sorts appeals into, in layers (IN-3, CR 二-1). A class is written as the path
// of ids from the coarsest layer down to it, so that whoever counts or filters by any layer needs no pack.
import type { Pack } from './pack';

type Classed = Pick<Pack, 'classification' | 'templates'>;

/** A class with what it stands under. */
export interface ClassEntry {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Ids from the coarsest layer down to this class. */
  readonly path: readonly string[];
  /** Topics of the profile whose appeals it takes. */
  readonly topics: readonly string[];
}

interface ClassSetting {
  readonly id: string;
  readonly title: ClassEntry['title'];
  readonly topics?: readonly string[] | undefined;
  readonly classes?: readonly ClassSetting[] | undefined;
}

/** Layers there may be. */
export const LAYERS = 3;

/** All classes of a pack, each before what stands under it. */
export function classesOf({ classification }: Pick<Pack, 'classification'>): readonly ClassEntry[] {
  return under(classification.classes ?? [], []);
}

function under(classes: readonly ClassSetting[], above: readonly string[]): readonly ClassEntry[] {
  return classes.flatMap(({ id, title, topics = [], classes: finer = [] }) => {
    const path = [...above, id];
    return [{ id, title, path, topics }, ...under(finer, path)];
  });
}

/** The path of a class; undefined where the pack has none of that id. */
export function pathOfClass(pack: Pick<Pack, 'classification'>, id: string): readonly string[] | undefined {
  return classesOf(pack).find((one) => one.id === id)?.path;
}

/**
 * What an appeal is classed as by itself: by the template that was chosen, else by its topic; else nothing.
 */
export function classPathFor(
  pack: Classed,
  { template, topic }: { readonly template: string; readonly topic: string },
): readonly string[] {
  const chosen = pack.templates.find(({ id }) => id === template)?.class;
  const preselected = chosen === undefined ? undefined : pathOfClass(pack, chosen);
  return preselected ?? classesOf(pack).find(({ topics }) => topics.includes(topic))?.path ?? [];
}
