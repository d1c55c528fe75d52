/**
 * How good a classifier is on appeals it has not seen: the figures the gate and the quality test look at.
 * What goes by itself is right only when a person would have dispatched (or answered) it and named the same
 * unit.
 */
import { foldsOf } from '#text/calibration';
import { seeded } from '#text/linear-svm';
import type {
  Classification,
  RuledAppeal,
  TrainingMaterial,
  UnitClassifier,
} from '../../../app/classifier-port';
import { rightToDispatch } from './confidence';
import { groupOf } from './teaching';

/** An appeal with what the classifier said of it. */
export interface Answered {
  readonly appeal: RuledAppeal;
  readonly said: Classification;
}

/** Named, really so, and both. */
interface Hits {
  readonly named: number;
  readonly real: number;
  readonly both: number;
}

/** Counts and shares over a set of unseen appeals. */
export interface Quality {
  readonly appeals: number;
  readonly first: number;
  readonly amongThree: number;
  readonly amongFive: number;
  /** Appeals that go by themselves, and how many of them rightly. */
  readonly automatic: number;
  readonly automaticRight: number;
  readonly hits: Readonly<Record<string, Hits>>;
  /** Mean squared distance between the first candidate's score and whether it was right (Brier). */
  readonly brier: number;
}

/** Classifies unseen appeals by their text alone. */
export function answerAll(classifier: UnitClassifier, appeals: readonly RuledAppeal[]): Answered[] {
  return appeals.map((appeal) => {
    const { title, content, kind, topic, region } = appeal;
    const given = { ...(kind ? { kind } : {}), ...(topic ? { topic } : {}), ...(region ? { region } : {}) };
    return { appeal, said: classifier.classify({ title, content, ...given }) };
  });
}

function hits(
  answered: readonly Answered[],
  named: (a: Answered) => boolean,
  real: (a: Answered) => boolean,
): Hits {
  return {
    named: answered.filter(named).length,
    real: answered.filter(real).length,
    both: answered.filter((one) => named(one) && real(one)).length,
  };
}

function assistHits(answered: readonly Answered[]): Hits {
  const sum = { named: 0, real: 0, both: 0 };
  for (const { appeal, said } of answered) {
    sum.named += said.assist.length;
    sum.real += appeal.label.assist.length;
    sum.both += said.assist.filter((unit) => appeal.label.assist.includes(unit)).length;
  }
  return sum;
}

const PROPOSALS = [
  ['decline-litigation', 'return-litigation'],
  ['decline-not-enterprise', 'return-not-enterprise'],
  ['panel', 'panel'],
  ['escalate', 'escalate'],
] as const;

export function qualityOf(answered: readonly Answered[]): Quality {
  const place = ({ appeal, said }: Answered) =>
    said.candidates.findIndex((candidate) => candidate.unit === appeal.label.lead);
  const within = (most: number) =>
    answered.filter((one) => place(one) >= 0 && place(one) < most).length / answered.length;
  const automatic = answered.filter(({ said }) => said.sure && !said.proposed);
  const proposals = PROPOSALS.map(([proposal, disposition]) => [
    proposal,
    hits(
      answered,
      (a) => a.said.proposed === proposal,
      (a) => a.appeal.label.disposition === disposition,
    ),
  ]);
  const contested = (value: string | undefined) => value === 'panel' || value === 'escalate';
  return {
    appeals: answered.length,
    first: within(1),
    amongThree: within(3),
    amongFive: within(5),
    automatic: automatic.length,
    automaticRight: automatic.filter(({ appeal, said }) =>
      rightToDispatch(appeal.label, said.candidates[0]?.unit),
    ).length,
    hits: {
      ...Object.fromEntries(proposals),
      'panel or escalate': hits(
        answered,
        (a) => contested(a.said.proposed),
        (a) => contested(a.appeal.label.disposition),
      ),
      urgent: hits(
        answered,
        (a) => a.said.urgent,
        (a) => a.appeal.label.urgent,
      ),
      assist: assistHits(answered),
    },
    brier:
      answered.reduce(
        (sum, one) => sum + ((one.said.candidates[0]?.score ?? 0) - (place(one) === 0 ? 1 : 0)) ** 2,
        0,
      ) / answered.length,
  };
}

/** The appeals cut into folds by event, seeded: appeals about one event are never on both sides. */
export function splitByEvent(appeals: readonly RuledAppeal[], folds: number, seed: number): RuledAppeal[][] {
  const fold = foldsOf(appeals.map(groupOf), folds, seeded(seed));
  return Array.from({ length: folds }, (_, k) => appeals.filter((__, i) => fold[i] === k));
}

/**
 * The appeals cut into folds at random, seeded, each unit spread evenly. Kinder than by event: a second
 * report of an event may have been seen.
 */
export function splitAtRandom(appeals: readonly RuledAppeal[], folds: number, seed: number): RuledAppeal[][] {
  const random = seeded(seed);
  const drawn = appeals.map((appeal) => ({ appeal, lead: appeal.label.lead, draw: random() }));
  drawn.sort((a, b) => (a.lead === b.lead ? a.draw - b.draw : a.lead < b.lead ? -1 : 1));
  return Array.from({ length: folds }, (_, k) =>
    drawn.filter((__, i) => i % folds === k).map(({ appeal }) => appeal),
  );
}

/** Trains without the held-out appeals and answers them. */
export function answerHeldOut(
  material: TrainingMaterial,
  held: readonly RuledAppeal[],
  train: (material: TrainingMaterial) => UnitClassifier,
): Answered[] {
  const out = new Set(held.map((appeal) => appeal.id));
  const appeals = material.appeals.filter((appeal) => !out.has(appeal.id));
  return answerAll(train({ ...material, appeals }), held);
}
