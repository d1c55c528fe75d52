/**
 * Many classes, one linear machine each. The weights of all classes lie side by side per term, so that
 * scoring a text walks through memory once. Rulings can be added without training anew.
 */
import { trainBinary } from './linear-svm';
import type { SparseVector } from './tf-idf';

/** A sample with the class it belongs to; `importance` multiplies its cost. */
export interface ClassSample {
  readonly vector: SparseVector;
  readonly label: string;
  readonly importance: number;
}

/** Cost and passes of training; see `SvmOptions`. */
export interface RankerOptions {
  readonly cost: number;
  readonly passes: number;
  readonly tolerance: number;
}

/** Trained at construction; a ruling added later moves the weights of its class. */
export class OneVsRest {
  private readonly samples: ClassSample[];
  private readonly alphas: Float64Array[];
  private readonly weights: Float32Array;
  private readonly biases: Float64Array;

  constructor(
    samples: readonly ClassSample[],
    readonly classes: readonly string[],
    private readonly size: number,
    private readonly options: RankerOptions,
    start?: readonly Float64Array[],
  ) {
    this.samples = [...samples];
    this.alphas = classes.map((_, k) => start?.[k] ?? new Float64Array(samples.length));
    this.weights = new Float32Array(size * classes.length);
    this.biases = new Float64Array(classes.length);
    this.train(options.passes);
  }

  /** The margin of each class, in the order of `classes`. */
  margins({ ids, values }: SparseVector): Float64Array {
    const width = this.classes.length;
    const margins = Float64Array.from(this.biases);
    for (let i = 0; i < ids.length; i += 1) {
      const row = (ids[i] as number) * width;
      const value = values[i] as number;
      for (let k = 0; k < width; k += 1) {
        margins[k] = (margins[k] as number) + value * (this.weights[row + k] as number);
      }
    }
    return margins;
  }

  /**
   * A machine that has not seen the samples at these positions: starts from what this one knows of all the
   * others and goes over them as often as `passes` says.
   */
  without(positions: ReadonlySet<number>, passes: number): OneVsRest {
    const kept = this.samples.flatMap((_, i) => (positions.has(i) ? [] : [i]));
    const start = this.alphas.map((alpha) => Float64Array.from(kept, (i) => alpha[i] as number));
    const samples = kept.map((i) => this.samples[i] as ClassSample);
    return new OneVsRest(samples, this.classes, this.size, { ...this.options, passes }, start);
  }

  /** Takes more samples in; costs about two passes over all samples. Throws if a label is no class. */
  add(samples: readonly ClassSample[]): void {
    const stranger = samples.find(({ label }) => !this.classes.includes(label));
    if (stranger) throw new Error(`unknown class ${stranger.label}`);
    this.samples.push(...samples);
    this.alphas.forEach((alpha, k) => {
      const longer = new Float64Array(this.samples.length);
      longer.set(alpha);
      this.alphas[k] = longer;
    });
    this.train(2);
  }

  private train(passes: number): void {
    const vectors = this.samples.map((sample) => sample.vector);
    const importance = this.samples.map((sample) => sample.importance);
    const width = this.classes.length;
    const options = { ...this.options, passes, classes: width };
    const models = this.classes.map((label, k) => {
      const positive = this.samples.map((sample) => sample.label === label);
      return trainBinary(vectors, positive, importance, this.size, options, this.alphas[k]);
    });
    models.forEach(({ bias }, k) => {
      this.biases[k] = bias;
    });
    const columns = models.map(({ weights }) => weights);
    for (let id = 0, at = 0; id < this.size; id += 1) {
      for (let k = 0; k < width; k += 1, at += 1)
        this.weights[at] = (columns[k] as Float64Array)[id] as number;
    }
  }
}
