// The parts of which every setting of a pack is made: ids, words, clauses, periods, times of day.
import { z } from 'zod';
import { MOMENTS } from './pack-words';
import { parseRule } from './rule';

/** An id of a pack: small letters, digits, hyphens, at most 40. */
export const identifier = z
  .string()
  .refine((text) => /^[a-z][a-z0-9-]{0,39}$/.test(text), { error: 'identifier' });
/** Words shown to people, at most 500 characters. */
export const sentence = z.string().trim().min(1).max(500);
/** Article or requirement a setting rests on. */
export const clause = z.string().trim().min(1).max(200);
/** Words in both languages of the product. */
export const title = z.strictObject({ zh: sentence, en: sentence });
/** One of `MOMENTS`. */
export const moment = z.enum(MOMENTS);
/** A period as `kind:N`. */
export const rule = z.string().superRefine((text, context) => {
  const parsed = parseRule(text);
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.error.code, params: { text } });
});
/**
 * When to remind: a rule counted back from the deadline, or the fraction of the time after which it is near.
 */
export const near = z.union([
  z.strictObject({ before: rule }),
  z.strictObject({ fraction: z.number().gt(0).lt(1) }),
]);
/** A time of day, `24:00` being the end of it. */
export const clockTime = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text), { error: 'clock-time' });
