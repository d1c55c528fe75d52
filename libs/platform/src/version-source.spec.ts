// What identity hands out becomes the packs in force; packs the profile gives nothing to stop the start with
// the sentence that mends it.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPack, packHash } from '#policy/pack-loader';
import { canonicalJson } from '#working-calendar/content-address';
import { projectCalendars } from '#working-calendar/test-calendars';
import { ConfigurationError } from './edge/lifecycle';
import { versionSource } from './version-source';

const DEPLOY = join(__dirname, '../../../deploy');

function version(name: string, id = name) {
  const loaded = loadPack(join(DEPLOY, 'packs', name));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const pack = { ...loaded.value, id };
  return { kind: 'pack', name: id, hash: packHash(pack), current: true, content: canonicalJson(pack) };
}

function sourceOf(packs: readonly ReturnType<typeof version>[], profile = join(DEPLOY, 'profiles/demo')) {
  const { version: hash, notices } = projectCalendars().current;
  const calendar = { kind: 'calendar', name: 'cn', hash, current: true, content: canonicalJson(notices) };
  const listVersions = async ({ kind }: { kind: string }) => {
    return { versions: kind === 'pack' ? [...packs] : [calendar] };
  };
  return versionSource({ listVersions } as never, 'intake', profile);
}

it('puts the shipped packs in force as the profile of the demonstration says', async () => {
  const [yicheng, chaozhou, suzhou] = [version('yicheng'), version('chaozhou'), version('suzhou')];
  const old = { ...version('suzhou', 'retired'), current: false };
  const { governance, packs } = await sourceOf([old, chaozhou, suzhou, yicheng]).load();
  expect(governance.rest).toBe(yicheng.hash);
  expect(governance.others.map(({ hash }) => hash)).toEqual([chaozhou.hash, suzhou.hash]);
  expect(packs.get(old.hash)?.id).toBe('retired');
});

it('refuses a deployed pack that the profile gives nothing', async () => {
  const refused = sourceOf([version('yicheng'), version('suzhou', 'sixth')]).load();
  await expect(refused).rejects.toThrow(ConfigurationError);
  await expect(refused).rejects.toThrow(/sixth/);
});

it('refuses a deployed pack that writes to a role no post of the profile has', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'zt-')), 'profile');
  cpSync(join(DEPLOY, 'profiles/demo'), directory, { recursive: true });
  const posts = join(directory, 'posts.yaml');
  writeFileSync(posts, readFileSync(posts, 'utf8').replace('role: inspection, ', ''));
  const refused = sourceOf([version('yicheng'), version('chaozhou')], directory).load();
  await expect(refused).rejects.toThrow(ConfigurationError);
  await expect(refused).rejects.toThrow(/inspection/);
});

it('takes a changed profile over as it runs, and keeps the old one while the new is wrong', async () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'zt-')), 'profile');
  cpSync(join(DEPLOY, 'profiles/demo'), directory, { recursive: true });
  const source = sourceOf([version('yicheng')], directory);
  const nameOf = async () => (await source.load()).profile.units.find(({ code }) => code === 'drc')?.name;
  const units = join(directory, 'units.json');
  const text = readFileSync(units, 'utf8');
  expect(await nameOf()).toBe('市发展和改革委员会');
  const { profile } = await source.load();
  expect((await source.load()).profile).toBe(profile);
  writeFileSync(units, text.replace('"drc"', '"ufw"'));
  expect(await nameOf()).toBe('市发展和改革委员会');
  writeFileSync(units, text.replace('市发展和改革委员会', '市发展改革委'));
  expect(await nameOf()).toBe('市发展改革委');
});
