// Plants faults in the chart and sees each one found by the check that is there for it.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseRows, readConfig } from '#platform/edge/config';
import { serviceRows } from '../launch/services';
import { manifestsOf, renderChart, schemaProblems, synthesise } from './charts';
import { brokenLinks } from './charts-links';
import { type Manifest, type ManifestValidator, manifestValidator } from './charts-schemas';
import { type ChartTools, prepareChartTools } from './charts-tools';

const NO_CLAIMS: ReadonlySet<string> = new Set();

let tools: ChartTools;
let validate: ManifestValidator;
let scratch: string;
let count = 0;

beforeAll(async () => {
  tools = await prepareChartTools((line) => process.stderr.write(`${line}\n`));
  validate = manifestValidator(tools.kubernetesSchemas, tools.crdFolders);
  scratch = mkdtempSync(join(tmpdir(), 'zhitong-planted-'));
  await synthesise(join(scratch, 'zhitong'));
}, 900_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What the three checks say of the chart after a text of one template was replaced. */
async function planted(file: string, from: string, to: string) {
  const chart = join(scratch, `planted-${++count}`, 'zhitong');
  cpSync(join(scratch, 'zhitong'), chart, { recursive: true });
  const path = join(chart, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
  const rendering = await renderChart(tools, chart);
  const manifests = manifestsOf(rendering);
  return {
    lint: rendering.problems,
    schema: schemaProblems(validate, manifests),
    links: brokenLinks(manifests, NO_CLAIMS),
  };
}

/** What Helm says of the sound chart with these values. */
async function withValues(yaml: string): Promise<readonly string[]> {
  const file = join(scratch, `values-${++count}.yaml`);
  appendFileSync(file, yaml);
  return (await renderChart(tools, join(scratch, 'zhitong'), file)).problems;
}

test('the chart without a fault passes all three', async () => {
  const found = await planted('templates/triage.yaml', 'kind: Deployment', 'kind: Deployment');
  expect(found).toEqual({ lint: [], schema: [], links: [] });
});

describe('schemas', () => {
  test.each([
    [
      'a wrong API version',
      'triage',
      'apiVersion: apps/v1',
      'apiVersion: apps/v1beta1',
      'there is no Deployment',
    ],
    ['an unknown field', 'triage', 'revisionHistoryLimit:', 'revisionHistory:', 'revisionHistory)'],
    ['a text for a number', 'gateway', 'maxSurge: 1\n', 'maxSurge: [1]\n', 'maxSurge'],
    ['a missing selector', 'triage', /  selector:\n    matchLabels:(\n      .*){3}\n/, '', 'selector'],
    [
      'a null',
      'network',
      /podSelector:\n    matchLabels:(\n      .*){2}/,
      'podSelector:',
      '/spec/podSelector: null',
    ],
    ['a bad field of Kafka', 'kafka', 'listeners:', 'listenerz:', 'listenerz'],
    ['a bad role of a broker', 'kafka', '- controller', '- manager', 'allowed values'],
    ['a number as a text in a topic', 'kafka', 'replicas: 3', 'replicas: "3"', 'must be integer'],
    ['a bad field of the store', 'store', 'security:', 'securitee:', 'securitee'],
  ])('%s', async (_name, file, from, to, said) => {
    const path = `templates/${file}.yaml`;
    const template = readFileSync(join(scratch, 'zhitong', path), 'utf8');
    const text = typeof from === 'string' ? from : (from.exec(template)?.[0] ?? 'nothing found');
    const { schema } = await planted(path, text, to);
    expect(schema.join('\n')).toContain(said);
  });
});

describe('links', () => {
  test('a Service that chooses no pod', async () => {
    const { links } = await planted('templates/gateway.yaml', 'targetPort: http', 'targetPort: web');
    expect(links).toEqual(['Service/demo-gateway: demo-gateway has no port web']);
  });
  test("a selector that is not the pods' labels", async () => {
    const template = readFileSync(join(scratch, 'zhitong', 'templates/intake.yaml'), 'utf8');
    const chosen =
      /matchLabels:\n(?: +\S+: .*\n)*? +app\.kubernetes\.io\/name: intake\n/.exec(template)?.[0] ?? 'none';
    const other = chosen.replace('name: intake', 'name: outtake');
    const { links } = await planted('templates/intake.yaml', chosen, other);
    expect(links).toContain('Deployment/demo-intake: selector is not in the pod labels');
  });
  test('a pod that asks for a claim that nobody makes', async () => {
    const claim = 'claimName: "{{ .Values.instance }}-analytics-data"';
    const { links } = await planted('templates/analytics.yaml', claim, 'claimName: elsewhere');
    expect(links).toEqual(['Deployment/demo-analytics: no claim elsewhere']);
  });
});

describe('values', () => {
  test('sound ones pass', async () => {
    expect(await withValues('services: { gateway: { replicas: 3 } }')).toEqual([]);
  });
  test.each([
    ['a value of the wrong type', 'services: { gateway: { replicas: many } }', 'replicas'],
    ['a second pod of a service that must have one', 'services: { intake: { replicas: 2 } }', 'replicas'],
    ['an unknown value', 'replicaCount: 3', 'replicaCount'],
    ['fewer brokers than a majority needs', 'kafka: { strimzi: { brokers: 2 } }', 'brokers'],
    ['an instance whose name no object can have', 'instance: 峄城', 'instance'],
    ['a switch that is not offered yet', 'autoscaling: { enabled: true }', 'autoscaling'],
    [
      'an external Kafka without an address',
      'kafka: { mode: external, external: { cidrs: [10.0.0.0/8] } }',
      'kafka.external.brokers',
    ],
    [
      'an external Kafka that would open the network to everywhere',
      'kafka: { mode: external, external: { brokers: "k:9092" } }',
      'cidrs',
    ],
  ])('%s', async (_name, yaml, said) => {
    expect((await withValues(yaml)).join('\n')).toContain(said);
  });
});

test('a template that asks for a value that is not there', async () => {
  const { lint } = await planted('templates/triage.yaml', '.Values.drainSeconds', '.Values.drainMinutes');
  expect(lint.join('\n')).toContain('drainMinutes');
});

describe('environment', () => {
  interface Container {
    readonly env: readonly { readonly name: string; readonly value?: string }[];
    readonly envFrom: readonly { readonly configMapRef: { readonly name: string } }[];
  }

  /** What the pod of a Deployment is told; secrets, which are not in the chart, as an example. */
  function environmentOf(deployment: Manifest, manifests: readonly Manifest[]): Record<string, string> {
    const { template } = deployment.spec as { template: { spec: { containers: [Container] } } };
    const { env, envFrom } = template.spec.containers[0];
    const maps = envFrom.map(({ configMapRef }) =>
      manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name),
    );
    return {
      ...Object.assign({}, ...maps.map((map) => map?.data ?? {})),
      ...Object.fromEntries(env.map(({ name, value }) => [name, value ?? 'mongodb://somewhere:27017'])),
    };
  }

  test('every pod understands what it is told, and every service is there', async () => {
    const manifests = manifestsOf(await renderChart(tools, join(scratch, 'zhitong')));
    const deployments = manifests.filter(({ kind }) => kind === 'Deployment');
    for (const deployment of deployments) {
      expect(readConfig(baseRows, environmentOf(deployment, manifests))).toMatchObject({ ok: true });
    }
    const services = deployments.map(({ metadata }) => metadata.name.split('-').slice(1).join('-'));
    expect(services.sort()).toEqual(serviceRows.map(({ name }) => name).sort());
  });

  test('no service but the gateway ever has two pods', async () => {
    const manifests = manifestsOf(await renderChart(tools, join(scratch, 'zhitong')));
    const deployments = manifests.filter(({ kind }) => kind === 'Deployment');
    const shared = deployments.filter(({ spec }) => {
      const { replicas, strategy } = spec as { replicas: number; strategy: { type: string } };
      return replicas !== 1 || strategy.type !== 'Recreate';
    });
    expect(shared.map(({ metadata }) => metadata.name)).toEqual(['demo-gateway']);
  });
});
