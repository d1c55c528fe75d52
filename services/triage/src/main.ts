// Triage in its own process.
import { hostService } from '#platform/host';
import { createTriage } from './service';

export const service = hostService('triage', createTriage);
