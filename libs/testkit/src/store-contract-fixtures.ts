// Documents, waits and the bench on which the store's contract suite is run.
import { isInfrastructureError } from '#platform/infrastructure-error';
import { type AggregateDocument, blankDocument, type OutboxEntry } from '#platform/store/document';
import type { DocumentStore, DocumentWrite, ReaderStore } from '#platform/store/ports';

/** State of the suite's documents. */
export interface Folder {
  readonly title: string;
  readonly pages: readonly { readonly number: number; readonly scan: Uint8Array }[];
}

/**
 * A store of its own for one test, with the faults the suite plants. Lookups: `number` unique, `region`
 * index.
 */
export interface StoreBench {
  /** A process on the same documents; each call is another process. */
  documents(): Promise<DocumentStore<Folder>>;
  readers(): Promise<ReaderStore>;
  /** The next write is done, but its answer is lost on the way. */
  loseNextAnswer(): Promise<void>;
  close(): Promise<void>;
}

/** A store whose whole content can be copied and put back. */
export interface RestorableStoreBench extends StoreBench {
  /** Keeps a copy of everything; the answer puts it back under the processes that live. */
  keepCopy(): Promise<() => Promise<void>>;
}

/** Longest wait of one test of the suite. */
export const patienceMs = 30_000;

/** Declares one test. */
export type Test = (title: string, run: () => Promise<void>) => void;

/** Repeats the same call through an outage. */
export async function persistently<T>(call: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs / 2;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isInfrastructureError(error) || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Hands an error on unless it is an outage, which is thrown so that the call is repeated. */
export function notOutage(error: unknown): unknown {
  if (isInfrastructureError(error)) throw error;
  return error;
}

/** The ids on all pages, sorted. */
export async function paged(
  run: (onPage: (documents: readonly AggregateDocument<Folder>[]) => Promise<void>) => Promise<void>,
): Promise<string[]> {
  const ids: string[] = [];
  await run(async (documents) => {
    ids.push(...documents.map(({ id }) => id));
  });
  return ids.sort();
}

function entry(id: string, seq: number, at: number): OutboxEntry {
  return {
    seq,
    id: `i/${id}/w/${seq}`,
    type: 'zhitong.test.v1.Written',
    at,
    basis: { 'intake.appeal': 3 },
    commandId: `command-${seq}`,
    minReader: 1,
    traceparent: '',
    value: new Uint8Array([seq, 0, 255]),
  };
}

/** The first write of a document. */
export function created(
  id: string,
  lookup: Record<string, string> = {},
  title = 'first',
  at = 1000,
): DocumentWrite<Folder> {
  const appended = [entry(id, 1, at)];
  const state: Folder = { title, pages: [{ number: 1, scan: new Uint8Array([1, 0, 255]) }] };
  const answered = [{ commandId: 'command-1', eventId: `i/${id}/w/1`, version: 1 }];
  const document = {
    ...blankDocument(id, state),
    version: 1,
    seq: 1,
    lastAt: at,
    outbox: appended,
    lookup,
    answered,
  };
  return { document, appended };
}

/** The next write of a document as it was read: one more event. */
export function next(
  document: AggregateDocument<Folder>,
  state: Partial<Folder>,
  at = 2000,
): DocumentWrite<Folder> {
  const appended = [entry(document.id, document.seq + 1, at)];
  return {
    appended,
    document: {
      ...document,
      version: document.version + 1,
      seq: document.seq + 1,
      lastAt: at,
      state: { ...document.state, ...state },
      seen: { 'triage.routing': document.version },
      outbox: [...document.outbox, ...appended],
    },
  };
}
