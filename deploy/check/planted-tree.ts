// A small tree of its own, outside the working tree, into which violations are planted. It has the product's
// folders and its `imports` map, and stand-ins for the packages that rules speak of.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './tree';

/** One planted file: its path from the root of the tree, its text, and the rules that must fire on it. */
export interface Planted {
  readonly file: string;
  readonly text: string;
  readonly rules: readonly string[];
}

/** Writes the files into a fresh folder, hands the folder to `look`, and takes it away again. */
export async function inPlantedTree<T>(
  files: readonly Pick<Planted, 'file' | 'text'>[],
  look: (at: string) => Promise<T>,
): Promise<T> {
  const at = mkdtempSync(join(tmpdir(), 'zt-planted-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), text);
  };
  try {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: unknown };
    const packages = [
      'kafkajs',
      'mongoose',
      '@nestjs/common',
      '@duckdb/node-api',
      'fastify',
      '@fastify/static',
    ];
    const dependencies = Object.fromEntries(packages.map((name) => [name, '1.0.0']));
    write('package.json', JSON.stringify({ name: 'planted', imports: manifest.imports, dependencies }));
    for (const name of ['tsconfig.json', 'tsconfig.lint.json']) {
      const text = readFileSync(join(root, '.config', name), 'utf8');
      write(`.config/${name}`, text.replace('"node", "jest"', ''));
    }
    for (const name of packages) {
      write(
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      );
      write(`node_modules/${name}/index.js`, 'exports.planted = 1;\n');
    }
    for (const { file, text } of files) write(file, text);
    return await look(at);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
}
