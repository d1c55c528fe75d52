import { tidyFile, tidyTree } from './tidy';
import { inPlantedTree } from './planted-tree';
import { wrapComments } from './wrap';

const head = '// What a docket is and why.\n';
const lines = (count: number) => '  void 0;\n'.repeat(count);
const sentence = (columns: number) => `${head}const a = {\n  zh: '${'字'.repeat(columns - 9)}',\n};\n`;
const oneFunction = (inner: number) => `${head}/** Does it. */\nexport function f() {\n${lines(inner)}}\n`;

const rows: readonly (readonly [what: string, file: string, text: string, rules: readonly string[]])[] = [
  ['300 lines', 'deploy/zt/a.ts', head + '\n'.repeat(299), []],
  ['301 lines', 'deploy/zt/a.ts', head + '\n'.repeat(299) + 'void 0;\n', ['file-length']],
  ['301 lines of a test', 'deploy/zt/a.spec.ts', '\n'.repeat(300) + 'void 0;\n', ['file-length']],
  ['40 lines in domain', 'services/a/src/domain/a.ts', oneFunction(38), []],
  ['41 lines in domain', 'services/a/src/domain/a.ts', oneFunction(39), ['function-length']],
  ['70 lines elsewhere', 'services/a/src/app/a.ts', oneFunction(68), []],
  ['71 lines elsewhere', 'services/a/src/app/a.ts', oneFunction(69), ['function-length']],
  ['71 lines of an arrow', 'deploy/a.ts', `${head}const f = () => {\n${lines(69)}};\n`, ['function-length']],
  [
    '71 lines of a method',
    'deploy/a.ts',
    `${head}class A {\n  f() {\n${lines(69)}}\n}\n`,
    ['function-length'],
  ],
  ['71 lines of a suite', 'libs/testkit/src/a.ts', `${head}describe('a', () => {\n${lines(69)}});\n`, []],
  ['110 columns', 'deploy/a.ts', `${head}// ${'x'.repeat(107)}\n`, []],
  ['111 columns', 'deploy/a.ts', `${head}// ${'x'.repeat(108)}\n`, ['width']],
  ['111 columns of an address', 'deploy/a.ts', `${head}// https://${'x'.repeat(108)}\n`, []],
  ['a whole sentence of 200 columns', 'deploy/a.ts', sentence(200), []],
  ['one of 201 columns', 'deploy/a.ts', sentence(201), ['width']],
  ['code with a sentence', 'deploy/a.ts', `${head}const a = f('${'x'.repeat(100)}');\n`, ['width']],
  ['no head', 'deploy/a.ts', 'export const a = 1;\n', ['head']],
  ['no head in a test', 'deploy/a.spec.ts', 'void 0;\n', []],
  ['a first line for the shell', 'deploy/a.mjs', `#!/usr/bin/env node\n${head}`, []],
  ['type …Manager', 'deploy/a.ts', `${head}export class DocketManager {}\n`, ['empty-name']],
  ['type …Helper', 'deploy/a.ts', `${head}export interface Helper {}\n`, ['empty-name']],
  ['type …Utils', 'deploy/a.ts', `${head}export type DateUtils = 1;\n`, ['empty-name']],
  ['type Common', 'deploy/a.ts', `${head}export type Common = 1;\n`, ['empty-name']],
  ['type …Data', 'deploy/a.ts', `${head}export type AppealData = 1;\n`, ['empty-name']],
  ['type …Info', 'deploy/a.ts', `${head}export type UnitInfo = 1;\n`, ['empty-name']],
  ['type …Process', 'deploy/a.ts', `${head}export enum Process {}\n`, ['empty-name']],
  ['type Database', 'deploy/a.ts', `${head}export type Database = 1;\n`, []],
  ['file util', 'deploy/util.ts', head, ['empty-name']],
  ['file date-helper', 'deploy/date-helper.ts', head, ['empty-name']],
  ['file common.module', 'deploy/common.module.ts', head, ['empty-name']],
  ['file database', 'deploy/database.ts', head, []],
  ['undescribed function', 'libs/kernel/src/a.ts', `${head}export function f() {}\n`, ['docstring']],
  ['undescribed type', 'services/a/src/domain/a.ts', `${head}export type A = 1;\n`, ['docstring']],
  ['undescribed const', 'services/a/src/app/a.ts', `${head}export const a = 1;\n`, ['docstring']],
  ['a plain comment', 'libs/kernel/src/a.ts', `${head}\n// Does.\nexport const a = 1;\n`, ['docstring']],
  ['undescribed in an adapter', 'services/a/src/adapters/out/a.ts', `${head}export const a = 1;\n`, []],
  ['undescribed and private', 'libs/kernel/src/a.ts', `${head}const a = 1;\nvoid a;\n`, []],
  ['re-exports alone', 'libs/kernel/src/a.ts', `${head}export { ok } from './result';\n`, ['barrel']],
  ['a sound file', 'libs/kernel/src/a.ts', oneFunction(1), []],
];

describe('tidy bites', () => {
  it.each(rows)('%s (%s)', (_what, file, text, rules) => {
    expect([...new Set(tidyFile(file, text).map((one) => one.rule))]).toEqual(rules);
  });

  it('asks every service for its page, and leaves generated code alone', async () => {
    const service = {
      file: 'services/intake/src/gen/wire.ts',
      text: `export type AppealData = 1;${' '.repeat(200)}\n`,
    };
    const page = { file: 'services/intake/README.md', text: '# Intake\n' };
    const rules = (files: { file: string; text: string }[]) =>
      inPlantedTree(files, async (at) => tidyTree(at, [service.file]).map((one) => one.rule));
    expect(await rules([service])).toEqual(['readme']);
    expect(await rules([service, page])).toEqual([]);
  });
});

describe('wrapping comments', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

  it('breaks a wide paragraph with the rest of it, and nothing else', () => {
    const text = `// ${words(30)}\n// end\n\n// ${words(3)}\n// short\nconst a = 1; // ${words(30)}\n`;
    const wrapped = wrapComments(text, 60);
    expect(
      wrapped
        .split('\n')
        .slice(0, 3)
        .every((line) => line.startsWith('// ') && line.length <= 60),
    ).toBe(true);
    expect(wrapped).toContain(`\n\n// ${words(3)}\n// short\nconst a = 1; // ${words(30)}\n`);
    const read = (one: string) =>
      one
        .replace(/^\/\/ /gm, '')
        .split(/\s+/)
        .join(' ');
    expect(read(wrapped)).toBe(read(text));
  });

  it('opens a docstring of one line that is too wide', () => {
    expect(wrapComments(`  /** ${words(5)} */\n`, 22)).toBe(
      '  /**\n   * word word word\n   * word word\n   */\n',
    );
  });

  it('leaves lists, tags and addresses as they stand', () => {
    const text = `// - ${words(30)}\n// @param ${words(30)}\n// https://${words(30)}\n`;
    expect(wrapComments(text, 60)).toBe(text);
  });
});
