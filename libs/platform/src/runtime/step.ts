// One step of a document, without any I/O: a command decided, or a stretch of the journal folded. Everything
// that the promises rest on is here – seqs that make a repeat harmless, the basis that makes a rebuild exact,
// and times that never run backwards – so that it can be tried in every interleaving.
import type { Actor, Decider, Recorded, Rejection } from '#kernel/decider';
import { type JournalRecord, READER_LEVEL, type ReadRecord, eventId } from '../journal/record';
import {
  ANSWERS_KEPT,
  type AggregateDocument,
  EVENT_LIMIT_BYTES,
  OUTBOX_LIMIT_BYTES,
  type OutboxEntry,
  unpublished,
} from '../store/document';
import { type DataKey, type EventCodec, openWith, sealWith } from './codec';
import type { Randomness } from './randomness';

type Typed = { type: string };

const REACTION = 'cause:';

/** True for commands that an event brought about; seqs make those repeatable, so they need no memory. */
function isReaction(commandId: string): boolean {
  return commandId.startsWith(REACTION);
}

/** A decider with everything that connects it to the journal. */
export interface AggregateSpec<S, C, O extends Typed, F extends Typed, P> {
  readonly instance: string;
  /** `<service>.<kind>` */
  readonly writer: string;
  readonly decider: Decider<S, C, O, F, P>;
  readonly own: EventCodec<O>;
  readonly foreign: EventCodec<F>;
  /** The command that a foreign event brings about, if any. A refusal of it parks the key. */
  readonly react?: (cause: Recorded<F>, state: S, policy: P) => C | undefined;
  readonly policy: () => P;
  /** Fields to find the document by. */
  readonly lookup?: (state: S) => Record<string, string | number>;
  /** When the document wants to be looked at again (epoch ms). */
  readonly dueAt?: (state: S) => number | null;
}

/** Who commands what, when, and where the trace comes from. */
export interface StepContext {
  readonly now: number;
  readonly commandId: string;
  readonly actor: Actor;
  readonly traceparent: string;
  readonly key: DataKey | undefined;
  /** Time of the event that caused the command; 0 when a person did. */
  readonly causeAt: number;
  /** Where the nonces of sealed fields come from; the machine when not given. */
  readonly random?: Randomness;
}

/** A document after a step with what the step added to its outbox. */
export interface Step<S> {
  readonly document: AggregateDocument<S>;
  readonly appended: readonly OutboxEntry[];
}

/** Decides a command on a document: the step, or the refusal. */
export function decideStep<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  document: AggregateDocument<S>,
  command: C,
  context: StepContext,
): { ok: true; step: Step<S> } | { ok: false; rejection: Rejection } {
  const pending = unpublished(document).reduce((sum, entry) => sum + entry.value.length, 0);
  if (pending > OUTBOX_LIMIT_BYTES)
    return { ok: false, rejection: { code: 'OUTBOX_FULL', rule: '', params: {} } };
  const at = Math.max(context.now, document.lastAt + 1, context.causeAt);
  const decision = { at, commandId: context.commandId, actor: context.actor };
  const answer = spec.decider.decide(command, document.state, spec.policy(), decision);
  if (!answer.ok) return { ok: false, rejection: answer.error };
  let state = document.state;
  const appended: OutboxEntry[] = [];
  for (const [index, event] of answer.value.entries()) {
    const entry = encodeEntry(spec, document, event, document.seq + index + 1, at + index, context);
    if (entry.value.length > EVENT_LIMIT_BYTES) {
      return { ok: false, rejection: { code: 'EVENT_TOO_LARGE', rule: '', params: { type: event.type } } };
    }
    state = spec.decider.evolve(state, recordedOf(spec.writer, event, entry));
    appended.push(entry);
  }
  return {
    ok: true,
    step: { document: advance(spec, document, state, appended, context.commandId), appended },
  };
}

function encodeEntry<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  document: AggregateDocument<S>,
  event: O,
  seq: number,
  at: number,
  context: StepContext,
): OutboxEntry {
  const id = eventId(spec.instance, document.id, spec.writer, seq);
  const { type, value } = spec.own.encode(event, sealWith(context.key, id, context.random));
  const { commandId, traceparent } = context;
  return { seq, id, type, at, basis: document.seen, commandId, minReader: READER_LEVEL, traceparent, value };
}

function recordedOf<E>(
  writer: string,
  event: E,
  entry: { at: number; id: string; seq: number },
): Recorded<E> {
  return { event, at: entry.at, id: entry.id, writer, seq: entry.seq };
}

