/**
 * BM25 (Robertson): which documents hold the rare words of a query, long documents and repeated words damped.
 * The fields of a document (title, body) are counted with their weight before the damping.
 */
import type { TermCounts } from './tf-idf';

const SATURATION = 1.4;
const LENGTH_SHARE = 0.5;

interface Posting {
  readonly document: number;
  readonly weight: number;
}

/** The documents, ready to be asked; immutable. */
export class Bm25 {
  private readonly postings = new Map<string, Posting[]>();

  /** One bag of terms per document. */
  constructor(private readonly documents: readonly TermCounts[]) {
    const lengths = documents.map((terms) => [...terms.values()].reduce((a, b) => a + b, 0));
    const mean = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length) || 1;
    documents.forEach((terms, document) => {
      const damping = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[document] ?? 0)) / mean);
      for (const [term, count] of terms) {
        const list = this.postings.get(term) ?? [];
        list.push({ document, weight: (count * (SATURATION + 1)) / (count + damping) });
        this.postings.set(term, list);
      }
    });
  }

  /** The score of every document for the query, in the order of the documents. */
  scores(query: TermCounts): Float64Array {
    const scores = new Float64Array(this.documents.length);
    for (const [term, count] of query) {
      const list = this.postings.get(term);
      if (!list) continue;
      const rarity = Math.log(1 + (this.documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const { document, weight } of list) {
        scores[document] = (scores[document] as number) + Math.min(count, 2) * rarity * weight;
      }
    }
    return scores;
  }
}
