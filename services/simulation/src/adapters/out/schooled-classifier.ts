// What a simulated town knows by heart. Classifier and library are those of production; but the sample texts
// repeat, so the same text gets its first answer again, and rulings are learnt in lots, the first three
// hundred alone: learning trains all units anew, and a year of rulings one by one would cost more than
// everything else together.
import type { AnswerFinder, AnswerQuery, Finding, LibraryMaterial } from '#knowledge/app/answer-port';
import { createAnswerFinder } from '#knowledge/adapters/out/retrieval/answer-finder';
import type { Ruling, TrainingMaterial, UnitClassifier } from '#triage/app/classifier-port';
import { trainUnitClassifier } from '#triage/adapters/out/classifier/unit-classifier';
import { rememberClassifications } from '#triage/app/remember-classifications';

/** Lessons taken: as many rulings as triage learns anew at a start. */
const LESSONS = 300;
/** Rulings learnt at once. */
const LOT = 25;
/** Findings remembered; as many as the classifications triage remembers. */
const REMEMBERED = 500;

/** Trains the classifier of production and lets it learn so many rulings. */
export function trainForSimulation(material: TrainingMaterial): UnitClassifier {
  const classifier = rememberClassifications(trainUnitClassifier(material));
  const lot: Ruling[] = [];
  let lessons = 0;
  return {
    classify: (appeal) => classifier.classify(appeal),
    learn: (rulings) => {
      for (const ruling of rulings.slice(0, LESSONS - lessons)) {
        lessons += 1;
        lot.push(ruling);
        if (lot.length === LOT) classifier.learn(lot.splice(0));
      }
    },
  };
}

/** The finder of production, which looks the same text up once. */
export function finderForSimulation(material: LibraryMaterial): AnswerFinder {
  const finder = createAnswerFinder(material);
  const found = new Map<string, Finding>();
  const looked = (query: AnswerQuery): Finding => {
    const key = JSON.stringify(query);
    const finding = found.get(key) ?? finder.find(query);
    found.delete(key);
    found.set(key, finding);
    if (found.size > REMEMBERED) found.delete(found.keys().next().value as string);
    return finding;
  };
  return { find: looked, search: (text, limit) => finder.search(text, limit) };
}
