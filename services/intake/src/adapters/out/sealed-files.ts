// Bytes of files leave this process sealed under the data key of their id, wherever they lie: who finds the
// folder or the bucket finds nothing to read, and a destroyed key ends the file also in every copy of it.
import type { Vault } from '#platform/runtime/codec';
import { openWith, sealWith } from '#platform/runtime/codec';
import type { FileBytes, FileStore } from '../../app/file-ports';

/** The bytes of a store, sealed there and open here. */
export function sealedFiles(store: FileStore, vault: Vault): FileBytes {
  const place = (id: string) => `file/${id}`;
  return {
    put: async (id, bytes) => store.put(id, sealWith(await vault.ensure(id), place(id))(bytes)),
    get: async (id) => {
      const sealed = await store.get(id);
      if (sealed === undefined) return undefined;
      const plain = openWith((await vault.keys([id])).get(id), place(id))(sealed);
      return plain === 'erased' ? undefined : plain;
    },
    delete: (id) => store.delete(id),
    isForgotten: async (appealId) => (await vault.keys([appealId])).get(appealId) === 'destroyed',
  };
}
