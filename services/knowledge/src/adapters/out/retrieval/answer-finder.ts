/**
 * Finds the article that answers a text (KB-2). Two questions have to be answered with yes before it is sure:
 * does the text only ask, and does the best article answer it? How much each sign weighs and from where on it
 * is sure is learnt from texts whose answers are known, each judged by an index that has not seen it.
 */
import { fitLogistic, foldsOf, type Logistic, probability, thresholdFor } from '#text/calibration';
import { type LinearModel, seeded, trainBinary } from '#text/linear-svm';
import { type Block, countTerms, dot, type TermCounts, Vocabulary } from '#text/tf-idf';
import { characterGrams, cutWords } from '#text/words';
import type {
  AnsweredText,
  AnswerFinder,
  AnswerQuery,
  Finding,
  FoundArticle,
  LibraryArticle,
  LibraryMaterial,
} from '../../../app/answer-port';
import {
  ArticleIndex,
  articleBag,
  type BaggedText,
  isInForce,
  queryBag,
  type ScoredArticle,
} from './article-index';

const FOLDS = 5;
const ALTERNATIVES = 4;
/** Share of sure answers that may be wrong on the texts the threshold is chosen on. */
const WRONG_SHARE = 0;
/**
 * How far the threshold is then moved towards certainty: what has not been seen is worse than what has, and
 * most so a bare question.
 */
const CAUTION = { appeals: 0.15, questions: 0.6 };
const ASK_OPTIONS = { cost: 1, classes: 2, passes: 15, tolerance: 0.1 };

function askBlocks({ title, content, kind }: AnswerQuery): Block[] {
  const text = `${title ?? ''}。${content}`;
  return [
    { weight: 1, terms: countTerms(cutWords(text).map((word) => `w:${word}`)) },
    { weight: 0.6, terms: countTerms(characterGrams(text, 2, 3).map((gram) => `c:${gram}`)) },
    { weight: 0.5, terms: new Map(kind ? [[`k:${kind}`, 1]] : []) },
  ];
}

/** Tells a text that only asks from one that complains or wants something done. */
class AskMachine {
  private readonly vocabulary: Vocabulary;
  private readonly model: LinearModel;

  constructor(texts: readonly AnsweredText[]) {
    const blocks = texts.map(askBlocks);
    this.vocabulary = new Vocabulary(blocks);
    const vectors = blocks.map((block) => this.vocabulary.vector(block));
    const asks = texts.map((text) => text.kind === undefined || text.answers.length > 0);
    const even = texts.map(() => 1);
    this.model = trainBinary(vectors, asks, even, this.vocabulary.size, ASK_OPTIONS);
  }

  margin(query: AnswerQuery): number {
    return dot(this.vocabulary.vector(askBlocks(query)), this.model.weights) + this.model.bias;
  }
}

/** Index and ask machine, trained on the same texts. */
interface Machines {
  readonly index: ArticleIndex;
  readonly ask: AskMachine;
}

interface Judgement {
  readonly ranked: readonly ScoredArticle[];
  readonly features: readonly number[];
}

/** Share of the query's words and concepts that stand in the article. */
function coverage(query: TermCounts, article: TermCounts): number {
  let all = 0;
  let shared = 0;
  for (const [term, count] of query) {
    if (term.startsWith('c:')) continue;
    all += count;
    if (article.has(term)) shared += count;
  }
  return all > 0 ? shared / all : 0;
}

function judge(
  machines: Machines,
  query: AnswerQuery,
  bag: TermCounts,
  bags: ReadonlyMap<string, TermCounts>,
): Judgement {
  const ranked = machines.index.rank(bag, query.topic);
  const [first, second, third] = ranked;
  const best = first?.score ?? 0;
  const agreed = machines.index.bestOwn(bag)?.id === first?.article.id;
  const own = first ? bags.get(first.article.id) : undefined;
  const features = [
    Math.log(1 + best) / 4,
    best > 0 ? (best - (second?.score ?? 0)) / best : 0,
    best > 0 ? (best - (third?.score ?? 0)) / best : 0,
    best / (10 + bag.size),
    own ? coverage(bag, own) : 0,
    agreed ? 1 : 0,
    Math.max(-1.5, Math.min(1.5, machines.ask.margin(query))),
    query.kind === 'consultation' ? 1 : 0,
    query.topic && first?.article.topic === query.topic ? 1 : 0,
  ];
  return { ranked, features };
}

