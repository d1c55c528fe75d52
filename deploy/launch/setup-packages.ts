/**
 * Programs of the operating system that the embedded broker and store need: Java to run Kafka, Maven to fetch
 * it, CMake and Rust to build the store's server. Only what is missing for what is still to be done is asked
 * for.
 */
import { existsSync } from 'node:fs';
import { findOnPath, kafkaDir, storeServer } from './cache';
import { LaunchFailure } from './launch-failure';
import { run } from './shell';
import type { Step } from './step-runner';

const packageOf: Readonly<Record<string, string>> = {
  java: 'default-jre-headless',
  mvn: 'maven',
  cmake: 'cmake',
  cc: 'build-essential',
};

/** Whether the store comes from the server built here: no address given and no `mongod` installed. */
export const needsStoreServer = (): boolean =>
  !process.env['MONGODB_URI'] && findOnPath('mongod') === undefined;
/** Whether the broker is the embedded one. */
export const needsBroker = (): boolean => !process.env['KAFKA_BROKERS'];

function missingPrograms(): string[] {
  const wanted: string[] = [];
  if (needsBroker()) wanted.push('java');
  if (needsBroker() && !existsSync(kafkaDir())) wanted.push('mvn');
  if (needsStoreServer() && !existsSync(storeServer())) wanted.push('cmake', 'cc', 'cargo');
  return wanted.filter((program) => findOnPath(program) === undefined);
}

/** Installs what is missing by apt-get when that is possible, else says which command would do it. */
export function packagesStep(): Step {
  return {
    id: 'packages',
    title: { zh: '系统软件包(apt-get)', en: 'system packages (apt-get)' },
    done: async () => missingPrograms().length === 0,
    async run(note) {
      const missing = missingPrograms();
      if (missing.includes('cargo')) {
        throw new LaunchFailure(
          '缺少 Rust(cargo 1.85 或更高):请从 rustup.rs 安装,或安装 mongod,或以 MONGODB_URI 指向已有的 MongoDB。',
          'Rust (cargo 1.85 or newer) is missing: install it from rustup.rs, or install mongod, ' +
            'or point MONGODB_URI at a MongoDB.',
        );
      }
      const packages = missing.map((program) => packageOf[program] ?? program);
      await installByApt(missing, packages, note);
    },
  };
}

/** Installs Debian packages as root; throws the sentence with the command where that is not possible. */
export async function installByApt(
  missing: readonly string[],
  packages: readonly string[],
  note: (text: string) => void,
): Promise<void> {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === undefined) {
    throw new LaunchFailure(
      `缺少 ${missing.join('、')}。请先运行:sudo ${command}`,
      `Missing: ${missing.join(', ')}. Please run first: sudo ${command}`,
    );
  }
  note(packages.join(' '));
  const title = { zh: '安装系统软件包', en: 'Installing system packages' };
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(title, 'apt-get', ['update', '-qq'], { env });
  await run(title, 'apt-get', command.split(' ').slice(1), { env });
}
