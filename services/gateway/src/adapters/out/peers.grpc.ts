// The services behind the door, by the contracts the gateway asks them with.
import { AnalyticsServiceClient } from '#contracts/gen/zhitong/analytics/v1/service';
import { CaseworkServiceClient } from '#contracts/gen/zhitong/casework/v1/service';
import { IntakeServiceClient } from '#contracts/gen/zhitong/intake/v1/service';
import { KnowledgeServiceClient } from '#contracts/gen/zhitong/knowledge/v1/service';
import { NotificationServiceClient } from '#contracts/gen/zhitong/notification/v1/service';
import { SupervisionServiceClient } from '#contracts/gen/zhitong/supervision/v1/service';
import { TriageServiceClient } from '#contracts/gen/zhitong/triage/v1/service';
import type { ServiceHost } from '#platform/host-ports';

/** Opens a client to each; a service that is away is told at the first question, not here. */
export function openPeers(peer: ServiceHost['peer']) {
  return {
    intake: peer(IntakeServiceClient, 'intake'),
    triage: peer(TriageServiceClient, 'triage'),
    casework: peer(CaseworkServiceClient, 'casework'),
    supervision: peer(SupervisionServiceClient, 'supervision'),
    notification: peer(NotificationServiceClient, 'notification'),
    knowledge: peer(KnowledgeServiceClient, 'knowledge'),
    analytics: peer(AnalyticsServiceClient, 'analytics'),
  };
}

/** The services behind the door. */
export type Peers = ReturnType<typeof openPeers>;
