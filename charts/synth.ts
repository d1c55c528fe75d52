// Writes the Helm chart of an instance: `npx tsx charts/synth.ts [DIRECTORY]`, by default
// charts/dist/zhitong.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { Document, isMap, isScalar, stringify, type YAMLMap } from 'yaml';
import { addKafka } from './kafka';
import { addIngress, addNetwork } from './network';
import { SERVICE_NAMES } from './services';
import { addSettings } from './settings';
import { addStore } from './store';
import { renderManifest } from './template';
import { defaultValues, valuesSchema } from './values';
import { addService } from './workload';

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

const HELPERS = `{{- /* A full reference, or registry/prefix-service:tag. */ -}}
{{- define "zhitong.image" -}}
{{- $root := index . 0 -}}{{- $service := index . 1 -}}{{- $images := $root.Values.images -}}
{{- $path := printf "%s-%s:%s" $images.prefix $service ($images.tag | default $root.Chart.AppVersion) -}}
{{- $given := index $images.full $service -}}
{{- if $given -}}{{ $given }}
{{- else if $images.registry -}}{{ $images.registry }}/{{ $path }}
{{- else -}}{{ $path }}
{{- end -}}
{{- end }}

{{- /* Address blocks of a network policy as JSON. None would mean everywhere, so none is refused. */ -}}
{{- define "zhitong.ipBlocks" -}}
{{- if not . }}{{ fail "external.cidrs: name at least one block / 请至少填写一个地址段" }}{{ end -}}
{{- $blocks := list -}}
{{- range . }}{{ $blocks = append $blocks (dict "ipBlock" (dict "cidr" .)) }}{{ end -}}
{{- $blocks | toJson -}}
{{- end }}
`;

const PODS =
  'kubectl -n {{ .Release.Namespace }} get pods -l app.kubernetes.io/instance={{ .Values.instance }}';
const NOTES = `直通实例 {{ .Values.instance }} 已提交安装。
查看是否就绪：${PODS}

Instance {{ .Values.instance }} has been submitted.
See whether it is ready: ${PODS}
`;

function chartYaml(): string {
  const manifest = join(__dirname, '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return stringify({
    apiVersion: 'v2',
    name: 'zhitong',
    description: '直通：政府回应企业诉求的平台，一个实例 / Zhitong: one instance of the platform',
    type: 'application',
    version,
    appVersion: version,
    // Since 1.30 a pod may wait before it is told to stop without a shell in its image.
    kubeVersion: '>=1.30.0-0',
  });
}

function comment(map: YAMLMap, schema: SchemaNode): void {
  for (const pair of map.items) {
    const key = pair.key;
    if (!isScalar(key)) continue;
    const node = schema.properties?.[String(key.value)];
    if (node?.description !== undefined) key.commentBefore = ` ${node.description}`;
    if (isMap(pair.value) && node !== undefined) comment(pair.value, node);
  }
}

function valuesYaml(): string {
  const document = new Document(defaultValues());
  if (isMap(document.contents)) comment(document.contents, valuesSchema() as SchemaNode);
  return document.toString({ lineWidth: 0 });
}

/** The chart's template files by name. */
export function templates(): ReadonlyMap<string, string> {
  const app = new App();
  const files = new Map<string, (chart: Chart) => void>([
    ['settings', addSettings],
    ['network', addNetwork],
    ['ingress', addIngress],
    ['kafka', addKafka],
    ['store', addStore],
    ...SERVICE_NAMES.map((service): [string, (chart: Chart) => void] => [
      service,
      (chart) => addService(chart, service),
    ]),
  ]);
  const rendered = new Map([
    ['_helpers.tpl', HELPERS],
    ['NOTES.txt', NOTES],
  ]);
  for (const [name, add] of files) {
    const chart = new Chart(app, name);
    add(chart);
    const objects = chart.node.findAll().filter((node): node is ApiObject => ApiObject.isApiObject(node));
    rendered.set(`${name}.yaml`, objects.map(renderManifest).join(''));
  }
  return rendered;
}

/** Writes the whole chart into a directory that it owns. */
export function writeChart(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  const files = new Map([
    ['Chart.yaml', chartYaml()],
    ['values.yaml', valuesYaml()],
    ['values.schema.json', `${JSON.stringify(valuesSchema(), null, 2)}\n`],
    ...[...templates()].map(([name, content]): [string, string] => [join('templates', name), content]),
  ]);
  for (const [name, content] of files) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

if (require.main === module) {
  const directory = process.argv[2] ?? join(__dirname, 'dist', 'zhitong');
  writeChart(directory);
  process.stdout.write(`图表已生成 / chart written: ${directory}\n`);
}
