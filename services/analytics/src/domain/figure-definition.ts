// What a figure is: words that say what is counted, the clause it rests on, and the query that selects its
// cases.
import type { FigureId } from '#policy/pack-words';

/** Names of the counts. */
export type CountId =
  | 'submitted'
  | 'admitted'
  | 'declined'
  | 'joined'
  | 'withdrawn'
  | 'answered-directly'
  | 'dispatched'
  | 'recalled'
  | 'unit-contacts'
  | 'completed'
  | 'reopened'
  | 'closed'
  | 'unrated'
  | 'satisfied-by-default'
  | 'yellow-cards'
  | 'red-cards';

/** Everything analytics can count. */
export type FigureName = FigureId | CountId;

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
