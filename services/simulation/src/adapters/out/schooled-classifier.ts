// The classifier of a simulated triage. It is the one of production, and it learns from rulings as that does;
// but every lesson trains all units anew, so after as many lessons as a restarted triage keeps it is left as
// it is, or a year of rulings would cost more than everything else together.
import type { TrainingMaterial, UnitClassifier } from '#triage/app/classifier-port';
import { trainUnitClassifier } from '#triage/adapters/out/classifier/unit-classifier';

/** Lessons taken: as many rulings as triage learns anew at a start. */
const LESSONS = 300;

/** Trains the classifier of production and lets it learn so many rulings. */
export function trainForSimulation(material: TrainingMaterial): UnitClassifier {
  const classifier = trainUnitClassifier(material);
  let lessons = 0;
  return {
    classify: (appeal) => classifier.classify(appeal),
    learn: (ruling) => {
      if (lessons >= LESSONS) return;
      lessons += 1;
      classifier.learn(ruling);
    },
  };
}
