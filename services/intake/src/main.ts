// The intake service as a process.
import { hostService } from '#platform/host';
import { intakeRows } from './config';
import { createIntake } from './service';

export const service = hostService('intake', createIntake, { rows: intakeRows });
