// Analytics in its own process.
import { hostService } from '#platform/host';
import { createAnalytics } from './service';

export const service = hostService('analytics', createAnalytics);
