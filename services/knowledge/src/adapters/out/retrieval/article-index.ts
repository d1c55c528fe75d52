/**
 * The library as a BM25 index over words, character pairs and concepts. An article is found by its own text
 * and, with half the weight, by the texts it has answered before: enterprises ask in other words than
 * articles speak. Articles out of force or replaced are not in the index at all.
 */
import { Bm25 } from '#text/bm25';
import { countTerms, type TermCounts } from '#text/tf-idf';
import { characterGrams, cutWords, normalise } from '#text/words';
import type { AnsweredText, AnswerQuery, LibraryArticle } from '../../../app/answer-port';
import { conceptsIn } from './plain-words';

const GRAM_WEIGHT = 0.5;
const CONCEPT_WEIGHT = 3;
const TITLE_WEIGHT = 2;
const SAMPLE_WEIGHT = 0.5;
/** An article of the topic the enterprise chose gains this share of the best score. */
const TOPIC_SHARE = 0.2;

function addText(bag: Map<string, number>, text: string, weight: number): void {
  countTerms(
    cutWords(text).map((word) => `w:${word}`),
    weight,
    bag,
  );
  countTerms(
    characterGrams(text, 2, 3).map((gram) => `c:${gram}`),
    weight * GRAM_WEIGHT,
    bag,
  );
  countTerms(conceptsIn(normalise(text)), weight * CONCEPT_WEIGHT, bag);
}

function addAll(bag: Map<string, number>, other: TermCounts, factor: number): void {
  for (const [term, count] of other) bag.set(term, (bag.get(term) ?? 0) + count * factor);
}

/** The terms of a question or an appeal. */
export function queryBag({ title, content }: AnswerQuery): TermCounts {
  const bag = new Map<string, number>();
  addText(bag, `${title ?? ''}。${content}`, 1);
  return bag;
}

/** The terms of an article's own text. */
export function articleBag({ title, body, keywords }: LibraryArticle): TermCounts {
  const bag = new Map<string, number>();
  addText(bag, `${title}。${keywords.join('、')}`, TITLE_WEIGHT);
  addText(bag, body, 1);
  return bag;
}

/** Whether an article counts as an answer on a civil date. */
export function isInForce(article: LibraryArticle, asOf: string): boolean {
  return !article.supersededBy && (article.validTo === null || article.validTo >= asOf);
}

/** A text with its terms, made once. */
export interface BaggedText {
  readonly text: AnsweredText;
  readonly bag: TermCounts;
}

/** An article with its score for a query. */
export interface ScoredArticle {
  readonly article: LibraryArticle;
  readonly score: number;
}

export class ArticleIndex {
  private readonly full: Bm25;
  /** Over the articles' own texts alone: a second opinion. */
  private readonly own: Bm25;

  constructor(
    private readonly articles: readonly LibraryArticle[],
    bags: readonly TermCounts[],
    samples: readonly BaggedText[],
  ) {
    const position = new Map(articles.map((article, i) => [article.id, i]));
    const taught = bags.map((bag) => new Map(bag));
    for (const { text, bag } of samples) {
      const i = position.get(text.answers[0] ?? '');
      const article = i === undefined ? undefined : taught[i];
      if (article) addAll(article, bag, SAMPLE_WEIGHT);
    }
    this.full = new Bm25(taught);
    this.own = new Bm25(bags);
  }

  /** All articles, best first; equal ones in the order of the library. */
  rank(bag: TermCounts, topic?: string): ScoredArticle[] {
    const scores = this.full.scores(bag);
    const most = scores.reduce((a, b) => Math.max(a, b), 0);
    return this.articles
      .map((article, i) => {
        const bonus = topic && article.topic === topic ? TOPIC_SHARE * most : 0;
        return { article, score: (scores[i] ?? 0) + bonus };
      })
      .sort((a, b) => b.score - a.score);
  }

  /** The article that is best by its own text alone. */
  bestOwn(bag: TermCounts): LibraryArticle | undefined {
    const scores = this.own.scores(bag);
    let best = 0;
    scores.forEach((score, i) => {
      if (score > (scores[best] ?? 0)) best = i;
    });
    return this.articles[best];
  }
}
