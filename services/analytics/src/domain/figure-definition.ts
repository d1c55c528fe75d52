// What a figure is: words that say what is counted, the clause it rests on, and the query that selects its
// cases.
import type { CountId, FigureId } from '#policy/pack-words';

/** Everything analytics can count. */
type FigureName = FigureId | CountId;

/** 指标: what it means, what it rests on, which cases it counts. */
export interface FigureDefinition {
  readonly name: FigureName;
  /**
   * `rate`: hits ÷ cases. `count`: cases alone. `duration`: median and 90th percentile of the cases' `ms`.
   */
  readonly measure: 'rate' | 'count' | 'duration';
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
  /**
   * Selects `key`, `unit` and `hit` or `ms`; parameters $from, $to (exclusive) and $cut (inclusive), epoch
   * ms.
   */
  readonly cases: string;
}
