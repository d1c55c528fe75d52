/** Names of the codes that an instance knows, so that nobody has to read a code alone. */
import type { Reached } from './reach';

type Names = Readonly<Record<string, { readonly zh: string }>>;

/** Names by code, as `/api/v1/labels` tells them. */
export interface CodeNames {
  readonly units: Names;
  readonly grounds: Names;
  readonly clocks: Names;
  readonly statuses: Names;
  readonly events: Names;
}

/** No names: codes stand alone. */
export const NO_NAMES: CodeNames = { units: {}, grounds: {}, clocks: {}, statuses: {}, events: {} };

/** Asks the instance for its names; codes stand alone when it does not answer. */
export async function namesOf(reached: Reached): Promise<CodeNames> {
  try {
    const response = await fetch(`${reached.address}/api/v1/labels`, { signal: AbortSignal.timeout(10_000) });
    return response.ok ? { ...NO_NAMES, ...((await response.json()) as CodeNames) } : NO_NAMES;
  } catch {
    return NO_NAMES;
  }
}

/** A code with its Chinese name. */
export function named(names: Names, code: string): string {
  const name = names[code]?.zh;
  return name === undefined || name === code ? code : `${code} ${name}`;
}
