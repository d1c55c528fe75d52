// A content address names data by what it says: the same data has the same address on every machine, and a
// changed comma has another. Calendars, packs and profiles are quoted by it in events, so that what a
// deadline was computed from can be fetched again for ever.
import { createHash } from 'node:crypto';

/**
 * JSON with the keys of every object in code point order and without blanks; `undefined` members are left
 * out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of the canonical JSON, 64 hex digits. */
export function contentAddress(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
