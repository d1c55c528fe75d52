import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWith, sealWith } from '#platform/runtime/codec';
import type { OversightEvent } from '../../domain/oversight-events';
import { oversightCodec } from './oversight-wire';

interface Sample {
  readonly type: string;
  readonly fields: Omit<OversightEvent, 'type'>;
  readonly valueBase64: string;
}

const directory = join(__dirname, '../../../../../libs/contracts/golden');
const samples = readdirSync(directory)
  .filter((name) => name.startsWith('zhitong.supervision.'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Sample)
  .filter(({ type }) => oversightCodec.types.includes(type));
const eventOf = ({ type, fields }: Sample) =>
  ({ type: type.slice(type.lastIndexOf('.') + 1), ...fields }) as OversightEvent;
const WORDS = ['reason', 'demand', 'answer', 'facts', 'outcome', 'evidence'];

test.each(samples)('a stored $type is read as ever', (sample) => {
  const bytes = new Uint8Array(Buffer.from(sample.valueBase64, 'base64'));
  expect(oversightCodec.decode(sample.type, bytes, (box) => box)).toEqual(eventOf(sample));
});

test.each(samples)('$type: sealed words come back, and read erased when the key is gone', (sample) => {
  const key = new Uint8Array(randomBytes(32));
  const event = eventOf(sample);
  const { type, value } = oversightCodec.encode(event, sealWith(key, 'i/k/w/1'));
  expect(oversightCodec.decode(type, value, openWith(key, 'i/k/w/1'))).toEqual(event);
  const erased = Object.fromEntries(
    Object.entries(event).map(([name, held]) => [name, WORDS.includes(name) ? 'erased' : held]),
  );
  expect(oversightCodec.decode(type, value, openWith('destroyed', 'i/k/w/1'))).toEqual(erased);
  for (const [name, text] of Object.entries(event)) {
    if (WORDS.includes(name)) expect(Buffer.from(value).includes(Buffer.from(String(text)))).toBe(false);
  }
});
