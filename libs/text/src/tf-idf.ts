/**
 * Texts as sparse vectors: how often a term stands in the text (sublinear), times how rare it is in all
 * texts. A vector is made of blocks (words, character n-grams, …), each brought to length one before it is
 * weighted, so that a long text does not count more than a short one and no block drowns another.
 */

/** A sparse vector: `values[i]` stands at position `ids[i]`. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float64Array;
  /** Sum of the squares of all values. */
  readonly squares: number;
}

/** A bag of terms with their counts; a term that stands in the title may count more than once. */
export type TermCounts = ReadonlyMap<string, number>;

/** One kind of term and how much it weighs beside the others. */
export interface Block {
  readonly weight: number;
  readonly terms: TermCounts;
}

/** Adds the terms to the counts, each with the given weight. */
export function countTerms(terms: Iterable<string>, weight = 1, counts = new Map<string, number>()) {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
  return counts;
}

/** The terms seen in training with their position and rarity. Terms never seen are left out of a vector. */
export class Vocabulary {
  private readonly position = new Map<string, number>();
  private readonly rarity: Float64Array;

  /** Learns from the texts; each text is a list of blocks, and blocks must not share terms. */
  constructor(texts: readonly (readonly Block[])[]) {
    const documents: number[] = [];
    for (const text of texts) {
      for (const block of text) {
        for (const term of block.terms.keys()) {
          let id = this.position.get(term);
          if (id === undefined) {
            id = documents.length;
            this.position.set(term, id);
            documents.push(0);
          }
          documents[id] = (documents[id] ?? 0) + 1;
        }
      }
    }
    this.rarity = Float64Array.from(documents, (n) => Math.log((1 + texts.length) / (1 + n)) + 1);
  }

  get size(): number {
    return this.rarity.length;
  }

  /** The vector of a text. */
  vector(text: readonly Block[]): SparseVector {
    const ids: number[] = [];
    const values: number[] = [];
    let allSquares = 0;
    for (const block of text) {
      const from = ids.length;
      let squares = 0;
      for (const [term, count] of block.terms) {
        const id = this.position.get(term);
        if (id === undefined) continue;
        const value = (1 + Math.log(count)) * (this.rarity[id] ?? 0);
        ids.push(id);
        values.push(value);
        squares += value * value;
      }
      if (squares > 0) allSquares += block.weight * block.weight;
      const scale = squares > 0 ? block.weight / Math.sqrt(squares) : 0;
      for (let i = from; i < values.length; i += 1) values[i] = (values[i] ?? 0) * scale;
    }
    return { ids: Int32Array.from(ids), values: Float64Array.from(values), squares: allSquares };
  }
}

/** Inner product with a dense vector. */
export function dot(vector: SparseVector, dense: Float64Array): number {
  const { ids, values } = vector;
  let sum = 0;
  for (let i = 0; i < ids.length; i += 1) sum += (values[i] as number) * (dense[ids[i] as number] as number);
  return sum;
}
