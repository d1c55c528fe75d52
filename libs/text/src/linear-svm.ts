/**
 * Linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh et al.,
 * 2008). One weight vector per class against all others. The rarer side of each class gets the larger cost,
 * so that a unit with three appeals a year is not forgotten beside one with thirty.
 */
import { dot, type SparseVector } from './tf-idf';

/** What a machine is trained with. */
export interface SvmOptions {
  /** Cost of an error; larger fits the samples closer. */
  readonly cost: number;
  /**
   * Number of classes; a class of n samples of N gets N / (classes × n) times the cost, the rest the cost
   * itself.
   */
  readonly classes: number;
  /** Passes over the samples at most; it stops earlier when nothing moves. */
  readonly passes: number;
  /** Largest projected gradient at which it stops. */
  readonly tolerance: number;
}

/** Weights and bias of one class. */
export interface LinearModel {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * A deterministic generator 0..1 (mulberry32): the order of the samples is shuffled, but the same every time.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
}

function addTo(weights: Float64Array, { ids, values }: SparseVector, factor: number): void {
  for (let k = 0; k < ids.length; k += 1) {
    const id = ids[k] as number;
    weights[id] = (weights[id] as number) + factor * (values[k] as number);
  }
}

/**
 * Trains one class against the rest. `positive[i]` tells whether sample i belongs to the class;
 * `importance[i]` multiplies its cost. `alpha` is where it starts from and is changed in place: handed in
 * again with one more sample it needs only a pass or two.
 */
export function trainBinary(
  samples: readonly SparseVector[],
  positive: readonly boolean[],
  importance: readonly number[],
  size: number,
  options: SvmOptions,
  alpha: Float64Array = new Float64Array(samples.length),
): LinearModel {
  const count = samples.length;
  const positives = positive.filter(Boolean).length;
  const weights = new Float64Array(size);
  let bias = 0;
  if (positives === 0 || positives === count) return { weights, bias: positives === 0 ? -1 : 1 };
  const damping = new Float64Array(count);
  const curvature = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const share = positive[i] ? count / (options.classes * positives) : 1;
    damping[i] = 1 / (2 * options.cost * share * (importance[i] ?? 1));
    curvature[i] = 1 + (damping[i] as number) + (samples[i] as SparseVector).squares;
    const start = (alpha[i] as number) * (positive[i] ? 1 : -1);
    if (start !== 0) {
      bias += start;
      addTo(weights, samples[i] as SparseVector, start);
    }
  }
  const random = seeded(7);
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let pass = 0; pass < options.passes; pass += 1) {
    shuffle(order, random);
    let largest = 0;
    for (let n = 0; n < count; n += 1) {
      const i = order[n] as number;
      const sign = positive[i] ? 1 : -1;
      const before = alpha[i] as number;
      const margin = bias + dot(samples[i] as SparseVector, weights);
      const gradient = sign * margin - 1 + before * (damping[i] as number);
      const projected = before === 0 ? Math.min(gradient, 0) : gradient;
      if (projected === 0) continue;
      largest = Math.max(largest, Math.abs(projected));
      const after = Math.max(before - gradient / (curvature[i] as number), 0);
      const step = (after - before) * sign;
      alpha[i] = after;
      bias += step;
      addTo(weights, samples[i] as SparseVector, step);
    }
    if (largest < options.tolerance) break;
  }
  return { weights, bias };
}
