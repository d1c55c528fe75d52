// Nx's picture of the projects: which depends on which, found by Nx itself from the imports. Two things must
// hold on it. The tags: a service is never needed by a service, a pure library needs only pure ones. And the
// picture is the true one: every edge the imports make (as dependency-cruiser sees them) is also an edge of
// Nx, or `nx affected` would leave out a project that a change touches.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cruise } from './imports';
import { run } from './run';
import { type Finding, root } from './tree';

/** The part of `nx graph --file` that is read here. */
export interface ProjectGraph {
  readonly nodes: Readonly<
    Record<string, { readonly data: { readonly root: string; readonly tags?: readonly string[] } }>
  >;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

const mayNeed: Readonly<Record<string, readonly string[]>> = {
  'domain-lib': ['domain-lib'],
  platform: ['domain-lib', 'platform'],
  service: ['domain-lib', 'platform'],
  tool: ['domain-lib', 'platform', 'service', 'tool'],
};

/** What every project may need besides: the equipment of its tests. */
const testEquipment = 'scope:testkit';

/** Edges that the tags forbid, and projects whose tags say nothing. */
export function tagFindings(graph: ProjectGraph): Finding[] {
  const tagsOf = (name: string) => graph.nodes[name]?.data.tags ?? [];
  const typeOf = (name: string) => tagsOf(name).flatMap((tag) => /^type:(.+)$/.exec(tag)?.[1] ?? [])[0] ?? '';
  const found: Finding[] = [];
  for (const [name, { data }] of Object.entries(graph.nodes)) {
    const file = `${data.root}/project.json`;
    const allowed = mayNeed[typeOf(name)];
    if (allowed === undefined || !tagsOf(name).includes(`scope:${name}`)) {
      const types = Object.keys(mayNeed).join(', type:');
      found.push({ file, line: 1, rule: 'tags', remedy: `give it scope:${name} and one of type:${types}` });
      continue;
    }
    for (const target of new Set((graph.dependencies[name] ?? []).map((edge) => edge.target))) {
      if (allowed.includes(typeOf(target)) || tagsOf(target).includes(testEquipment)) continue;
      const edge = `${name} (${typeOf(name)}) needs ${target} (${typeOf(target)})`;
      const remedy = `${edge}: meet on the wire or in a lib`;
      found.push({ file, line: 1, rule: 'project-edge', remedy });
    }
  }
  return found;
}

/** Edges between projects that the imports make and Nx does not know. */
export function missingEdges(graph: ProjectGraph, cruise: Cruise): Finding[] {
  const roots = Object.entries(graph.nodes).map(([name, node]) => ({ name, folder: `${node.data.root}/` }));
  const projectOf = (file: string) => roots.find((one) => file.startsWith(one.folder))?.name;
  const known = (from: string, to: string) => graph.dependencies[from]?.some((edge) => edge.target === to);
  const found = new Map<string, Finding>();
  for (const { source, dependencies } of cruise.modules) {
    for (const { resolved } of dependencies) {
      const [from, to] = [projectOf(source), projectOf(resolved)];
      if (from === undefined || to === undefined || from === to || known(from, to)) continue;
      const remedy = `Nx does not see that ${from} needs ${to}: add it to implicitDependencies`;
      found.set(`${from} ${to}`, { file: source, line: 1, rule: 'unknown-edge', remedy });
    }
  }
  return [...found.values()];
}

/** The folders that hold source and no project.json: Nx would not see them. */
export function projectless(files: readonly string[], graph: ProjectGraph): Finding[] {
  const known = new Set(Object.values(graph.nodes).map((node) => node.data.root));
  const folders = files.flatMap((file) => /^((?:services|libs)\/[^/]+)\/src\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)]
    .filter((folder) => !known.has(folder))
    .map((folder) => ({
      file: `${folder}/project.json`,
      line: 1,
      rule: 'projectless',
      remedy: 'add its project.json with name, tags and the targets test and check',
    }));
}

/** Asks Nx for its graph of the tree at `at`; throws with Nx's own words when it has none. */
export async function readProjectGraph(at = root): Promise<ProjectGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'zt-nx-'));
  try {
    const file = join(folder, 'graph.json');
    const answer = await run('nx', ['graph', `--file=${file}`], at, {
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_CACHE_PROJECT_GRAPH: 'false',
      NX_WORKSPACE_ROOT_PATH: at,
    });
    if (answer.code !== 0) throw new Error(answer.output);
    return (JSON.parse(readFileSync(file, 'utf8')) as { graph: ProjectGraph }).graph;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
