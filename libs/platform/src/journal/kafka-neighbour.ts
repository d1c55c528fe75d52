// Whether an instance of this name runs already. Its services speak on their board once a second; a board on
// which nobody speaks while one listens belongs to nobody. No clock is compared, so that machines whose
// clocks differ see the same.
import { setTimeout as sleep } from 'node:timers/promises';
import { type KafkaAddress, kafkaClient } from './kafka-client';
import { KafkaFetch } from './kafka-fetch';
import { heartbeatsTopic } from './kafka-topics';

/** Two heartbeats and a half. */
const LISTEN_MS = 2500;

/** The bounds of a board: first offset (`true`) or next offset of every partition. */
export type Bounds = (earliest: boolean) => Promise<ReadonlyMap<number, number>>;

/** Whether somebody posts while `pause` lasts; a board on which nothing ever stood is not waited for. */
export async function someonePosts(bounds: Bounds, pause: () => Promise<unknown>): Promise<boolean> {
  const total = async (earliest: boolean) =>
    [...(await bounds(earliest)).values()].reduce((a, b) => a + b, 0);
  const before = await total(false);
  if (before === (await total(true))) return false;
  await pause();
  return (await total(false)) > before;
}

/** Listens at the board of an instance, for at most 2.5 s; its topics exist. Throws when Kafka is away. */
export async function instanceSpeaks(address: KafkaAddress, instance: string): Promise<boolean> {
  const board = new KafkaFetch(() => kafkaClient(address), heartbeatsTopic(instance));
  try {
    return await someonePosts(
      (earliest) => board.bounds(earliest),
      () => sleep(LISTEN_MS),
    );
  } finally {
    await board.stop();
  }
}
