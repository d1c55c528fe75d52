// What the handlers of the route table reach: the services behind the door and the words of pack and profile.
import type { VersionBook } from '#platform/version-book';
import type { Peers } from '../../out/peers.grpc';
import type { CodeBrake } from './code-brake';

/** Given to every group of routes. */
export interface Edge {
  readonly peers: Peers;
  readonly versions: VersionBook;
  readonly brake: CodeBrake;
  /** Counts an upload of an address; seconds until one is taken again, 0 for at once. */
  readonly uploads: (address: string) => Promise<number>;
  /** Where files are given out, `https://host`; empty for here. */
  readonly filesOrigin: string;
  /** Epoch ms. */
  readonly now: () => number;
}
