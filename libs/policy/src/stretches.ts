// Stretches of time and what can be measured in them: how much is left when a pause is taken out, how long
// they are together, and when so much of them has run.
import type { Pause } from './deadline-types';
import type { Slice } from './office-hours';

/** The stretches without the time of a pause. */
export function without(spans: readonly Slice[], pause: Pause): Slice[] {
  const until = pause.untilAt ?? Number.POSITIVE_INFINITY;
  return spans
    .flatMap((span) => [
      { from: span.from, until: Math.min(span.until, pause.fromAt) },
      { from: Math.max(span.from, until), until: span.until },
    ])
    .filter((span) => span.from < span.until);
}

/** How long the stretches are together, in milliseconds. */
export function lengthOf(spans: readonly Slice[]): number {
  return spans.reduce((total, span) => total + span.until - span.from, 0);
}

/**
 * The instant at which `amount` ms of the spans have run; an end that fits exactly is the end of its span.
 */
export function instantAfter(spans: readonly Slice[], amount: number): number {
  let missing = amount;
  for (const span of spans) {
    if (missing <= span.until - span.from) return span.from + missing;
    missing -= span.until - span.from;
  }
  throw new Error('Less time than asked for');
}
