// A decider at work: takes commands from people and stretches of the journal from the loop. Each ends in the
// one guarded write of the document; whoever finds it changed meanwhile reads again and decides again.
import type { Actor, Rejection } from '#kernel/decider';
import { InfrastructureError } from '../infrastructure-error';
import { eventId, type ReadRecord } from '../journal/record';
import { type AggregateDocument, blankDocument } from '../store/document';
import type { DocumentStore, DocumentWrite } from '../store/ports';
import { CatchUp } from './catch-up';
import type { DataKey, Vault } from './codec';
import type { Folder, ParkCause } from './folder';
import type { Relay } from './relay';
import { KnownDocuments } from './known-documents';
import { parkReason } from './park-reason';
import type { Randomness } from './randomness';
import { type AggregateSpec, type Step, decideStep, foldLive } from './step';
import type { Tracing } from './tracing';

type Typed = { type: string };

const ATTEMPTS = 8;

/** Ports of an aggregate. */
export interface AggregatePorts<S> {
  readonly store: DocumentStore<S>;
  readonly relay: Relay;
  readonly vault: Vault;
  readonly tracing: Tracing;
  readonly now: () => number;
  readonly random: Randomness;
  /** The key is parked: its document may be behind what was decided. */
  readonly waits: (key: string) => boolean;
}

/** A command with its envelope. */
export interface Order<C> {
  readonly id: string;
  readonly command: C;
  /** A repeat of the same id gets the first answer; without one the command is not repeatable. */
  readonly commandId?: string;
  readonly actor: Actor;
  /** Seq of the document the person saw; refused with `CHANGED_MEANWHILE` when it has moved on. */
  readonly expectedSeq?: number;
  /** The document is hardly there yet: it is tried as new before it is read. */
  readonly opens?: boolean;
}

/**
 * What became of an order. `eventId` is empty when it changed nothing; `asOf` is the last event of the
 * document that refused, empty when it has none.
 */
export type Outcome<S> =
  | { ok: true; eventId: string; version: number; repeated: boolean; state: S }
  | { ok: false; rejection: Rejection; asOf: string; state: S };

/** One decider with its documents. */
export class Aggregate<S, C, O extends Typed, F extends Typed, P> implements Folder {
  readonly group: string;
  readonly types: readonly string[];
  readonly ownWriter: string;
  private readonly behind: CatchUp<S, C, O, F, P>;
  private readonly known = new KnownDocuments<S>();
  private readonly listeners: ((document: AggregateDocument<S>) => void)[] = [];

  constructor(
    readonly spec: AggregateSpec<S, C, O, F, P>,
    private readonly ports: AggregatePorts<S>,
  ) {
    this.group = spec.writer;
    this.ownWriter = spec.writer;
    this.types = [...spec.foreign.types, ...spec.own.types];
    this.behind = new CatchUp(spec, ports, (records) => this.apply(records));
    ports.relay.onAcknowledged((id, seq, acked) => this.known.acknowledged(id, seq, acked));
  }

  /** Tells every document just written. */
  onWritten(listener: (document: AggregateDocument<S>) => void): void {
    this.listeners.push(listener);
  }

