/**
 * What the knowledge service asks of whoever finds the article that answers a text (KB-2, KB-3): a port. It
 * says `sure` only when the article really answers and the text only asks, because an enterprise that
 * complains or needs help must not be served with a leaflet. An article out of force or replaced never counts
 * as an answer.
 */

/** A library article (知识条目) as the finder needs it. */
export interface LibraryArticle {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly body: string;
  readonly department: string;
  readonly topic: string;
  readonly keywords: readonly string[];
  /** Civil dates; null is without end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly supersededBy?: string | null;
}

/** A question as enterprises put it, and the articles that answer it; empty: nothing in force does. */
interface SampleQuestion {
  readonly q: string;
  readonly answers: readonly string[];
}

/** An earlier text and whether an article answered it: with the questions, what `sure` is calibrated on. */
export interface AnsweredText extends AnswerQuery {
  /** Articles that answered it; empty: it had to go to a unit or a person. */
  readonly answers: readonly string[];
  /** Texts about one event share it and stay on one side of a split. */
  readonly cluster?: string;
}

/** `asOf` is the civil date on which an article must be in force. */
export interface LibraryMaterial {
  readonly articles: readonly LibraryArticle[];
  readonly questions: readonly SampleQuestion[];
  readonly answered?: readonly AnsweredText[];
  readonly asOf: string;
}

/** A text that may be a question, with what the enterprise chose beside it. */
export interface AnswerQuery {
  readonly title?: string;
  readonly content: string;
  readonly kind?: string;
  readonly topic?: string;
}

/** An article with its score: in `find` a probability 0..1, in `search` a BM25 score without upper bound. */
export interface FoundArticle {
  readonly articleId: string;
  readonly score: number;
}

/** What the library says to a text. */
export interface Finding {
  /** Absent only when no word of the text stands in any article in force. */
  readonly best?: FoundArticle;
  /** True when the best article answers the text and the text only asks: right in 97 of 100 unseen texts. */
  readonly sure: boolean;
  /** Up to four further articles, best first. */
  readonly alternatives: readonly FoundArticle[];
}

/** Finds answers in the articles in force (KB-2, KB-3). */
export interface AnswerFinder {
  find(query: AnswerQuery): Finding;
  /** Full-text search over articles in force, best first, at most `limit`. */
  search(text: string, limit: number): readonly FoundArticle[];
}
