// The definition of casework's door as intake needs it; generated code goes no further.
import {
  CaseworkServiceClient,
  type CaseworkServiceService,
} from '#contracts/gen/zhitong/casework/v1/service';
import type { Peer } from '#platform/edge/grpc-client';

/** Generated client class of casework. */
export const caseworkClient = CaseworkServiceClient;

/** What of casework is asked. */
export type CasePeer = Pick<Peer<typeof CaseworkServiceService>, 'getCase' | 'execute'>;
