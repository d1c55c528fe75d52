// Supervision over a journal in memory, with the other writers planted: their events as bytes of the
// contracts, their heartbeats as they post them.
import type { Gap } from '#platform/journal/ports';
import type { Unit } from '#policy/profile';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import type { VersionBook } from '#platform/version-book';
import type { WireMessage } from '#platform/runtime/codec';
import { CLOCK_WRITERS } from '../src/adapters/out/journal-card-gate';
import { createSupervision } from '../src/service';
import { CALENDARS, YICHENG, wall } from './officer';

const NO_UNITS: readonly Pick<Unit, 'code' | 'formerly'>[] = [];

/** Supervision, started, with what a test does to the world around it. */
export async function plantedSupervision(startOn: string) {
  const journal = memoryJournal({ partitions: 2 });
  const others = journal.open('others');
  const vault = memoryVault();
  await vault.ensure('a1');
  const world = { now: wall(startOn), calendar: CALENDARS.current, units: NO_UNITS };
  const versions: VersionBook = {
    pack: () => YICHENG,
    packFor: () => ({ pack: YICHENG, hash: 'p' }),
    packsInForce: () => [YICHENG],
    calendar: () => world.calendar,
    profile: () => ({ units: world.units }) as never,
  };
  const host = memoryHost({ service: 'supervision', journal, vault, versions, now: () => world.now });
  const hosted = createSupervision(host);
  await host.runtime.start();
  await journal.settled();
  const seqs = new Map<string, number>();
  /** Another writer publishes an event about an appeal; `at` is when it was decided. */
  const says = async <M>(
    key: string,
    writer: string,
    type: string,
    message: WireMessage<M>,
    fields: M,
    at = world.now,
  ) => {
    const seq = (seqs.get(`${key}/${writer}`) ?? 0) + 1;
    seqs.set(`${key}/${writer}`, seq);
    const about = { id: `test/${key}/${writer}/${seq}`, key, writer, seq, type: `zhitong.${type}`, at };
    const envelope = { basis: {}, commandId: 'c', minReader: 1, instance: 'test', traceparent: '' };
    await others.writer.append([{ ...about, ...envelope, value: message.encode(fields).finish() }]);
    await journal.settled();
  };
  /**
   * Every writer has published what it decided up to `through`; those named in `behind` only up to theirs,
   * those named in `gaps` had been away. One that runs beside supervision speaks for itself.
   */
  const beat = async (
    through = world.now,
    behind: Readonly<Record<string, number>> = {},
    parked: string[] = [],
    gaps: Readonly<Record<string, readonly Gap[]>> = {},
    speaksForItself = '',
  ) => {
    for (const writer of CLOCK_WRITERS.filter((one) => one !== speaksForItself)) {
      const publishedThroughAt = behind[writer] ?? through;
      const away = gaps[writer] && { gaps: gaps[writer] };
      await others.heartbeats.post({ writer, publishedThroughAt, parked, ...away });
    }
  };
  const look = async () => {
    await hosted.lookNow();
    await journal.settled();
  };
  return { journal, host, hosted, world, says, beat, look };
}

/** What `plantedSupervision` gives. */
export type Planted = Awaited<ReturnType<typeof plantedSupervision>>;
