// The house's gates: what must hold of the source before a test is worth running. `npm test` runs them all,
// and `npx tsx deploy/check/gates.ts [NAME…]` runs them alone. They run two at a time, longest first; each
// that does not pass says what to do.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCharts } from './charts';
import { commandFindings } from './command-page';
import { dependencyFindings } from './dependency-list';
import { type Cruise, cruiseImports, importFindings } from './imports';
import { privacyOfTree } from './privacy';
import { missingEdges, projectless, readProjectGraph, tagFindings } from './project-graph';
import { type Answer, run } from './run';
import { tidyTree } from './tidy';
import { topLevelFindings } from './top-level';
import { type Finding, filesOf, listing, root } from './tree';
import { checkWire } from './wire';

/** What a gate answered, in the shape every part of `npm test` answers. */
export interface GateResult {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
}

interface Gate {
  readonly name: string;
  readonly remedy: string;
  readonly check: () => Promise<Pick<Answer, 'code' | 'output'>>;
}

const cache = join(root, 'node_modules/.cache');
let cruise: Promise<Cruise> | undefined;
const cruiseOnce = () => {
  cruise ??= cruiseImports();
  return cruise;
};

function judged(findings: readonly Finding[]): Pick<Answer, 'code' | 'output'> {
  return { code: findings.length === 0 ? 0 : 1, output: listing(findings) };
}

async function format(): Promise<Answer> {
  const files = filesOf(root).filter((file) => /\.(ts|mjs|cjs)$/.test(file) && !file.startsWith('.config/'));
  const answer = await run('biome', ['format', '--config-path=.config', '--max-diagnostics=200', ...files]);
  const names = new Set(answer.output.match(/^\S+\.(?:ts|mjs|cjs)(?= format )/gm) ?? []);
  return { ...answer, output: answer.code === 0 || names.size === 0 ? answer.output : [...names].join('\n') };
}

async function projects(): Promise<Pick<Answer, 'code' | 'output'>> {
  const [graph, imports] = await Promise.all([readProjectGraph(), cruiseOnce()]);
  const found = [
    ...tagFindings(graph),
    ...missingEdges(graph, imports),
    ...projectless(filesOf(root), graph),
  ];
  const counted = `${Object.keys(graph.nodes).length} projects`;
  return found.length === 0 ? { code: 0, output: counted } : judged(found);
}

