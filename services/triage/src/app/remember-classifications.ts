// An appeal is looked at twice within a moment: when intake asks what speaks against admitting it, and when
// triage sorts it. Classifying costs milliseconds of CPU, so the second look gets the first answer, until a
// ruling is learnt.
import type { AppealText, Classification, UnitClassifier } from './classifier-port';

const REMEMBERED = 500;

/** The same classifier, which answers the same text once. */
export function rememberClassifications(classifier: UnitClassifier): UnitClassifier {
  const known = new Map<string, Classification>();
  return {
    classify: (appeal) => {
      const key = keyOf(appeal);
      const found = known.get(key) ?? classifier.classify(appeal);
      known.delete(key);
      known.set(key, found);
      if (known.size > REMEMBERED) known.delete(known.keys().next().value as string);
      return found;
    },
    learn: (rulings) => {
      known.clear();
      classifier.learn(rulings);
    },
  };
}

/** The region is not asked: the classifier reads no unit's territory out of it. */
function keyOf({ title, content, kind, topic }: AppealText): string {
  return JSON.stringify([title, content, kind, topic]);
}
