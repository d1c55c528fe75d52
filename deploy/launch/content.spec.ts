// A wrong pack, profile or calendar is told before anything is started.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDataDir } from '../test/data-dir';
import { contentOf } from './content';
import { credentialsOf } from './credentials';
import { badConfiguration, LaunchFailure } from './launch-failure';
import { defaults } from './service-environment';

const deployed = join(defaults.packDir, '..');

/** The sentence with which a start is refused. */
function refusal(dirs: Partial<typeof defaults>): { readonly message: string; readonly exitCode: number } {
  try {
    contentOf({ ...defaults, ...dirs });
  } catch (error) {
    if (error instanceof LaunchFailure) return error;
    throw error;
  }
  return { message: 'nothing is wrong', exitCode: 0 };
}

describe('before an instance is started', () => {
  it('its packs are read, one or a folder of them', () => {
    expect(contentOf(defaults).packs.map(({ id }) => id)).toEqual(['yicheng']);
    const all = contentOf({ ...defaults, packDir: deployed }).packs.map(({ id }) => id);
    expect(all).toEqual(['chaozhou', 'suzhou', 'yicheng']);
  });

  it('a wrong pack is told with file, line and remedy, in both languages', () => {
    const packDir = freshDataDir('pack');
    cpSync(defaults.packDir, packDir, { recursive: true });
    const file = join(packDir, 'pack.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('role: handler', 'role: nobody'));
    const { message, exitCode } = refusal({ packDir });
    expect(exitCode).toBe(badConfiguration);
    expect(message).toMatch(/pack\.yaml.*\n?.*角色“nobody”未在 roles 中列出/);
    expect(message).toContain('The role "nobody" is not listed');
  });

  it('so are a calendar that is missing, an empty folder and packs that govern the same', () => {
    expect(refusal({ calendarDir: freshDataDir('calendars') }).exitCode).toBe(badConfiguration);
    expect(refusal({ packDir: freshDataDir('packs') }).message).toContain('pack.yaml');
    const profileDir = freshDataDir('profile');
    cpSync(defaults.profileDir, profileDir, { recursive: true });
    const file = join(profileDir, 'profile.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ {2}- \{ id: suzhou.*\n/, ''));
    expect(refusal({ profileDir, packDir: deployed }).message).toContain('suzhou');
  });
});

describe('a pack that writes to a role nobody has a post for', () => {
  it('is refused with file, line and remedy; the pack without such texts is not', () => {
    const profileDir = freshDataDir('profile');
    cpSync(defaults.profileDir, profileDir, { recursive: true });
    const file = join(profileDir, 'posts.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('role: inspection, ', ''));
    const { message, exitCode } = refusal({ profileDir, packDir: deployed });
    expect(exitCode).toBe(badConfiguration);
    expect(message).toMatch(/chaozhou\/messages\.yaml:\d+ .*角色“inspection”.*posts\.yaml/);
    expect(message).toMatch(/goes to the role "inspection".*posts\.yaml/);
    expect(refusal({ profileDir }).message).toBe('nothing is wrong');
  });
});

describe('the tokens of an instance', () => {
  it('are those of the roles asked for; one made once stays, also while its pack is away', () => {
    const dir = freshDataDir('tokens');
    const first = credentialsOf(dir, ['dispatcher', 'ops']).tokens;
    const other = credentialsOf(dir, ['solver', 'ops']).tokens;
    expect([Object.keys(other), other['ops']]).toEqual([['solver', 'ops'], first['ops']]);
    expect(credentialsOf(dir, ['dispatcher']).tokens['dispatcher']).toBe(first['dispatcher']);
    expect(new Set([...Object.values(first), ...Object.values(other)]).size).toBe(3);
    rmSync(dir, { recursive: true });
  });
});
