// Carries outbox entries to the journal. A document's unpublished entries always go together, from the oldest
// on, in one send, so that first occurrences stand in order whoever sends; a repeat is harmless because
// readers skip by seq. Entries stay 24 h after the acknowledgement: should the journal lose its tail, they
// are published again before anything new.
import { LRUCache } from 'lru-cache';
import type { JournalWriter } from '../journal/ports';
import type { JournalRecord } from '../journal/record';
import { type AggregateDocument, KEPT_MS, type OutboxEntry, unpublished } from '../store/document';
import type { Acknowledgement, DocumentStore } from '../store/ports';
import type { Timers } from './timers';

/** Entries in one send, about. */
const SEND_RECORDS = 500;
const SWEEP_MS = 5000;
const PRUNE_MS = 60_000;
const MAX_PAUSE_MS = 2000;
/** A command that took its time before a sweep looked may still write after it; no command takes longer. */
const COMMAND_MARGIN_MS = 5000;

type Acked = NonNullable<OutboxEntry['acked']>;

interface Waiting {
  readonly seq: number;
  readonly entries: readonly OutboxEntry[];
}

/** Ports and identity of a relay. */
export interface RelayOptions {
  readonly instance: string;
  readonly writer: string;
  readonly store: DocumentStore<unknown>;
  readonly journal: JournalWriter;
  readonly now: () => number;
  readonly timers: Timers;
  readonly onTrouble: (code: string, error: unknown) => void;
}

/** One relay per decider and process. */
export class Relay {
  private readonly queue = new Map<string, Waiting>();
  private readonly publishedSeq = new LRUCache<string, number>({ max: 20_000 });
  private running: Promise<void> | undefined;
  private acks = new Map<string, Acknowledgement>();
  private noting: Promise<void> | undefined;
  private tellAcknowledged: (id: string, seq: number, acked: Acked) => void = () => {};
  private stopTimers: (() => void)[] = [];
  private stopped = false;
  private pauseMs = 0;
  /** Since when sends fail (epoch ms); screens show it. */
  behindSince: number | undefined;

  constructor(private readonly options: RelayOptions) {}

  /** Starts sweeping for entries that an earlier process left. */
  start(): void {
    const { timers } = this.options;
    this.stopTimers = [
      timers.every(SWEEP_MS, () => void this.sweep()),
      timers.every(PRUNE_MS, () => void this.prune()),
    ];
    void this.sweep();
  }

  /** A document was written; its unpublished entries are on their way after this. */
  enqueue(document: AggregateDocument<unknown>): void {
    const entries = unpublished(document);
    if (entries.length === 0) return;
    const known = this.queue.get(document.id);
    if (known && known.seq > document.seq) return;
    this.queue.set(document.id, { seq: document.seq, entries });
    this.running ??= this.drain();
  }

  /** Who is told that a document's entries up to a seq stand in the journal. */
  onAcknowledged(tell: (id: string, seq: number, acked: Acked) => void): void {
    this.tellAcknowledged = tell;
  }

  /** Resolves when nothing is queued and every acknowledgement is noted, or after the given time. */
  async flush(withinMs: number): Promise<boolean> {
    const until = Date.now() + withinMs;
    const open = () => this.running ?? this.noting;
    while (open() !== undefined && Date.now() < until) await Promise.race([open(), pause(50)]);
    return open() === undefined;
  }

  /** Instant up to which everything decided is published (epoch ms). */
  async publishedThroughAt(): Promise<number> {
    const asOf = this.options.now() - COMMAND_MARGIN_MS;
    const oldest = await this.options.store.oldestUnpublishedAt();
    return oldest === undefined ? asOf : Math.min(asOf, oldest - 1);
  }

  /** Publishes every kept entry again: the journal was found shorter than what it had acknowledged. */
  async republishKept(): Promise<number> {
    let count = 0;
    await this.options.store.acknowledgedSince(this.options.now() - KEPT_MS, async (documents) => {
      for (const part of partsOf(documents, SEND_RECORDS)) {
        const entries = part.flatMap((document) => document.outbox.map((entry) => ({ document, entry })));
        const records = entries.map(({ document, entry }) => this.recordOf(document.id, entry));
        const positions = await this.options.journal.append(records);
        const at = this.options.now();
        await this.options.store.acknowledge(
          part.map((document) => ({
            id: document.id,
            seq: document.seq,
            entries: entries.flatMap((item, index) => {
              const position = positions[index];
              return item.document === document && position ? [{ seq: item.entry.seq, ...position, at }] : [];
            }),
          })),
        );
        count += records.length;
      }
    });
    return count;
  }

