// The doors of identity: the vault and the versions, for the services of this instance only.
import { IdentityServiceService } from '#contracts/gen/zhitong/identity/v1/service';
import { bindGrpc, type GrpcBinding } from '#platform/edge/grpc-types';
import type { HandedKey, KeyVault } from '../out/key-vault';
import type { VersionRow, Versions } from '../out/version-register';

/** Binds vault and versions to the wire. */
export function identityGrpc(vault: KeyVault, versions: () => Versions): GrpcBinding {
  return bindGrpc(IdentityServiceService, {
    getKeys: async ({ ids }) => ({ keys: keysOf(await vault.get(ids)) }),
    ensureKeys: async ({ ids }) => ({ keys: keysOf(await vault.ensure(ids)) }),
    eraseKey: async ({ id, reason }) => {
      await vault.erase(id, reason);
      return {};
    },
    listVersions: async ({ kind, withContent }) => ({
      versions: (await versions().list(kind)).map((row) => versionOf(row, withContent)),
    }),
    getVersion: async ({ hash }) => {
      const row = await versions().get(hash);
      return row ? { found: true, version: versionOf(row, true) } : { found: false, version: undefined };
    },
  });
}

function keysOf(keys: readonly HandedKey[]): HandedKey[] {
  return [...keys];
}

function versionOf(row: VersionRow & { current: boolean }, withContent: boolean) {
  const { kind, name, id, current, content } = row;
  return { kind, name, hash: id, current, content: withContent ? content : '' };
}
