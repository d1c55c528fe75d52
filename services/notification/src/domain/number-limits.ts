// How many messages one number may get from a provider. Vendors refuse what is more (for codes one a minute,
// five an hour, ten a day with both; for notices what the console says), and a number that is refused too
// often is closed to us: so it is kept before they are asked.

/** Messages to one number within so long; left out: as many as the provider takes. */
export interface NumberLimits {
  readonly minute?: number | undefined;
  readonly hour?: number | undefined;
  readonly day?: number | undefined;
}

const MINUTE = 60_000;
const SPANS = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE } as const;

/** The longest span that is looked back (ms). */
export const LONGEST_SPAN_MS = SPANS.day;

/** When the number may get its next message (epoch ms), `now` if at once; `sentAt` in rising order. */
export function freeAt(sentAt: readonly number[], limits: NumberLimits, now: number): number {
  const free = (Object.keys(SPANS) as (keyof typeof SPANS)[]).map((span) => {
    const most = limits[span];
    if (most === undefined) return now;
    // The one whose leaving the span makes room for another.
    const oldest = sentAt[sentAt.length - most];
    return oldest === undefined ? now : oldest + SPANS[span];
  });
  return Math.max(now, ...free);
}
