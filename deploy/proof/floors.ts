/**
 * The floors an accept stands on, measured with the same client and the same number in flight: a bare
 * Fastify door that does nothing, and one document inserted into the same store.
 */
import Fastify from 'fastify';
import { storeClient } from '../launch/store';
import { inParallel } from '../zt/replay';
import { type Appeal, pushOnce } from './appeals';
import { type Spread, spreadOf } from './spread';

/** Number of items per second and how long each took. */
export interface Rate {
  readonly perSecond: number;
  readonly ms: Spread;
}

/** Runs `work` over all items with so many in flight. */
export async function rateOf<T>(
  items: readonly T[],
  inFlight: number,
  work: (item: T, index: number) => Promise<unknown>,
): Promise<Rate> {
  const took: number[] = [];
  const since = performance.now();
  const indexed = items.map((item, index) => ({ item, index }));
  await inParallel(indexed, inFlight, async ({ item, index }) => {
    const begun = performance.now();
    await work(item, index);
    took.push(performance.now() - begun);
  });
  return { perSecond: (items.length * 1000) / (performance.now() - since), ms: spreadOf(took) };
}

/** POST of the same appeals to a door that only answers. */
export async function bareDoor(appeals: readonly Appeal[], inFlight: number): Promise<Rate> {
  const app = Fastify({ logger: false });
  app.post('/api/v1/channels/:channel/appeals', async (_request, reply) =>
    reply.code(201).send({ id: 'none' }),
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  try {
    return await rateOf(appeals, inFlight, (appeal) => pushOnce(address, appeal));
  } finally {
    await app.close();
  }
}

/** Insert of one document per appeal, acknowledged by the majority with its journal. */
export async function bareStore(uri: string, appeals: readonly Appeal[], inFlight: number): Promise<Rate> {
  const client = storeClient(uri, { maxPoolSize: inFlight });
  const rows = client
    .db('proof-floor')
    .collection('rows', { writeConcern: { w: 'majority', journal: true } });
  try {
    return await rateOf(appeals, inFlight, (appeal) => rows.insertOne({ ...appeal }));
  } finally {
    await client.db('proof-floor').dropDatabase();
    await client.close();
  }
}
