// Casework as it runs, over a journal in memory, with the events of the other services planted as they
// would write them.
import { ExecuteRequest, GetCaseRequest, ListCasesRequest } from '#contracts/gen/zhitong/casework/v1/service';
import type { JournalRecord } from '#platform/journal/record';
import { sealWith } from '#platform/runtime/codec';
import type { ServiceHost } from '#platform/host-ports';
import type { Pack } from '#policy/pack';
import type { Unit } from '#policy/profile';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import { projectCalendars } from '#working-calendar/test-calendars';
import { type CaseworkHosted, createCasework } from '../src/service';
import { MORNING, YICHENG } from './scenario';

/** An event of another service: writer, wire type, and the message with a way to seal. */
export interface Planted {
  readonly key: string;
  readonly writer: string;
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly encode: (seal: (plain: Uint8Array) => Uint8Array) => Uint8Array;
}

/** A running casework with its hands and eyes. */
export interface World {
  readonly host: ServiceHost;
  readonly casework: CaseworkHosted;
  readonly plant: (events: readonly Planted[]) => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly setNow: (at: number) => void;
  readonly execute: (request: unknown) => Promise<{ code: string; eventId: string; status: string }>;
  readonly staffCase: (appealId: string, covering?: string) => Promise<unknown>;
  /** The bytes of an event as they stand in the journal, by the end of its type. */
  readonly bytesOf: (type: string) => readonly Uint8Array[];
  readonly stop: () => Promise<void>;
}

const calendars = projectCalendars();

/** A unit of the profile, as far as casework looks at it. */
export type ProfileUnit = Pick<Unit, 'code' | 'formerly'>;
const UNITS: readonly ProfileUnit[] = ['tax', 'market', 'water'].map((code) => ({ code }));

/** Starts casework on a fresh journal that holds `before`, after the keys of `erased` were destroyed. */
export async function startWorld(
  before: readonly Planted[] = [],
  erased: readonly string[] = [],
  units = UNITS,
  pack: Pack = YICHENG,
): Promise<World> {
  const journal = memoryJournal({ partitions: 2 });
  const vault = memoryVault();
  let now = MORNING;
  const plant = async (events: readonly Planted[]): Promise<void> => {
    const records: JournalRecord[] = [];
    for (const event of events) {
      const key = await vault.ensure(event.key);
      const id = `test/${event.key}/${event.writer}/${event.seq}`;
      const { writer, seq, type, at } = event;
      const value = event.encode(sealWith(key, id));
      const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '' };
      records.push({ ...envelope, id, key: event.key, writer, seq, type, at, value });
    }
    await journal.open('others').writer.append(records);
  };
  await plant(before);
  for (const key of erased) vault.destroy(key);
  const host = memoryHost({
    service: 'casework',
    journal,
    vault,
    versions: {
      pack: () => pack,
      packFor: () => ({ pack, hash: 'pack' }),
      packsInForce: () => [pack],
      calendar: () => calendars.current,
      profile: () => ({ units }) as never,
    },
    now: () => now,
  });
  const casework = createCasework(host);
  await host.runtime.start();
  await journal.settled();
  await casework.begin?.();
  return {
    host,
    casework,
    plant,
    settle: () => journal.settled(),
    setNow: (at) => {
      now = at;
    },
    execute: async (request) => {
      const { outcome } = await casework.handlers.execute(ExecuteRequest.fromPartial(request as never));
      if (outcome?.$case === 'accepted') return { code: '', ...outcome.value };
      return { code: outcome?.value.code ?? '', eventId: '', status: '' };
    },
    staffCase: (appealId, covering = '') =>
      casework.handlers.getCase(GetCaseRequest.fromPartial({ appealId, covering, view: 'staff' })),
    bytesOf: (type) =>
      [0, 1]
        .flatMap((partition) => journal.partition(partition))
        .flatMap((item) => ('type' in item && item.type.endsWith(`.${type}`) ? [item.value] : [])),
    stop: async () => {
      await casework.stop?.();
      await host.runtime.stop();
    },
  };
}

/** A question to the desk. */
export const deskAsks = (change: Partial<ListCasesRequest> = {}): ListCasesRequest =>
  ListCasesRequest.fromPartial(change);
