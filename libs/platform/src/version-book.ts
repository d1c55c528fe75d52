// Packs, the profile and the calendar by their content hash. An appeal keeps the pack it was admitted under,
// so every service must be able to look an old version up; identity keeps them all. The others ask it at
// their start, at once for a hash they do not know, and once a minute for what has come into force meanwhile:
// a notice of the State Council must not wait for a restart of whoever counts deadlines.
import { type Governance, governorOf } from '#policy/governance';
import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { NotYet } from './runtime/step';

/** What a service reads from the book. */
export interface VersionBook {
  /** The pack of that hash; throws NotYet while it is being fetched. */
  pack(hash: string): Pack;
  /** The pack an appeal of that door and kind is admitted under now, with its hash. */
  packFor(door: string, kind: string): { readonly pack: Pack; readonly hash: string };
  /** All packs new appeals are admitted under, the one that governs the rest first. */
  packsInForce(): readonly Pack[];
  /** The calendar as known now. */
  calendar(): WorkingCalendar;
  profile(): Profile;
}

/** Where versions come from. */
export interface VersionSource {
  load(): Promise<{
    readonly packs: ReadonlyMap<string, Pack>;
    readonly governance: Governance;
    readonly calendar: WorkingCalendar;
    readonly profile: Profile;
  }>;
}

type Versions = Awaited<ReturnType<VersionSource['load']>>;

/** How long what is current is believed to be so without asking again: a minute. */
const BELIEVED_MS = 60_000;

/**
 * Opens the book; a hash that is not in it is fetched in the background while the caller is told NotYet.
 * Whoever asks for what is current gets what was known last, also while identity is away.
 */
export async function openVersionBook(
  source: VersionSource,
  now: () => number = Date.now,
): Promise<VersionBook> {
  let content = await source.load();
  let askedAt = now();
  let loading: Promise<void> | undefined;
  const reload = () => {
    askedAt = now();
    loading ??= source
      .load()
      .then((fresh) => {
        content = later(content, fresh);
      })
      .finally(() => {
        loading = undefined;
      });
    loading.catch(() => undefined);
  };
  const current = (): Versions => {
    if (now() - askedAt >= BELIEVED_MS) reload();
    return content;
  };
  const pack = (hash: string): Pack => {
    const found = content.packs.get(hash);
    if (found) return found;
    reload();
    throw new NotYet(`pack ${hash}`);
  };
  return {
    pack,
    packFor: (door, kind) => {
      const hash = governorOf(current().governance, door, kind);
      return { pack: pack(hash), hash };
    },
    packsInForce: () => {
      const { rest, others } = current().governance;
      return [rest, ...others.map(({ hash }) => hash)].map(pack);
    },
    calendar: () => current().calendar,
    profile: () => current().profile,
  };
}

/** What stayed the same stays the same value. */
function later(before: Versions, fresh: Versions): Versions {
  const calendar = fresh.calendar.version === before.calendar.version ? before.calendar : fresh.calendar;
  return { ...fresh, calendar, packs: new Map([...fresh.packs, ...before.packs]) };
}
