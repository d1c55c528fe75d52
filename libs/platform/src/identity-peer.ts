// The definition of the identity service as the platform's own clients need it; the one place of the platform
// that knows a service by name, because every service starts by asking for its vault and versions.
import {
  IdentityServiceClient,
  type IdentityServiceService,
} from '#contracts/gen/zhitong/identity/v1/service';

/** Generated definition of identity's rpcs. */
export type IdentityServiceDefinition = typeof IdentityServiceService;

/** Generated client class. */
export const identityClient = IdentityServiceClient;
