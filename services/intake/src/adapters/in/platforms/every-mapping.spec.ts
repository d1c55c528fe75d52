// Every mapping of the demonstration is one by which its platform can push: a right push is built from the
// mapping's own places and codes, signed as it says, and goes through the door; with one character changed it
// does not. And every external platform a programme names has one.
import { createHmac } from 'node:crypto';
import type { FieldSource, PlatformMapping } from '#policy/platform-mapping';
import { demoProfile, MORNING, packOf, YICHENG, YIHUI } from '../../../../test/scenario';
import { startWorld, type World } from '../../../../test/world';
import { derivedSecret } from '../../out/door-secrets';

const mappings = demoProfile().platforms;

const WORDS = {
  ...{
    sourceNumber: 'P-1',
    title: '厂区断电',
    content: '本月已断电三次，请协调。',
    enterpriseName: YIHUI.name,
  },
  ...{
    uscc: YIHUI.uscc,
    contactName: '殷某',
    contactPhone: '19900006305',
    region: 'taicang',
    kind: '',
    topic: '',
  },
};

/** The body as the platform would fill it in. */
function bodyOf({ fields, codes }: PlatformMapping): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [field, source] of Object.entries(fields) as [keyof typeof WORDS, FieldSource][]) {
    if (typeof source !== 'string') continue;
    const table = codes[field as 'kind' | 'topic' | 'region'];
    const theirs = table && (field === 'region' ? codeFor(table, 'taicang') : Object.keys(table)[0]);
    put(body, source.split('.'), theirs ?? WORDS[field]);
  }
  return body;
}

function codeFor(table: Readonly<Record<string, string>>, ours: string): string | undefined {
  return Object.entries(table).find(([, meaning]) => meaning === ours)?.[0];
}

function put(inside: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) inside[name] = value;
  else put((inside[name] ??= {}) as Record<string, unknown>, rest, value);
}

function stampOf(unit: 's' | 'ms' | 'compact'): string {
  if (unit === 'compact') return '20260302090000';
  return String(unit === 's' ? MORNING / 1000 : MORNING);
}

/** A push of the platform, by the rules of the mapping and in UTF-8. */
function pushOf(mapping: PlatformMapping, spoil = '') {
  const { door, signature: how, body: written } = mapping;
  const secret = derivedSecret(new Uint8Array(32), door);
  const sign = (text: string) => createHmac(how.hash, secret).update(text).digest(how.encoding);
  const body = bodyOf(mapping);
  const stamp = stampOf(how.stamp.unit);
  if (how.scheme === 'parameters') {
    const given: Record<string, unknown> = { ...body, [how.timestamp]: stamp };
    const sorted = Object.keys(given)
      .filter((name) => given[name] !== '')
      .sort();
    const signed = sorted.map((name) => `${name}=${String(given[name])}`).join('&');
    return {
      door,
      headers: {},
      body: textOf(written.format, { ...given, [how.signature]: sign(signed + spoil) }),
    };
  }
  const text = textOf(written.format, body);
  const parts = { timestamp: stamp, nonce: 'n-1', body: text.toString() };
  const signature = sign(how.over.map((part) => parts[part]).join(how.joinedBy) + spoil);
  const headers = { [how.signature]: signature, [how.timestamp]: stamp, [how.nonce]: 'n-1' };
  return { door, headers, body: text };
}

function textOf(format: 'json' | 'form', body: Readonly<Record<string, unknown>>): Buffer {
  if (format === 'json') return Buffer.from(JSON.stringify(body));
  return Buffer.from(new URLSearchParams(body as Record<string, string>).toString());
}

describe('every mapping of the demonstration', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld([], [YICHENG, packOf('chaozhou'), packOf('suzhou')]);
  });
  afterAll(() => world.stop());

  // The one that writes GB 18030 is pushed byte by byte in platform-door.spec.ts.
  const inUtf8 = mappings.filter(({ body }) => body.charset === 'utf-8');
  test.each(inUtf8.map((mapping) => [mapping.door, mapping] as const))('%s', async (_door, mapping) => {
    const spoilt = await world.receive(pushOf(mapping, '!'));
    expect(JSON.stringify(spoilt.json)).toContain('SIGNATURE_WRONG');
    const answer = await world.receive(pushOf(mapping));
    expect([answer.status, JSON.stringify(answer.json)]).toEqual([200, expect.stringMatching(/ZT\d{15}/)]);
  });
});

/** 市企业诉求“直通车” is a programme of this instance, not a platform that pushes to it. */
const OWN = ['fast-track', 'web', 'hotline', 'window'];

test.each([
  ['yicheng', 'YC-3', 9],
  ['chaozhou', 'CR 一', 5],
])('every external platform of %s has one', (name, clause, count) => {
  const named = packOf(name).doors.filter((door) => door.clause === clause && !OWN.includes(door.id));
  expect(named).toHaveLength(count);
  expect(mappings.map(({ door }) => door)).toEqual(expect.arrayContaining(named.map(({ id }) => id)));
});
