// The identity service as a process.
import { hostService } from '#platform/host';
import { createIdentity } from './service';

export const service = hostService('identity', createIdentity, { standsAlone: true });
