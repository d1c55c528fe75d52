// 联系企业: what a programme asks of the contact with an enterprise (YC-6), and who makes it with one that no
// unit may know (HD-10).
import { z } from 'zod';
import { clause, identifier } from './pack-parts';

/** The setting `contact`. */
export const contactSchema = z.strictObject({
  clause,
  /** Timed attempts that together count as contact. */
  attemptsCountAsContact: z.int().min(1).max(20),
  visit: z.enum(['required', 'waivable-with-agreement', 'none']),
  /**
   * Who contacts an enterprise that asked for protection, since no unit may know it (HD-10); absent: nobody
   * must.
   */
  ofProtected: z.strictObject({ clause, by: identifier }).optional(),
});
