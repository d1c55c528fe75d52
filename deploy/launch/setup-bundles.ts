/**
 * Each service becomes one file, `dist/<name>.cjs`, and all of them together `dist/compact.cjs`. The entry is
 * made from the services' rows: the `service` that each `main.ts` exports, handed to `serve`, which is loaded
 * first because telemetry must stand before http and gRPC are loaded. Only the project's own code is bundled;
 * packages are loaded from node_modules.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './cache';
import { LaunchFailure } from './launch-failure';
import { withLock } from './lock';
import { serviceRows } from './services';
import type { Step } from './step-runner';

const mainOf = (name: string) => join('services', name, 'src', 'main.ts');

/** Rows whose program exists in the tree. */
export const builtServices = () =>
  serviceRows.filter(({ name }) => existsSync(join(projectRoot, mainOf(name))));

/** File of a service's bundle, or of the one-process composition (`compact`). */
export const bundleOf = (name: string): string => join(projectRoot, 'dist', `${name}.cjs`);

/** Source text of a bundle's entry: the programs it runs, in start order. */
export function entryOf(names: readonly string[]): string {
  const imports = names.map((name, i) => `import { service as s${i} } from './services/${name}/src/main';`);
  return [
    `import { serve } from './deploy/launch/serve';`,
    ...imports,
    `void serve([${names.map((_, i) => `s${i}`).join(', ')}], process.env);`,
  ].join('\n');
}

async function bundle(name: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: projectRoot, sourcefile: `${name}.entry.ts`, loader: 'ts' },
    outfile: bundleOf(name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    packages: 'external',
    tsconfig: join(projectRoot, '.config', 'tsconfig.json'),
    logLevel: 'silent',
  });
}

/** Bundles every service; always done, because it takes less time than finding out whether it is needed. */
export function bundlesStep(): Step {
  return {
    id: 'bundles',
    title: { zh: '构建服务', en: 'building the services' },
    after: ['contracts'],
    done: async () => builtServices().length === 0,
    run: (note) =>
      withLock(
        join(projectRoot, 'node_modules', '.bundles.lock'),
        () => note('另一个启动正在构建 · another start is building'),
        async () => {
          const names = builtServices().map(({ name }) => name);
          try {
            await Promise.all([
              ...names.map((name) => bundle(name, entryOf([name]))),
              bundle('compact', entryOf(names)),
            ]);
          } catch (error) {
            throw new LaunchFailure(
              '服务构建失败:',
              `The services could not be built:\n${(error as Error).message}`,
            );
          }
        },
      ),
  };
}
