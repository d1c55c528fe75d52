// The settings of an installed instance, once: this schema gives values.yaml (its defaults, with these
// sentences as comments) and values.schema.json (with which Helm refuses a wrong value before anything is
// installed).
import { z } from 'zod';
import { EDGE, FILE_OWNER, SERVICE_NAMES, type ServiceName } from './services';

/** Services whose values are their resources alone. */
type Single = Exclude<ServiceName, 'analytics' | 'gateway'>;
const SINGLE = SERVICE_NAMES.filter(
  (service): service is Single => service !== EDGE && service !== FILE_OWNER,
);

const name = (meaning: string) =>
  z
    .string()
    .max(63)
    .regex(/^$|^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/)
    .describe(meaning);
const quantity = (fallback: string, meaning: string) =>
  z
    .string()
    .regex(/^[0-9]+(\.[0-9]+)?(m|Ki|Mi|Gi|Ti)?$/)
    .default(fallback)
    .describe(meaning);
const cidrs = (meaning: string) =>
  z
    .array(z.string().regex(/^[0-9a-fA-F.:]+\/[0-9]{1,3}$/))
    .default([])
    .describe(meaning);
const labels = (fallback: Record<string, string>, meaning: string) =>
  z.record(z.string(), z.string()).default(fallback).describe(meaning);

function resources(cpu: string, memory: string, limit: string) {
  return z
    .strictObject({
      requests: z
        .strictObject({ cpu: quantity(cpu, 'CPU set aside'), memory: quantity(memory, 'memory set aside') })
        .prefault({}),
      limits: z.strictObject({ memory: quantity(limit, 'memory at which the pod is ended') }).prefault({}),
    })
    .prefault({})
    .describe('CPU has no limit on purpose: throttling would show as late clocks');
}

const one = z.strictObject({ resources: resources('100m', '160Mi', '512Mi') }).prefault({});
const ones = Object.fromEntries(SINGLE.map((service) => [service, one])) as Record<Single, typeof one>;

const services = z
  .strictObject({
    ...ones,
    analytics: z
      .strictObject({
        resources: resources('200m', '384Mi', '2Gi'),
        storage: z
          .strictObject({
            size: quantity('10Gi', 'volume of the figures file'),
            storageClass: name('empty = the default class of the cluster').default(''),
          })
          .prefault({}),
      })
      .prefault({})
      .describe('the only owner of its DuckDB file; the file can be rebuilt from the journal'),
    gateway: z
      .strictObject({
        replicas: z.int().min(1).max(50).default(2).describe('pods that answer HTTP'),
        resources: resources('100m', '160Mi', '512Mi'),
      })
      .prefault({})
      .describe('the one service with more than one pod'),
  })
  .prefault({})
  .describe('one pod a service, the gateway excepted: decision 0005');

const noImages = Object.fromEntries(
  SERVICE_NAMES.map((service) => [service, z.string().default('')]),
) as Record<ServiceName, z.ZodDefault<z.ZodString>>;
const images = z
  .strictObject({
    registry: z.string().default('').describe('host and path before the image name, without a final slash'),
    prefix: name('image of a service = registry/prefix-service:tag').default('zhitong'),
    tag: z.string().default('').describe('empty = the version of the chart'),
    pullPolicy: z.enum(['IfNotPresent', 'Always', 'Never']).default('IfNotPresent'),
    pullSecrets: z.array(z.strictObject({ name: z.string() })).default([]),
    full: z
      .strictObject(noImages)
      .prefault({})
      .describe('a full reference per service overrides all of the above'),
  })
  .prefault({});

const content = (fallback: string, meaning: string) =>
  z
    .strictObject({
      configMap: name('ConfigMap whose keys are the files').default(fallback),
      items: z
        .array(z.strictObject({ key: z.string(), path: z.string() }))
        .default([])
        .describe('path of a key, where the files have folders; empty = every key is a file'),
      claim: name('volume claim instead, for more than 1 MiB or with folders').default(''),
    })
    .prefault({})
    .describe(meaning);

const kafka = z
  .strictObject({
    mode: z.enum(['strimzi', 'external']).default('strimzi').describe('strimzi = the chart orders a cluster'),
    security: z
      .enum(['scram-tls', 'none'])
      .default('scram-tls')
      .describe('none only where the network is the wall'),
    strimzi: z
      .strictObject({
        version: z.string().default('').describe("empty = the operator's default"),
        brokers: z.int().min(3).max(9).default(3),
        size: quantity('100Gi', 'volume per broker; the journal is kept for ever'),
        storageClass: name('empty = the default class of the cluster').default(''),
        resources: resources('500m', '2Gi', '2Gi'),
      })
      .prefault({}),
    journalPartitions: z.int().min(1).max(96).default(12).describe('never changed after the first start'),
    external: z
      .strictObject({
        brokers: z.string().default('').describe('host:port,host:port'),
        port: z.int().min(1).max(65535).default(9092),
        cidrs: cidrs('where the brokers are, for the network policy'),
        credentialsSecret: name('keys username, password').default(''),
        caSecret: name('key ca.crt').default(''),
      })
      .prefault({}),
  })
  .prefault({});