class TrainedAnswerFinder implements AnswerFinder {
  constructor(
    private readonly machines: Machines,
    private readonly bags: ReadonlyMap<string, TermCounts>,
    /**
     * An appeal with its kind and a bare question are calibrated apart: the one comes with much more to judge
     * by.
     */
    private readonly ofAppeals: Calibration,
    private readonly ofQuestions: Calibration,
  ) {}

  find(query: AnswerQuery): Finding {
    const { ranked, features } = judge(this.machines, query, queryBag(query), this.bags);
    const [first, ...rest] = ranked.filter(({ score }) => score > 0);
    if (!first) return { sure: false, alternatives: [] };
    const { model, threshold } = query.kind ? this.ofAppeals : this.ofQuestions;
    const chance = probability(model, features);
    const scale = chance / first.score;
    return {
      best: { articleId: first.article.id, score: chance },
      sure: chance >= threshold,
      alternatives: rest.slice(0, ALTERNATIVES).map(({ article, score }) => {
        return { articleId: article.id, score: score * scale };
      }),
    };
  }

  search(text: string, limit: number): readonly FoundArticle[] {
    return this.machines.index
      .rank(queryBag({ content: text }))
      .filter(({ score }) => score > 0)
      .slice(0, limit)
      .map(({ article, score }) => ({ articleId: article.id, score }));
  }
}

/** From features to a probability, and from where on it is sure. */
interface Calibration {
  readonly model: Logistic;
  readonly threshold: number;
}

/** A text judged unseen and whether its best article answers it. */
interface Lesson {
  readonly features: readonly number[];
  readonly right: boolean;
}

function calibrate(lessons: readonly Lesson[], caution: number): Calibration {
  const rows = lessons.map(({ features }) => features);
  const model = fitLogistic(
    rows,
    lessons.map(({ right }) => right),
    1,
  );
  const judged = lessons.map(({ features, right }) => ({ confidence: probability(model, features), right }));
  const threshold = thresholdFor(judged, WRONG_SHARE);
  return { model, threshold: threshold + caution * (1 - threshold) };
}

function knownTexts({ questions, answered }: LibraryMaterial): AnsweredText[] {
  return [...questions.map(({ q, answers }) => ({ content: q, answers })), ...(answered ?? [])];
}

function trainMachines(
  articles: readonly LibraryArticle[],
  bags: readonly TermCounts[],
  texts: readonly BaggedText[],
): Machines {
  return {
    index: new ArticleIndex(articles, bags, texts),
    ask: new AskMachine(texts.map(({ text }) => text)),
  };
}

/** Builds a finder; takes a second or two. Without known texts it is never sure. */
export function createAnswerFinder(material: LibraryMaterial): AnswerFinder {
  const articles = material.articles.filter((article) => isInForce(article, material.asOf));
  const articleBags = articles.map(articleBag);
  const bags = new Map(articles.map((article, i) => [article.id, articleBags[i] as TermCounts]));
  const texts = knownTexts(material).map((text): BaggedText => ({ text, bag: queryBag(text) }));
  const fold = foldsOf(
    texts.map(({ text }, i) => text.cluster ?? `text-${i}`),
    FOLDS,
    seeded(5),
  );
  const lessons = Array.from({ length: FOLDS }, (_, held) => held).flatMap((held) => {
    const machines = trainMachines(
      articles,
      articleBags,
      texts.filter((_, i) => fold[i] !== held),
    );
    return texts
      .filter((_, i) => fold[i] === held)
      .map(({ text, bag }) => {
        const { ranked, features } = judge(machines, text, bag, bags);
        const right = text.answers.includes(ranked[0]?.article.id ?? '');
        return { features, right, isAppeal: text.kind !== undefined };
      });
  });
  return new TrainedAnswerFinder(
    trainMachines(articles, articleBags, texts),
    bags,
    calibrate(
      lessons.filter(({ isAppeal }) => isAppeal),
      CAUTION.appeals,
    ),
    calibrate(
      lessons.filter(({ isAppeal }) => !isAppeal),
      CAUTION.questions,
    ),
  );
}
