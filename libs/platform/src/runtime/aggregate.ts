// A decider at work: takes commands from people, stretches of the journal from the loop, and wakes documents
// that are due. Each ends in the one guarded write of the document; whoever finds it changed meanwhile reads
// again and decides again.
import { randomUUID } from 'node:crypto';
import type { Actor, Rejection } from '#kernel/decider';
import type { ReadRecord } from '../journal/record';
import { type AggregateDocument, blankDocument } from '../store/document';
import type { DocumentStore, DocumentWrite } from '../store/ports';
import { CatchUp } from './catch-up';
import type { DataKey, Vault } from './codec';
import type { Folder, ParkCause } from './folder';
import type { Relay } from './relay';
import { parkReason } from './park-reason';
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
}

/** What became of an order. `eventId` is empty when it changed nothing. */
export type Outcome<S> =
  | { ok: true; eventId: string; version: number; repeated: boolean; state: S }
  | { ok: false; rejection: Rejection; state: S };

/** One decider with its documents. */
export class Aggregate<S, C, O extends Typed, F extends Typed, P> implements Folder {
  readonly group: string;
  readonly types: readonly string[];
  readonly ownWriter: string;
  private readonly behind: CatchUp<S, C, O, F, P>;

  constructor(
    readonly spec: AggregateSpec<S, C, O, F, P>,
    private readonly ports: AggregatePorts<S>,
  ) {
    this.group = spec.writer;
    this.ownWriter = spec.writer;
    this.types = [...spec.foreign.types, ...spec.own.types];
    this.behind = new CatchUp(spec, ports, (records) => this.apply(records));
  }

  /** Decides a command and makes it durable. Throws only when store or vault cannot be reached. */
  async execute(order: Order<C>): Promise<Outcome<S>> {
    const key = (await this.ports.vault.keys([order.id])).get(order.id);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = (await this.ports.store.load([order.id])).get(order.id);
      const document = found ?? blankDocument(order.id, this.spec.decider.initial);
      const before = document.answered.find((answer) => answer.commandId === order.commandId);
      if (before) return { ok: true, ...before, repeated: true, state: document.state };
      if (order.expectedSeq !== undefined && order.expectedSeq !== document.seq) {
        return {
          ok: false,
          rejection: { code: 'CHANGED_MEANWHILE', rule: '', params: {} },
          state: document.state,
        };
      }
      const result = this.decideTraced(document, order, key);
      if (!result.ok) return { ...result, state: document.state };
      const { step } = result;
      const last = step.appended.at(-1);
      if (last === undefined) {
        return { ok: true, eventId: '', version: document.version, repeated: false, state: document.state };
      }
      const [outcome] = await this.ports.store.write([step]);
      if (outcome === 'written') {
        this.ports.relay.enqueue(step.document);
        const { version, state } = step.document;
        return { ok: true, eventId: last.id, version, repeated: false, state };
      }
    }
    throw new Error(`${this.spec.writer} ${order.id}: changed by others ${ATTEMPTS} times in a row`);
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
      commandId: order.commandId ?? randomUUID(),
      actor: order.actor,
      traceparent: this.ports.tracing.current(),
      key,
      causeAt: 0,
    });
  }

  async apply(records: readonly ReadRecord[]): Promise<readonly ParkCause[]> {
    const relevant = records.filter((record) => record.writer === this.spec.writer || this.concerns(record));
    let groups = groupByKey(relevant);
    const causes: ParkCause[] = [];
    for (let attempt = 0; groups.size > 0; attempt++) {
      if (attempt >= ATTEMPTS)
        throw new Error(`${this.spec.writer}: documents changed ${ATTEMPTS} times in a row`);
      const writes = await this.foldGroups(groups, causes);
      const outcomes = writes.length > 0 ? await this.ports.store.write(writes) : [];
      const stale = new Map<string, ReadRecord[]>();
      for (const [index, write] of writes.entries()) {
        const id = write.document.id;
        if (outcomes[index] === 'written') this.ports.relay.enqueue(write.document);
        else stale.set(id, groups.get(id) ?? []);
      }
      groups = stale;
    }
    return causes;
  }

  private concerns(record: ReadRecord): boolean {
    return this.spec.foreign.types.includes(record.type);
  }

  private async foldGroups(
    groups: ReadonlyMap<string, ReadRecord[]>,
    causes: ParkCause[],
  ): Promise<DocumentWrite<S>[]> {
    const ids = [...groups.keys()];
    const [documents, keys] = await Promise.all([this.ports.store.load(ids), this.ports.vault.keys(ids)]);
    const writes: DocumentWrite<S>[] = [];
    for (const [id, records] of groups) {
      const before = documents.get(id) ?? blankDocument(id, this.spec.decider.initial);
      const step = this.foldKey(before, records, keys.get(id), causes);
      if (step.document.version !== before.version) {
        writes.push({ document: { ...step.document, version: before.version + 1 }, appended: step.appended });
      }
    }
    return writes;
  }

  private foldKey(
    before: AggregateDocument<S>,
    records: readonly ReadRecord[],
    key: DataKey | undefined,
    causes: ParkCause[],
  ): Step<S> {
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
            }),
        );
        document = step.document;
        appended.push(...step.appended);
      } catch (error) {
        causes.push({ record, reason: parkReason(error) });
        break;
      }
    }
    return { document, appended };
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
    await this.ports.store.clear();
  }
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
