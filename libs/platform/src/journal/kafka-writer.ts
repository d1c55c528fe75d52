// Publishing in small batches: what arrives within two milliseconds, or while the send before it is under
// way, goes in one request. One request at a time, so that the order of appends is the order of the journal.
// When a send has failed for good, everything still waiting fails with it: a later append must not overtake
// an earlier one of the same key, so the relays send again from their oldest entry on. An append that is more
// than the broker takes at once, as a backlog of long appeals is, goes in several requests one after another.
import { JournalUnavailable } from '../infrastructure-error';
import { toMessage } from './kafka-codec';
import type { KafkaSender } from './kafka-sender';
import type { JournalWriter } from './ports';
import type { JournalRecord, Position } from './record';

const windowMs = 2;
const mostRecords = 500;
/** Half of what the journal takes in one request, so that headers counted too low do no harm. */
const mostBytes = 512 * 1024;
/** Headers, key and framing of one record, generously. */
const envelopeBytes = 600;
/** A send that is under way longer than this counts as being behind. */
const slowMs = 3000;

type Encoded = ReturnType<typeof toMessage>;

interface Append {
  readonly messages: readonly Encoded[];
  readonly bytes: number;
  resolve(positions: readonly Position[]): void;
  reject(error: unknown): void;
}

/** The writer of the journal on Kafka. */
export class KafkaJournalWriter implements JournalWriter {
  private queue: Append[] = [];
  private flushing: Promise<void> | undefined;
  private failingSince: number | undefined;
  private sendingSince: number | undefined;
  private stopped = false;

  constructor(private readonly sender: Pick<KafkaSender, 'send' | 'stop'>) {}

  /** Since when nothing gets through (epoch ms), undefined while all is well. */
  get behindSince(): number | undefined {
    if (this.failingSince !== undefined) return this.failingSince;
    const slow = this.sendingSince !== undefined && Date.now() - this.sendingSince > slowMs;
    return slow ? this.sendingSince : undefined;
  }

  append(records: readonly JournalRecord[]): Promise<readonly Position[]> {
    if (this.stopped) return Promise.reject(new JournalUnavailable('The writer has been stopped'));
    if (records.length === 0) return Promise.resolve([]);
    const messages = records.map(toMessage);
    const bytes = messages.reduce((sum, message) => sum + bytesOf(message), 0);
    return new Promise((resolve, reject) => {
      this.queue.push({ messages, bytes, resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.flushing;
    await this.sender.stop();
  }

  private async flush(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    while (this.queue.length > 0) await this.send(this.taken());
    this.flushing = undefined;
  }

  /** Whole appends from the front: at least one, else at most a request's worth. */
  private taken(): readonly Append[] {
    let records = 0;
    let bytes = 0;
    let count = 0;
    for (const append of this.queue) {
      records += append.messages.length;
      bytes += append.bytes;
      if (count > 0 && (records > mostRecords || bytes > mostBytes)) break;
      count += 1;
    }
    return this.queue.splice(0, count);
  }

  private async send(appends: readonly Append[]): Promise<void> {
    this.sendingSince = Date.now();
    try {
      const places: Position[] = [];
      for (const request of requestsOf(appends.flatMap(({ messages }) => messages)))
        places.push(...(await this.sender.send(request)));
      this.failingSince = undefined;
      let from = 0;
      for (const { messages, resolve } of appends) {
        resolve(places.slice(from, from + messages.length));
        from += messages.length;
      }
    } catch (error) {
      this.failingSince ??= this.sendingSince;
      for (const { reject } of [...appends, ...this.queue.splice(0)]) reject(error);
    } finally {
      this.sendingSince = undefined;
    }
  }
}

/** The messages in order, cut where a request would be more than the broker takes. */
function requestsOf(messages: readonly Encoded[]): Encoded[][] {
  const requests: Encoded[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const message of messages) {
    const last = requests.at(-1);
    bytes += bytesOf(message);
    if (last && last.length < mostRecords && bytes <= mostBytes) last.push(message);
    else {
      requests.push([message]);
      bytes = bytesOf(message);
    }
  }
  return requests;
}

function bytesOf({ value }: Encoded): number {
  return value.byteLength + envelopeBytes;
}
