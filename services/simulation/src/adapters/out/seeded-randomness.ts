// Keys, nonces and ids made of the seed, so that a simulation writes the same journal byte by byte. Nothing
// here is secret, and nothing secret is ever sealed with it: a simulated town is invented.
import { createHash } from 'node:crypto';
import type { Randomness } from '#platform/runtime/randomness';

/** Bytes and ids that follow from the seed and from how many were asked for before. */
export function seededRandomness(seed: number, name: string): Randomness {
  let block = new Uint8Array(0);
  let used = 0;
  let blocks = 0;
  const bytes = (count: number): Uint8Array => {
    const out = new Uint8Array(count);
    for (let at = 0; at < count; at += 1) {
      if (used === block.length) {
        block = hashOf(`${seed}/${name}/${blocks++}`);
        used = 0;
      }
      out[at] = block[used++] as number;
    }
    return out;
  };
  return { bytes, uuid: () => uuidOf(bytes(16)) };
}

/** The data key of an appeal. */
export function seededKey(seed: number): (id: string) => Uint8Array {
  return (id) => hashOf(`${seed}/data-key/${id}`);
}

function hashOf(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(name).digest());
}

function uuidOf(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
