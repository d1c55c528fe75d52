// The vault of data keys 密钥库. Every appeal has a key of its own under which its personal words travel;
// destroying the key erases the person from a journal that is kept for ever. Keys are stored wrapped under
// the instance's secret.
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { blankDocument } from '#platform/store/document';
import type { DocumentStore } from '#platform/store/ports';
import type { KeyCopies, StoredKey } from './key-copies';
import { unwrap, wrap, wrappingKey } from './key-wrapping';

/** A key as it is handed out. */
export type HandedKey = { readonly id: string; readonly key: Uint8Array; readonly destroyed: boolean };

/** The vault; one per instance. */
export interface KeyVault {
  get(ids: readonly string[]): Promise<readonly HandedKey[]>;
  /** Makes what is missing; of two that make the same key at once one wins and both get the winner's. */
  ensure(ids: readonly string[]): Promise<readonly HandedKey[]>;
  /** For ever: nobody can bring the key back, and no new one is made for the id. */
  erase(id: string, reason: string): Promise<void>;
}

/** Every service asks for a new appeal's key within moments; an erasure elsewhere is known after this. */
const RECENT_MS = 30_000;
const RECENT_KEYS = 20_000;

/** What the vault needs of the second place of its keys. */
export type KeyNotes = Pick<KeyCopies, 'assertComplete' | 'note'>;

/** Opens the vault over its documents. `secret` is the instance's, at least 32 bytes. */
export function openKeyVault(
  store: DocumentStore<StoredKey | null>,
  secret: Uint8Array,
  copies: KeyNotes,
): KeyVault {
  const wrapping = wrappingKey(secret);
  const recent = new LRUCache<string, HandedKey>({ max: RECENT_KEYS, ttl: RECENT_MS });
  const get = async (ids: readonly string[]): Promise<readonly HandedKey[]> => {
    const known = ids.flatMap((id) => recent.get(id) ?? []);
    if (known.length === ids.length) return known;
    const asked = ids.filter((id) => !recent.has(id));
    const documents = await store.load(asked);
    if (asked.some((id) => !documents.get(id)?.state)) copies.assertComplete();
    const read = asked.flatMap((id) => {
      const state = documents.get(id)?.state;
      return state ? [handed(id, state, wrapping)] : [];
    });
    for (const key of read) recent.set(key.id, key);
    return [...known, ...read];
  };
  return {
    get,
    ensure: async (ids) => {
      const known = ids.flatMap((id) => recent.get(id) ?? []);
      const asked = ids.filter((id) => !known.some((key) => key.id === id));
      if (asked.length === 0) return known;
      copies.assertComplete();
      // Nearly always new: written at once, and whoever has a key already shows it by refusing.
      const made = asked.map((id) => {
        const state: StoredKey = { wrapped: wrap(id, randomBytes(32), wrapping) };
        return {
          document: { ...blankDocument<StoredKey | null>(id, null), version: 1, state },
          appended: [],
        };
      });
      const outcomes = await store.write(made);
      const won = made.flatMap(({ document }, index) => (outcomes[index] === 'written' ? [document] : []));
      for (const { id, state } of won) {
        copies.note(id, state);
        recent.set(id, handed(id, state, wrapping));
      }
      return [...known, ...(await get(asked))];
    },
    erase: async (id, reason) => {
      for (;;) {
        const found = (await store.load([id])).get(id) ?? blankDocument<StoredKey | null>(id, null);
        if (found.state && 'destroyed' in found.state) return;
        const state: StoredKey = { destroyed: true, reason };
        const document = { ...found, version: found.version + 1, state };
        const [outcome] = await store.write([{ document, appended: [] }]);
        if (outcome !== 'written') continue;
        recent.delete(id);
        copies.note(id, state);
        return;
      }
    },
  };
}

function handed(id: string, state: StoredKey, wrapping: Uint8Array): HandedKey {
  if ('destroyed' in state) return { id, key: new Uint8Array(0), destroyed: true };
  return { id, key: unwrap(id, state.wrapped, wrapping), destroyed: false };
}
