// One service's part of one appeal: its document, its outbox, how far it has read. Everything between a
// command and the journal is the runtime's own – the step, the fold, the wire, the basis – without stores,
// sockets and loops, so that thousands of courses can be lived in seconds.
import type { Actor } from '#kernel/decider';
import { type ReadRecord, READER_LEVEL } from '#platform/journal/record';
import { KeyReplay } from '#platform/runtime/replay';
import { type AggregateSpec, decideStep, foldLive } from '#platform/runtime/step';
import { type AggregateDocument, blankDocument, unpublished } from '#platform/store/document';

type Typed = { type: string };

/** The appeal. */
export const KEY = 'appeal-1';
const INSTANCE = 'one';
const DATA_KEY = new Uint8Array(32).fill(7);

/** What is broken at a part: it cannot publish, it cannot read, or nothing is heard of it at all. */
export type Outage = 'relay' | 'reader' | 'silent';

/** A part of the instance, whatever it decides. */
export interface AnyPart {
  readonly writer: string;
  outage: Outage | undefined;
  readonly read: number;
  readonly dueAt: number | null;
  /** When the oldest event that waits in the outbox was decided (epoch ms), if one does. */
  readonly oldestUnpublishedAt: number | undefined;
  /** Publishes what waits; answers whether anything did. */
  publish(journal: ReadRecord[]): boolean;
  /** Reads the next record; answers whether there was one. */
  readOne(journal: readonly ReadRecord[], now: number): boolean;
  /** The state as the journal alone makes it: own events after exactly what they had seen. */
  rebuilt(journal: readonly ReadRecord[]): unknown;
  readonly state: unknown;
}

/** A part with its decider. */
export class Part<S, C, O extends Typed, F extends Typed, P> implements AnyPart {
  outage: Outage | undefined;
  read = 0;
  private document: AggregateDocument<S>;
  private readonly spec: AggregateSpec<S, C, O, F, P>;

  constructor(spec: Omit<AggregateSpec<S, C, O, F, P>, 'instance'>) {
    this.spec = { ...spec, instance: INSTANCE };
    this.document = blankDocument(KEY, spec.decider.initial);
  }

  get writer(): string {
    return this.spec.writer;
  }

  get state(): S {
    return this.document.state;
  }

  get seq(): number {
    return this.document.seq;
  }

  get dueAt(): number | null {
    return this.document.nextDueAt;
  }

  get oldestUnpublishedAt(): number | undefined {
    return unpublished(this.document)[0]?.at;
  }

  /** Gives a command now; answers the code of the refusal, empty when it was accepted. */
  command(command: C, actor: Actor, now: number): string {
    const context = { now, commandId: `c${this.document.version}`, actor, traceparent: '', key: DATA_KEY };
    const answer = decideStep(this.spec, this.document, command, { ...context, causeAt: 0 });
    if (!answer.ok) return answer.rejection.code;
    this.document = answer.step.document;
    return '';
  }

  publish(journal: ReadRecord[]): boolean {
    if (this.outage === 'relay' || this.outage === 'silent') return false;
    const waiting = unpublished(this.document);
    for (const { acked: _acked, ...entry } of waiting)
      journal.push({
        ...entry,
        key: KEY,
        writer: this.writer,
        minReader: READER_LEVEL,
        instance: INSTANCE,
        partition: 0,
        offset: journal.length,
      });
    this.document = { ...this.document, outbox: [] };
    return waiting.length > 0;
  }

  readOne(journal: readonly ReadRecord[], now: number): boolean {
    const next = journal[this.read];
    if (next === undefined || this.outage === 'reader' || this.outage === 'silent') return false;
    if (this.concerns(next))
      this.document = foldLive(this.spec, this.document, next, {
        now,
        key: DATA_KEY,
        traceparent: '',
      }).document;
    this.read += 1;
    return true;
  }

  rebuilt(journal: readonly ReadRecord[]): S {
    const blank = blankDocument(KEY, this.spec.decider.initial);
    const replay = new KeyReplay(this.spec, blank, () => DATA_KEY);
    for (const record of journal) if (this.concerns(record)) replay.take(record);
    return replay.settle().state;
  }

  private concerns({ writer, type }: ReadRecord): boolean {
    return writer === this.writer || this.spec.foreign.types.includes(type);
  }
}
