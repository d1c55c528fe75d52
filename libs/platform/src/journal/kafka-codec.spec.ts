import { Partitioners } from 'kafkajs';
import { fromMessage, toMessage } from './kafka-codec';
import { journalPartitioner } from './kafka-sender';
import type { JournalRecord } from './record';

const record: JournalRecord = {
  id: 'yicheng/018f/intake.appeal/3',
  key: '018f',
  writer: 'intake.appeal',
  seq: 3,
  type: 'zhitong.intake.v1.AppealSubmitted',
  at: Date.UTC(2023, 6, 10, 1, 30, 0, 7),
  basis: { 'triage.routing': 4, 'casework.order': 11 },
  commandId: 'c-1',
  minReader: 1,
  instance: 'yicheng',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  value: new Uint8Array([8, 1]),
};

/** What the broker gives back of a message. */
function stored(message: ReturnType<typeof toMessage>, headers: Record<string, string | undefined> = {}) {
  const all = { ...message.headers, ...headers } as Record<string, string | undefined>;
  const kept = Object.entries(all).filter(([, value]) => value !== undefined);
  return {
    key: Buffer.from(message.key),
    value: message.value,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, Buffer.from(value ?? '')])),
    timestamp: '0',
    attributes: 0,
    offset: '42',
  };
}

describe('envelope of the journal', () => {
  it('stands on the wire exactly so', () => {
    expect(toMessage(record)).toEqual({
      key: '018f',
      value: Buffer.from([8, 1]),
      headers: {
        'content-type': 'application/protobuf',
        ce_specversion: '1.0',
        ce_id: 'yicheng/018f/intake.appeal/3',
        ce_source: '//yicheng/intake.appeal',
        ce_type: 'zhitong.intake.v1.AppealSubmitted',
        ce_time: '2023-07-10T01:30:00.007Z',
        ce_subject: '018f',
        ce_instance: 'yicheng',
        ce_writer: 'intake.appeal',
        ce_seq: '3',
        ce_minreader: '1',
        ce_basis: 'casework.order=11,triage.routing=4',
        ce_commandid: 'c-1',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    });
  });

  it('comes back as it went', () => {
    expect(fromMessage(2, stored(toMessage(record)))).toEqual({ ...record, partition: 2, offset: 42 });
  });

  it('leaves out what is empty and reads it as empty', () => {
    const bare = { ...record, basis: {}, commandId: '', traceparent: '', value: new Uint8Array() };
    const message = toMessage(bare);
    expect(Object.keys(message.headers ?? {})).not.toEqual(expect.arrayContaining(['ce_basis']));
    expect(Object.values(message.headers ?? {})).not.toContain('');
    expect(fromMessage(0, stored(message))).toEqual({ ...bare, partition: 0, offset: 42 });
  });

  it.each([
    ['ce_specversion', '0.3', 'ce_specversion is not 1.0'],
    ['ce_specversion', undefined, 'ce_specversion is not 1.0'],
    ['content-type', 'application/json', 'content-type is not application/protobuf'],
    ['ce_id', undefined, 'ce_id is missing'],
    ['ce_type', '', 'ce_type is missing'],
    ['ce_writer', undefined, 'ce_writer is missing'],
    ['ce_instance', undefined, 'ce_instance is missing'],
    ['ce_seq', '-1', 'ce_seq is not a whole number'],
    ['ce_seq', '1e3', 'ce_seq is not a whole number'],
    ['ce_seq', '9999999999999999', 'ce_seq is not a whole number'],
    ['ce_time', 'yesterday', 'ce_time is not a time'],
    ['ce_basis', 'triage.routing', 'ce_basis is malformed'],
    ['ce_basis', '=1', 'ce_basis is malformed'],
    ['ce_basis', 'a=1,', 'ce_basis is malformed'],
    ['ce_basis', 'a=x', 'ce_basis is not a whole number'],
    ['ce_minreader', undefined, 'ce_minreader is missing'],
  ])('says of %s = %s: %s', (header, value, reason) => {
    const item = fromMessage(1, stored(toMessage(record), { [header]: value }));
    expect(item).toEqual({ unreadable: reason, key: '018f', value: record.value, partition: 1, offset: 42 });
  });

  it('reads a message without anything as unreadable', () => {
    const nothing = { key: null, value: null, timestamp: '0', attributes: 0, offset: '7', headers: {} };
    expect(fromMessage(0, nothing)).toMatchObject({ key: '', offset: 7, unreadable: expect.any(String) });
  });
});

describe('partitioner of the journal', () => {
  const choose = (partitions: number, key: string) => {
    const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 1,
      replicas: [1],
      isr: [1],
    }));
    return journalPartitioner()({ topic: 't', partitionMetadata, message: { key, value: null } });
  };
  const ids = [
    '0b7e1f3a-5c62-5d0f-9a44-0f7c2b1d9e11',
    '6f9619ff-8b86-5011-b42d-00cf4fc964ff',
    '直通-2023-000001',
    'a',
    '',
  ];

  it('is the one that Java clients use', () => {
    expect(journalPartitioner).toBe(Partitioners.DefaultPartitioner);
  });

  it('puts a key where it always did', () => {
    expect(ids.slice(0, 4).map((id) => choose(4, id))).toEqual([0, 2, 2, 0]);
    expect(ids.slice(0, 4).map((id) => choose(12, id))).toEqual([0, 10, 6, 4]);
  });
});
