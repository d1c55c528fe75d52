// Where the book of versions comes from in a service: packs and notices by their hash from identity, which
// keeps every version ever current; the profile from its directory, read again when a file of it has changed.
// A changed profile that is not in order stays outside until it is mended: what was in force goes on.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rosterGaps } from '#policy/duty';
import { misfits } from '#policy/fit';
import { governanceOf } from '#policy/governance';
import { loadProfile } from '#policy/profile-loader';
import { policyProblemText, policySentence } from '#policy/sentences';
import type { Pack } from '#policy/pack';
import { buildCalendar, type CalendarNotice } from '#working-calendar/calendar';
import type { Peer } from './edge/grpc-client';
import { ConfigurationError } from './edge/lifecycle';
import type { IdentityServiceDefinition } from './identity-peer';
import type { VersionSource } from './version-book';

/** What of the identity service is needed. */
export type VersionsPeer = Pick<Peer<IdentityServiceDefinition>, 'listVersions'>;

/** A source over the identity service. Contents were checked when they were registered. */
export function versionSource(peer: VersionsPeer, service: string, profileDir: string): VersionSource {
  let stamp = stampOf(profileDir);
  const loaded = loadProfile(profileDir);
  if (!loaded.ok) throw new ConfigurationError(service, loaded.error.map(policyProblemText));
  let profile = loaded.value;
  return {
    load: async () => {
      const before = stampOf(profileDir);
      const fresh = before === stamp ? undefined : loadProfile(profileDir);
      stamp = before;
      const next = fresh?.ok ? fresh.value : profile;
      const [packs, calendars] = await Promise.all([
        peer.listVersions({ kind: 'pack', withContent: true }, { safe: true }),
        peer.listVersions({ kind: 'calendar', withContent: true }, { safe: true }),
      ]);
      const calendar = calendars.versions.find(({ current }) => current);
      const known = new Map(packs.versions.map(({ hash, content }) => [hash, JSON.parse(content) as Pack]));
      const deployed = packs.versions.flatMap(({ hash, current }) => {
        const pack = known.get(hash);
        return current && pack ? [{ hash, pack }] : [];
      });
      if (!calendar || deployed.length === 0) throw new Error('Identity has no current pack or calendar yet');
      const governance = governanceOf(next.packs, deployed);
      if (!governance.ok) {
        const sentences = governance.error.map(({ code, params }) => policySentence(code, params));
        throw new ConfigurationError(service, sentences);
      }
      const inForce = deployed.map(({ pack }) => pack);
      const unfit = [
        ...rosterGaps(next, inForce).map((gap) => policySentence('roster-gap', { ...gap })),
        ...inForce.flatMap((pack) =>
          misfits(next, pack).map(({ code, params }) => policySentence(code, params)),
        ),
      ];
      if (unfit.length > 0) throw new ConfigurationError(service, unfit);
      profile = next;
      return {
        packs: known,
        governance: governance.value,
        calendar: buildCalendar(JSON.parse(calendar.content) as CalendarNotice[]),
        profile,
      };
    },
  };
}

/** Changes whenever a file of the directory does. */
function stampOf(directory: string): string {
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
  const seen = files.map(({ name }) => {
    const { mtimeMs, size } = statSync(join(directory, name));
    return `${name} ${mtimeMs} ${size}`;
  });
  return seen.sort().join('\n');
}
