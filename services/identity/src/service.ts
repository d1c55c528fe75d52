// Identity: the vault of data keys and the versions of packs and calendars. People, posts and rights join it
// later.
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { identityGrpc } from './adapters/in/identity.grpc';
import { KeyCopies, type StoredKey } from './adapters/out/key-copies';
import { openKeyVault } from './adapters/out/key-vault';
import { registerVersions, type VersionRow, type Versions } from './adapters/out/version-register';
import { calendarsFrom, packsFrom } from './config';

/** Wires identity; a wrong pack or calendar throws the sentence that mends it. */
export function createIdentity(host: ServiceHost): Hosted {
  const packs = packsFrom(host.setting('ZT_PACK_DIR') ?? '');
  const calendars = calendarsFrom(host.setting('ZT_CALENDAR_DIR') ?? '');
  const keys = host.runtime.ports.documents<StoredKey | null>('data_keys', {});
  const copies = new KeyCopies(keys, host.runtime.ports.journal.dataKeys, (error) =>
    host.log.warn('identity.key-copies-wait', { reason: error instanceof Error ? error.name : 'unknown' }),
  );
  const vault = openKeyVault(keys, host.secret, copies);
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
      await copies.open();
    },
    stop: () => copies.stop(),
  };
}
