// A journal as a file 历史文件: one line that says whose it is, then a line per record, in an order in which the
// events of a key follow each other. The data keys, which open what people wrote, lie in a second file beside
// it, so that a history can be passed on without its words.
import type { JournalRecord } from './record';

/** Whose journal it is; the first line. */
export interface HistoryHead {
  readonly instance: string;
  /** Partitions of the journal it was taken from. */
  readonly partitions: number;
  readonly records: number;
}

/** Name of the file of data keys beside a history. */
export function keysFileOf(file: string): string {
  return `${file}.keys`;
}

/** The first line. */
export function headLine(history: HistoryHead): string {
  return JSON.stringify({ history });
}

/** Reads the first line; undefined when it is none. */
export function readHead(line: string): HistoryHead | undefined {
  const { history } = parsed<{ history?: HistoryHead }>(line) ?? {};
  if (typeof history?.instance !== 'string' || !Number.isInteger(history.partitions)) return undefined;
  return Number.isInteger(history.records) ? history : undefined;
}

/** The line of a record. */
export function recordLine(record: JournalRecord): string {
  const { id, key, writer, seq, type, at, basis, commandId, minReader, instance, traceparent, value } =
    record;
  const said = { id, key, writer, seq, type, at, basis, commandId, minReader, instance, traceparent };
  return JSON.stringify({ ...said, value: Buffer.from(value).toString('base64') });
}

/** Reads the line of a record; undefined when it is none. */
export function readRecordLine(line: string): JournalRecord | undefined {
  const said = parsed<Omit<JournalRecord, 'value'> & { value: string }>(line);
  if (typeof said?.id !== 'string' || typeof said.key !== 'string' || typeof said.value !== 'string')
    return undefined;
  return { ...said, value: new Uint8Array(Buffer.from(said.value, 'base64')) };
}

/** The line of a data key. */
export function keyLine(id: string, key: Uint8Array): string {
  return JSON.stringify({ dataKey: id, value: Buffer.from(key).toString('base64') });
}

/** Reads the line of a data key; undefined when it is none. */
export function readKeyLine(line: string): { readonly id: string; readonly key: Uint8Array } | undefined {
  const said = parsed<{ dataKey: string; value: string }>(line);
  if (typeof said?.dataKey !== 'string' || typeof said.value !== 'string') return undefined;
  return { id: said.dataKey, key: new Uint8Array(Buffer.from(said.value, 'base64')) };
}

function parsed<T>(line: string): T | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}
