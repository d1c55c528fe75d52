// What the handlers of the route table reach: the services behind the door and the words of pack and profile.
import type { VersionBook } from '#platform/version-book';
import type { Peers } from '../../out/peers.grpc';
import type { CodeBrake } from './code-brake';

/** Given to every group of routes. */
export interface Edge {
  readonly peers: Peers;
  readonly versions: VersionBook;
  readonly brake: CodeBrake;
  /** Epoch ms. */
  readonly now: () => number;
}
