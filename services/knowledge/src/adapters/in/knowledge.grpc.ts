// The library's door: search and the single article. It answers while the journal is still being read, for
// both rest on the articles alone.
import { KnowledgeServiceService } from '#contracts/gen/zhitong/knowledge/v1/service';
import { type GrpcBinding, bindGrpc } from '#platform/edge/grpc-types';
import type { AnswerFinder } from '../../app/answer-port';
import type { ArticleShelf } from '../../app/ports';
import { searchArticles } from '../../app/search-articles';
import { articleWire } from '../mapping/article-wire';

/** Opens the door; `finder` throws while it is not built yet. */
export function knowledgeGrpc(finder: () => AnswerFinder, shelf: ArticleShelf): GrpcBinding {
  return bindGrpc(KnowledgeServiceService, {
    search: async ({ text, limit }) => {
      const hits = await searchArticles(text, limit, finder(), shelf);
      return { articles: hits.map(({ article, score }) => articleWire(article, score)) };
    },
    getArticle: async ({ id }) => {
      const [article] = await shelf.get([id]);
      return { found: article !== undefined, article: article && articleWire(article, 0) };
    },
  });
}
