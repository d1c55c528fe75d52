import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWith, sealWith } from '#platform/runtime/codec';
import type { MessageEvent } from '../../domain/message-events';
import { messageCauses } from './message-causes';
import { messageCodec } from './message-wire';

interface Sample {
  readonly type: string;
  readonly fields: Omit<MessageEvent, 'type'>;
  readonly valueBase64: string;
}

const directory = join(__dirname, '../../../../../libs/contracts/golden');
const samples = readdirSync(directory)
  .filter((name) => name.startsWith('zhitong.notification.'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Sample);
const eventOf = ({ type, fields }: Sample) =>
  ({ type: type.slice(type.lastIndexOf('.') + 1), ...fields }) as MessageEvent;

test('every event notification writes has a sample', () => {
  expect([...new Set(samples.map(({ type }) => type))].sort()).toEqual([...messageCodec.types].sort());
});

test.each(samples)('a stored $type is read as ever', (sample) => {
  const bytes = new Uint8Array(Buffer.from(sample.valueBase64, 'base64'));
  expect(messageCodec.decode(sample.type, bytes, (box) => box)).toEqual(eventOf(sample));
});

test.each(samples)('$type: phone and text are sealed, and read erased when the key is gone', (sample) => {
  const key = new Uint8Array(randomBytes(32));
  const event = eventOf(sample);
  const { type, value } = messageCodec.encode(event, sealWith(key, 'i/k/w/1'));
  expect(messageCodec.decode(type, value, openWith(key, 'i/k/w/1'))).toEqual(event);
  const erased = 'letter' in event ? { ...event, letter: 'erased' } : event;
  expect(messageCodec.decode(type, value, openWith('destroyed', 'i/k/w/1'))).toEqual(erased);
  if ('letter' in event && event.letter !== 'erased')
    for (const word of [event.letter.address, event.letter.text])
      expect(Buffer.from(value).includes(Buffer.from(word))).toBe(false);
});

test.each(['FactsChecked', 'ResultChecked'])('a stored %s is told with its note', (type) => {
  const name = `zhitong.casework.v1.${type}`;
  const sample = JSON.parse(readFileSync(join(directory, `${name}.v1.json`), 'utf8')) as {
    readonly fields: { readonly note: string };
    readonly valueBase64: string;
  };
  const bytes = new Uint8Array(Buffer.from(sample.valueBase64, 'base64'));
  expect(messageCauses.decode(name, bytes, (box) => box)).toEqual({ type, note: sample.fields.note });
});
