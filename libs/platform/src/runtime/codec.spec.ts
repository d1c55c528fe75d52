import { eventCodec, type Open, rowsOf, type Seal, type WireMessage } from './codec';

type BoxEvent =
  | { readonly type: 'BoxOpened'; readonly by: string }
  | { readonly type: 'BoxLabelled'; readonly label: string };

/** A message whose bytes are its JSON. */
function json<M>(): WireMessage<M> {
  return {
    encode: (message) => ({ finish: () => Buffer.from(JSON.stringify(message)) }),
    decode: (bytes) => JSON.parse(Buffer.from(bytes).toString()) as M,
  };
}

const seal: Seal = (plain) => Buffer.from(plain).reverse();
const open: Open = (box) => Buffer.from(box).reverse();
const row = rowsOf<BoxEvent>();
const codec = eventCodec<BoxEvent>({
  'test.BoxOpened': row(
    'BoxOpened',
    json<{ by: string }>(),
    ({ by }) => ({ by }),
    ({ by }) => ({ type: 'BoxOpened', by }),
  ),
  'test.BoxLabelled': row(
    'BoxLabelled',
    json<{ sealed: string }>(),
    ({ label }, shut) => ({ sealed: Buffer.from(shut(Buffer.from(label))).toString() }),
    ({ sealed }, opened) => ({
      type: 'BoxLabelled',
      label: Buffer.from(opened(Buffer.from(sealed))).toString(),
    }),
  ),
});

describe('the rows of a service', () => {
  it('give every event its own message and bring it back', () => {
    const events: readonly BoxEvent[] = [
      { type: 'BoxOpened', by: 'li' },
      { type: 'BoxLabelled', label: 'abc' },
    ];
    const written = events.map((event) => codec.encode(event, seal));
    expect(written.map(({ type, value }) => [type, Buffer.from(value).toString()])).toEqual([
      ['test.BoxOpened', '{"by":"li"}'],
      ['test.BoxLabelled', '{"sealed":"cba"}'],
    ]);
    expect(written.map(({ type, value }) => codec.decode(type, value, open))).toEqual(events);
  });

  it('do not know what stands in no row', () => {
    expect(codec.decode('test.BoxShut', Buffer.from('{}'), open)).toBeUndefined();
    const foreign = { type: 'BoxShut' } as unknown as BoxEvent;
    expect(() => codec.encode(foreign, seal)).toThrow('No wire message for event BoxShut');
  });
});
