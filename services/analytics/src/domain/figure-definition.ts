// What a figure is: words that say what is counted, the clause it rests on, and the query that selects its
// cases.

/** What a figure is counted by. */
export interface CountedFigure {
  /** A figure of the pack, or a count. */
  readonly name: string;
  /**
   * `rate`: hits ÷ cases. `count`: cases alone. `duration`: median and 90th percentile of the cases' `ms`.
   */
  readonly measure: 'rate' | 'count' | 'duration';
  /**
   * Selects `key`, `unit` and `hit` or `ms`, for rate and count also `out`: left out by a ruling 剔除 (HD-11),
   * counted only in the figure before it; parameters $from, $to (exclusive) and $cut (inclusive), epoch ms.
   */
  readonly cases: string;
}

/** 指标: what it means and what it rests on. */
export interface FigureDefinition extends CountedFigure {
  readonly zh: string;
  readonly en: string;
  readonly clause: string;
}
