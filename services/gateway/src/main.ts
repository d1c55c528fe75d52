// The gateway as a process.
import { hostService } from '#platform/host';
import { gatewayRows } from './config';
import { createGateway } from './service';

export const service = hostService('gateway', createGateway, { rows: gatewayRows });