function advance<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  document: AggregateDocument<S>,
  state: S,
  appended: readonly OutboxEntry[],
  commandId: string,
): AggregateDocument<S> {
  const last = appended.at(-1);
  const version = document.version + 1;
  const others = document.answered.filter((answer) => answer.commandId !== commandId);
  const answer = { commandId, eventId: last?.id ?? '', version };
  return {
    ...document,
    version,
    seq: last?.seq ?? document.seq,
    lastAt: last?.at ?? document.lastAt,
    state,
    outbox: [...document.outbox, ...appended],
    answered: isReaction(commandId) ? document.answered : [...others, answer].slice(-ANSWERS_KEPT),
    nextDueAt: spec.dueAt?.(state) ?? null,
    lookup: spec.lookup?.(state) ?? {},
  };
}

/** Why a record cannot be applied; its key is parked. */
export class CannotApply extends Error {
  constructor(
    readonly record: JournalRecord,
    reason: string,
  ) {
    super(reason);
  }
}

/** A record of a vocabulary this build does not know: the reader must stop, not skip. */
export class ReaderTooOld extends Error {}

/**
 * Something needed is not at hand yet, such as the pack of a hash: the stretch is taken again, nothing is
 * parked.
 */
export class NotYet extends Error {}

/** The journal holds own events that the document has not: the store is older than the journal. */
export class StoreBehindJournal extends Error {}

/**
 * Folds the next record into a document in live mode: own events are known, foreign ones take effect once.
 */
export function foldLive<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  document: AggregateDocument<S>,
  record: JournalRecord,
  context: Pick<StepContext, 'now' | 'key' | 'traceparent' | 'random'>,
): Step<S> {
  const unchanged = { document, appended: [] };
  if (record.writer === spec.writer) {
    if (record.seq > document.seq) throw new StoreBehindJournal(record.id);
    return unchanged;
  }
  if (record.seq <= (document.seen[record.writer] ?? 0)) return unchanged;
  const foreign = decodeForeign(spec, record, context.key);
  if (foreign === undefined) return unchanged;
  const seenDocument = foldForeign(spec, document, record, foreign);
  const command = spec.react?.(foreign, seenDocument.state, spec.policy());
  if (command === undefined) return { document: seenDocument, appended: [] };
  const result = decideStep(spec, seenDocument, command, {
    ...context,
    commandId: REACTION + record.id,
    actor: { role: 'system', id: spec.writer },
    causeAt: record.at,
  });
  if (!result.ok) throw new CannotApply(record, `refused: ${result.rejection.code}`);
  return result.step;
}

/** Decodes a foreign record; undefined for a type that does not concern this decider. */
export function decodeForeign<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  record: JournalRecord,
  key: DataKey | undefined,
): Recorded<F> | undefined {
  if (record.minReader > READER_LEVEL)
    throw new ReaderTooOld(`${record.type} asks for reader ${record.minReader}`);
  const event = spec.foreign.decode(record.type, record.value, openWith(key, record.id));
  return event === undefined ? undefined : recordedOf(record.writer, event, record);
}

/** The document after a foreign event, before any reaction. */
export function foldForeign<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  document: AggregateDocument<S>,
  record: JournalRecord,
  foreign: Recorded<F>,
): AggregateDocument<S> {
  const state = spec.decider.evolve(document.state, foreign);
  return {
    ...document,
    version: document.version + 1,
    lastAt: Math.max(document.lastAt, record.at),
    state,
    seen: { ...document.seen, [record.writer]: record.seq },
    nextDueAt: spec.dueAt?.(state) ?? null,
    lookup: spec.lookup?.(state) ?? {},
  };
}

/**
 * The document after one of its own events was found in the journal: evolved, nothing decided. Events since
 * `keepSinceAt` are kept as acknowledged entries, so that the journal can be mended from this document as
 * well.
 */
export function foldOwn<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  document: AggregateDocument<S>,
  record: ReadRecord,
  key: DataKey | undefined,
  keepSinceAt: number,
): AggregateDocument<S> {
  const event = spec.own.decode(record.type, record.value, openWith(key, record.id));
  if (event === undefined) throw new CannotApply(record, `own event of unknown type ${record.type}`);
  const state = spec.decider.evolve(document.state, recordedOf(spec.writer, event, record));
  const entry = keptEntry(record);
  const advanced = advance(spec, document, state, [entry], record.commandId);
  return record.at >= keepSinceAt ? advanced : { ...advanced, outbox: document.outbox };
}

function keptEntry(record: ReadRecord): OutboxEntry {
  const { seq, id, type, at, basis, commandId, minReader, traceparent, value, partition, offset } = record;
  const acked = { partition, offset, at };
  return { seq, id, type, at, basis, commandId, minReader, traceparent, value, acked };
}
