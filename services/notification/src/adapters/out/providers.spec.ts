// From the operator's two files to carriers: their order, and what stops the start.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { YICHENG } from '../../../test/desk';
import { SIGNATURE, TEMPLATES } from '../../../test/vendors';
import { memoryTable } from '#testkit/memory-table';
import type { ServiceHost } from '#platform/host-ports';
import type { Provider } from '../../app/ports';
import { carriersFrom } from './providers';

const directory = mkdtempSync(join(tmpdir(), 'carriers-'));
afterAll(() => rmSync(directory, { recursive: true }));

const shared = { signature: SIGNATURE, templates: TEMPLATES };
const SETTINGS = {
  providers: [
    {
      ...shared,
      vendor: 'tencent',
      name: 'second-choice-first',
      base: 'http://127.0.0.1:2',
      appId: '1400006666',
    },
    { ...shared, vendor: 'aliyun', name: 'ali', base: 'http://127.0.0.1:2', perNumber: { minute: 1 } },
  ],
  email: { name: 'mail', host: '127.0.0.1', from: 'zt@example.com' },
};
const key = { id: 'id', secret: 'secret' };

function started(settings: object | undefined) {
  const files: Record<string, string> = {};
  const put = (name: string, value: object) => {
    files[name] = join(directory, name);
    writeFileSync(files[name] ?? '', JSON.stringify(value));
  };
  if (settings) put('NOTIFICATION_PROVIDERS_FILE', settings);
  put('NOTIFICATION_PROVIDER_KEYS_FILE', { ali: key, 'second-choice-first': key });
  const setting = (name: string) => files[name];
  const versions = { packsInForce: () => [YICHENG] };
  const host = { setting, versions, now: () => 0, table: () => memoryTable() } as unknown as ServiceHost;
  const sandbox = { name: 'sandbox' } as Provider;
  return carriersFrom(host, sandbox).map(({ provider }) => provider);
}

test('those of the file in its order, e-mail last; without a file the sandbox', () => {
  expect(started(SETTINGS).map(({ name }) => name)).toEqual(['second-choice-first', 'ali', 'mail']);
  expect(started(undefined).map(({ name }) => name)).toEqual(['sandbox']);
});

test('short messages and e-mail go their own ways', () => {
  const taken = (channel: 'sms' | 'email') =>
    started(SETTINGS).map(({ carries }) => carries({ template: 'received', channel }));
  expect(taken('sms')).toEqual([true, true, false]);
  expect(taken('email')).toEqual([false, false, true]);
});

test('a text nobody has stops the start', () => {
  const { received: _, ...others } = TEMPLATES;
  const providers = SETTINGS.providers.map((one) => ({ ...one, templates: others }));
  expect(() => started({ ...SETTINGS, providers })).toThrow('yicheng/received');
});
