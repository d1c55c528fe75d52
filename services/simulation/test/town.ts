// The towns of the simulation's specs: pack, profile and calendar as shipped.
import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import { loadProfile } from '#policy/profile-loader';
import { projectCalendars } from '#working-calendar/test-calendars';

const deployed = join(__dirname, '../../../deploy');

function loaded<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const PROFILE = loaded(loadProfile(join(deployed, 'profiles/demo')));
const CALENDAR = projectCalendars().current;

/** The demonstration profile under a pack: its name in `deploy/packs`, or its path from there. */
export function townUnder(pack: string) {
  const read = loaded(loadPack(join(deployed, 'packs', pack)));
  return { instance: 'demo', pack: read, profile: PROFILE, calendar: CALENDAR };
}

/** Yicheng with the demonstration profile. */
export const TOWN = townUnder('yicheng');
