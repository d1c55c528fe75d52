/**
 * How the classifier learns. It trains on everything, then five times again without a fifth of the earlier
 * appeals, to learn from its predictions on them how far its margins can be trusted: the sharpness of its
 * probabilities, the thresholds of the proposals, and from which confidence an appeal may go without a
 * person.
 */
import { fitSharpness, foldsOf } from '#text/calibration';
import { seeded } from '#text/linear-svm';
import type { OneVsRest } from '#text/one-vs-rest';
import type { AppealText, Proposal, RuledAppeal, TrainingMaterial } from '../../../app/classifier-port';
import { type AssistCase, type AssistingUnits, Companions, learnAssisting } from './assisting';
import {
  type Confidence,
  confidenceFeatures,
  learnConfidence,
  learnThreshold,
  rightToDispatch,
} from './confidence';
import { MentionFinder } from './mentions';
import {
  type Margins,
  QUESTIONS,
  type Question,
  RULED,
  Screening,
  ScreeningSpace,
  wordsFor,
} from './screening';
import { appealSample, fixedSamples, groupOf } from './teaching';
import { rank, type Ranked, trainTopics, UnitMachine, type UnitMargins, UnitSpace } from './unit-machine';

const FOLDS = 5;
/**
 * Unclear competence is rare and looks like any quarrel: a proposal of a panel must be worth a person's look.
 */
const CAUTIOUS = 0.5;
const EVEN = 1;

/** The margin from which each question is answered yes. */
export type Thresholds = Readonly<Record<Question, number>>;

/** A proposal with the question whose yes it is and the wordings that speak for it. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly question: Question;
  readonly words: readonly string[];
}

const BY_QUESTION: readonly (readonly [Question, Proposal])[] = [
  ['litigation', 'decline-litigation'],
  ['private', 'decline-not-enterprise'],
  ['escalate', 'escalate'],
  ['panel', 'panel'],
  ['contested', 'panel'],
];

/**
 * What a person would be asked: the two declines first, because they end the way. Without a wording that can
 * be shown nothing is proposed.
 */
export function proposalFor(
  appeal: AppealText,
  margins: Margins,
  thresholds: Thresholds,
): Proposed | undefined {
  for (const [question, proposal] of BY_QUESTION) {
    if (margins[question] < thresholds[question]) continue;
    const words = wordsFor(question, appeal);
    if (words.length > 0) return { proposal, question, words };
  }
  return undefined;
}

/** Everything learnt, ready to classify. */
export interface Learnt {
  readonly space: UnitSpace;
  readonly units: UnitMachine;
  readonly topics: OneVsRest;
  readonly screeningSpace: ScreeningSpace;
  readonly screening: Screening;
  readonly mentions: MentionFinder;
  readonly sharpness: number;
  readonly thresholds: Thresholds;
  readonly confidence: Confidence;
  readonly assisting: AssistingUnits;
}

/** What the machines said of an appeal they had not seen. */
interface Unseen {
  readonly appeal: RuledAppeal;
  readonly unitMargins: UnitMargins;
  readonly margins: Margins;
  readonly mentioned: readonly string[];
  readonly companions: Companions;
}

/** The case for the assisting units. */
export function assistCase(ranked: readonly Ranked[], mentioned: readonly string[]): AssistCase {
  const chances = new Map(ranked.map(({ unit, chance }) => [unit, chance]));
  return { lead: ranked[0]?.unit ?? '', mentioned, chances };
}

/** Everything that does not change from fold to fold. */
interface Ground {
  readonly material: TrainingMaterial;
  readonly mentions: MentionFinder;
  readonly space: UnitSpace;
  readonly units: UnitMachine;
  readonly screeningSpace: ScreeningSpace;
}

function prepare(material: TrainingMaterial): Ground {
  const mentions = new MentionFinder(material.units);
  const space = new UnitSpace([
    ...fixedSamples(material),
    ...material.appeals.map((appeal) => appealSample(appeal, appeal.label.lead, appeal.id, 1)),
  ]);
  const units = UnitMachine.train(space.placed, material.units, space.vocabulary.size);
  return { material, mentions, space, units, screeningSpace: new ScreeningSpace(material.appeals, mentions) };
}

function trainScreening({ screeningSpace }: Ground, appeals: readonly RuledAppeal[]): Screening {
  const vectors = appeals.map((appeal) => screeningSpace.vector(appeal));
  const labels = appeals.map((appeal) => appeal.label);
  return new Screening(vectors, labels, screeningSpace.vocabulary.size);
}

function predictUnseen(ground: Ground): Unseen[] {
  const { material, space, screeningSpace, mentions } = ground;
  const { appeals } = material;
  const before = space.placed.length - appeals.length;
  const fold = foldsOf(appeals.map(groupOf), FOLDS, seeded(11));
  return Array.from({ length: FOLDS }, (_, held) => held).flatMap((held) => {
    const out = new Set(fold.flatMap((k, i) => (k === held ? [before + i] : [])));
    const units = ground.units.without(out);
    const rulings = appeals.filter((_, i) => fold[i] !== held);
    const screening = trainScreening(ground, rulings);
    const companions = new Companions(rulings);
    return appeals.flatMap((appeal, i): Unseen[] => {
      const placed = space.placed[before + i];
      if (fold[i] !== held || !placed) return [];
      return [
        {
          appeal,
          unitMargins: units.margins(placed.vector),
          margins: screening.margins(screeningSpace.vector(appeal)),
          mentioned: mentions.find(`${appeal.title}。${appeal.content}`),
          companions,
        },
      ];
    });
  });
}

/** Learns from the material; throws nothing. */
export function learnFrom(material: TrainingMaterial): Learnt {
  const { appeals } = material;
  const codes = material.units.map((unit) => unit.code);
  const ground = prepare(material);
  const unseen = predictUnseen(ground);
  const sharpness = fitSharpness(
    unseen.map((one) => one.unitMargins.joint),
    unseen.map((one) => codes.indexOf(one.appeal.label.lead)),
  );
  const margins = unseen.map((one) => one.margins);
  const threshold = (q: Question) => {
    const truths = unseen.map((one) => RULED[q](one.appeal.label));
    return learnThreshold(margins, truths, q, q === 'panel' || q === 'contested' ? CAUTIOUS : EVEN);
  };
  const thresholds = Object.fromEntries(QUESTIONS.map((q) => [q, threshold(q)])) as Record<Question, number>;
  const all = unseen.map((one) => ({ ...one, ranked: rank(codes, one.unitMargins.joint, sharpness) }));
  const confidence = learnConfidence(
    all.map(({ appeal, ranked, unitMargins, mentioned, margins: said }) => ({
      features: confidenceFeatures(ranked, unitMargins, said, mentioned, appeal.kind),
      right: rightToDispatch(appeal.label, ranked[0]?.unit),
      proposed: proposalFor(appeal, said, thresholds) !== undefined,
    })),
  );
  const lessons = all.map(({ appeal, ranked, mentioned, companions }) => {
    return { found: assistCase(ranked, mentioned), companions, assist: appeal.label.assist };
  });
  return {
    space: ground.space,
    units: ground.units,
    topics: trainTopics(ground.space.placed, ground.space.vocabulary.size),
    screeningSpace: ground.screeningSpace,
    screening: trainScreening(ground, appeals),
    mentions: ground.mentions,
    sharpness,
    thresholds,
    confidence,
    assisting: learnAssisting(lessons, new Companions(appeals)),
  };
}