const store = z
  .strictObject({
    mode: z
      .enum(['operator', 'external'])
      .default('operator')
      .describe('operator = the chart orders a replica set'),
    operator: z
      .strictObject({
        version: z
          .string()
          .regex(/^[0-9]+\.[0-9]+\.[0-9]+$/)
          .default('8.0.4')
          .describe('MongoDB server'),
        members: z.int().min(3).max(7).default(3),
        size: quantity('50Gi', 'data volume per member'),
        storageClass: name('empty = the default class of the cluster').default(''),
        resources: resources('500m', '1Gi', '2Gi'),
        passwordsSecret: name('made beforehand; one key per service').default('zhitong-store-passwords'),
      })
      .prefault({}),
    external: z
      .strictObject({
        secret: name('holds the connection string').default(''),
        key: z.string().default('uri'),
        port: z.int().min(1).max(65535).default(27017),
        cidrs: cidrs('where the members are, for the network policy'),
      })
      .prefault({}),
  })
  .prefault({});

const network = z
  .strictObject({
    ingressNamespace: labels({ 'kubernetes.io/metadata.name': 'ingress-nginx' }, 'who may call the gateway'),
    metricsNamespace: labels(
      { 'kubernetes.io/metadata.name': 'monitoring' },
      'who may read /metrics on the ops port',
    ),
    telemetryNamespace: labels({ 'kubernetes.io/metadata.name': 'monitoring' }, 'where traces may be sent'),
  })
  .prefault({});

const outside = z
  .strictObject({
    doors: z
      .boolean()
      .default(false)
      .describe('the access secret holds doors.json: secrets of platforms and of the WeChat account'),
    providers: z
      .boolean()
      .default(false)
      .describe('it holds providers.yaml and provider-keys.json: short messages and mail really go out'),
    cidrs: cidrs('where WeChat, the vendors and the mail server are; only intake and notification get there'),
  })
  .prefault({});

const ingress = z
  .strictObject({
    enabled: z.boolean().default(false),
    className: z.string().default('nginx'),
    host: z.string().default('zhitong.example.gov.cn'),
    proxies: z
      .int()
      .min(1)
      .max(5)
      .default(1)
      .describe(
        'reverse proxies before the gateway, the controller included; the client is whom the outermost names',
      ),
    tlsSecret: name('certificate of the host; empty = no TLS here').default('zhitong-tls'),
    annotations: z.record(z.string(), z.string()).default({}),
  })
  .prefault({});

/** All values of the chart. */
export const VALUES = z.strictObject({
  instance: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?$/)
    .default('demo')
    .describe('name of the instance: one tier of one jurisdiction; part of every name, topic and database'),
  images,
  services,
  content: z
    .strictObject({
      packs: content('zhitong-pack', 'the policy pack (rules, clocks, texts)'),
      profile: content('zhitong-profile', 'the jurisdiction profile (units, regions, people)'),
      calendars: content('zhitong-calendars', "working days by the State Council's notices"),
    })
    .prefault({}),
  accessSecret: name(
    'made beforehand; keys secret (32 random bytes), tokens.json, and what `outside` names',
  ).default('zhitong-access'),
  kafka,
  store,
  network,
  outside,
  ingress,
  telemetry: z
    .strictObject({ endpoint: z.string().default('').describe('OTLP over HTTP; empty = traces stay here') })
    .prefault({}),
  scheduling: z
    .strictObject({
      nodeSelector: labels({}, 'nodes to run on'),
      tolerations: z.array(z.record(z.string(), z.unknown())).default([]),
    })
    .prefault({}),
  drainSeconds: z
    .int()
    .min(15)
    .max(600)
    .default(30)
    .describe('from the stop signal to the end; draining takes ≤ 10'),
  autoscaling: z
    .strictObject({ enabled: z.literal(false).default(false).describe('not offered yet') })
    .prefault({}),
  alerts: z
    .strictObject({ enabled: z.literal(false).default(false).describe('not offered yet') })
    .prefault({}),
});

/** The chart's defaults. */
export function defaultValues(): z.infer<typeof VALUES> {
  return VALUES.parse({});
}

/** JSON schema (draft 7) for Helm. */
export function valuesSchema(): object {
  return z.toJSONSchema(VALUES, { target: 'draft-7', io: 'input' });
}
