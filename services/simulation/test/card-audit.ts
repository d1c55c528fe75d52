// What must hold of the cards in any journal, whatever happened: each is shown once, a red one only after its
// yellow and not before its time, and none on a clock that had stopped.
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import { type ReadItem, isUnreadable } from '#platform/journal/record';

/** Sentences about what does not hold; none when all is well. `cards` counts what was looked at. */
export function auditCards(items: readonly ReadItem[]): { cards: number; broken: readonly string[] } {
  const shown = new Map<string, number>();
  const redDueAt = new Map<string, number>();
  const stopped = new Set<string>();
  const broken: string[] = [];
  const show = (cardId: string, clockId: string, at: number): void => {
    if (shown.has(cardId)) broken.push(`${cardId} is shown twice`);
    if (stopped.has(clockId)) broken.push(`${cardId} is shown on a stopped clock`);
    shown.set(cardId, at);
  };
  for (const item of items) {
    if (isUnreadable(item)) throw new Error(item.unreadable);
    const { key, type, value, at } = item;
    if (type.endsWith('.ClockStopped'))
      stopped.add(`${key} ${supervision.ClockStopped.decode(value).clockId}`);
    if (type.endsWith('.YellowCardIssued')) {
      const card = supervision.YellowCardIssued.decode(value);
      show(`${key} ${card.cardId}`, `${key} ${card.clockId}`, at);
      redDueAt.set(`${key} ${card.clockId}`, card.redDueAt);
      if (at < card.deadlineAt) broken.push(`${card.cardId} comes before its deadline`);
    }
    if (type.endsWith('.RedCardIssued')) {
      const card = supervision.RedCardIssued.decode(value);
      show(`${key} ${card.cardId}`, `${key} ${card.clockId}`, at);
      const dueAt = redDueAt.get(`${key} ${card.clockId}`);
      if (dueAt === undefined || at < dueAt)
        broken.push(`${card.cardId} comes before its yellow or its time`);
    }
  }
  return { cards: shown.size, broken };
}
