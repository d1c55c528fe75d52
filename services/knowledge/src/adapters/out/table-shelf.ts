// The shelf of articles in a table of the service's own.
import type { Table } from '#platform/host-ports';
import type { ArticleShelf, ShelfArticle } from '../../app/ports';

/** Keeps the articles in a table. */
export function tableShelf(table: Table<ShelfArticle>): ArticleShelf {
  return {
    fill: async (articles) => {
      await table.clear();
      await table.put(articles);
    },
    get: (ids) => (ids.length === 0 ? Promise.resolve([]) : table.get(ids)),
  };
}
