// Asks the classifier about an admitted appeal (RT-1). Words that were erased cannot be classified: nothing
// is named, and a clerk decides.
import { natureOf } from '#policy/kinds';
import { namedByComplaint } from '../domain/complained-of';
import type { AppealFile } from '../domain/routing';
import type { RoutingPolicy } from '../domain/routing-commands';
import type { Classification } from '../domain/routing-events';
import type { UnitClassifier } from './classifier-port';

/** What the classifier says of the appeal, as it will be recorded; it knows kinds by their natures. */
export function classifyAppeal(
  file: AppealFile,
  classifier: UnitClassifier,
  policy: RoutingPolicy,
): Classification {
  const { wording, packHash, kind: called, topic, region } = file;
  if (wording === 'erased') return unclassified(topic);
  const kind = natureOf(policy.pack(packHash), called);
  const said = classifier.classify({
    ...wording,
    ...(kind && { kind }),
    ...(topic && { topic }),
    ...(region && { region }),
  });
  const complainedOf = namedByComplaint(file, policy);
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
    ...(complainedOf.length > 0 && { complainedOf }),
  };
}

function unclassified(topic: string): Classification {
  const nothing = { candidates: [], assist: [], sure: false, proposed: '', proposedWords: [] } as const;
  return { topic, ...nothing, urgent: false, modelVersion: '' };
}
