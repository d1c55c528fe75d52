// The writer over a broker that takes no more than it is set up to take: a backlog of long appeals must get
// through, and in order.
import type { Message } from 'kafkajs';
import { KafkaJournalWriter } from './kafka-writer';
import type { JournalRecord } from './record';

/** What a topic takes in one request of one partition (max.message.bytes). */
const TAKEN_BYTES = 1024 * 1024;

function record(seq: number, bytes: number): JournalRecord {
  const id = `test/018f/intake.appeal/${seq}`;
  const names = { id, key: '018f', writer: 'intake.appeal', type: 'zhitong.intake.v1.AppealSubmitted' };
  const rest = { at: 0, basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '' };
  return { ...names, ...rest, seq, value: new Uint8Array(bytes) };
}

/** A broker with one partition that fails the request number `failing`. */
function broker(failing = 0) {
  const requests: string[][] = [];
  let next = 0;
  return {
    requests,
    sender: {
      send: async (messages: readonly Message[]) => {
        const bytes = messages.reduce((sum, { value }) => sum + (value as Buffer).byteLength, 0);
        if (bytes > TAKEN_BYTES) throw new Error('The request included a message larger than the max');
        requests.push(messages.map(({ headers }) => String(headers?.['ce_seq'])));
        if (requests.length === failing) throw new Error('no answer');
        return messages.map(() => ({ partition: 0, offset: next++ }));
      },
      stop: async () => {},
    },
  };
}

const long = Array.from({ length: 500 }, (_, index) => record(index + 1, 15_000));

it('gets a backlog of long appeals through, in order, each with its place', async () => {
  const { sender, requests } = broker();
  const writer = new KafkaJournalWriter(sender);
  const [places, after] = await Promise.all([writer.append(long), writer.append([record(501, 10)])]);
  expect(places.map(({ offset }) => offset)).toEqual(long.map((_, index) => index));
  expect(after).toEqual([{ partition: 0, offset: 500 }]);
  expect(requests.flat().map(Number)).toEqual([...long.map(({ seq }) => seq), 501]);
});

it('sends nothing behind a part that failed, so that no later event overtakes it', async () => {
  const { sender, requests } = broker(2);
  const writer = new KafkaJournalWriter(sender);
  const results = await Promise.allSettled([writer.append(long), writer.append([record(501, 10)])]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(requests).toHaveLength(2);
});
