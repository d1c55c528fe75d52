// Analytics as it runs, over a journal in memory with the events of the others planted as they would write
// them, and its facts in memory or in a directory of the test.
import { join } from 'node:path';
import {
  GetFiguresRequest,
  type GetFiguresResponse,
  RankRequest,
  type RankResponse,
} from '#contracts/gen/zhitong/analytics/v1/service';
import type { JournalRecord } from '#platform/journal/record';
import type { Hosted } from '#platform/host-ports';
import type { Pack } from '#policy/pack';
import type { Unit } from '#policy/profile';
import { loadPack } from '#policy/pack-loader';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { type MemoryJournal, memoryJournal } from '#testkit/memory-journal';
import { createAnalytics } from '../src/service';
import { day } from './town';

function yicheng(): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs/yicheng'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The pack of Yicheng as shipped. */
export const YICHENG = yicheng();

/** A running analytics with its hands and eyes. */
export interface World {
  readonly hosted: Hosted;
  readonly journal: MemoryJournal;
  readonly host: ReturnType<typeof memoryHost>;
  readonly plant: (records: readonly JournalRecord[]) => Promise<void>;
  readonly ask: (question?: Partial<GetFiguresRequest>) => Promise<GetFiguresResponse>;
  readonly rank: (question?: Partial<RankRequest>) => Promise<RankResponse>;
  readonly stop: () => Promise<void>;
}

/** What a world is made of; `packs` by hash. */
export interface Making {
  readonly journal?: MemoryJournal;
  readonly directory?: string;
  readonly packs?: Readonly<Record<string, Pack>>;
  readonly units?: readonly Pick<Unit, 'code' | 'formerly'>[];
  /** The programmes in force; Yicheng alone when absent. */
  readonly inForce?: readonly Pack[];
  readonly readers?: ReturnType<typeof memoryHost>['runtime']['ports']['readers'];
  readonly now?: () => number;
  /** What the profile imported. */
  readonly baselines?: readonly object[];
  /** Leaves the service where it has read the journal and not yet begun. */
  readonly notBegun?: true;
}

/** Starts analytics on a journal; it has read to the end when this resolves. */
export async function startWorld(making: Making = {}): Promise<World> {
  const journal = making.journal ?? memoryJournal({ partitions: 2 });
  const packs = making.packs ?? {};
  const absent = (): never => {
    throw new Error('not asked here');
  };
  const host = memoryHost({
    service: 'analytics',
    journal,
    vault: memoryVault(),
    versions: {
      pack: (hash) => packs[hash] ?? YICHENG,
      packFor: () => ({ pack: YICHENG, hash: 'pack' }),
      packsInForce: () => making.inForce ?? [YICHENG],
      calendar: absent,
      profile: () => ({ baselines: making.baselines, units: making.units ?? [] }) as never,
    },
    now: making.now ?? (() => day(60)),
  });
  const { readers = host.runtime.ports.readers } = making;
  Object.assign(host.runtime.ports, { readers });
  const hosted = createAnalytics({ ...host, dataDir: making.directory ?? '' });
  await hosted.prepare?.();
  await host.runtime.start();
  await journal.settled();
  if (!making.notBegun) await hosted.begin?.();
  const handlers = hosted.grpc[0]?.handlers as unknown as {
    getFigures: (request: GetFiguresRequest) => Promise<GetFiguresResponse>;
    rank: (request: RankRequest) => Promise<RankResponse>;
  };
  return {
    hosted,
    journal,
    host,
    plant: async (records) => {
      await journal.open('others').writer.append(records);
      await journal.settled();
    },
    ask: (question = {}) => handlers.getFigures(GetFiguresRequest.fromPartial(question as object)),
    rank: (question = {}) => handlers.rank(RankRequest.fromPartial(question as object)),
    stop: async () => {
      await hosted.stop?.();
      await host.runtime.stop();
    },
  };
}

/** The figures of an answer as `name: 'numerator/denominator'` by group; figures of nothing are left out. */
export function table({ rows }: GetFiguresResponse): Record<string, Record<string, string>> {
  return Object.fromEntries(
    rows.map(({ group, figures }) => [
      group,
      Object.fromEntries(
        figures
          .filter(({ numerator, denominator }) => numerator + denominator > 0)
          .map(({ name, numerator, denominator }) => [name, `${numerator}/${denominator}`]),
      ),
    ]),
  );
}
