// The intake service as a process.
import { hostService } from '#platform/host';
import { createIntake } from './service';

export const service = hostService('intake', createIntake);
