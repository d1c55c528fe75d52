// The journal's envelope on Kafka: CloudEvents 1.0, Kafka binding, binary mode. The value is the protobuf
// message as it is; everything a reader must know before it decodes stands in headers, so that any tool can
// read the journal. What cannot be understood becomes an item of its own kind: one bad record must never stop
// the others.
import type { IHeaders, KafkaMessage, Message } from 'kafkajs';
import type { JournalRecord, ReadItem, ReadRecord } from './record';

const contentType = 'application/protobuf';

/** The Kafka message of a record. Attributes that are empty are left out, as CloudEvents asks. */
export function toMessage(record: JournalRecord): Message & { key: string; value: Buffer } {
  const headers: Record<string, string> = {
    'content-type': contentType,
    ce_specversion: '1.0',
    ce_id: record.id,
    ce_source: `//${record.instance}/${record.writer}`,
    ce_type: record.type,
    ce_time: new Date(record.at).toISOString(),
    ce_subject: record.key,
    ce_instance: record.instance,
    ce_writer: record.writer,
    ce_seq: String(record.seq),
    ce_minreader: String(record.minReader),
  };
  const basis = basisText(record.basis);
  if (basis !== '') headers['ce_basis'] = basis;
  if (record.commandId !== '') headers['ce_commandid'] = record.commandId;
  if (record.traceparent !== '') headers['traceparent'] = record.traceparent;
  const { buffer, byteOffset, byteLength } = record.value;
  return { key: record.key, value: Buffer.from(buffer, byteOffset, byteLength), headers };
}

/** The item that stands at this place of the journal. Never throws. */
export function fromMessage(partition: number, message: KafkaMessage): ReadItem {
  const place = { partition, offset: Number(message.offset) };
  const value = new Uint8Array(message.value ?? []);
  const headers = message.headers ?? {};
  const key = message.key?.toString() ?? text(headers, 'ce_subject') ?? '';
  try {
    return { ...envelope(key, headers), value, ...place };
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error), key, value, ...place };
  }
}

/** Seqs as `writer=seq,writer=seq`, sorted by writer. */
export function basisText(basis: Readonly<Record<string, number>>): string {
  return Object.keys(basis)
    .sort()
    .map((writer) => `${writer}=${basis[writer]}`)
    .join(',');
}

function envelope(key: string, headers: IHeaders): Omit<ReadRecord, 'value' | 'partition' | 'offset'> {
  demand(text(headers, 'ce_specversion') === '1.0', 'ce_specversion is not 1.0');
  demand(text(headers, 'content-type') === contentType, `content-type is not ${contentType}`);
  demand(key !== '', 'the record has no key');
  const at = Date.parse(required(headers, 'ce_time'));
  demand(Number.isFinite(at), 'ce_time is not a time');
  return {
    id: required(headers, 'ce_id'),
    key,
    writer: required(headers, 'ce_writer'),
    seq: whole(required(headers, 'ce_seq'), 'ce_seq'),
    type: required(headers, 'ce_type'),
    at,
    basis: basisOf(text(headers, 'ce_basis') ?? ''),
    commandId: text(headers, 'ce_commandid') ?? '',
    minReader: whole(required(headers, 'ce_minreader'), 'ce_minreader'),
    instance: required(headers, 'ce_instance'),
    traceparent: text(headers, 'traceparent') ?? '',
  };
}

function basisOf(written: string): Record<string, number> {
  const basis: Record<string, number> = {};
  for (const part of written === '' ? [] : written.split(',')) {
    const [writer, seq, ...rest] = part.split('=');
    demand(
      writer !== undefined && writer !== '' && seq !== undefined && rest.length === 0,
      'ce_basis is malformed',
    );
    basis[writer as string] = whole(seq as string, 'ce_basis');
  }
  return basis;
}

function required(headers: IHeaders, name: string): string {
  const value = text(headers, name);
  demand(value !== undefined && value !== '', `${name} is missing`);
  return value as string;
}

function text(headers: IHeaders, name: string): string | undefined {
  const value = headers[name];
  return value === undefined || Array.isArray(value) ? undefined : value.toString();
}

function whole(written: string, name: string): number {
  demand(/^\d{1,15}$/.test(written), `${name} is not a whole number`);
  return Number(written);
}

function demand(met: boolean, otherwise: string): void {
  if (!met) throw new Error(otherwise);
}
