// Casework in its own process.
import '#platform/edge/telemetry';
import { hostService } from '#platform/host';
import { createCasework } from './service';

/** Runs casework until it is told to stop. */
export const service = hostService('casework', createCasework);
