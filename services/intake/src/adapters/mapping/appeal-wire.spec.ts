import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppealEvent } from '../../domain/appeal-events';
import { appealCodec } from './appeal-wire';

const GOLDEN = join(__dirname, '../../../../../libs/contracts/golden');
const clear = (bytes: Uint8Array): Uint8Array => bytes;

interface Sample {
  readonly type: string;
  readonly fields: Record<string, unknown>;
  readonly valueBase64: string;
}
const samples = readdirSync(GOLDEN)
  .filter((name) => name.startsWith('zhitong.intake.'))
  .map((name) => JSON.parse(readFileSync(join(GOLDEN, name), 'utf8')) as Sample);
const bytesOf = ({ valueBase64 }: Sample) => new Uint8Array(Buffer.from(valueBase64, 'base64'));
const nameOf = ({ type }: Sample) => type.split('.').at(-1) ?? '';

describe('intake’s events in the journal', () => {
  test('every event has a sample', () => {
    expect(new Set(samples.map(({ type }) => type))).toEqual(new Set(appealCodec.types));
  });
  test.each(samples.map((sample) => [nameOf(sample), sample] as const))(
    '%s, as once written, still says the same',
    (name, sample) => {
      const event = { type: name, ...sample.fields } as AppealEvent;
      expect(appealCodec.decode(sample.type, bytesOf(sample), clear)).toEqual(event);
      const written = appealCodec.encode(event, clear);
      expect(Buffer.from(written.value).toString('base64')).toBe(sample.valueBase64);
    },
  );
  test('what people said is nowhere in clear, and comes back as erased when the key is gone', () => {
    const sealed: string[] = [];
    const hide = (plain: Uint8Array): Uint8Array => {
      sealed.push(Buffer.from(plain).toString('utf8'));
      return new Uint8Array([1]);
    };
    for (const sample of samples) {
      const event = { type: nameOf(sample), ...sample.fields } as AppealEvent;
      const { type, value } = appealCodec.encode(event, hide);
      expect(Buffer.from(value).toString('utf8')).not.toMatch(
        /殷慧澄|19900006305|防雷|法院已立案|请补充|请尽快|补充施工图|积水|陆明/,
      );
      const opened = appealCodec.decode(type, value, () => 'erased');
      expect({ ...opened, ...erasedPart(opened) }).toEqual({ ...event, ...erasedPart(event) });
    }
    expect(sealed.join()).toMatch(/殷慧澄/);
    expect(sealed).toHaveLength(14);
  });
});

function erasedPart(event: AppealEvent | undefined): object {
  const names = ['words', 'explanation', 'wanted', 'material', 'note', 'reason', 'unmapped'];
  const sentences = names.filter((name) => event && name in event && event.type !== 'IdentityQueried');
  const personal = event?.type === 'ScreeningHeld' ? [] : sentences;
  return Object.fromEntries(personal.map((name) => [name, 'erased']));
}
