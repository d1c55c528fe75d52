// Proof that a service's documents are what the journal makes of them: everything is built again in memory
// from the journal's start and held against what is stored. Used after crashes, after restores and by the
// operator.
import { isDeepStrictEqual } from 'node:util';
import type { JournalProbe } from '../journal/ports';
import { type ReadRecord, isUnreadable } from '../journal/record';
import { type AggregateDocument, blankDocument } from '../store/document';
import type { DocumentStore } from '../store/ports';
import type { DataKey, Vault } from './codec';
import { KeyReplay } from './replay';
import type { AggregateSpec } from './step';

type Typed = { type: string };

/** Result of a comparison; `differing` names keys, at most a hundred. */
export interface Comparison {
  readonly group: string;
  readonly documents: number;
  readonly rebuilt: number;
  readonly differing: readonly { key: string; what: string }[];
}

/** Rebuilds a decider's documents in memory and compares state, own seq and seen seqs. */
export async function compareAggregate<S, C, O extends Typed, F extends Typed, P>(
  spec: AggregateSpec<S, C, O, F, P>,
  store: DocumentStore<S>,
  probe: JournalProbe,
  vault: Vault,
): Promise<Comparison> {
  const replays = new Map<string, KeyReplay<S, C, O, F, P>>();
  const keys = new Map<string, DataKey>();
  await probe.scan(async (items) => {
    const records = items.filter((item): item is ReadRecord => !isUnreadable(item));
    const relevant = records.filter(
      ({ writer, type }) => writer === spec.writer || spec.foreign.types.includes(type),
    );
    const fresh = [...new Set(relevant.map(({ key }) => key))].filter((key) => !keys.has(key));
    for (const [id, key] of await vault.keys(fresh)) keys.set(id, key);
    for (const record of relevant) {
      const { key } = record;
      let replay = replays.get(key);
      if (!replay) {
        replay = new KeyReplay(spec, blankDocument(key, spec.decider.initial), () => keys.get(key));
        replays.set(key, replay);
      }
      replay.take(record);
    }
  });
  const rebuilt = new Map([...replays].map(([key, replay]) => [key, replay.settle()]));
  return compareDocuments(spec.writer, store, rebuilt);
}

/** Holds stored documents against rebuilt ones. */
export async function compareDocuments<S>(
  group: string,
  store: DocumentStore<S>,
  rebuilt: ReadonlyMap<string, AggregateDocument<S>>,
): Promise<Comparison> {
  const differing: { key: string; what: string }[] = [];
  const missing = new Set(rebuilt.keys());
  let documents = 0;
  await store.each(async (page) => {
    for (const document of page) {
      documents++;
      missing.delete(document.id);
      const what = difference(document, rebuilt.get(document.id));
      if (what) differing.push({ key: document.id, what });
    }
  });
  for (const key of missing) differing.push({ key, what: 'not stored' });
  return { group, documents, rebuilt: rebuilt.size, differing: differing.slice(0, 100) };
}

function difference<S>(
  stored: AggregateDocument<S>,
  rebuilt: AggregateDocument<S> | undefined,
): string | undefined {
  if (!rebuilt) return 'not in the journal';
  if (stored.seq !== rebuilt.seq) return `own seq ${stored.seq}, rebuilt ${rebuilt.seq}`;
  if (!isDeepStrictEqual(plain(stored.seen), plain(rebuilt.seen))) return 'seen seqs differ';
  return isDeepStrictEqual(plain(stored.state), plain(rebuilt.state)) ? undefined : 'state differs';
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
