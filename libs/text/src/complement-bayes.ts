/**
 * Complement naive Bayes (Rennie et al., 2003): a class is what its complement is not. Quite another way to
 * judge a text than the vector machine and trained in one pass; where both agree, the answer is safer.
 */
import type { ClassSample } from './one-vs-rest';
import type { SparseVector } from './tf-idf';

const SMOOTHING = 0.3;

/** Trained at construction on all samples; immutable. */
export class ComplementBayes {
  private readonly weights: Float32Array;

  constructor(
    samples: readonly ClassSample[],
    readonly classes: readonly string[],
    size: number,
  ) {
    const width = classes.length;
    const own = new Float64Array(size * width);
    const total = new Float64Array(size);
    for (const { vector, label, importance } of samples) {
      const k = classes.indexOf(label);
      vector.ids.forEach((id, i) => {
        const value = (vector.values[i] as number) * importance;
        own[id * width + k] = (own[id * width + k] as number) + value;
        total[id] = (total[id] as number) + value;
      });
    }
    const sums = new Float64Array(width);
    for (let id = 0; id < size; id += 1) {
      for (let k = 0; k < width; k += 1) {
        sums[k] = (sums[k] as number) + (total[id] as number) - (own[id * width + k] as number) + SMOOTHING;
      }
    }
    const logSums = sums.map(Math.log);
    this.weights = new Float32Array(size * width);
    for (let id = 0; id < size; id += 1) {
      const row = id * width;
      const all = total[id] as number;
      const untouched = Math.log(all + SMOOTHING);
      let mean = 0;
      for (let k = 0; k < width; k += 1) {
        const mine = own[row + k] as number;
        const rest = mine === 0 ? untouched : Math.log(all - mine + SMOOTHING);
        this.weights[row + k] = (logSums[k] as number) - rest;
        mean += (this.weights[row + k] as number) / width;
      }
      for (let k = 0; k < width; k += 1) this.weights[row + k] = (this.weights[row + k] as number) - mean;
    }
  }

  /** How much the text speaks for each class, around zero, in the order of `classes`. */
  margins({ ids, values }: SparseVector): Float64Array {
    const width = this.classes.length;
    const margins = new Float64Array(width);
    for (let i = 0; i < ids.length; i += 1) {
      const row = (ids[i] as number) * width;
      const value = values[i] as number;
      for (let k = 0; k < width; k += 1) {
        margins[k] = (margins[k] as number) + value * (this.weights[row + k] as number);
      }
    }
    return margins;
  }
}
