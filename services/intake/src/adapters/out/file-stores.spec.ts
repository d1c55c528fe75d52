// One suite over both places files may lie in: a folder, and a bucket of a store that believes nothing
// unsigned.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryVault } from '#testkit/memory-host';
import { type PlayedS3, playS3 } from '#testkit/counterparts/s3';
import type { FileStore } from '../../app/file-ports';
import { localFiles } from './local-files';
import { bucketSettings, s3Files } from './s3-files';
import { sealedFiles } from './sealed-files';

const ID = '7d3f2c1a-5b4e-4f60-8a1b-2c3d4e5f6071';
const keys = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-real-secret' };
const account = { ...keys, region: 'cn-north-1', bucket: 'zhitong-files' };
const folder = mkdtempSync(join(tmpdir(), 'zhitong-stores-'));
let s3: PlayedS3;
beforeAll(async () => {
  s3 = await playS3(account);
});
afterAll(async () => {
  await s3.stop();
  rmSync(folder, { recursive: true });
});
const bucket = (change: object = {}) => s3Files({ ...account, endpoint: `${s3.address}/`, ...change });

describe.each<[string, () => FileStore]>([
  ['a folder', () => localFiles(join(folder, 'files'))],
  ['a bucket', () => bucket()],
])('%s', (_, open) => {
  it('gives back what was put, replaced as a whole, and nothing once it is deleted', async () => {
    const store = open();
    expect(await store.get(ID)).toBeUndefined();
    await store.put(ID, Buffer.alloc(3_000_000, 1));
    await store.put(ID, Buffer.from([1, 0, 255]));
    expect([...((await store.get(ID)) ?? [])]).toEqual([1, 0, 255]);
    await store.delete(ID);
    await store.delete(ID);
    expect(await store.get(ID)).toBeUndefined();
  });

  it('holds sealed bytes alone, which end with their key', async () => {
    const vault = memoryVault();
    const [raw, sealed] = [open(), sealedFiles(open(), vault)];
    await sealed.put(ID, Buffer.from('停电三次'));
    expect(Buffer.from((await raw.get(ID)) ?? []).includes('停电三次')).toBe(false);
    expect(Buffer.from((await sealed.get(ID)) ?? []).toString()).toBe('停电三次');
    vault.destroy(ID);
    expect(await sealed.get(ID)).toBeUndefined();
  });
});

it('half a file left by a crash is no file, and goes with it', async () => {
  const store = localFiles(join(folder, 'files'));
  await store.put(ID, Buffer.from('x'));
  await store.delete(ID);
  writeFileSync(join(folder, 'files', ID.slice(0, 2), `${ID}.part`), 'half');
  expect(await store.get(ID)).toBeUndefined();
  await store.delete(ID);
  expect(readdirSync(join(folder, 'files', ID.slice(0, 2)))).toEqual([]);
});

it.each([
  ['a wrong key', { secretAccessKey: 'another' }, '403'],
  ['a key it does not know', { accessKeyId: 'NOBODY' }, '403'],
  ['another region', { region: 'us-east-1' }, '403'],
  ['a bucket that is not there', { bucket: 'another-bucket' }, '404'],
])('%s is trouble of ours, not a file that is missing', async (_, change, status) => {
  await expect(bucket(change).put(ID, Buffer.from('x'))).rejects.toThrow(`the bucket refused PUT: ${status}`);
});

it('a bucket that is away is away', async () => {
  s3.trouble.unavailable = true;
  await expect(bucket().get(ID)).rejects.toThrow('the bucket refused GET: 503');
  s3.trouble.unavailable = false;
  await expect(bucket({ endpoint: 'http://127.0.0.1:1' }).get(ID)).rejects.toThrow('the bucket is away');
});

it('a wrong file of settings stops the start and repeats nothing of it', () => {
  const path = join(folder, 'bucket.json');
  writeFileSync(path, JSON.stringify({ ...account, endpoint: 'nowhere' }));
  expect(() => bucketSettings(path)).toThrow();
  writeFileSync(path, JSON.stringify({ ...account, endpoint: s3.address }));
  expect(bucketSettings(path)).toMatchObject({ bucket: 'zhitong-files' });
});
