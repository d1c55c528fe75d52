// A store hands out copies, never what it holds. Written by hand because the test runner's structuredClone
// makes byte arrays of another realm, which then equal nothing.

/** Deep copy of plain JSON-able values and byte arrays; absent values are left out, as a store does. */
export function plainCopy<T>(value: T): T {
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(copied);
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [field, held] of Object.entries(value)) {
    if (held !== undefined) copy[field] = copied(held);
  }
  return copy;
}
