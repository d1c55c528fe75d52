// Identity: the vault of data keys and the versions of packs and calendars. People, posts and rights join it
// later.
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { identityGrpc } from './adapters/in/identity.grpc';
import { openKeyVault, type StoredKey } from './adapters/out/key-vault';
import { registerVersions, type VersionRow, type Versions } from './adapters/out/version-register';
import { calendarsFrom, packsFrom } from './config';

/** Wires identity; a wrong pack or calendar throws the sentence that mends it. */
export function createIdentity(host: ServiceHost): Hosted {
  const packs = packsFrom(host.setting('ZT_PACK_DIR') ?? '');
  const calendars = calendarsFrom(host.setting('ZT_CALENDAR_DIR') ?? '');
  const vault = openKeyVault(host.runtime.ports.documents<StoredKey | null>('data_keys', {}), host.secret);
  const table = host.table<VersionRow>('versions', [['kind', 'registeredAt']]);
  let versions: Versions | undefined;
  return {
    grpc: [
      identityGrpc(vault, () => {
        if (!versions) throw new Error('Versions are registered before the doors open');
        return versions;
      }),
    ],
    prepare: async () => {
      versions = await registerVersions(table, { packs, calendars }, host.now());
    },
  };
}
