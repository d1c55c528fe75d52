/**
 * Which units assist (协办). A unit assists when the text names it, when its own matters are in the text, and
 * when it assisted this lead before. Which units assist is a judgement, so the list is a proposal.
 */
import { fitLogistic, type Logistic, probability } from '#text/calibration';
import type { RuledAppeal } from '../../../app/classifier-port';

/** What is known of one appeal when assisting units are sought. */
export interface AssistCase {
  readonly lead: string;
  readonly mentioned: readonly string[];
  /** Probability of each unit to be the lead. */
  readonly chances: ReadonlyMap<string, number>;
}

/** How often a unit assisted a lead. */
export class Companions {
  private readonly together = new Map<string, number>();
  private readonly led = new Map<string, number>();

  constructor(appeals: readonly RuledAppeal[]) {
    for (const { label } of appeals) {
      this.led.set(label.lead, (this.led.get(label.lead) ?? 0) + 1);
      for (const unit of label.assist) {
        const pair = `${label.lead} ${unit}`;
        this.together.set(pair, (this.together.get(pair) ?? 0) + 1);
      }
    }
  }

  share(lead: string, unit: string): number {
    return (this.together.get(`${lead} ${unit}`) ?? 0) / ((this.led.get(lead) ?? 0) + 3);
  }
}

function features(found: AssistCase, unit: string, companions: Companions): number[] {
  const mentioned = found.mentioned.includes(unit) ? 1 : 0;
  const chance = Math.log(Math.max(found.chances.get(unit) ?? 0, 1e-4)) / 3;
  const others = Math.min(found.mentioned.filter((name) => name !== found.lead).length, 4);
  const usual = companions.share(found.lead, unit) * 5;
  return [mentioned, chance, usual, mentioned * others, mentioned * chance];
}

function possible(found: AssistCase): string[] {
  return [...found.chances.keys()].filter((unit) => unit !== found.lead);
}

export class AssistingUnits {
  constructor(
    private readonly model: Logistic,
    private readonly companions: Companions,
    private readonly least: number,
  ) {}

  /** Units proposed to assist, likeliest first, at most four. */
  propose(found: AssistCase): string[] {
    return possible(found)
      .map((unit) => ({ unit, chance: probability(this.model, features(found, unit, this.companions)) }))
      .filter(({ chance }) => chance >= this.least)
      .sort((a, b) => b.chance - a.chance)
      .slice(0, 4)
      .map(({ unit }) => unit);
  }
}

/** An unseen appeal with what was found, what was known before, and who really assisted. */
export interface AssistLesson {
  readonly found: AssistCase;
  readonly companions: Companions;
  readonly assist: readonly string[];
}

/** Learns from unseen appeals; the least chance is the one with the best F1 on them. */
export function learnAssisting(lessons: readonly AssistLesson[], companions: Companions): AssistingUnits {
  const rows: number[][] = [];
  const truths: boolean[] = [];
  for (const { found, companions: before, assist } of lessons) {
    for (const unit of possible(found)) {
      rows.push(features(found, unit, before));
      truths.push(assist.includes(unit));
    }
  }
  const model = fitLogistic(rows, truths, 1);
  const chances = rows.map((row) => probability(model, row));
  const total = truths.filter(Boolean).length;
  let best = { least: 0.5, f1: 0 };
  for (let least = 0.15; least < 0.7; least += 0.05) {
    const named = chances.filter((chance) => chance >= least).length;
    const right = chances.filter((chance, i) => chance >= least && truths[i]).length;
    const f1 = (2 * right) / Math.max(1, named + total);
    if (f1 > best.f1) best = { least, f1 };
  }
  return new AssistingUnits(model, companions, best.least);
}
