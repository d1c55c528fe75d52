import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inPlantedTree, type Planted } from './planted-tree';
import { run } from './run';
import { root } from './tree';

const domain = 'services/intake/src/domain';
const app = 'services/intake/src/app';
const restricted = (word: string) => `no-restricted-syntax ${word}`;
const promise = 'async function work(): Promise<void> {}\n';

const planted: readonly Planted[] = [
  {
    file: `${app}/floating.ts`,
    text: `${promise}work();\n`,
    rules: ['@typescript-eslint/no-floating-promises'],
  },
  {
    file: `${app}/misused.ts`,
    text: `${promise}export const works = [1].filter(work);\n`,
    rules: ['@typescript-eslint/no-misused-promises'],
  },
  {
    file: `${domain}/unfinished.ts`,
    text: "export const f = (c: 'red' | 'yellow') => {\n  switch (c) {\n    case 'red':\n" + '  }\n};\n',
    rules: ['@typescript-eslint/switch-exhaustiveness-check'],
  },
  {
    file: `${app}/any.ts`,
    text: 'export const f = (x: any) => String(x);\n',
    rules: ['@typescript-eslint/no-explicit-any'],
  },
  {
    file: `${app}/value-import.ts`,
    text: "import { Sound } from '../domain/sound';\nexport const s: Sound = { at: 1 };\n",
    rules: ['@typescript-eslint/consistent-type-imports'],
  },
  {
    file: `${app}/type-by-import.ts`,
    text: "export type S = import('../domain/sound').Sound;\n",
    rules: ['@typescript-eslint/consistent-type-imports'],
  },
  { file: `${domain}/now.ts`, text: 'export const f = () => Date.now();\n', rules: [restricted('clock')] },
  {
    file: `${domain}/new-date.ts`,
    text: 'export const f = () => new Date();\n',
    rules: [restricted('clock')],
  },
  {
    file: 'libs/policy/src/now.ts',
    text: 'export const f = () => Date.now();\n',
    rules: [restricted('clock')],
  },
  {
    file: 'libs/kernel/src/now.ts',
    text: 'export const f = () => new Date();\n',
    rules: [restricted('clock')],
  },
  {
    file: 'libs/text/src/chance.ts',
    text: 'export const f = () => Math.random();\n',
    rules: [restricted('chance')],
  },
  {
    file: 'libs/working-calendar/src/chance.ts',
    text: 'export const f = () => Math.random();\n',
    rules: [restricted('chance')],
  },
  {
    file: `${domain}/process.ts`,
    text: 'export const f = () => process.pid;\n',
    rules: ['no-restricted-globals machine'],
  },
  {
    file: `${domain}/file.ts`,
    text: "import { readFileSync } from 'node:fs';\nexport const f = readFileSync;\n",
    rules: ['no-restricted-imports machine'],
  },
  {
    file: 'libs/policy/src/file.ts',
    text: "import { readFileSync } from 'fs';\nexport const f = readFileSync;\n",
    rules: ['no-restricted-imports machine'],
  },
  { file: 'libs/text/src/machine.ts', text: 'export class Machine {}\n', rules: [] },
  { file: `${domain}/class.ts`, text: 'export class Docket {}\n', rules: [restricted('class')] },
  {
    file: `${domain}/decorator.ts`,
    text: 'const mark = (c: unknown) => void c;\n@mark\nexport class Docket {}\n',
    rules: [restricted('class'), restricted('decorator')],
  },
  {
    file: `${app}/environment.ts`,
    text: "export const f = () => process.env['A'];\n",
    rules: [restricted('environment')],
  },
  { file: `${app}/barrel.ts`, text: "export * from '../domain/sound';\n", rules: [restricted('barrel')] },
  { file: `${app}/default.ts`, text: 'export default 1;\n', rules: [restricted('default-export')] },
  { file: `${app}/index.ts`, text: 'export const a = 1;\n', rules: [restricted('index-file')] },
  { file: `${app}/loud.ts`, text: "export const f = () => console.log('x');\n", rules: ['no-console'] },
  {
    file: 'libs/platform/src/loud.ts',
    text: "export const f = () => console.error('x');\n",
    rules: ['no-console'],
  },
  { file: `${domain}/sound.ts`, text: 'export interface Sound {\n  readonly at: number;\n}\n', rules: [] },
  {
    file: `${domain}/given.ts`,
    text: 'export const f = (at: number) => new Date(at).toISOString();\n',
    rules: [],
  },
  { file: 'services/intake/src/config.ts', text: "export const a = process.env['A'];\n", rules: [] },
  {
    file: 'libs/policy/src/pack-loader.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const f = readFileSync;\n",
    rules: [],
  },
  {
    file: 'services/intake/src/adapters/out/clock.ts',
    text: 'export const f = () => Date.now();\n',
    rules: [],
  },
  { file: 'deploy/launch/say.ts', text: "console.log(process.env['HOME']);\n", rules: [] },
];

type Report = readonly {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}[];

/** The rule as a person names it: for the general rules of eslint, with the first word of our own message. */
function named(ruleId: string | null, message: string): string {
  if (ruleId === null) return `broken: ${message}`;
  if (!ruleId.startsWith('no-restricted')) return ruleId;
  return `${ruleId} ${/(?:^|[.] |pattern\. )([a-z-]+): /.exec(message)?.[1] ?? message}`;
}

describe('eslint bites', () => {
  let fired: ReadonlyMap<string, string[]>;
  beforeAll(async () => {
    fired = await inPlantedTree(planted, async (at) => {
      const config = join(root, '.config/eslint.config.mjs');
      const answer = await run('eslint', ['--config', config, '--format', 'json', '.'], at);
      if (!answer.stdout.startsWith('[')) throw new Error(answer.output);
      const report = JSON.parse(answer.stdout) as Report;
      return new Map(
        report.map((one) => [
          one.filePath.slice(one.filePath.indexOf(at) + at.length + 1),
          [...new Set(one.messages.map((m) => named(m.ruleId, m.message)))].sort(),
        ]),
      );
    });
  }, 120_000);

  it.each(planted.map((one) => [one.file, one.rules] as const))('%s: %j', (file, rules) => {
    expect(fired.get(file)).toEqual([...rules].sort());
  });

  it('plants a violation of every rule of the configuration', () => {
    const text = readFileSync(join(root, '.config/eslint.config.mjs'), 'utf8');
    const rules = [...text.matchAll(/'(@typescript-eslint\/[a-z-]+|no-[a-z-]+)':/g)].map(
      (match) => match[1] ?? '',
    );
    const words = [...text.matchAll(/message: ?\s*'([a-z-]+): /g)].map((match) => match[1] ?? '');
    expect(rules.length).toBeGreaterThan(8);
    expect(words.length).toBeGreaterThan(8);
    const all = [...fired.values()].flat().join(' ');
    expect([...rules, ...words].filter((one) => !all.includes(one))).toEqual([]);
  });
});
