// Knowledge in its own process.
import { hostService } from '#platform/host';
import { createKnowledge } from './service';

export const service = hostService('knowledge', createKnowledge);
