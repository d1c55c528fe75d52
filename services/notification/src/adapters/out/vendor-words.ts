// How vendors want what we have: numbers, ids, values of bounded length.
import { createHash } from 'node:crypto';

/** Longest id that both vendors give back. */
const LONGEST_ID = 255;

/** Our id as a vendor keeps it: itself, or its fingerprint where it is too long. */
export function theirId(messageId: string): string {
  return messageId.length <= LONGEST_ID ? messageId : createHash('sha256').update(messageId).digest('hex');
}

/** A number of the mainland without country code. */
export function digits(address: string): string {
  return address.replace(/^(?:\+?86|0086)(?=1\d{10}$)/, '');
}

/** A value within the vendor's bound (characters); what is cut off is read at the portal. */
export function cut(value: string, longest: number): string {
  const characters = [...value];
  return characters.length <= longest ? value : `${characters.slice(0, longest - 1).join('')}…`;
}
