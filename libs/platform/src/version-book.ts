// Packs, the profile and the calendar by their content hash. An appeal keeps the pack it was admitted under,
// so every service must be able to look an old version up; identity keeps them all, the others ask it once
// per hash.
import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { NotYet } from './runtime/step';

/** What a service reads from the book. */
export interface VersionBook {
  /** The pack of that hash; throws NotYet while it is being fetched. */
  pack(hash: string): Pack;
  /** The pack new appeals are admitted under, with its hash. */
  currentPack(): { readonly pack: Pack; readonly hash: string };
  /** The calendar as known now. */
  calendar(): WorkingCalendar;
  profile(): Profile;
}

/** Where versions come from. */
export interface VersionSource {
  load(): Promise<{
    readonly packs: ReadonlyMap<string, Pack>;
    readonly currentPack: string;
    readonly calendar: WorkingCalendar;
    readonly profile: Profile;
  }>;
}

/** Opens the book; a hash that is not in it is fetched in the background while the caller is told NotYet. */
export async function openVersionBook(source: VersionSource): Promise<VersionBook> {
  let content = await source.load();
  let loading: Promise<void> | undefined;
  const reload = () => {
    loading ??= source
      .load()
      .then((fresh) => {
        content = fresh;
      })
      .finally(() => {
        loading = undefined;
      });
    loading.catch(() => undefined);
  };
  const pack = (hash: string): Pack => {
    const found = content.packs.get(hash);
    if (found) return found;
    reload();
    throw new NotYet(`pack ${hash}`);
  };
  return {
    pack,
    currentPack: () => ({ pack: pack(content.currentPack), hash: content.currentPack }),
    calendar: () => content.calendar,
    profile: () => content.profile,
  };
}
