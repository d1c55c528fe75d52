import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { openWith, sealWith } from '#platform/runtime/codec';
import type { DataRequestEvent } from '../../domain/data-request-events';
import type { WorkOrderEvent } from '../../domain/work-order-events';
import { dataRequestsCodec } from './data-requests-wire';
import { workOrderCodec } from './work-order-wire';

interface Sample {
  readonly type: string;
  readonly fields: Omit<WorkOrderEvent | DataRequestEvent, 'type'>;
  readonly valueBase64: string;
}

const directory = join(__dirname, '../../../../../libs/contracts/golden');
const samples = readdirSync(directory)
  .filter((name) => name.startsWith('zhitong.casework.'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Sample);
const eventOf = ({ type, fields }: Sample) =>
  ({ type: type.slice(type.lastIndexOf('.') + 1), ...fields }) as never;
const types = [...workOrderCodec.types, ...dataRequestsCodec.types];
const codecOf = (type: string) =>
  dataRequestsCodec.types.includes(type) ? dataRequestsCodec : workOrderCodec;

test('every event casework writes has a sample', () => {
  expect([...new Set(samples.map(({ type }) => type))].sort()).toEqual([...types].sort());
});

test.each(samples)('a stored $type is read as ever', (sample) => {
  const bytes = new Uint8Array(Buffer.from(sample.valueBase64, 'base64'));
  expect(codecOf(sample.type).decode(sample.type, bytes, (box) => box)).toEqual(eventOf(sample));
});

test.each(samples)('$type: sealed words come back, and read erased when the key is gone', (sample) => {
  const key = new Uint8Array(randomBytes(32));
  const event = eventOf(sample);
  const codec = codecOf(sample.type);
  const { type, value } = codec.encode(event, sealWith(key, 'i/k/w/1'));
  expect(codec.decode(type, value, openWith(key, 'i/k/w/1'))).toEqual(event);
  const erased = codec.decode(type, value, openWith('destroyed', 'i/k/w/1'));
  const words = [
    ...['reason', 'note', 'text', 'answer', 'reasons', 'comment', 'opinion'],
    ...['purpose', 'provided'],
  ];
  const expected = Object.fromEntries(
    Object.entries(event).map(([name, held]) => [name, words.includes(name) ? 'erased' : held]),
  );
  expect(erased).toEqual(expected);
  for (const name of words) {
    const text = (event as unknown as Record<string, unknown>)[name];
    if (typeof text === 'string' && text !== '')
      expect(Buffer.from(value).includes(Buffer.from(text))).toBe(false);
  }
});
