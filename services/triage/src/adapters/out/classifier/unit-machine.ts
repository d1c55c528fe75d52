/**
 * The machine that ranks the units: a vector machine over words and characters, helped by naive Bayes, which
 * judges in quite another way; whether both agree is kept, because it tells how safe an answer is.
 */
import { ComplementBayes } from '#text/complement-bayes';
import { softmax } from '#text/calibration';
import { type ClassSample, OneVsRest } from '#text/one-vs-rest';
import { type SparseVector, Vocabulary } from '#text/tf-idf';
import type { AppealText, UnitProfile } from '../../../app/classifier-port';
import { unitBlocks } from './appeal-features';
import type { TeachingSample } from './teaching';

const UNIT_OPTIONS = { cost: 1, passes: 4, tolerance: 0.05 };
/** Passes after samples were taken out again; it starts from what was learnt with them. */
const RETRAIN_PASSES = 2;
const TOPIC_OPTIONS = { cost: 0.5, passes: 4, tolerance: 0.1 };

/** A sample with its vector. */
export interface PlacedSample {
  readonly sample: TeachingSample;
  readonly vector: SparseVector;
}

/** Vectors for a set of samples; terms that no sample has are not seen. */
export class UnitSpace {
  readonly vocabulary: Vocabulary;
  readonly placed: readonly PlacedSample[];

  constructor(samples: readonly TeachingSample[]) {
    this.vocabulary = new Vocabulary(samples.map((sample) => sample.blocks));
    this.placed = samples.map((sample) => this.place(sample));
  }

  place(sample: TeachingSample): PlacedSample {
    return { sample, vector: this.vocabulary.vector(sample.blocks) };
  }

  vector(appeal: AppealText): SparseVector {
    return this.vocabulary.vector(unitBlocks(appeal));
  }
}

function classSample({ sample, vector }: PlacedSample): ClassSample {
  return { vector, label: sample.unit, importance: sample.importance };
}

/** What both machines say of one text, in the order of the units. */
export interface UnitMargins {
  readonly joint: Float64Array;
  readonly vectorMachine: Float64Array;
  readonly bayes: Float64Array;
}

/** How much naive Bayes counts beside the vector machine. */
const BAYES_SHARE = 0.3;

export class UnitMachine {
  private constructor(
    private readonly samples: readonly ClassSample[],
    private readonly vectorMachine: OneVsRest,
    private readonly bayes: ComplementBayes,
    private readonly size: number,
  ) {}

  static train(placed: readonly PlacedSample[], units: readonly UnitProfile[], size: number): UnitMachine {
    const samples = placed.map(classSample);
    const codes = units.map((unit) => unit.code);
    const vectorMachine = new OneVsRest(samples, codes, size, UNIT_OPTIONS);
    return new UnitMachine(samples, vectorMachine, new ComplementBayes(samples, codes, size), size);
  }

  /** A machine that has not seen the samples at these positions. */
  without(positions: ReadonlySet<number>): UnitMachine {
    const samples = this.samples.filter((_, i) => !positions.has(i));
    const vectorMachine = this.vectorMachine.without(positions, RETRAIN_PASSES);
    const bayes = new ComplementBayes(samples, vectorMachine.classes, this.size);
    return new UnitMachine(samples, vectorMachine, bayes, this.size);
  }

  /** Takes rulings in; naive Bayes stays as it is. */
  learn(samples: readonly ClassSample[]): void {
    this.vectorMachine.add(samples);
  }

  margins(vector: SparseVector): UnitMargins {
    const vectorMachine = this.vectorMachine.margins(vector);
    const bayes = this.bayes.margins(vector);
    const joint = vectorMachine.map((margin, k) => margin + BAYES_SHARE * (bayes[k] ?? 0));
    return { joint, vectorMachine, bayes };
  }
}

/** Trains the machine that finds the topic of a text without one. */
export function trainTopics(placed: readonly PlacedSample[], size: number): OneVsRest {
  const samples = placed.flatMap(({ sample, vector }): ClassSample[] =>
    sample.topic ? [{ vector, label: sample.topic, importance: 1 }] : [],
  );
  const topics = [...new Set(samples.map(({ label }) => label))].sort();
  return new OneVsRest(samples, topics, size, TOPIC_OPTIONS);
}

/** A unit with its probability and margin. */
export interface Ranked {
  readonly unit: string;
  readonly chance: number;
  readonly margin: number;
}

/** All units, likeliest first; equal ones in the order of the profile. */
export function rank(units: readonly string[], margins: Float64Array, sharpness: number): Ranked[] {
  const chances = softmax(margins, sharpness);
  return units
    .map((unit, k) => ({ unit, chance: chances[k] ?? 0, margin: margins[k] ?? 0 }))
    .sort((a, b) => b.margin - a.margin);
}
