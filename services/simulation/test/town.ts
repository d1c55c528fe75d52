// The town of the simulation's specs: pack, profile and calendar as shipped.
import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import { loadProfile } from '#policy/profile-loader';
import { projectCalendars } from '#working-calendar/test-calendars';

const deployed = join(__dirname, '../../../deploy');

function loaded<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Yicheng with the demonstration profile. */
export const TOWN = {
  instance: 'demo',
  pack: loaded(loadPack(join(deployed, 'packs/yicheng'))),
  profile: loaded(loadProfile(join(deployed, 'profiles/demo'))),
  calendar: projectCalendars().current,
};
