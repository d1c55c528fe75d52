// Asks the classifier about an admitted appeal (RT-1). Words that were erased cannot be classified: nothing
// is named, and a clerk decides.
import { natureOf } from '#policy/kinds';
import type { Pack } from '#policy/pack';
import type { AppealFile } from '../domain/routing';
import type { Classification } from '../domain/routing-events';
import type { UnitClassifier } from './classifier-port';

/** What the classifier says of the appeal, as it will be recorded; it knows kinds by their natures. */
export function classifyAppeal(
  { wording, packHash, kind: called, topic, region }: AppealFile,
  classifier: UnitClassifier,
  pack: (hash: string) => Pack,
): Classification {
  if (wording === 'erased') return unclassified(topic);
  const kind = natureOf(pack(packHash), called);
  const said = classifier.classify({
    ...wording,
    ...(kind && { kind }),
    ...(topic && { topic }),
    ...(region && { region }),
  });
  return {
    topic: said.topic,
    candidates: said.candidates.map(({ unit, score, reasons }) => ({
      unit,
      score,
      reasons: reasons.map(({ words, source, ref }) => ({ words, source, ref })),
    })),
    assist: said.assist,
    sure: said.sure,
    proposed: said.proposed ?? '',
    proposedWords: said.proposedReason?.words ?? [],
    urgent: said.urgent,
    modelVersion: said.modelVersion,
  };
}

function unclassified(topic: string): Classification {
  const nothing = { candidates: [], assist: [], sure: false, proposed: '', proposedWords: [] } as const;
  return { topic, ...nothing, urgent: false, modelVersion: '' };
}
