// Full-text search of the library (KB-3): articles in force, best first.
import type { AnswerFinder } from './answer-port';
import type { ArticleShelf, ShelfArticle } from './ports';

/** Most articles a search answers. */
const SEARCH_LIMIT = 50;

const USUAL_LIMIT = 10;
const LONGEST_QUERY = 2000;

/** An article found, with its score (without upper bound, comparable within one search only). */
export interface ArticleHit {
  readonly article: ShelfArticle;
  readonly score: number;
}

/**
 * Searches; `limit` 0 or less means ten, more than fifty means fifty; a query is read up to 2000 characters.
 */
export async function searchArticles(
  text: string,
  limit: number,
  finder: AnswerFinder,
  shelf: ArticleShelf,
): Promise<readonly ArticleHit[]> {
  const most = Math.min(limit > 0 ? limit : USUAL_LIMIT, SEARCH_LIMIT);
  const found = finder.search(text.slice(0, LONGEST_QUERY), most);
  const rows = await shelf.get(found.map(({ articleId }) => articleId));
  const byId = new Map(rows.map((article) => [article.id, article]));
  return found.flatMap(({ articleId, score }) => {
    const article = byId.get(articleId);
    return article ? [{ article, score }] : [];
  });
}
