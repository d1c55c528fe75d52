// The definition of intake's door as notification needs it; generated code goes no further.
import { IntakeServiceClient, type IntakeServiceService } from '#contracts/gen/zhitong/intake/v1/service';
import type { Peer } from '#platform/edge/grpc-client';

/** Generated client class of intake. */
export const intakeClient = IntakeServiceClient;

/** What of intake is asked. */
export type IntakePeer = Pick<Peer<typeof IntakeServiceService>, 'tell'>;
