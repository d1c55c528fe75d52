// Versions of packs and calendars by content hash. An appeal is decided under the version it was admitted
// with, so none is ever deleted; which one is current is said by what is deployed now.
import type { Table } from '#platform/host-ports';
import type { Pack } from '#policy/pack';
import { packHash } from '#policy/pack-loader';
import type { CalendarHistory } from '#working-calendar/calendar-loader';
import { canonicalJson } from '#working-calendar/content-address';

/** A registered version; `id` is its hash. */
export interface VersionRow {
  readonly id: string;
  readonly kind: 'pack' | 'calendar';
  readonly name: string;
  readonly content: string;
  readonly registeredAt: number;
}

/** The register of versions. */
export interface Versions {
  list(kind: string): Promise<readonly (VersionRow & { current: boolean })[]>;
  get(hash: string): Promise<(VersionRow & { current: boolean }) | undefined>;
}

/** Registers what is deployed now beside what was before; all of it is current. */
export async function registerVersions(
  table: Table<VersionRow>,
  deployed: { readonly packs: readonly Pack[]; readonly calendars: CalendarHistory },
  now: number,
): Promise<Versions> {
  const { packs, calendars } = deployed;
  const rows: VersionRow[] = packs.map((pack) => {
    return {
      id: packHash(pack),
      kind: 'pack',
      name: pack.id,
      content: canonicalJson(pack),
      registeredAt: now,
    };
  });
  const { version, notices } = calendars.current;
  rows.push({
    id: version,
    kind: 'calendar',
    name: 'cn',
    content: canonicalJson(notices),
    registeredAt: now,
  });
  const known = new Set((await table.get(rows.map(({ id }) => id))).map(({ id }) => id));
  await table.put(rows.filter(({ id }) => !known.has(id)));
  const current = new Set(rows.map(({ id }) => id));
  const marked = (row: VersionRow) => ({ ...row, current: current.has(row.id) });
  return {
    list: async (kind) =>
      (await table.find({ kind }, { sort: { registeredAt: 1 }, limit: 10_000 })).map(marked),
    get: async (hash) => (await table.get([hash])).map(marked)[0],
  };
}