  /**
   * Decides a command and makes it durable. Throws only when store or vault cannot be reached, and for a
   * parked key: decided on a document that is behind, it would take a seq twice and be lost.
   */
  async execute(order: Order<C>): Promise<Outcome<S>> {
    if (this.ports.waits(order.id))
      throw new InfrastructureError(`${this.spec.writer} ${order.id}: parked, waits for an operator`);
    const key = (await this.ports.vault.keys([order.id])).get(order.id);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const known =
        this.known.get(order.id) ?? (order.opens && attempt === 0 ? this.blank(order.id) : undefined);
      const found = known ?? (await this.ports.store.load([order.id])).get(order.id);
      const document = found ?? this.blank(order.id);
      const outcome = await this.attempt(document, order, key);
      if (outcome !== 'stale' && (known === undefined || wrote(outcome))) return outcome;
      this.known.forget(order.id);
    }
    throw new InfrastructureError(
      `${this.spec.writer} ${order.id}: changed by others ${ATTEMPTS} times in a row`,
    );
  }

  private async attempt(
    document: AggregateDocument<S>,
    order: Order<C>,
    key: DataKey | undefined,
  ): Promise<Outcome<S> | 'stale'> {
    const { state, version, seq } = document;
    const asOf = seq === 0 ? '' : eventId(this.spec.instance, order.id, this.spec.writer, seq);
    const before = document.answered.find((answer) => answer.commandId === order.commandId);
    if (before) return { ok: true, ...before, repeated: true, state };
    if (order.expectedSeq !== undefined && order.expectedSeq !== document.seq) {
      return { ok: false, rejection: { code: 'CHANGED_MEANWHILE', rule: '', params: {} }, asOf, state };
    }
    const result = this.decideTraced(document, order, key);
    if (!result.ok) return { ...result, asOf, state };
    const { step } = result;
    const last = step.appended.at(-1);
    if (last === undefined) return { ok: true, eventId: '', version, repeated: false, state };
    const [outcome] = await this.ports.store.write([step]);
    if (outcome !== 'written') return 'stale';
    this.written(step.document);
    const after = step.document;
    return { ok: true, eventId: last.id, version: after.version, repeated: false, state: after.state };
  }

  private blank(id: string): AggregateDocument<S> {
    return blankDocument(id, this.spec.decider.initial);
  }

  private written(document: AggregateDocument<S>): void {
    this.known.put(document);
    this.ports.relay.enqueue(document);
    for (const listener of this.listeners) listener(document);
  }

  /** A sweep's command comes from no request: it continues the trace of the document's last step. */
  private decideTraced(document: AggregateDocument<S>, order: Order<C>, key: DataKey | undefined) {
    const { tracing } = this.ports;
    const decide = () => this.decideOn(document, order, key);
    const last = document.outbox.at(-1)?.traceparent ?? '';
    if (tracing.current() !== '' || last === '') return decide();
    return tracing.continued(last, `${this.spec.writer} sweep`, 'consumer', decide);
  }

  private decideOn(document: AggregateDocument<S>, order: Order<C>, key: DataKey | undefined) {
    return decideStep(this.spec, document, order.command, {
      now: this.ports.now(),
      commandId: order.commandId ?? this.ports.random.uuid(),
      actor: order.actor,
      traceparent: this.ports.tracing.current(),
      key,
      causeAt: 0,
      random: this.ports.random,
    });
  }

  async apply(records: readonly ReadRecord[]): Promise<readonly ParkCause[]> {
    const relevant = records.filter((record) => record.writer === this.spec.writer || this.concerns(record));
    let groups = groupByKey(relevant);
    const causes: ParkCause[] = [];
    for (let attempt = 0; groups.size > 0; attempt++) {
      if (attempt >= ATTEMPTS)
        throw new InfrastructureError(`${this.spec.writer}: documents changed ${ATTEMPTS} times in a row`);
      const { writes, doubtful } = await this.foldGroups(groups, causes);
      const outcomes = writes.length > 0 ? await this.ports.store.write(writes) : [];
      const stale = new Set(doubtful);
      for (const [index, { document }] of writes.entries()) {
        if (outcomes[index] === 'written') this.written(document);
        else stale.add(document.id);
      }
      for (const id of stale) this.known.forget(id);
      groups = new Map([...groups].filter(([id]) => stale.has(id)));
    }
    return causes;
  }

  private concerns(record: ReadRecord): boolean {
    return this.spec.foreign.types.includes(record.type);
  }

  /** `doubtful`: keys that only a document read anew may answer. */
  private async foldGroups(
    groups: ReadonlyMap<string, ReadRecord[]>,
    causes: ParkCause[],
  ): Promise<{ writes: DocumentWrite<S>[]; doubtful: string[] }> {
    const ids = [...groups.keys()];
    const known = this.known.of(ids);
    const [documents, keys] = await Promise.all([
      this.ports.store.load(ids.filter((id) => !known.has(id))),
      this.ports.vault.keys(ids),
    ]);
    const writes: DocumentWrite<S>[] = [];
    const doubtful: string[] = [];
    for (const [id, records] of groups) {
      const found = known.get(id) ?? documents.get(id);
      const before = found ?? this.blank(id);
      const { step, cause } = this.foldKey(before, records, keys.get(id));
      if (cause && known.has(id)) {
        doubtful.push(id);
        continue;
      }
      if (cause) causes.push({ record: cause.record, reason: parkReason(cause.error) });
      if (step.document.version !== before.version) {
        writes.push({ document: { ...step.document, version: before.version + 1 }, appended: step.appended });
      }
    }
    return { writes, doubtful };
  }

  private foldKey(
    before: AggregateDocument<S>,
    records: readonly ReadRecord[],
    key: DataKey | undefined,
  ): { step: Step<S>; cause?: { record: ReadRecord; error: unknown } } {
    let document = before;
    const appended: Step<S>['appended'][number][] = [];
    for (const record of records) {
      try {
        const step = this.ports.tracing.continued(
          record.traceparent,
          `${this.spec.writer} ${record.type}`,
          'consumer',
          () =>
            foldLive(this.spec, document, record, {
              now: this.ports.now(),
              key,
              traceparent: this.ports.tracing.current(),
              random: this.ports.random,
            }),
        );
        document = step.document;
        appended.push(...step.appended);
      } catch (error) {
        return { step: { document, appended }, cause: { record, error } };
      }
    }
    return { step: { document, appended } };
  }

  catchUp(
    records: readonly ReadRecord[],
    lastOwnSeq: ReadonlyMap<string, number>,
  ): Promise<readonly ParkCause[]> {
    return this.behind.take(records, lastOwnSeq);
  }

  caughtUp(keys: Iterable<string>): Promise<readonly ParkCause[]> {
    return this.behind.end(keys);
  }

  async clear(): Promise<void> {
    this.behind.clear();
    this.known.clear();
    await this.ports.store.clear();
  }
}

/** What stands in the store is certain; a refusal, and that nothing is to be done, only when read anew. */
function wrote<S>(outcome: Outcome<S>): boolean {
  return outcome.ok && outcome.eventId !== '';
}

function groupByKey(records: readonly ReadRecord[]): Map<string, ReadRecord[]> {
  const groups = new Map<string, ReadRecord[]>();
  for (const record of records) {
    const group = groups.get(record.key);
    if (group) group.push(record);
    else groups.set(record.key, [record]);
  }
  return groups;
}
