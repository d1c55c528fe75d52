// Bringing documents forward that are older than the journal, as after a restore or a rebuild: each is
// replayed to the last event of its own that the journal knows, and only then takes what is new. Partitions
// are handled side by side, each with keys of its own.
import type { ReadRecord } from '../journal/record';
import { KEPT_MS, blankDocument } from '../store/document';
import type { Acknowledgement, DocumentStore, DocumentWrite } from '../store/ports';
import type { DataKey, Vault } from './codec';
import type { ParkCause } from './folder';
import { parkReason } from './park-reason';
import { KeyReplay } from './replay';
import type { AggregateSpec } from './step';

type Typed = { type: string };

/** Ports of a catch-up. */
export interface CatchUpPorts<S> {
  readonly store: DocumentStore<S>;
  readonly vault: Vault;
  readonly now: () => number;
}

/** The documents of one decider that are behind. */
export class CatchUp<S, C, O extends Typed, F extends Typed, P> {
  private readonly replays = new Map<string, KeyReplay<S, C, O, F, P>>();
  private readonly replayKeys = new Map<string, DataKey>();

  constructor(
    private readonly spec: AggregateSpec<S, C, O, F, P>,
    private readonly ports: CatchUpPorts<S>,
    private readonly apply: (records: readonly ReadRecord[]) => Promise<readonly ParkCause[]>,
  ) {}

  /** Takes a stretch while own events up to `lastOwnSeq` (by key) are known to follow. */
  async take(
    records: readonly ReadRecord[],
    lastOwnSeq: ReadonlyMap<string, number>,
  ): Promise<readonly ParkCause[]> {
    const ids = [...new Set(records.map((record) => record.key))];
    const fresh = ids.filter((id) => !this.replays.has(id));
    const [documents, keys] = await Promise.all([this.ports.store.load(fresh), this.ports.vault.keys(ids)]);
    for (const id of fresh) {
      const document = documents.get(id) ?? blankDocument(id, this.spec.decider.initial);
      if ((lastOwnSeq.get(id) ?? 0) <= document.seq) continue;
      const key = () => this.replayKeys.get(id);
      this.replays.set(id, new KeyReplay(this.spec, document, key, this.ports.now() - KEPT_MS));
    }
    for (const [id, key] of keys) if (this.replays.has(id)) this.replayKeys.set(id, key);
    const live: ReadRecord[] = [];
    const causes: ParkCause[] = [];
    for (const record of records) {
      const replay = this.replays.get(record.key);
      if (!replay) live.push(record);
      else this.takeOrPark(replay, record, causes);
    }
    const done = ids.filter((id) => {
      const replay = this.replays.get(id);
      return replay !== undefined && replay.document.seq >= (lastOwnSeq.get(id) ?? 0);
    });
    causes.push(...(await this.finish(done)), ...(await this.apply(live)));
    return causes;
  }

  /** The end of the known stretch was reached for these keys. */
  async end(keys: Iterable<string>): Promise<readonly ParkCause[]> {
    const stuck: ParkCause[] = [];
    const sound: string[] = [];
    for (const id of keys) {
      const [record] = this.replays.get(id)?.waiting ?? [];
      if (record) stuck.push({ record, reason: 'BASIS_MISSING' });
      else sound.push(id);
      if (record) this.replays.delete(id);
    }
    return [...stuck, ...(await this.finish(sound))];
  }

  clear(): void {
    this.replays.clear();
    this.replayKeys.clear();
  }

  private takeOrPark(replay: KeyReplay<S, C, O, F, P>, record: ReadRecord, causes: ParkCause[]): void {
    if (record.writer !== this.spec.writer && !this.spec.foreign.types.includes(record.type)) return;
    try {
      replay.take(record);
    } catch (error) {
      causes.push({ record, reason: parkReason(error) });
    }
  }

  /** Writes the documents that were evolved forward and takes live what no own event of them had seen. */
  private async finish(ids: readonly string[]): Promise<readonly ParkCause[]> {
    const unseen: ReadRecord[] = [];
    const writes: DocumentWrite<S>[] = [];
    const open = ids.filter((id) => this.replays.has(id));
    const stored = await this.ports.store.load(open);
    for (const id of open) {
      const replay = this.replays.get(id);
      if (!replay) continue;
      const before = stored.get(id);
      const document = { ...replay.document, version: (before?.version ?? 0) + 1 };
      const appended = document.outbox.filter(({ seq }) => seq > (before?.seq ?? 0));
      writes.push({ document, appended });
      unseen.push(...replay.unseen);
      this.replays.delete(id);
      this.replayKeys.delete(id);
    }
    if (writes.length > 0) await this.ports.store.write(writes);
    await this.ports.store.acknowledge(
      writes.map(knownAcknowledgement).filter(({ entries }) => entries.length > 0),
    );
    return this.apply(unseen);
  }
}

/** Entries that were read from the journal are acknowledged by where they were read. */
function knownAcknowledgement<S>({ document, appended }: DocumentWrite<S>): Acknowledgement {
  const entries = appended.flatMap(({ seq, acked }) => (acked ? [{ seq, ...acked }] : []));
  return { id: document.id, seq: document.seq, entries };
}
