// Analytics 统计 put together: facts folded from the journal, and the figures counted from them. It decides
// nothing and writes nothing to the journal; its file may be thrown away at any time and comes out the same.
import { setTimeout as sleep } from 'node:timers/promises';
import { successionIn } from '#policy/succession';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { analyticsGrpc } from './adapters/in/analytics.grpc';
import { FACTS_GROUP, FactsReader } from './adapters/in/facts-reader';
import { rebuiltSums } from './adapters/in/rebuilt-facts';
import { FactsFile } from './adapters/out/facts-file';
import { compareFacts } from './app/compare-facts';
import type { FactFolding } from './app/ports';

/** Puts the service together on a host. */
export function createAnalytics(host: ServiceHost): Hosted {
  const facts = new FactsFile(host.dataDir, () => successionIn(host.versions.profile()).former);
  const packOf = (hash: string) => host.versions.pack(hash);
  host.runtime.folder(new FactsReader(facts, packOf), async () => {
    const rebuilt = await rebuiltSums(host.runtime.ports.journal.probe, packOf, new FactsFile(''));
    return { group: FACTS_GROUP, ...compareFacts(await facts.sums(), rebuilt) };
  });
  const pause = async (ms: number): Promise<void> => void (await sleep(ms));
  const packs = () => host.versions.packsInForce();
  const baselines = () => host.versions.profile().baselines;
  return {
    grpc: [analyticsGrpc({ facts, packs, baselines, now: host.now, pause })],
    prepare: async () => {
      await facts.open();
      await readAgainWhenOlder(host, facts);
    },
    begin: () => facts.finishRebuild(),
    stop: async () => {
      await host.runtime.loop(FACTS_GROUP)?.stop();
      await facts.close();
    },
  };
}

/**
 * Facts that were deleted, or put back from an older copy, lag behind the reader's positions: it starts over.
 */
async function readAgainWhenOlder(host: ServiceHost, facts: FactFolding): Promise<void> {
  const { readers } = host.runtime.ports;
  const folded = new Map((await facts.foldedTo()).map(({ partition, next }) => [partition, next]));
  const positions = await readers.positions(FACTS_GROUP);
  if (positions.every(({ partition, offset }) => (folded.get(partition) ?? 0) >= offset)) return;
  host.log.warn('facts-older-than-reader', {});
  const types = await readers.types(FACTS_GROUP);
  await readers.forget(FACTS_GROUP);
  if (types) await readers.saveTypes(FACTS_GROUP, types);
}
