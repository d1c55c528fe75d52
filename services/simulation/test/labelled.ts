// A classifier that has read the labels, for specs in which what is learnt does not matter: it is sure of
// most and wrong now and then, and takes no time to train.
import type { Classification, TrainingMaterial, UnitClassifier } from '#triage/app/classifier-port';

const EVERY = { wrong: 9, unsure: 4 };

/** Goes by the labels of the sample appeals. */
export function byLabel({ appeals, units }: TrainingMaterial): UnitClassifier {
  const known = new Map(appeals.map((appeal, index) => [appeal.content, { label: appeal.label, index }]));
  return {
    learn: () => undefined,
    classify: ({ content }): Classification => {
      const { label, index } = known.get(content) ?? { label: undefined, index: 0 };
      const own = units.findIndex(({ code }) => code === label?.lead);
      const unit = units[index % EVERY.wrong === 1 ? (own + 7) % units.length : Math.max(own, 0)]?.code ?? '';
      const reasons = [{ words: ['职责'], source: 'duty' as const, ref: 'duty', weight: 1 }];
      const proposed = label?.disposition === 'return-litigation' && {
        proposed: 'decline-litigation' as const,
      };
      const sure = index % EVERY.unsure !== 0 && !proposed;
      const candidates = [{ unit, score: 0.9, reasons }];
      return {
        candidates,
        topic: 'tax',
        assist: [],
        sure,
        urgent: label?.urgent ?? false,
        modelVersion: 'label',
        ...proposed,
      };
    },
  };
}
