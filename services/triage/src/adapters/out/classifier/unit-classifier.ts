/**
 * Names the unit for an appeal (RT-1). It trains at start, in seconds, and is deterministic: the same
 * material gives the same answers. It reads the text and the choices of the enterprise, never a label.
 */
import { createHash } from 'node:crypto';
import { softmax } from '#text/calibration';
import { characterGrams } from '#text/words';
import type {
  AppealText,
  Candidate,
  Classification,
  Ruling,
  TrainingMaterial,
  UnitClassifier,
} from '../../../app/classifier-port';
import { confidenceFeatures } from './confidence';
import { assistCase, type Learnt, learnFrom, proposalFor } from './learning';
import { explain, showableWords } from './reasons';
import { appealSample, type Evidence } from './teaching';
import { rank, type Ranked } from './unit-machine';

const CANDIDATES = 5;
/** A person's ruling made with the machine's proposal in view counts more than an old appeal. */
const RULING_IMPORTANCE = 3;

class TrainedUnitClassifier implements UnitClassifier {
  private readonly codes: readonly string[];
  private readonly evidence = new Map<string, Evidence[]>();
  private rulings = 0;
  private readonly version: string;
  /** What the machines say of an empty text; changes with every ruling. */
  private silence: Float64Array | undefined;

  constructor(
    material: TrainingMaterial,
    private readonly learnt: Learnt,
  ) {
    this.codes = material.units.map((unit) => unit.code);
    const inForce = new Set(
      material.articles
        .filter(({ validTo, supersededBy }) => !supersededBy && (!validTo || validTo >= material.asOf))
        .map((article) => article.id),
    );
    for (const { sample } of learnt.space.placed) {
      const shown = sample.evidence?.source !== 'article' || inForce.has(sample.evidence.ref);
      if (sample.evidence && shown) this.remember(sample.unit, sample.evidence);
    }
    this.version = createHash('sha256').update(JSON.stringify(material)).digest('hex').slice(0, 12);
  }

  classify(appeal: AppealText): Classification {
    const { learnt } = this;
    const { space, units, sharpness, thresholds } = learnt;
    const vector = space.vector(appeal);
    const unitMargins = units.margins(vector);
    const ranked = rank(this.codes, unitMargins.joint, sharpness);
    const mentioned = learnt.mentions.find(`${appeal.title}。${appeal.content}`);
    const margins = learnt.screening.margins(learnt.screeningSpace.vector(appeal));
    const proposed = proposalFor(appeal, margins, thresholds);
    const features = confidenceFeatures(ranked, unitMargins, margins, mentioned, appeal.kind);
    return {
      candidates: this.candidates(appeal, ranked),
      topic: appeal.topic ?? this.topicOf(appeal),
      assist: learnt.assisting.propose(assistCase(ranked, mentioned)),
      sure: !proposed && learnt.confidence.isSure(features),
      ...(proposed ? { proposed: proposed.proposal } : {}),
      ...(proposed
        ? {
            proposedReason: {
              words: proposed.words,
              margin: margins[proposed.question] - thresholds[proposed.question],
            },
          }
        : {}),
      urgent: margins.urgent >= thresholds.urgent,
      modelVersion: this.rulings === 0 ? this.version : `${this.version}+${this.rulings}`,
    };
  }

  learn(rulings: readonly Ruling[]): void {
    const stranger = rulings.find(({ unit }) => !this.codes.includes(unit));
    if (stranger) throw new Error(`unknown unit ${stranger.unit}`);
    this.silence = undefined;
    const samples = rulings.map((ruling) => {
      this.rulings += 1;
      const sample = appealSample(ruling, ruling.unit, `ruling-${this.rulings}`, RULING_IMPORTANCE);
      if (sample.evidence) this.remember(ruling.unit, sample.evidence);
      const { vector } = this.learnt.space.place(sample);
      return { vector, label: ruling.unit, importance: RULING_IMPORTANCE };
    });
    this.learnt.units.learn(samples);
  }

  private remember(unit: string, evidence: Evidence): void {
    const known = this.evidence.get(unit) ?? [];
    known.push(evidence);
    this.evidence.set(unit, known);
  }

  private topicOf(appeal: AppealText): string {
    const { space, topics } = this.learnt;
    return rank(topics.classes, topics.margins(space.vector(appeal)), 1)[0]?.unit ?? '';
  }

  private candidates(appeal: AppealText, ranked: readonly Ranked[]): Candidate[] {
    const { space, units } = this.learnt;
    const chances = new Map(ranked.map(({ unit, chance }) => [unit, chance]));
    const pulls = new Map<string, Float64Array>();
    const pull = (word: string, unit: string) => {
      let margins = pulls.get(word);
      if (!margins) {
        margins = this.wordMargins(word);
        pulls.set(word, margins);
      }
      const own = margins[this.codes.indexOf(unit)] ?? 0;
      return this.codes.reduce((sum, code, k) => sum - (chances.get(code) ?? 0) * (margins[k] ?? 0), own);
    };
    const scored = new Map<string, Float64Array>();
    const score = (text: AppealText, unit: string) => {
      const key = `${text.title}\n${text.content}`;
      let margins = scored.get(key);
      if (!margins) {
        margins = softmax(units.margins(space.vector(text)).joint, this.learnt.sharpness);
        scored.set(key, margins);
      }
      return margins[this.codes.indexOf(unit)] ?? 0;
    };
    const words = showableWords(appeal);
    return ranked.slice(0, CANDIDATES).map(({ unit, chance }, place) => ({
      unit,
      score: chance,
      reasons: explain(appeal, words, unit, this.evidence.get(unit) ?? [], pull, score, place === 0 ? 2 : 1),
    }));
  }

  /** What the terms of one word add to the margin of each unit, before the text's length is counted. */
  private wordMargins(word: string): Float64Array {
    const terms = new Map(characterGrams(word, 1, 3).map((gram) => [`c:${gram}`, 1]));
    const blocks = [
      { weight: 1, terms: new Map([[`w:${word}`, 1]]) },
      { weight: 1, terms },
    ];
    const { space, units } = this.learnt;
    const alone = units.margins(space.vocabulary.vector(blocks)).joint;
    this.silence ??= units.margins(space.vocabulary.vector([])).joint;
    const silence = this.silence;
    return alone.map((margin, k) => margin - (silence[k] ?? 0));
  }
}

/**
 * Trains a classifier; takes seconds. Throws when an appeal names an unknown unit as lead.
 */
export function trainUnitClassifier(material: TrainingMaterial): UnitClassifier {
  const codes = new Set(material.units.map((unit) => unit.code));
  const stranger = material.appeals.find((appeal) => !codes.has(appeal.label.lead));
  if (stranger) throw new Error(`appeal ${stranger.id}: unknown unit ${stranger.label.lead}`);
  return new TrainedUnitClassifier(material, learnFrom(material));
}