  async stop(): Promise<void> {
    for (const stop of this.stopTimers) stop();
    await this.flush(5000);
    this.stopped = true;
    await this.running;
    await this.noting;
  }

  private async sweep(): Promise<void> {
    try {
      const left = await this.options.store.unpublishedBefore(this.options.now() - SWEEP_MS, SEND_RECORDS);
      for (const document of left) {
        this.publishedSeq.delete(document.id);
        this.enqueue(document);
      }
    } catch (error) {
      this.options.onTrouble('relay-sweep', error);
    }
  }

  private async prune(): Promise<void> {
    try {
      await this.options.store.prune(this.options.now() - KEPT_MS, SEND_RECORDS);
    } catch (error) {
      this.options.onTrouble('relay-prune', error);
    }
  }

  /** Ends in the same turn in which it finds nothing: what is queued after that begins anew. */
  private async drain(): Promise<void> {
    await Promise.resolve();
    while (this.queue.size > 0 && !this.stopped) {
      const taken = this.take();
      try {
        await this.send(taken);
        this.behindSince = undefined;
        this.pauseMs = 0;
      } catch (error) {
        this.behindSince ??= this.options.now();
        this.options.onTrouble('relay-send', error);
        for (const [id, waiting] of taken) if (!this.queue.has(id)) this.queue.set(id, waiting);
        this.pauseMs = Math.min(MAX_PAUSE_MS, this.pauseMs * 2 + 50);
        await this.options.timers.pause(this.pauseMs);
      }
    }
    this.running = undefined;
  }

  private take(): [string, Waiting][] {
    const taken: [string, Waiting][] = [];
    let records = 0;
    for (const [id, waiting] of this.queue) {
      if (records >= SEND_RECORDS) break;
      taken.push([id, waiting]);
      records += waiting.entries.length;
      this.queue.delete(id);
    }
    return taken;
  }

  private async send(taken: readonly [string, Waiting][]): Promise<void> {
    const rows = taken.map(([id, waiting]) => {
      const published = this.publishedSeq.get(id) ?? 0;
      return { id, seq: waiting.seq, entries: waiting.entries.filter((entry) => entry.seq > published) };
    });
    const records = rows.flatMap((row) => row.entries.map((entry) => this.recordOf(row.id, entry)));
    if (records.length === 0) return;
    const positions = await this.options.journal.append(records);
    const at = this.options.now();
    let index = 0;
    const acks: Acknowledgement[] = rows.map((row) => ({
      id: row.id,
      seq: row.seq,
      entries: row.entries.flatMap((entry) => {
        const position = positions[index++];
        return position ? [{ seq: entry.seq, ...position, at }] : [];
      }),
    }));
    for (const row of rows) this.publishedSeq.set(row.id, row.seq);
    for (const ack of acks) this.note(ack);
  }

  private note(ack: Acknowledgement): void {
    const last = ack.entries.at(-1);
    if (last === undefined) return;
    const { seq: _, ...acked } = last;
    this.tellAcknowledged(ack.id, ack.seq, acked);
    const before = this.acks.get(ack.id);
    this.acks.set(ack.id, before ? { ...ack, entries: [...before.entries, ...ack.entries] } : ack);
    this.noting ??= this.noteAll();
  }

  /**
   * Sending does not wait for it: what comes while the store notes goes with the next. What cannot be noted
   * stays unpublished in the store; a sweep sends it again, which readers skip.
   */
  private async noteAll(): Promise<void> {
    while (this.acks.size > 0) {
      const acks = [...this.acks.values()];
      this.acks = new Map();
      try {
        await this.options.store.acknowledge(acks);
      } catch (error) {
        this.options.onTrouble('relay-note', error);
      }
    }
    this.noting = undefined;
  }

  private recordOf(key: string, entry: OutboxEntry): JournalRecord {
    const { instance, writer } = this.options;
    return { ...entry, key, writer, instance };
  }
}

function partsOf<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
