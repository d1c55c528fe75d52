/** What happens to one appeal at the web door, step by step, each as the person whose turn it is. */
import { randomUUID } from 'node:crypto';
import { type Ground, type Reply, ask, eventually } from './ground';

/** A case file as staff read it, as far as the proofs look. */
export interface CaseFile {
  readonly status: string;
  readonly lead: string;
  readonly dispatchNo: number;
  readonly articleId: string;
  readonly answer: string;
  readonly stale: boolean;
  readonly timeline: readonly { readonly eventId: string; readonly type: string }[];
  readonly clocks: readonly {
    readonly clock: string;
    readonly startAt: string;
    readonly deadlineAt: string | null;
    readonly stoppedAt: string | null;
    readonly inTime: boolean;
    readonly void: boolean;
    readonly card: string;
  }[];
  readonly stepTimes: Readonly<Record<string, string>>;
}

/** The people of the proof. */
export const PEOPLE = {
  clerk: { role: 'clerk', actor: 'officer-clerk' },
  handler: { role: 'handler', actor: 'officer-handler' },
  followup: { role: 'followup', actor: 'officer-caller' },
} as const;

/** Reads a case as the clerk; `covering` is an event the answer must hold. */
export async function readCase(ground: Ground, id: string, covering = ''): Promise<Reply<CaseFile>> {
  const query = covering === '' ? '' : `?covering=${encodeURIComponent(covering)}`;
  return ask<CaseFile>(ground, { path: `/api/v1/cases/${id}${query}`, ...PEOPLE.clerk });
}

/** Waits until the case is in one of the statuses. */
export async function untilStatus(
  ground: Ground,
  id: string,
  statuses: readonly string[],
  withinMs = 30_000,
): Promise<CaseFile> {
  let seen = '';
  const look = async () => {
    const { status, body } = await readCase(ground, id);
    seen = `${status} ${body.status}`;
    return statuses.includes(body.status) ? body : undefined;
  };
  return eventually(`${id} in ${statuses.join(' or ')}`, withinMs, look).catch((error: Error) => {
    throw new Error(`${error.message}; last seen: ${seen}`);
  });
}

/** An act of staff on a case, once, with a key of its own. */
export async function act(
  ground: Ground,
  id: string,
  who: { readonly role: string; readonly actor: string; readonly unit?: string },
  name: string,
  body: object,
): Promise<Reply<{ code?: string }>> {
  return ask(ground, { ...who, path: `/api/v1/cases/${id}/${name}`, body, key: randomUUID() });
}
