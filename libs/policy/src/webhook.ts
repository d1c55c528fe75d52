// A system that asked to be told what happens to appeals (IN-11, CR 五): a unit's own, or a platform of a
// district. It is told thinly – number, stage, time – and fetches the rest by the API under its own rights,
// so that nothing personal leaves with a call. Its secret stands in the operator's file, never in the
// profile.
import { z } from 'zod';
import { TOLD_STAGES } from './told-stages';

const line = z.string().trim().min(1).max(200);

/** A row of webhooks.yaml. */
export const webhookSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,31}$/),
  /** Whose it is, for people. */
  owner: line,
  /** `https`; another scheme is taken only towards this machine itself. */
  url: z.url({ protocol: /^https?$/ }).max(500),
  stages: z.array(z.enum(TOLD_STAGES)).min(1),
  /** Only appeals this unit leads or assists in; absent: all. */
  unit: z.string().optional(),
});

/** A system that is told. */
export type Webhook = z.infer<typeof webhookSchema>;
