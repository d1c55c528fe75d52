// A refusal is a value, not an exception: whoever decides returns either what was decided or why it was not,
// and the compiler makes the caller look at both.

/** Either a value or the reason why there is none. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps a reason as a refusal. */
export function refuse<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
