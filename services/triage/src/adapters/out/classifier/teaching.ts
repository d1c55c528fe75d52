/**
 * What the classifier learns a unit from: every duty as a sample of its own, what such a department usually
 * does, the articles it owns, the questions these answer, and earlier appeals as ruled. Each sample keeps
 * where it comes from, so that a proposal can say why.
 */
import type { RuledAppeal, TrainingMaterial, UnitProfile } from '../../../app/classifier-port';
import { cutWords } from '#text/words';
import type { Block } from '#text/tf-idf';
import { unitBlocks } from './appeal-features';
import { USUAL_MATTERS, type UsualMatters } from './usual-matters';

/**
 * A matter was worded so that it belongs to one unit alone; an appeal speaks of many things beside its own.
 */
const MATTER_IMPORTANCE = 2;

/** Where a sample comes from; `ref` is the duty itself or the id of the appeal or article. */
export interface Evidence {
  readonly source: 'duty' | 'appeal' | 'article';
  readonly ref: string;
  readonly words: ReadonlySet<string>;
}

export interface TeachingSample {
  readonly blocks: Block[];
  readonly unit: string;
  readonly topic?: string;
  readonly importance: number;
  readonly evidence?: Evidence;
}

/** The entry of usual matters for a unit: the one with the longest key in its name. */
export function usualMattersOf(unit: UnitProfile): UsualMatters | undefined {
  return USUAL_MATTERS.filter((entry) => unit.name.includes(entry.key)).sort(
    (a, b) => b.key.length - a.key.length,
  )[0];
}

function phrase(text: string, unit: string, importance: number, evidence?: Evidence): TeachingSample {
  const blocks = unitBlocks({ title: '', content: text });
  return { blocks, unit, importance, ...(evidence ? { evidence } : {}) };
}

/** The sample an appeal makes once a person has ruled on it. */
export function appealSample(
  appeal: { readonly title: string; readonly content: string; readonly topic?: string },
  unit: string,
  ref: string,
  importance: number,
): TeachingSample {
  const words = new Set(cutWords(`${appeal.title}。${appeal.content}`));
  return {
    blocks: unitBlocks(appeal),
    unit,
    ...(appeal.topic ? { topic: appeal.topic } : {}),
    importance,
    evidence: { source: 'appeal', ref, words },
  };
}

function unitSamples(unit: UnitProfile): TeachingSample[] {
  const duties = unit.duties.map((duty) =>
    phrase(duty, unit.code, 1, { source: 'duty', ref: duty, words: new Set(cutWords(duty)) }),
  );
  const usual = usualMattersOf(unit);
  const matters =
    usual?.matters.split(' ').map((matter) => phrase(matter, unit.code, MATTER_IMPORTANCE)) ?? [];
  const names = usual?.names.map((name) => phrase(name, unit.code, 0.5)) ?? [];
  return [...duties, ...matters, ...names];
}

function articleSamples({ articles, questions }: TrainingMaterial): TeachingSample[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const own = articles.map((article): TeachingSample => {
    const body = `${article.body} ${article.keywords.join(' ')}`;
    return {
      blocks: unitBlocks({ title: article.title, content: body, topic: article.topic }),
      unit: article.department,
      topic: article.topic,
      importance: 1,
      evidence: {
        source: 'article',
        ref: article.id,
        words: new Set(cutWords(`${article.title}。${body}`)),
      },
    };
  });
  const asked = questions.flatMap(({ q, answers }): TeachingSample[] => {
    const article = byId.get(answers[0] ?? '');
    if (!article) return [];
    const { topic, department } = article;
    return [{ blocks: unitBlocks({ title: '', content: q, topic }), unit: department, topic, importance: 1 }];
  });
  return [...own, ...asked];
}

/** All that does not come from earlier appeals. */
export function fixedSamples(material: TrainingMaterial): TeachingSample[] {
  const known = new Set(material.units.map((unit) => unit.code));
  return [...material.units.flatMap(unitSamples), ...articleSamples(material)].filter((sample) =>
    known.has(sample.unit),
  );
}

/** The group of an appeal: all reports of one event, else itself. */
export function groupOf(appeal: RuledAppeal): string {
  return appeal.label.cluster ?? appeal.id;
}
