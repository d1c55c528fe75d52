// Supervision as a process: clocks, reminders and cards.
import { hostService } from '#platform/host';
import { supervisionRows } from './config';
import { createSupervision } from './service';

export const service = hostService('supervision', createSupervision, { rows: supervisionRows });
