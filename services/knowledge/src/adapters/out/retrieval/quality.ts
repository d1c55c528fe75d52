/**
 * How good a finder is on texts it has not seen. A sure answer is right when the article is one of those
 * known to answer the text; a text that nothing answers has no right answer, so every sure answer to it is
 * wrong.
 */
import { foldsOf } from '#text/calibration';
import { seeded } from '#text/linear-svm';
import type { AnsweredText, AnswerFinder, Finding, LibraryMaterial } from '../../../app/answer-port';

/** A text with what the finder said. */
export interface FoundText {
  readonly text: AnsweredText;
  readonly finding: Finding;
}

/** Counts over a set of unseen texts. */
export interface FinderQuality {
  readonly texts: number;
  readonly answerable: number;
  /** Answerable texts whose answer is the best article, or among the best five. */
  readonly first: number;
  readonly amongFive: number;
  readonly sure: number;
  readonly sureRight: number;
}

export function finderQuality(found: readonly FoundText[]): FinderQuality {
  const ids = ({ finding }: FoundText) =>
    [finding.best, ...finding.alternatives].flatMap((article) => (article ? [article.articleId] : []));
  const right = (one: FoundText) => one.text.answers.includes(one.finding.best?.articleId ?? '');
  const sure = found.filter(({ finding }) => finding.sure);
  return {
    texts: found.length,
    answerable: found.filter(({ text }) => text.answers.length > 0).length,
    first: found.filter(right).length,
    amongFive: found.filter((one) => ids(one).some((id) => one.text.answers.includes(id))).length,
    sure: sure.length,
    sureRight: sure.filter(right).length,
  };
}

/** Every text judged by a finder that has not seen it: folds by event, seeded. */
export function findHeldOut(
  material: LibraryMaterial,
  folds: number,
  seed: number,
  create: (material: LibraryMaterial) => AnswerFinder,
): FoundText[] {
  const questions = material.questions.map(({ q, answers }): AnsweredText => ({ content: q, answers }));
  const answered = material.answered ?? [];
  const texts = [...questions, ...answered];
  const fold = foldsOf(
    texts.map((text, i) => text.cluster ?? `text-${i}`),
    folds,
    seeded(seed),
  );
  return Array.from({ length: folds }, (_, held) => held).flatMap((held) => {
    const finder = create({
      ...material,
      questions: material.questions.filter((_, i) => fold[i] !== held),
      answered: answered.filter((_, i) => fold[questions.length + i] !== held),
    });
    return texts
      .filter((_, i) => fold[i] === held)
      .map((text) => {
        const { title, content, kind, topic } = text;
        const given = { ...(title ? { title } : {}), ...(kind ? { kind } : {}), ...(topic ? { topic } : {}) };
        return { text, finding: finder.find({ content, ...given }) };
      });
  });
}
