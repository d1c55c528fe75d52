// Clocks and cards as they are shown.
import type { Card as CardWire, Clock as ClockWire } from '#contracts/gen/zhitong/supervision/v1/service';
import type { CardEntry } from '../../app/ports';
import type { Clock } from '../../domain/docket';

/** A clock; `status` is `running`, `met`, `missed`, `late-by-system` or `void`. */
export function clockWire(clock: Clock): ClockWire {
  const { id: clockId, clock: name, unit, rule, startAt, deadlineAt, provisional, calendarVersion } = clock;
  const stoppedAt = clock.status === 'stopped' ? clock.stoppedAt : 0;
  const counted = { rule, startAt, deadlineAt: deadlineAt ?? 0, provisional, calendarVersion };
  return { clockId, clock: name, unit, status: wordOf(clock), ...counted, stoppedAt };
}

function wordOf(clock: Clock): string {
  if (clock.status === 'running') return 'running';
  if (clock.void) return 'void';
  if (clock.inTime) return 'met';
  return clock.lateBySystem ? 'late-by-system' : 'missed';
}

/** The cards on a clock of an appeal. */
export function cardsWire(appealId: string, clock: Clock): CardWire[] {
  const { id: clockId, clock: name, unit } = clock;
  return clock.cards.map(({ id: cardId, colour, issuedAt, revoked }) => {
    return { cardId, appealId, clockId, clock: name, unit, colour, issuedAt, revoked };
  });
}

/** A line of the list of cards. */
export function entryWire({ id: _, ...entry }: CardEntry): CardWire {
  return { ...entry };
}
