import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocketEvent } from '../../domain/docket-events';
import { docketCauses } from './docket-causes';
import { docketCodec } from './docket-wire';
import { outagesCodec } from './outages-wire';
import { oversightCodec } from './oversight-wire';

interface Sample {
  readonly type: string;
  readonly fields: Omit<DocketEvent, 'type'>;
  readonly valueBase64: string;
}

const directory = join(__dirname, '../../../../../libs/contracts/golden');
const samples = readdirSync(directory)
  .filter((name) => name.startsWith('zhitong.supervision.'))
  .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Sample);

test('every event supervision writes has a sample', () => {
  expect([...new Set(samples.map(({ type }) => type))].sort()).toEqual(
    [...docketCodec.types, ...oversightCodec.types, ...outagesCodec.types].sort(),
  );
});

test.each(samples.filter(({ type }) => docketCodec.types.includes(type)))(
  'a stored $type is read as ever, and written as ever',
  ({ type, fields, valueBase64 }) => {
    const bytes = new Uint8Array(Buffer.from(valueBase64, 'base64'));
    const event = { type: type.slice(type.lastIndexOf('.') + 1), ...fields } as DocketEvent;
    expect(docketCodec.decode(type, bytes, (box) => box)).toEqual(event);
    expect(Buffer.from(docketCodec.encode(event, (plain) => plain).value).toString('base64')).toBe(
      valueBase64,
    );
  },
);

test.each(['FactsChecked', 'ResultChecked'])('clocks hear of a stored %s', (type) => {
  const name = `zhitong.casework.v1.${type}`;
  const { valueBase64 } = JSON.parse(readFileSync(join(directory, `${name}.v1.json`), 'utf8')) as Sample;
  expect(docketCauses.decode(name, Buffer.from(valueBase64, 'base64'), (box) => box)).toEqual({ type });
});
