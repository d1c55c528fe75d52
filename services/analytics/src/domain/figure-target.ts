// 目标: whether a figure reaches what the document names – a share (CR 一 满意率 98%), or a fall against the time
// before (CR 一 分办提速 20%). Shares are compared exactly; what cannot be measured is said to be so, it is never
// counted as missed.

/** What a pack's figure is to reach; at most one of the two is set. */
export interface FigureTarget {
  /** Least share, 0 … 1. */
  readonly target?: number | undefined;
  /** Share by which the median is to lie below the baseline's. */
  readonly reduction?: number | undefined;
}

/** Empty where the pack names no target. */
export type TargetVerdict = '' | 'met' | 'missed' | 'not-measurable';

/** Thousandths of a per mille: a target has at most six digits. */
const SCALE = 1_000_000;

/**
 * Judges a figure: a rate by its fraction, a duration by its median (ms) against `baselineMs`, the median of
 * the imported period. Without cases, or without a baseline, there is nothing to measure.
 */
export function verdictOf(
  { numerator, denominator, medianMs }: { numerator: number; denominator: number; medianMs: number },
  { target, reduction }: FigureTarget,
  baselineMs: number | undefined,
): TargetVerdict {
  if (target !== undefined) {
    if (denominator === 0) return 'not-measurable';
    return numerator * SCALE >= Math.round(target * SCALE) * denominator ? 'met' : 'missed';
  }
  if (reduction === undefined) return '';
  if (numerator === 0 || baselineMs === undefined) return 'not-measurable';
  return medianMs * SCALE <= baselineMs * Math.round((1 - reduction) * SCALE) ? 'met' : 'missed';
}
