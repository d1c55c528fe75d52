// Reads the bytes of a body into JSON, and no further than is safe: UTF-8 or nothing, an object or nothing,
// not deeper than any form of ours, and no key with which a careless merge could reach a prototype.

/** Largest body: 256 kB. */
export const BODY_LIMIT_BYTES = 256 * 1024;
/** Deepest nesting. */
const DEEPEST = 12;
/**
 * Half of a surrogate pair, which JSON can write and UTF-8 cannot: further in it would turn into another
 * character, and two source numbers into one.
 */
const HALF_CHARACTER = /\p{Cs}/u;
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** A body that cannot be read; `code` has a sentence. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
  constructor(readonly code: 'BODY_MALFORMED' | 'BODY_NOT_UTF8' | 'BODY_TOO_DEEP' | 'BODY_KEY_FORBIDDEN') {
    super(code);
  }
}

/** The JSON object of a body in UTF-8. */
export function readBody(bytes: Uint8Array): object {
  return readJson(textIn('utf-8', bytes));
}

/** The JSON object of a text. */
export function readJson(text: string): object {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableBody('BODY_MALFORMED');
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new UnreadableBody('BODY_TOO_DEEP');
    level = level.flatMap(inside);
  }
  return value;
}

function inside(value: unknown): readonly unknown[] {
  if (typeof value === 'string' && HALF_CHARACTER.test(value)) throw new UnreadableBody('BODY_NOT_UTF8');
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value;
  if (Object.keys(value).some((key) => FORBIDDEN_KEYS.includes(key)))
    throw new UnreadableBody('BODY_KEY_FORBIDDEN');
  return Object.values(value);
}

/** The text of bytes in a character set; bytes that are no text of it are refused, never replaced. */
export function textIn(charset: 'utf-8' | 'gb18030', bytes: Uint8Array): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableBody('BODY_NOT_UTF8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableBody('BODY_MALFORMED');
  }
}
