// 属地管理、谁主管谁负责 (RT-1): where a matter belongs to the place of the enterprise, the territorial unit leads and
// whoever is in charge of the subject assists it. Only who leads changes; how sure the classifier is of the
// subject stays what it was.
import type { Candidate, Classification } from './routing-events';

const CANDIDATES_SHOWN = 5;

/** A unit that answers for a region, with the names that are shown for the reason. */
export interface Territorial {
  readonly unit: string;
  readonly unitName: string;
  readonly regionName: string;
}

/**
 * The classification with the territorial unit in front; unchanged without one, or where nothing was named.
 */
export function ledByTerritory(
  classification: Classification,
  territorial: Territorial | undefined,
): Classification {
  const { candidates, assist } = classification;
  const [first] = candidates;
  if (!first || !territorial || first.unit === territorial.unit) return classification;
  const { unit, unitName, regionName } = territorial;
  const reason = { words: [regionName], source: 'territory', ref: unitName } as const;
  const lead: Candidate = { unit, score: first.score, reasons: [reason] };
  const others = candidates.filter((one) => one.unit !== unit);
  return {
    ...classification,
    candidates: [lead, ...others].slice(0, CANDIDATES_SHOWN),
    assist: [...new Set([first.unit, ...assist])].filter((one) => one !== unit),
  };
}
