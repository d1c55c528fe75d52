// What the library's verbs need from outside.
import type { LibraryArticle } from './answer-port';

/** An article as it stands on the shelf: everything people read, by its id. */
export interface ShelfArticle extends LibraryArticle {
  /** Where it was published. */
  readonly source: string;
}

/** The articles of the library 知识库. */
export interface ArticleShelf {
  /** Puts the library of the profile on the shelf; what is no longer in it is taken down. */
  fill(articles: readonly ShelfArticle[]): Promise<void>;
  /** Those of the ids that exist, in no order. */
  get(ids: readonly string[]): Promise<readonly ShelfArticle[]>;
}
