// Evolving a document forward from the journal. The order in which a decider took things is not the order in
// which they stand in the journal: a foreign event that came before our own may have been seen only after it.
// Every own event therefore carries its basis, the seqs of the others seen when it was decided, and is
// applied after exactly those. Nothing is decided, emitted or sent here; what was never seen is left over,
// for the reader to take live.
import type { ReadRecord } from '../journal/record';
import type { AggregateDocument } from '../store/document';
import type { DataKey } from './codec';
import { type AggregateSpec, CannotApply, decodeForeign, foldForeign, foldOwn } from './step';

type Typed = { type: string };

/** One document on its way forward. Feed it the records of its key in journal order. */
export class KeyReplay<S, C, O extends Typed, F extends Typed, P> {
  private readonly foreign: ReadRecord[] = [];
  private readonly own = new Map<number, ReadRecord>();

  constructor(
    private readonly spec: AggregateSpec<S, C, O, F, P>,
    private current: AggregateDocument<S>,
    private readonly key: () => DataKey | undefined,
    private readonly keepSinceAt: number = Number.POSITIVE_INFINITY,
  ) {}

  /** The document as far as it could be evolved. */
  get document(): AggregateDocument<S> {
    return this.current;
  }

  /** Own events that wait for a foreign one of their basis; empty unless the journal is incomplete. */
  get waiting(): readonly ReadRecord[] {
    return [...this.own.values()];
  }

  /** Foreign records that no own event has seen, in journal order. */
  get unseen(): readonly ReadRecord[] {
    return this.foreign;
  }

  /** Takes the next record of the key; repeats are ignored. */
  take(record: ReadRecord): void {
    if (record.writer === this.spec.writer) {
      if (record.seq > this.current.seq && !this.own.has(record.seq)) this.own.set(record.seq, record);
    } else if (this.isNew(record)) {
      this.foreign.push(record);
    }
    this.advance();
  }

  private isNew(record: ReadRecord): boolean {
    if (record.seq <= (this.current.seen[record.writer] ?? 0)) return false;
    return !this.foreign.some((other) => other.writer === record.writer && other.seq === record.seq);
  }

  private advance(): void {
    for (let next = this.own.get(this.current.seq + 1); next; next = this.own.get(this.current.seq + 1)) {
      if (!this.basisAtHand(next)) return;
      this.applyBasis(next);
      this.own.delete(next.seq);
      this.current = foldOwn(this.spec, this.current, next, this.key(), this.keepSinceAt);
    }
  }

  private basisAtHand(own: ReadRecord): boolean {
    return Object.entries(own.basis).every(
      ([writer, seq]) =>
        (this.current.seen[writer] ?? 0) >= seq ||
        this.foreign.some((record) => record.writer === writer && record.seq === seq),
    );
  }

  private applyBasis(own: ReadRecord): void {
    const inBasis = (record: ReadRecord) => record.seq <= (own.basis[record.writer] ?? 0);
    for (const record of this.foreign.filter(inBasis)) {
      const foreign = decodeForeign(this.spec, record, this.key());
      if (foreign !== undefined) this.current = foldForeign(this.spec, this.current, record, foreign);
    }
    const rest = this.foreign.filter((record) => !inBasis(record));
    this.foreign.splice(0, this.foreign.length, ...rest);
  }

  /**
   * Applies what no own event has seen, without reacting to it: the state as a reader at the end would show
   * it.
   */
  settle(): AggregateDocument<S> {
    const [stuck] = this.own.values();
    if (stuck)
      throw new CannotApply(stuck, `its basis is not in the journal: ${JSON.stringify(stuck.basis)}`);
    for (const record of this.foreign.splice(0)) {
      const foreign = decodeForeign(this.spec, record, this.key());
      if (foreign !== undefined) this.current = foldForeign(this.spec, this.current, record, foreign);
    }
    return this.current;
  }
}
