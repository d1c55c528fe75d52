// Live updates: what the journal brings is told to everybody who watches, as ids, types and times only –
// rights are checked when a case is fetched. Changes of a quarter of a second go out together. A viewer who
// reads too slowly is let go, because a page that reconnects loses nothing while a buffer without bound loses
// everybody.
import type { ServerResponse } from 'node:http';

/** A change of a case. */
export interface Change {
  readonly id: string;
  readonly type: string;
  readonly at: number;
}

/** Where viewers gather. */
export interface LiveHub {
  /** Takes a connection over, with the counts of all cases or without; false when there are too many. */
  attach(response: ServerResponse, counts: boolean): boolean;
  changed(change: Change): void;
  readonly viewers: number;
  stop(): void;
}

/** Ports and bounds of a hub; times in ms. */
export interface LiveOptions {
  readonly counts: () => Promise<object>;
  readonly gatherMs?: number;
  readonly countsEveryMs?: number;
  readonly heartbeatMs?: number;
  readonly maxViewers?: number;
  readonly maxWaitingBytes?: number;
}

const MOST_CHANGES = 500;

/** Opens a hub. */
export function liveHub(options: LiveOptions): LiveHub {
  const { gatherMs = 250, countsEveryMs = 1000, heartbeatMs = 15_000 } = options;
  const { maxViewers = 500, maxWaitingBytes = 256 * 1024 } = options;
  /** With whether the counts of all cases are told as well. */
  const viewers = new Map<ServerResponse, boolean>();
  const waiting = new Map<string, { id: string; types: Set<string>; at: number }>();
  let dirty = false;
  let asking = false;
  let overflow = false;

  const write = (response: ServerResponse, text: string): void => {
    if (response.writableLength > maxWaitingBytes) response.destroy();
    else response.write(text);
  };
  const tell = (event: string, data: object): void => {
    const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const [response, counts] of viewers) if (counts || event !== 'counts') write(response, text);
  };
  const tellChanges = (): void => {
    if (waiting.size === 0 && !overflow) return;
    tell('cases', { cases: [...waiting.values()].map(gathered), more: overflow });
    waiting.clear();
    overflow = false;
  };
  const tellCounts = async (): Promise<void> => {
    if (!dirty || asking || ![...viewers.values()].includes(true)) return;
    [dirty, asking] = [false, true];
    try {
      tell('counts', await options.counts());
    } catch {
      dirty = true;
    } finally {
      asking = false;
    }
  };
  const beat = () => viewers.forEach((_, response) => void write(response, ': still here\n\n'));
  const stopTimers = every([tellChanges, gatherMs], [tellCounts, countsEveryMs], [beat, heartbeatMs]);

  return {
    attach: (response, counts) => {
      if (viewers.size >= maxViewers) return false;
      viewers.set(response, counts);
      response.on('close', () => viewers.delete(response));
      response.write('retry: 3000\n\n');
      dirty = true;
      return true;
    },
    changed: ({ id, type, at }) => {
      dirty = true;
      if (viewers.size === 0) return;
      const known = waiting.get(id);
      if (known) {
        known.types.add(type);
        known.at = Math.max(known.at, at);
      } else if (waiting.size < MOST_CHANGES) waiting.set(id, { id, types: new Set([type]), at });
      else overflow = true;
    },
    get viewers() {
      return viewers.size;
    },
    stop: () => {
      stopTimers();
      for (const response of viewers.keys()) response.end();
      // Counts may still be on their way; writing to a response that has ended would break the process.
      viewers.clear();
    },
  };
}

/** Does each again and again (ms); the answer ends all of them. No process lives for their sake. */
function every(...works: readonly [() => unknown, number][]): () => void {
  const timers = works.map(([work, ms]) => setInterval(() => void work(), ms).unref());
  return () => timers.forEach(clearInterval);
}

/** A case as it is told: what happened to it since the last telling. */
function gathered({ id, types, at }: { id: string; types: ReadonlySet<string>; at: number }) {
  return { id, types: [...types], at: new Date(at).toISOString() };
}
