// Who imports whom, as dependency-cruiser finds it in the source. The rules and their reasons stand in
// .config/dependency-cruiser.cjs; here they are run once, and the picture is kept for the gate on Nx's
// projects.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run';
import { type Finding, root } from './tree';

/** The part of dependency-cruiser's answer that is read here. */
export interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
}

const folders = ['libs', 'services', 'deploy', 'charts'];
const config = join(root, '.config/dependency-cruiser.cjs');

/** Cruises the source folders below `at` that exist; throws with the tool's own words when it cannot. */
export async function cruiseImports(at = root): Promise<Cruise> {
  const present = folders.filter((folder) => existsSync(join(at, folder)));
  const answer = await run('depcruise', ['--config', config, '--output-type', 'json', ...present], at);
  if (!answer.stdout.startsWith('{')) throw new Error(answer.output);
  return JSON.parse(answer.stdout) as Cruise;
}

/** The imports that a rule forbids. */
export function importFindings(cruise: Cruise): Finding[] {
  return cruise.summary.violations.map(({ from, to, rule, cycle }) => {
    const path = cycle === undefined ? to : [from, ...cycle.map((one) => one.name)].join(' → ');
    const remedy = `${path} (why and what instead: .config/dependency-cruiser.cjs)`;
    return { file: from, line: 1, rule: rule.name, remedy };
  });
}
