// Keeps the list of cards over all appeals in step with what the dockets decided.
import type { DocketEvent } from '../domain/docket-events';
import type { CardEntry, CardList } from './ports';

/** An event of a docket with its appeal and time. */
export interface CardNews {
  readonly appealId: string;
  readonly at: number;
  readonly event: DocketEvent;
}

/** Takes the events in; a repeat leaves the list as it is. */
export async function foldCards(news: readonly CardNews[], list: CardList): Promise<void> {
  const entries = new Map<string, CardEntry>();
  const idsOf = news.flatMap(({ appealId, event }) =>
    'cardId' in event ? [`${appealId}/${event.cardId}`] : [],
  );
  for (const entry of await list.get([...new Set(idsOf)])) entries.set(entry.id, entry);
  for (const { appealId, at, event } of news) {
    if (!('cardId' in event)) continue;
    const id = `${appealId}/${event.cardId}`;
    const before = entries.get(id);
    if (event.type === 'CardRevoked') {
      if (before) entries.set(id, { ...before, revoked: true });
      continue;
    }
    const { cardId, clockId, clock, unit } = event;
    const colour = event.type === 'YellowCardIssued' ? 'yellow' : 'red';
    const revoked = before?.revoked ?? false;
    entries.set(id, { id, cardId, appealId, clockId, clock, unit, colour, issuedAt: at, revoked });
  }
  if (entries.size > 0) await list.put([...entries.values()]);
}
