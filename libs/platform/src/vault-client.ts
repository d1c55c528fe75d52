// The vault as the other services see it: data keys fetched in one call per batch and kept for five minutes,
// so that an erased person is gone everywhere soon; new ids are asked for together.
import { LRUCache } from 'lru-cache';
import type { IdentityServiceDefinition } from './identity-peer';
import type { Peer } from './edge/grpc-client';
import type { DataKey, Vault } from './runtime/codec';

const KEPT_MS = 5 * 60_000;
const KEPT_KEYS = 50_000;
const GROUP_MS = 2;
const GROUP_KEYS = 1000;

/** What of the identity service the vault needs. */
export type VaultPeer = Pick<Peer<IdentityServiceDefinition>, 'getKeys' | 'ensureKeys'>;

/** A vault over the identity service. Unreachable: throws, which stops a partition and refuses a command. */
export function vaultClient(peer: VaultPeer, now: () => number = Date.now): Vault {
  const kept = new LRUCache<string, DataKey>({ max: KEPT_KEYS, ttl: KEPT_MS, perf: { now } });
  const keep = (id: string, key: DataKey): DataKey => {
    kept.set(id, key);
    return key;
  };
  const ensureGrouped = grouped(async (ids: readonly string[]) => {
    const { keys } = await peer.ensureKeys({ ids: [...ids] }, { safe: true });
    return new Map(keys.map(({ id, key, destroyed }) => [id, destroyed ? ('destroyed' as const) : key]));
  });
  return {
    ensure: async (id) => kept.get(id) ?? keep(id, await ensureGrouped(id)),
    keys: async (ids) => {
      const found = new Map<string, DataKey>();
      const missing: string[] = [];
      for (const id of ids) {
        const key = kept.get(id);
        if (key === undefined) missing.push(id);
        else found.set(id, key);
      }
      for (let start = 0; start < missing.length; start += GROUP_KEYS) {
        const part = missing.slice(start, start + GROUP_KEYS);
        const { keys } = await peer.getKeys({ ids: part }, { safe: true });
        for (const { id, key, destroyed } of keys) {
          if (destroyed) found.set(id, keep(id, 'destroyed'));
          else if (key.length > 0) found.set(id, keep(id, key));
        }
      }
      return found;
    },
  };
}

/** Joins calls that come within a moment into one; each gets its own answer, all get the same failure. */
export function grouped<T>(
  call: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (id: string) => Promise<T> {
  let waiting: { id: string; resolve: (value: T) => void; reject: (error: unknown) => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  const send = (): void => {
    const batch = waiting;
    waiting = [];
    timer = undefined;
    call([...new Set(batch.map(({ id }) => id))]).then(
      (answers) => {
        for (const { id, resolve, reject } of batch) {
          const answer = answers.get(id);
          if (answer === undefined) reject(new Error(`No answer for ${id}`));
          else resolve(answer);
        }
      },
      (error) => {
        for (const { reject } of batch) reject(error);
      },
    );
  };
  return (id) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      if (waiting.length >= GROUP_KEYS) {
        clearTimeout(timer);
        send();
      } else timer ??= setTimeout(send, GROUP_MS);
    });
}
