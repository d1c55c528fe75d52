// Where nonces and ids of commands without one come from: the machine, or a seed, so that a simulation writes
// the same journal byte by byte.
import { randomBytes, randomUUID } from 'node:crypto';

/** A source of random values. */
export interface Randomness {
  bytes(count: number): Uint8Array;
  /** A UUID of version 4. */
  uuid(): string;
}

/** The machine's own, fit for keys and nonces. */
export const systemRandomness: Randomness = { bytes: randomBytes, uuid: randomUUID };
