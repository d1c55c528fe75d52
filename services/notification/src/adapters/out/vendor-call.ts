// One request to a vendor. What matters of a failure is whether the request can have arrived: a name that
// does not resolve or a refused connection surely did not; after that nobody knows.
import type { Handover } from '../../app/ports';

/** The vendor's answer, or why there is none. */
export type VendorAnswer =
  | { readonly heard: 'answer'; readonly status: number; readonly body: unknown }
  | Unheard;

/** No answer: the request never arrived, or nobody knows. */
interface Unheard {
  readonly heard: 'refused' | 'lost';
  readonly reason: string;
}

/** Codes of errors before a connection stood (Node and its HTTP client undici). */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Posts and reads JSON; never throws. */
export async function callVendor(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeoutMs: number,
): Promise<VendorAnswer> {
  try {
    const request = {
      method: 'POST',
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    } as const;
    // Even an empty body would bring a content type that nobody has signed.
    const response = await fetch(url, body === '' ? request : { ...request, body });
    return { heard: 'answer', status: response.status, body: parsed(await response.text()) };
  } catch (error) {
    const code = codeOf(error);
    return { heard: NEVER_ARRIVED.has(code) ? 'refused' : 'lost', reason: code };
  }
}

/** What a missing answer means for a message. */
export function unheard({ heard, reason }: Unheard): Handover {
  return heard === 'refused'
    ? { outcome: 'refused', fault: 'provider', reason }
    : { outcome: 'unsure', reason };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The system's code of a failed connection, else the error's name, e.g. `TimeoutError`. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { readonly cause?: { readonly code?: unknown }; readonly name?: string };
  return typeof cause?.code === 'string' ? cause.code : (name ?? 'unknown');
}

/** Runs a job over all, so many at a time; the answers in the order of the items. */
export async function severalAtOnce<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  job: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      answers[index] = await job(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, run));
  return answers;
}
