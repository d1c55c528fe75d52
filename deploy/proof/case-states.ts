/** What the case files say at one moment, to be held against what they said at another. */
import { inParallel } from '../zt/replay';
import type { Receipt } from './appeals';
import { type Ground, ask, eventually } from './ground';

/** The case file of one appeal, in short. */
export interface CaseState {
  readonly id: string;
  readonly status: string;
  readonly lead: string;
  /** Title and content as read back. */
  readonly words: string;
  readonly events: readonly string[];
}

interface CaseFile {
  readonly number: string;
  readonly status: string;
  readonly lead: string;
  readonly title: string;
  readonly content: string;
  readonly timeline: readonly { readonly eventId: string }[];
}

/** Statuses an appeal passes through by itself and does not stay in. */
const PASSING = ['', 'submitted', 'matched', 'admitted', 'classified'];

const REST_MS = 60_000;

/**
 * Reads the file of every appeal once it rests; those that are missing, wrong or do not come to rest are
 * named.
 */
export async function caseStates(
  ground: Ground,
  receipts: readonly Receipt[],
  problems: string[],
): Promise<readonly CaseState[]> {
  const until = Date.now() + REST_MS;
  const states = await inParallel(receipts, 8, async ({ id, number }) => {
    let seen = 'no answer';
    const look = async (): Promise<CaseFile | undefined> => {
      const reply = await ask<CaseFile>(ground, {
        path: `/api/v1/cases/${id}`,
        role: 'clerk',
        actor: 'proof',
      });
      seen =
        reply.status === 200
          ? `status ${reply.body.status}`
          : `${reply.status} ${JSON.stringify(reply.body)}`;
      return reply.status === 200 && !PASSING.includes(reply.body.status) ? reply.body : undefined;
    };
    const file = await eventually(id, until - Date.now(), look).catch(() => undefined);
    if (!file) problems.push(`${id} has not come to rest: ${seen}`);
    if (file && file.number !== number)
      problems.push(`${id} was answered as ${number} and is ${file.number}`);
    if (!file) return [];
    const { status, lead, title, content, timeline } = file;
    return [
      { id, status, lead, words: `${title}\n${content}`, events: timeline.map(({ eventId }) => eventId) },
    ];
  });
  return states.flat();
}

/** What is otherwise than before, apart from events that have come since. */
export function changes(before: readonly CaseState[], after: readonly CaseState[]): string[] {
  const now = new Map(after.map((state) => [state.id, state]));
  return before.flatMap((was) => {
    const is = now.get(was.id);
    if (!is) return [`${was.id} is gone; it was ${was.status}`];
    const lost = was.events.filter((id) => !is.events.includes(id));
    return [
      ...(is.status === was.status ? [] : [`${was.id} is ${is.status}; it was ${was.status}`]),
      ...(is.lead === was.lead ? [] : [`${was.id} is led by ${is.lead}; it was ${was.lead}`]),
      ...(is.words === was.words ? [] : [`${was.id} has lost or changed its words`]),
      ...lost.map((id) => `${was.id} no longer shows ${id}`),
    ];
  });
}
