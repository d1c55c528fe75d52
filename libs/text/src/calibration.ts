/**
 * From margins to probabilities. A margin says which is nearer, not how often it is right; how often is
 * learnt from predictions on samples the machine had not seen. Few parameters, so that a few hundred samples
 * are enough.
 */

/** Logistic curve. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Probabilities over the classes: the sharper, the larger `sharpness` (inverse temperature). */
export function softmax(margins: ArrayLike<number>, sharpness: number): Float64Array {
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < margins.length; i += 1) largest = Math.max(largest, margins[i] as number);
  const shares = Float64Array.from(margins, (margin) => Math.exp(sharpness * (margin - largest)));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/**
 * The sharpness under which the true classes are likeliest. `truths[i]` is the position of the true class.
 */
export function fitSharpness(margins: readonly ArrayLike<number>[], truths: readonly number[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let sharpness = 0.5; sharpness < 30; sharpness *= 1.1) {
    let loss = 0;
    margins.forEach((row, i) => {
      loss -= Math.log(Math.max(softmax(row, sharpness)[truths[i] as number] ?? 0, 1e-12));
    });
    if (loss < least) {
      least = loss;
      best = sharpness;
    }
  }
  return best;
}

/** Weights of a logistic regression; the last one is the constant. */
export type Logistic = readonly number[];

/** The probability a logistic regression gives to a row of features. */
export function probability(model: Logistic, features: readonly number[]): number {
  let sum = model[features.length] ?? 0;
  features.forEach((value, i) => {
    sum += value * (model[i] ?? 0);
  });
  return sigmoid(sum);
}

/**
 * Logistic regression by Newton's method. `ridge` keeps the weights (not the constant) small: the larger, the
 * more cautious. Features should be of about the same size.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  truths: readonly boolean[],
  ridge: number,
): Logistic {
  const width = (rows[0]?.length ?? 0) + 1;
  let weights = new Array<number>(width).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const gradient = weights.map((weight, i) => (i === width - 1 ? 1e-6 : ridge) * weight);
    const hessian = weights.map((_, i) =>
      weights.map((__, j) => (i === j ? (i === width - 1 ? 1e-6 : ridge) : 0)),
    );
    rows.forEach((row, n) => {
      const extended = [...row, 1];
      const p = probability(weights, row);
      for (let i = 0; i < width; i += 1) {
        const xi = extended[i] as number;
        gradient[i] = (gradient[i] as number) + (p - (truths[n] ? 1 : 0)) * xi;
        const line = hessian[i] as number[];
        for (let j = 0; j < width; j += 1)
          line[j] = (line[j] as number) + p * (1 - p) * xi * (extended[j] as number);
      }
    });
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight - (step[i] as number));
    if (step.every((value) => Math.abs(value) < 1e-6)) break;
  }
  return weights;
}

/** Solves a symmetric positive system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const top = rows[pivot] as number[];
    for (let below = pivot + 1; below < size; below += 1) {
      const row = rows[below] as number[];
      const factor = (row[pivot] as number) / (top[pivot] as number);
      for (let k = pivot; k <= size; k += 1) row[k] = (row[k] as number) - factor * (top[k] as number);
    }
  }
  const result = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = rows[i] as number[];
    let sum = row[size] as number;
    for (let k = i + 1; k < size; k += 1) sum -= (row[k] as number) * (result[k] as number);
    result[i] = sum / (row[i] as number);
  }
  return result;
}

/** A prediction with its confidence and whether it was right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/**
 * The lowest confidence at which at most `errorShare` of what is accepted is wrong; the whole of a tie is
 * accepted or none of it. Above 1 when nothing may be accepted.
 */
export function thresholdFor(judged: readonly Judged[], errorShare: number): number {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  let threshold = 1.01;
  sorted.forEach((item, i) => {
    if (!item.right) wrong += 1;
    const tied = sorted[i + 1]?.confidence === item.confidence;
    if (!tied && wrong <= errorShare * (i + 1)) {
      const next = sorted[i + 1]?.confidence ?? item.confidence;
      const middle = (item.confidence + next) / 2;
      // Of two neighbours a rounding apart the middle may be the lower one, which must stay out.
      threshold = middle > next ? middle : item.confidence;
    }
  });
  return threshold;
}

/** Groups shuffled into folds: what shares a group is in one fold. Returns the fold of each item. */
export function foldsOf(groups: readonly string[], folds: number, random: () => number): number[] {
  const names = [...new Set(groups)];
  const keys = new Map(names.map((name) => [name, random()]));
  const order = [...names].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
  const fold = new Map(order.map((name, i) => [name, i % folds]));
  return groups.map((group) => fold.get(group) ?? 0);
}
