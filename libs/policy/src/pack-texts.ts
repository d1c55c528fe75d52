// The texts of a policy pack 短信文本: who is told what on which occasion, how, and what may wait (IN-7, HD-4).
import { z } from 'zod';
import { clockTime, identifier, title } from './pack-parts';
import { OCCASIONS } from './pack-words';

/** A sentence sent to somebody when something happened; texts carry `{variables}`. */
const messageSchema = z.strictObject({
  id: identifier,
  on: z.enum(OCCASIONS),
  /**
   * `enterprise`, `unit` (contacts of the units concerned), `assist` (of those that assist; then `unit` means
   * the lead), `sponsors` (the leader who looks after the enterprise, IN-6), or a role of the pack.
   */
  to: identifier,
  /** Who has no e-mail gets a short message; the enterprise has none. */
  channel: z.enum(['sms', 'email', 'both']),
  text: title,
  /** Where nobody can tell whether it went out: once more, or given up on record. Left out: once more. */
  unsure: z.enum(['repeat', 'report']).optional(),
  /** May wait for the end of the quiet hours. Left out: goes at any hour. */
  waits: z.literal(true).optional(),
  /** 汇总: goes as one with what goes to the same address when the quiet hours end. Left out: by itself. */
  digest: z.literal(true).optional(),
});

/** messages.yaml */
export const messagesSchema = z.strictObject({
  /** 免打扰时段: texts that may wait go out at their end; `until` not after `from` is on the next day. */
  quietHours: z.strictObject({ from: clockTime, until: clockTime }).optional(),
  messages: z.array(messageSchema).min(1),
});

/** messages.yaml as read. */
export type MessagesFile = z.infer<typeof messagesSchema>;
/** One text of messages.yaml: when it is sent, to whom, and its words. */
export type Message = z.infer<typeof messageSchema>;
