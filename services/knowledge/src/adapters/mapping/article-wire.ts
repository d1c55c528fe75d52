// An article of the library on the wire; an open end of validity is the empty text.
import type { Article } from '#contracts/gen/zhitong/knowledge/v1/service';
import type { ShelfArticle } from '../../app/ports';

/** The article as gRPC carries it; `score` 0 where nothing was searched. */
export function articleWire(article: ShelfArticle, score: number): Article {
  const { id, type, title, body, department, topic, validFrom, validTo, source } = article;
  return { id, type, title, body, unit: department, topic, validFrom, validTo: validTo ?? '', source, score };
}
