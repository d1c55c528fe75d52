// Reading pushes of platforms by the mappings of the demonstration.
import { demoProfile } from '../../test/scenario';
import { readPush } from './push-reading';

const mappings = new Map(demoProfile().platforms.map((one) => [one.door, one]));

function read(door: string, body: object) {
  const mapping = mappings.get(door);
  if (mapping === undefined) throw new Error(`no mapping for ${door}`);
  return readPush(body as Readonly<Record<string, unknown>>, mapping);
}

const MESSAGE = {
  message: {
    ...{ id: 4711, subject: '厂区断电', text: '本月已断电三次', type: 3, field: '环保', area: '太仓市' },
    ...{ organisation: '太仓某某有限公司', author: { name: '殷某', phone: 19900006305 } },
  },
};

test('fields are found at their places, codes get our meaning, numbers are names', () => {
  expect(read('leader-board', MESSAGE)).toEqual({
    unmapped: {},
    raw: {
      ...{ channel: 'leader-board', sourceNumber: '4711', title: '厂区断电', content: '本月已断电三次' },
      ...{ kind: 'complaint', topic: 'environment', attachments: [] },
      enterprise: { name: '太仓某某有限公司', uscc: '', region: 'taicang' },
      contact: { name: '殷某', phone: '19900006305' },
    },
  });
});

test('every code without a meaning is told by field and value, none is guessed', () => {
  const body = { message: { ...MESSAGE.message, type: '9', field: 'constructor', area: '某县' } };
  expect(read('leader-board', body)).toMatchObject({
    raw: { kind: undefined, topic: undefined, enterprise: { region: undefined } },
    unmapped: { kind: '9', topic: 'constructor', region: '某县' },
  });
  const long = read('leader-board', { message: { ...MESSAGE.message, type: '9'.repeat(80), area: {} } });
  expect(long.unmapped).toEqual({ kind: '9'.repeat(40), region: '?' });
});

test('a code that was not sent is no code: what is missing is told by the form', () => {
  const { type: _type, ...message } = MESSAGE.message;
  expect(read('leader-board', { message })).toMatchObject({ raw: { kind: undefined }, unmapped: {} });
});

test('a platform without titles lends the beginning of the first line, cut at a whole character', () => {
  const sqnr = `${'𠮷'.repeat(29)}电力不稳\n第二行`;
  const push = { gdbh: 'A', sqnr, sqlx: '02', qymc: '某', lxr: '某', lxdh: '1' };
  const result = read('zao-solved', push);
  expect(result.raw['title']).toBe(`${'𠮷'.repeat(29)}电`);
  expect(result.raw['enterprise']).toMatchObject({ region: 'taicang', uscc: '' });
});

test('files are named by the mapping; a list that is none is left for the form to refuse', () => {
  const push = {
    clueId: 'C',
    city: '320585',
    pictures: [{ name: '照片.png', href: 'https://p/1', mime: 'image/png', bytes: '12' }],
  };
  const result = read('lightning-news', push);
  expect(result.raw['attachments']).toEqual([
    { name: '照片.png', url: 'https://p/1', mediaType: 'image/png', size: 12, purpose: '' },
  ]);
  const none = read('lightning-news', { ...push, pictures: 'no list' });
  expect(none.raw['attachments']).toBe('no list');
});

test('names that every object has are not found in a push', () => {
  const result = read('leader-board', { message: Object.create({ id: 'inherited' }) as object });
  expect(result.raw['sourceNumber']).toBeUndefined();
});
