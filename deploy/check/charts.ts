// The chart, as somebody will install it: written anew, linted as `helm lint --strict` does, rendered with
// its defaults and with every example of values, each manifest held against the schemas of Kubernetes and of
// the operators, and the manifests against each other. Run alone: `npx tsx deploy/check/charts.ts`.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { brokenLinks } from './charts-links';
import { type Manifest, type ManifestValidator, manifestValidator } from './charts-schemas';
import { skaffoldProblems } from './charts-skaffold';
import { type ChartTools, prepareChartTools, run } from './charts-tools';

const ROOT = resolve(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'charts', 'values');

/** One gate's outcome. */
export interface ChartCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
}

interface Rendering {
  readonly problems: readonly string[];
  readonly manifests: Readonly<Record<string, string>> | null;
}

/** Lints and renders a chart; `values` is a file, or none for the defaults. */
export async function renderChart(tools: ChartTools, chart: string, values?: string): Promise<Rendering> {
  return JSON.parse(await run(tools.helm, values === undefined ? [chart] : [chart, values])) as Rendering;
}

/** The manifests of a rendering, in the order of their files. */
export function manifestsOf(rendering: Rendering): readonly Manifest[] {
  return Object.entries(rendering.manifests ?? {})
    .filter(([file]) => file.endsWith('.yaml'))
    .flatMap(([, content]) =>
      parseAllDocuments(content).map((document) => document.toJS() as Manifest | null),
    )
    .filter((manifest): manifest is Manifest => manifest !== null);
}

/** What the schemas say of each manifest. */
export function schemaProblems(
  validate: ManifestValidator,
  manifests: readonly Manifest[],
): readonly string[] {
  return manifests.flatMap((manifest) =>
    validate(manifest).map((problem) => `${manifest.kind}/${manifest.metadata?.name} ${problem}`),
  );
}

/** Claims that the values name and the installer makes. */
function givenClaims(values: unknown): ReadonlySet<string> {
  const content = (values as { content?: Record<string, { claim?: string }> } | null)?.content ?? {};
  return new Set(Object.values(content).flatMap(({ claim }) => (claim ? [claim] : [])));
}

function check(name: string, problems: readonly string[], fine: string): ChartCheck {
  return { name, ok: problems.length === 0, output: problems.length === 0 ? fine : problems.join('\n') };
}

async function checkValues(
  tools: ChartTools,
  validate: ManifestValidator,
  chart: string,
  file?: string,
): Promise<readonly ChartCheck[]> {
  const label = file ?? 'defaults';
  const path = file === undefined ? undefined : join(EXAMPLES, file);
  const rendering = await renderChart(tools, chart, path);
  const manifests = manifestsOf(rendering);
  const given = givenClaims(path === undefined ? null : parse(readFileSync(path, 'utf8')));
  const empty = manifests.length === 0 ? ['no manifest was rendered'] : [];
  return [
    check(`charts: lint and render (${label})`, rendering.problems, `${manifests.length} manifests`),
    check(
      `charts: schemas (${label})`,
      [...empty, ...schemaProblems(validate, manifests)],
      `${manifests.length} manifests`,
    ),
    check(`charts: links (${label})`, [...empty, ...brokenLinks(manifests, given)], 'all found'),
  ];
}

function checkSkaffold(chart: string): ChartCheck {
  const values = parse(readFileSync(join(chart, 'values.yaml'), 'utf8')) as { images: { full: object } };
  const file: unknown = parse(readFileSync(join(ROOT, 'skaffold.yaml'), 'utf8'), { merge: true });
  const problems = skaffoldProblems(file, {
    services: Object.keys(values.images.full),
    exists: (path) => existsSync(join(ROOT, path)),
  });
  return check('charts: skaffold.yaml', problems, 'structure and links (its own schema is in no registry)');
}

/** Writes the chart into a directory. */
export async function synthesise(directory: string): Promise<void> {
  await run(process.execPath, ['--import', 'tsx', join(ROOT, 'charts', 'synth.ts'), directory]);
}

/** All checks of the chart; the first time it builds its tools (minutes) and says so on stderr. */
export async function checkCharts(): Promise<ChartCheck[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'zhitong-chart-'));
  try {
    const tools = await prepareChartTools((line) => process.stderr.write(`${line}\n`));
    const chart = join(scratch, 'zhitong');
    await synthesise(chart);
    const validate = manifestValidator(tools.kubernetesSchemas, tools.crdFolders);
    const examples = readdirSync(EXAMPLES).filter((file) => file.endsWith('.yaml'));
    const results: ChartCheck[] = [];
    for (const file of [undefined, ...examples.sort()]) {
      results.push(...(await checkValues(tools, validate, chart, file)));
    }
    return [...results, checkSkaffold(chart)];
  } catch (error) {
    return [{ name: 'charts', ok: false, output: error instanceof Error ? error.message : String(error) }];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const results = await checkCharts();
  for (const { name, ok, output } of results) process.stdout.write(`${ok ? '✓' : '✗'} ${name}: ${output}\n`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

if (require.main === module) void main();
