// The carrier behind a provider of text messages: takes what the provider accepted, delivers it a while later
// or fails, and counts what a number got. Providers differ in what they call things, not in this.

/** One message to one number, accepted by the provider. */
export interface CarriedSms {
  /** Eleven digits of the mainland. */
  readonly phone: string;
  /** The whole text, with the signature in front. */
  readonly text: string;
  readonly sign: string;
  readonly template: string;
  /** What the sender marked it with: OutId, SessionContext. */
  readonly mark: string;
  /** What the provider calls it: BizId, SerialNo. */
  readonly receipt: string;
  readonly sentAt: number;
}

/** How a message stands; `at` is the instant of the carrier's report. */
export type SmsFate =
  | { readonly is: 'waiting' }
  | { readonly is: 'delivered' | 'failed'; readonly code: string; readonly at: number };

/** Carries messages by the clock `now`; each takes `deliveryMs`. */
export interface SmsCarrier {
  readonly messages: readonly CarriedSms[];
  carry(message: CarriedSms): void;
  fate(message: CarriedSms): SmsFate;
  /** From now on nothing reaches this number; the carrier's code says why. */
  blocks(phone: string, code: string): void;
  /** Messages to the number since `sinceMs` ago that fit. */
  count(phone: string, sinceMs: number, fits: (message: CarriedSms) => boolean): number;
}

/** Starts with nothing carried; `delivered` is the provider's word for success. */
export function smsCarrier(now: () => number, deliveryMs: number, delivered: string): SmsCarrier {
  const messages: CarriedSms[] = [];
  const blocked = new Map<string, string>();
  return {
    messages,
    carry: (message) => void messages.push(message),
    fate(message) {
      const at = message.sentAt + deliveryMs;
      if (at > now()) return { is: 'waiting' };
      const code = blocked.get(message.phone);
      return code === undefined ? { is: 'delivered', code: delivered, at } : { is: 'failed', code, at };
    },
    blocks: (phone, code) => void blocked.set(phone, code),
    count: (phone, sinceMs, fits) =>
      messages.filter((one) => one.phone === phone && one.sentAt > now() - sinceMs && fits(one)).length,
  };
}

/** The eleven digits behind `+86…`, `0086…`, `86…` or the bare number; undefined where it is none. */
export function mainlandPhone(written: string): string | undefined {
  return /^(?:\+86|0086|86|\+)?(1[3-9]\d{9})$/.exec(written)?.[1];
}

/** Date and time of the instant in China, `YYYY-MM-DD HH:mm:ss`. */
export function chinaTime(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
