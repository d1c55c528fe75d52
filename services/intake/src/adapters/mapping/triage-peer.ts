// The definition of triage's door as intake needs it; generated code goes no further.
import { TriageServiceClient, type TriageServiceService } from '#contracts/gen/zhitong/triage/v1/service';
import type { Peer } from '#platform/edge/grpc-client';

/** Generated client class of triage. */
export const triageClient = TriageServiceClient;

/** What of triage is asked. */
export type ScreeningPeer = Pick<Peer<typeof TriageServiceService>, 'screen'>;
