// What the other services write about an appeal, as they would encode it, told in one line per event:
// `told('A1', 'triage', 'AppealDispatched', at, { dispatchNo: 1, lead: 'tax' })`. Seqs count up by writer.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { JournalRecord } from '#platform/journal/record';

const WRITERS = {
  intake: ['intake.appeal', intake],
  triage: ['triage.routing', triage],
  casework: ['casework.workorder', casework],
  supervision: ['supervision.docket', supervision],
} as const;

/** Name of a service whose events are told. */
export type Teller = keyof typeof WRITERS;

/** One event, not yet numbered. */
export interface Told {
  readonly key: string;
  readonly service: Teller;
  readonly name: string;
  readonly at: number;
  readonly fields: object;
}

/** An event about an appeal. */
export function told(key: string, service: Teller, name: string, at: number, fields: object = {}): Told {
  return { key, service, name, at, fields };
}

interface Message {
  fromPartial(value: object): unknown;
  encode(message: unknown): { finish(): Uint8Array };
}

/** The records of what was told; each writer's events of a key are numbered in the order of the list. */
export function recordsOf(events: readonly Told[]): readonly JournalRecord[] {
  const seqs = new Map<string, number>();
  return events.map(({ key, service, name, at, fields }) => {
    const [writer, messages] = WRITERS[service];
    const message = (messages as unknown as Record<string, Message>)[name];
    if (!message) throw new Error(`${service} has no ${name}`);
    const seq = (seqs.get(`${key} ${writer}`) ?? 0) + 1;
    seqs.set(`${key} ${writer}`, seq);
    const value = message.encode(message.fromPartial(fields)).finish();
    const type = `zhitong.${service}.v1.${name}`;
    const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '' };
    return { ...envelope, id: `test/${key}/${writer}/${seq}`, key, writer, seq, type, at, value };
  });
}
