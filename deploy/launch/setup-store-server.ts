/**
 * The store's server is built from its sources once per user, which takes minutes; everything else is set up
 * meanwhile. It is built into a directory aside and moved into place, under a lock, so that two starts at
 * once share one build.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, storeServer, storeServerDir, versions } from './cache';
import { withLock } from './lock';
import { needsStoreServer } from './setup-packages';
import { run } from './shell';
import type { Step } from './step-runner';

const buildSettings = {
  CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
  CARGO_TERM_PROGRESS_WHEN: 'always',
  CARGO_TERM_PROGRESS_WIDTH: '80',
};

/** The last `compiled/all` in what cargo's progress bar printed. */
export function crateProgress(text: string): string | undefined {
  return [...text.matchAll(/\]\s+(\d+)\/(\d+)/g)].map(([, compiled, all]) => `${compiled}/${all}`).at(-1);
}

/** Builds SecantusDB's Rust server into the user's cache. */
export function storeServerStep(): Step {
  const title = {
    zh: '编译存储服务器(每位用户一次,约五分钟)',
    en: 'building the store server (once per user, about five minutes)',
  };
  const done = async () => !needsStoreServer() || existsSync(storeServer());
  return {
    id: 'store-server',
    title,
    after: ['packages'],
    done,
    run: (note) =>
      withLock(
        `${storeServerDir()}.lock`,
        () => note('另一个启动正在编译 · another start is building it'),
        async () => {
          if (await done()) return;
          const work = `${storeServerDir()}.part`;
          const what = [
            'install',
            'secantus-mdb',
            '--version',
            versions.store,
            '--locked',
            '--ignore-rust-version',
          ];
          const where = ['--root', work, '--target-dir', join(work, 'target')];
          await run(title, findOnPath('cargo') ?? 'cargo', [...what, ...where], {
            env: buildSettings,
            onText: (text) => {
              const crates = crateProgress(text);
              if (crates) note(`${crates} crates`);
            },
          });
          rmSync(join(work, 'target'), { recursive: true, force: true });
          rmSync(storeServerDir(), { recursive: true, force: true });
          renameSync(work, storeServerDir());
        },
      ),
  };
}
