import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerSettings } from './provider-settings';

const directory = mkdtempSync(join(tmpdir(), 'providers-'));
afterAll(() => rmSync(directory, { recursive: true }));
const written = (name: string, text: string) => {
  writeFileSync(join(directory, name), text);
  return join(directory, name);
};

const ALIYUN = `
  - vendor: aliyun
    name: aliyun
    base: https://dysmsapi.aliyuncs.com
    signature: 直通
    templates:
      received: { code: SMS_1, parameters: [number, queryCode] }`;
const KEYS = '{"aliyun": {"id": "a", "secret": "b"}}';

test('providers in their order, each with its key; what may be left out has its default', () => {
  const read = providerSettings(written('a.yaml', `providers:${ALIYUN}`), written('a.json', KEYS));
  expect(read?.settings.providers).toMatchObject([{ name: 'aliyun', longest: 35, timeoutMs: 10_000 }]);
  expect(read?.keyOf('aliyun')).toEqual({ id: 'a', secret: 'b' });
});

test('without a file there is none', () => {
  expect(providerSettings(undefined, undefined)).toBeUndefined();
});

test.each([
  ['no such file', 'providers: []', KEYS, 'wrong at: providers'],
  ['a word too many', `providers:${ALIYUN}\n    retries: 3`, KEYS, 'wrong at: providers.0'],
  ['an address that is none', `providers:${ALIYUN.replace('https:', 'ftp:')}`, KEYS, 'providers.0.base'],
  ['a key is missing', `providers:${ALIYUN}`, '{}', 'has no key for "aliyun"'],
  ['a name twice', `providers:${ALIYUN}${ALIYUN}`, KEYS, 'names "aliyun" twice'],
  ['keys that are none', `providers:${ALIYUN}`, 'secret', 'NOTIFICATION_PROVIDER_KEYS_FILE cannot be read'],
])('%s stops the start and says where', (_, settings, keys, sentence) => {
  const files = [written('b.yaml', settings), written('b.json', keys)] as const;
  expect(() => providerSettings(...files)).toThrow(sentence);
});