/** The text of a file by its path from the root; empty when it is not there, so that a gate can say so. */
function textOf(file: string): string {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * What was judged before and has not changed is not judged again on this machine. In CI nothing is
 * remembered: a rule on types may be broken in one file by a change in another.
 */
async function eslint(): Promise<Answer> {
  const memory = ['--cache', '--cache-strategy', 'content', '--cache-location', `${cache}/eslint/`];
  const remembered = process.env['CI'] ? [] : memory;
  return run('eslint', ['--config', '.config/eslint.config.mjs', '--max-warnings=0', ...remembered, '.']);
}

async function charts(): Promise<Pick<Answer, 'code' | 'output'>> {
  const checks = await checkCharts();
  const failed = checks.filter(({ ok }) => !ok).map(({ name, output }) => `${name}: ${output}`);
  const output = failed.length === 0 ? `${checks.length} checks` : failed.join('\n');
  return { code: failed.length, output };
}

async function commands(): Promise<Pick<Answer, 'code' | 'output'>> {
  const protos = filesOf(root).flatMap((file) => {
    const service = /^proto\/zhitong\/(\w+)\/v\d+\/service\.proto$/.exec(file)?.[1];
    return service === undefined ? [] : [[service, textOf(file)] as const];
  });
  return judged(commandFindings(new Map(protos), textOf('deploy/docs/commands.md')));
}

async function dependencies(): Promise<Pick<Answer, 'code' | 'output'>> {
  return judged(dependencyFindings(textOf('package.json'), textOf('deploy/docs/dependencies.md')));
}

const gates: readonly Gate[] = [
  {
    name: 'eslint',
    remedy: 'the message names the remedy; a rule is not switched off in a file without its reason',
    check: eslint,
  },
  {
    name: 'types',
    remedy: 'mend the type; if libs/contracts/src/gen is missing or old: cd proto && npx buf generate',
    check: () =>
      run('tsc', [
        '-p',
        '.config/tsconfig.json',
        '--incremental',
        '--tsBuildInfoFile',
        `${cache}/gates.tsbuildinfo`,
      ]),
  },
  {
    name: 'planted',
    remedy:
      'a rule no longer bites: the failing deploy/check/planted-*.spec.ts names it; repair the rule, not the test',
    check: () => run('jest', ['--config', '.config/jest.config.cjs', 'deploy/check/planted']),
  },
  {
    name: 'charts',
    remedy: 'charts/README.md; each line names the manifest and what is wrong',
    check: charts,
  },
  {
    name: 'knip',
    remedy: 'delete what nobody uses; tools that are only run by name stand in .config/knip.json',
    check: () => run('knip', ['--config', '.config/knip.json', '--no-progress', '--no-config-hints']),
  },
  { name: 'projects', remedy: 'see deploy/check/project-graph.ts', check: projects },
  {
    name: 'imports',
    remedy: 'the rule’s comment in .config/dependency-cruiser.cjs says why and what instead',
    check: async () => judged(importFindings(await cruiseOnce())),
  },
  {
    name: 'wire',
    remedy: 'a message grows by new fields and kinds; retired numbers are reserved, never used again',
    check: checkWire,
  },
  {
    name: 'format',
    remedy: 'npx biome format --config-path=.config --write PATH',
    check: format,
  },
  {
    name: 'tidy',
    remedy: 'each line names its remedy; too wide comments: npx tsx deploy/check/wrap.ts PATH',
    check: async () => judged(tidyTree(root, filesOf(root))),
  },
  {
    name: 'privacy',
    remedy: 'each line names its remedy',
    check: async () => judged(privacyOfTree(root, filesOf(root))),
  },
  {
    name: 'top-level',
    remedy: 'the names at the top of the repository are fixed: deploy/check/top-level.ts',
    check: async () => judged(topLevelFindings(filesOf(root))),
  },
  { name: 'commands', remedy: 'each line names the section and the row', check: commands },
  {
    name: 'dependencies',
    remedy: 'keep deploy/docs/dependencies.md and package.json one',
    check: dependencies,
  },
];

async function runGate(gate: Gate, tell: (line: string) => void): Promise<GateResult> {
  const from = performance.now();
  const answer = await gate.check().catch((error: unknown) => ({ code: 1, output: String(error) }));
  const seconds = ((performance.now() - from) / 1000).toFixed(1).padStart(5);
  const ok = answer.code === 0;
  tell(`${ok ? '✓ 通过 ok  ' : '✗ 未过 FAIL'} ${seconds} s  ${gate.name}`);
  const output = ok ? answer.output : `${answer.output}\n→ ${gate.remedy}`;
  if (!ok) tell(output);
  return { name: gate.name, ok, output };
}

/**
 * Runs the gates, or those named, two at a time, and tells each as it ends; answers in the order of the list.
 */
export async function runGates(
  names: readonly string[] = [],
  tell: (line: string) => void = console.log,
): Promise<GateResult[]> {
  const chosen = gates.filter((gate) => names.length === 0 || names.includes(gate.name));
  const waiting = [...chosen];
  const results = new Map<string, GateResult>();
  const lane = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      results.set(gate.name, await runGate(gate, tell));
    }
  };
  await Promise.all([lane(), lane()]);
  return chosen.flatMap((gate) => results.get(gate.name) ?? []);
}

if (require.main === module) {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    console.error(
      `没有这道关 no such gate: ${unknown.join(' ')}; ${gates.map((gate) => gate.name).join(' ')}`,
    );
    process.exit(2);
  }
  const from = performance.now();
  void runGates(names).then((results) => {
    const failed = results.filter((result) => !result.ok).length;
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(`${results.length} 道关 gates, ${failed} 未过 failed, ${seconds} s`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
