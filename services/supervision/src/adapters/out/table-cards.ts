// The list of cards in a table of the service's own.
import type { Table } from '#platform/host-ports';
import type { Succession } from '#policy/succession';
import type { CardEntry, CardList } from '../../app/ports';

/** Newest first, also by unit and by colour. */
export const CARD_INDEXES = [
  ['-issuedAt'],
  ['unit', '-issuedAt'],
  ['colour', '-issuedAt'],
] as const satisfies readonly (readonly string[])[];

/** Keeps the list in a table; cards of former units are listed under their successor. */
export function tableCards(table: Table<CardEntry>, succession: () => Succession): CardList {
  return {
    put: (entries) => table.put(entries),
    get: (ids) => table.get(ids),
    list: ({ unit, colour, limit }) => {
      const { codesOf, successorOf } = succession();
      const units = unit === '' ? {} : { unit: { $in: codesOf(successorOf(unit)) } };
      const filter = { ...units, ...(colour !== '' && { colour }) };
      return table.find(filter, { sort: { issuedAt: -1 }, limit });
    },
    clear: () => table.clear(),
  };
}
