// Who may talk to whom. Everything is closed first. Then: services call each other (so the vault of data
// keys in identity is reachable by this instance's services and by nobody else), the gateway alone is called
// from the ingress, and the way out leads to names, Kafka, the store and the trace collector. Two services
// speak with others than us: intake with the accounts behind its doors, notification with the vendors of
// short messages and the mail server; each to the named blocks alone.
import { add, type Chart, k8sTypes } from './k8s';
import { INSTANCE_PODS, KAFKA_CLUSTER, labelled, named, selector, STORE } from './naming';
import { EDGE, PEERS, PORTS } from './services';
import { KAFKA_PORT, WHEN } from './settings';
import { only, put, text } from './template';

type Egress = k8sTypes.NetworkPolicyEgressRule;
type Ingress = k8sTypes.NetworkPolicyIngressRule;

const ALL = { matchLabels: INSTANCE_PODS };
const STORE_PORT = 27017;
/** HTTPS, and the two ports of mail that is handed in encrypted. */
const OUTSIDE_PORTS = [443, 465, 587];

function tcp(port: number): k8sTypes.NetworkPolicyPort {
  return { protocol: 'TCP', port: k8sTypes.IntOrString.fromNumber(port) };
}

/** Pods of the instance that are workloads of Zhitong; the operators' pods carry other labels. */
function policy(chart: Chart, name: string, spec: k8sTypes.NetworkPolicySpec) {
  return add(chart, name, 'NetworkPolicy', {
    metadata: { name: named(name), labels: labelled('network') },
    spec,
  });
}

function allowIn(chart: Chart, name: string, podSelector: k8sTypes.LabelSelector, rule: Ingress) {
  return policy(chart, name, { podSelector, policyTypes: ['Ingress'], ingress: [rule] });
}

function allowOut(chart: Chart, name: string, rule: Egress, podSelector: k8sTypes.LabelSelector = ALL) {
  return policy(chart, name, { podSelector, policyTypes: ['Egress'], egress: [rule] });
}

function cidrBlocks(at: string): k8sTypes.NetworkPolicyPeer[] {
  return put(`include "zhitong.ipBlocks" (required "${at.replace('.Values.', '')}" ${at}) | fromJsonArray`);
}

function addWaysOut(chart: Chart): void {
  allowOut(chart, 'out-names', {
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
    ports: [tcp(53), { protocol: 'UDP', port: k8sTypes.IntOrString.fromNumber(53) }],
  });
  allowOut(chart, 'out-peers', { to: [{ podSelector: ALL }], ports: [tcp(PORTS.grpc)] });
  const strimzi = allowOut(chart, 'out-kafka', {
    to: [{ podSelector: { matchLabels: { 'strimzi.io/cluster': KAFKA_CLUSTER } } }],
    ports: [tcp(KAFKA_PORT)],
  });
  only(WHEN.strimzi, strimzi);
  const kafka = allowOut(chart, 'out-kafka-external', {
    to: cidrBlocks('.Values.kafka.external.cidrs'),
    ports: [tcp(put('.Values.kafka.external.port'))],
  });
  only(WHEN.externalKafka, kafka);
  const mongo = allowOut(chart, 'out-store', {
    to: [{ podSelector: { matchLabels: { app: text(`${STORE}-svc`) } } }],
    ports: [tcp(STORE_PORT)],
  });
  only(WHEN.storeByOperator, mongo);
  const store = allowOut(chart, 'out-store-external', {
    to: cidrBlocks('.Values.store.external.cidrs'),
    ports: [tcp(put('.Values.store.external.port'))],
  });
  only(WHEN.externalStore, store);
  const traces = allowOut(chart, 'out-traces', {
    to: [{ namespaceSelector: { matchLabels: put('.Values.network.telemetryNamespace') } }],
    ports: [tcp(4318)],
  });
  only('.Values.telemetry.endpoint', traces);
  for (const service of ['intake', 'notification'] as const) {
    const rule = { to: cidrBlocks('.Values.outside.cidrs'), ports: OUTSIDE_PORTS.map(tcp) };
    const out = allowOut(chart, `out-outside-${service}`, rule, { matchLabels: selector(service) });
    only('.Values.outside.cidrs', out);
  }
}

function addStoreDoor(chart: Chart): void {
  const members = { matchLabels: { app: text(`${STORE}-svc`) } };
  const door = allowIn(chart, 'in-store', members, {
    from: [{ podSelector: ALL }, { podSelector: members }],
    ports: [tcp(STORE_PORT)],
  });
  only(WHEN.storeByOperator, door);
}

/** All network policies of the instance. */
export function addNetwork(chart: Chart): void {
  policy(chart, 'deny-all', { podSelector: ALL, policyTypes: ['Ingress', 'Egress'] });
  for (const peer of PEERS) {
    allowIn(
      chart,
      `in-${peer}`,
      { matchLabels: selector(peer) },
      {
        from: [{ podSelector: ALL }],
        ports: [tcp(PORTS.grpc)],
      },
    );
  }
  allowIn(
    chart,
    `in-${EDGE}`,
    { matchLabels: selector(EDGE) },
    {
      from: [{ namespaceSelector: { matchLabels: put('.Values.network.ingressNamespace') } }],
      ports: [tcp(PORTS.http)],
    },
  );
  allowIn(chart, 'in-metrics', ALL, {
    from: [{ namespaceSelector: { matchLabels: put('.Values.network.metricsNamespace') } }],
    ports: [tcp(PORTS.ops)],
  });
  addWaysOut(chart);
  addStoreDoor(chart);
}

/** The public door, when the cluster has an ingress controller. */
export function addIngress(chart: Chart): void {
  const ingress = add(chart, 'ingress', 'Ingress', {
    metadata: {
      name: named(EDGE),
      labels: labelled(EDGE),
      annotations: put('.Values.ingress.annotations'),
    },
    spec: {
      ingressClassName: put('.Values.ingress.className'),
      tls: put(
        'empty .Values.ingress.tlsSecret | ternary (list)' +
          ' (list (dict "hosts" (list .Values.ingress.host) "secretName" .Values.ingress.tlsSecret))',
      ),
      rules: [
        {
          host: put('.Values.ingress.host'),
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: named(EDGE), port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    },
  });
  only('.Values.ingress.enabled', ingress);
}
