// What persons ruled, taught to the classifier (RT-1): a clerk's dispatch and an upheld objection say which unit a text
// belongs to. The rulings live in the routings themselves, which the journal can always build again, so a restarted
// or rebuilt triage learns them anew; of an appeal ruled more than once only the last counts then.
import type { UnitClassifier } from './classifier-port';
import type { RuledRouting } from './ports';

/** The rulings a classifier has been taught. */
export interface Rulings {
  /** Teaches what is new among these, oldest first; a ruling is taught once. Answers how many. */
  teach(routings: readonly RuledRouting[]): number;
}

/** Opens the rulings; `unitExists` keeps out units that have been dissolved since. */
export function openRulings(classifier: UnitClassifier, unitExists: (code: string) => boolean): Rulings {
  const taught = new Set<string>();
  return {
    teach(routings) {
      const fresh = routings
        .flatMap(({ id, state: { file } }) => {
          const { ruling, wording, topic } = file;
          if (ruling === null || wording === 'erased' || !unitExists(ruling.unit)) return [];
          const name = `${id}/${ruling.dispatchNo}`;
          return taught.has(name) ? [] : [{ name, at: ruling.at, ...wording, topic, unit: ruling.unit }];
        })
        .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
      for (const { name, title, content, topic, unit } of fresh) {
        classifier.learn({ title, content, unit, ...(topic && { topic }) });
        taught.add(name);
      }
      return fresh.length;
    },
  };
}
