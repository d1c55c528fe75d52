/**
 * What is fetched or built once per user and serves every checkout and every instance: Kafka's jars, the
 * archive of its classes, and the store's server. Versions stand in the paths, so that a new version never
 * meets an old file.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Pinned versions of what is fetched. */
export const versions = {
  kafka: '4.3.1',
  slf4j: '1.7.36',
  dependencyPlugin: '3.6.1',
  store: '0.5.3-beta.196',
} as const;

/** The project's directory. */
export const projectRoot = join(__dirname, '..', '..');

/** `${XDG_CACHE_HOME:-~/.cache}/zhitong`. */
export const cacheDir = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'zhitong');

/** Directory of Kafka's jars. */
export const kafkaDir = (): string => join(cacheDir(), `kafka-${versions.kafka}`);

/** Kafka's class path; sorted, because the class archive is bound to its exact text. */
export function kafkaClassPath(): string {
  const jars = readdirSync(join(kafkaDir(), 'jars')).filter((name) => name.endsWith('.jar'));
  return jars
    .sort()
    .map((name) => join(kafkaDir(), 'jars', name))
    .join(delimiter);
}

/** The archive of Kafka's classes for the Java found on the PATH; another Java has another archive. */
export function kafkaArchive(): string {
  const java = realpathSync(findOnPath('java') ?? '/');
  const { size, mtimeMs } = statSync(java);
  const release = join(java, '..', '..', 'release');
  const words = [java, size, mtimeMs, existsSync(release) ? readFileSync(release, 'utf8') : ''];
  const hash = createHash('sha256').update(words.join('|')).digest('hex').slice(0, 12);
  return join(kafkaDir(), `classes-${hash}.jsa`);
}

/** The store's server as built into the cache. */
export const storeServerDir = (): string => join(cacheDir(), `secantus-mdb-${versions.store}`);
export const storeServer = (): string => join(storeServerDir(), 'bin', 'secantusd-rs');

/** Full path of a program, if the PATH has it (Rust's usual place is looked at as well). */
export function findOnPath(name: string): string | undefined {
  const places = [...(process.env['PATH'] ?? '').split(delimiter), join(homedir(), '.cargo', 'bin')];
  return places.map((place) => join(place, name)).find((file) => existsSync(file) && statSync(file).isFile());
}
