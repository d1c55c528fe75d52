// A figure as the public JSON shows it: what it is to reach is null where the pack names nothing.
import type { Figure } from '#contracts/gen/zhitong/analytics/v1/service';

/** A figure. */
export function figureJson(figure: Figure) {
  const { target, reduction, baselineMs } = figure;
  return {
    ...figure,
    target: target || null,
    reduction: reduction || null,
    baselineMs: baselineMs || null,
  };
}
