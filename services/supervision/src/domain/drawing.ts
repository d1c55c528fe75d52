// 抽查 (SV-4, CR 二-6): whether a completed case is drawn for a spot check is a function of the pack's seed, the
// period in which it was completed and the appeal's id, and of nothing else. Nobody who handles or reviews
// can steer it, no random number has to be believed: whoever knows the seed repeats the whole drawing with
// the list of appeals and gets the same cases. Within a period a case is therefore drawn or not, however
// often it is completed.
import type { Recorded } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { contentAddress } from '#working-calendar/content-address';
import { civilDayOf } from '#working-calendar/civil-day';
import type { KnownOversight } from './oversight';
import type { OversightCause, OversightEvent } from './oversight-events';

type Review = NonNullable<Pack['review']>;

/** Hexadecimal digits of the hash that are read as a fraction; 13 of them fit a number exactly. */
const DIGITS = 13;

/**
 * Whether the pack draws the case: the first digits of SHA-256 over the canonical JSON `[seed, period, appeal
 * id]`, read as a fraction of one, lie below the share. A pack without share and seed draws none.
 */
export function isDrawn({ share, seed, every }: Review, completedAt: number, appealId: string): boolean {
  if (share === undefined || seed === undefined) return false;
  const digits = contentAddress([seed, periodOf(completedAt, every), appealId]).slice(0, DIGITS);
  return Number.parseInt(digits, 16) / 16 ** DIGITS < share;
}

/**
 * The period an instant lies in, in Chinese time: `2026-03-02`, `2026-03`, `2026-Q1`, `2026-H1` or `2026`.
 */
export function periodOf(at: number, every: Review['every']): string {
  const day = civilDayOf(at);
  const year = day.slice(0, 4);
  const month = Number(day.slice(5, 7));
  switch (every) {
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'year':
    // The loader refuses a drawing without a period.
    case 'when-needed':
      return year;
  }
}

/** The check that a completion brings, if it is drawn; one for each round. */
export function checkOn(
  { event, at, id }: Recorded<OversightCause>,
  { checks }: KnownOversight,
  { review, completionTypes }: Pack,
): OversightEvent | undefined {
  if (event.type !== 'AppealCompleted' || review === undefined) return undefined;
  const { unit, round, completionType } = event;
  if (!isDrawn(review, at, appealIdOf(id)) || checks.some((check) => check.round === round)) return undefined;
  const standard = completionTypes.find((one) => one.id === completionType)?.required ?? [];
  const about = { unit, round, period: periodOf(at, review.every), completionType, standard };
  return { type: 'SpotCheckDrawn', checkNo: checks.length + 1, ...about, cause: id };
}

/** An event's id is `<instance>/<appeal>/<writer>/<seq>`. */
function appealIdOf(eventId: string): string {
  return eventId.split('/').at(-3) ?? '';
}
