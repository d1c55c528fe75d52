import { Bm25 } from './bm25';
import { countTerms } from './tf-idf';

const index = new Bm25([
  countTerms(['社保', '补缴', '办理']),
  countTerms(['社保', '转移', '办理']),
  countTerms(['发票', '办理']),
]);

describe('BM25', () => {
  it('lets a rare word decide', () => {
    const scores = index.scores(countTerms(['办理', '补缴']));
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
    expect(scores[0]).toBeGreaterThan(scores[2] ?? 0);
  });

  it('gives nothing for words no document holds', () => {
    expect([...index.scores(countTerms(['停电']))]).toEqual([0, 0, 0]);
  });
});
