// What runs in a pod: one container that cannot change its own files, has no rights and drains when told to
// stop. Order of the end: taken out of the Service, 5 s for that to get around, then the stop signal, then
// at most `drainSeconds` in all; the service itself needs at most 10.
import { k8sTypes } from './k8s';
import { named, selector } from './naming';
import { EDGE, FILE_OWNER, PORTS, type ServiceName } from './services';
import { DIRECTORIES, SETTINGS, WHEN } from './settings';
import { put } from './template';

const EVERYWHERE = '0.0.0.0';

type Env = k8sTypes.EnvVar;
type Probe = k8sTypes.Probe;
type Volume = k8sTypes.Volume;

/** One of two expressions, by a condition on the values. */
function either(condition: string, then: string, otherwise: string): string {
  return put(`ternary ${then} ${otherwise} ${condition}`);
}

/** The same name as `named` makes, as a term of a template expression. */
function term(rest: string): string {
  return `(printf "%s-${rest}" .Values.instance)`;
}

/** Secrets in the environment; those of Kafka are optional, because a cluster without login has none. */
function secretEnv(service: ServiceName): Env[] {
  const kafkaSecret = either(WHEN.strimzi, term('services'), '.Values.kafka.external.credentialsSecret');
  const storeSecret = either(WHEN.storeByOperator, term(`store-${service}`), '.Values.store.external.secret');
  const storeKey = either(WHEN.storeByOperator, '"connectionString.standard"', '.Values.store.external.key');
  return [
    { name: 'MONGODB_URI', valueFrom: { secretKeyRef: { name: storeSecret, key: storeKey } } },
    ...['username', 'password'].map((key) => ({
      name: `KAFKA_${key.toUpperCase()}`,
      valueFrom: { secretKeyRef: { name: kafkaSecret, key, optional: true } },
    })),
  ];
}

/** What differs between services. A pod's own address is its wall, so the doors are open on all of them. */
function ownEnv(service: ServiceName): Env[] {
  const all = [
    { name: 'ZT_LISTEN_HOST', value: EVERYWHERE },
    { name: 'ZT_OPS_PORT', value: String(PORTS.ops) },
    { name: 'ZT_GRPC_PORT', value: String(PORTS.grpc) },
  ];
  if (service !== EDGE) return all;
  return [
    ...all,
    { name: 'ZT_HTTP_HOST', value: EVERYWHERE },
    { name: 'ZT_HTTP_PORT', value: String(PORTS.http) },
    {
      name: 'ZT_PROXIES',
      value: put('ternary .Values.ingress.proxies 0 .Values.ingress.enabled | toString'),
    },
  ];
}

function ports(service: ServiceName): k8sTypes.ContainerPort[] {
  const door =
    service === EDGE
      ? { name: 'http', containerPort: PORTS.http }
      : { name: 'grpc', containerPort: PORTS.grpc };
  return [{ name: 'ops', containerPort: PORTS.ops }, door];
}

function httpProbe(path: string, port: string, rest: Probe): Probe {
  return { httpGet: { path, port: k8sTypes.IntOrString.fromString(port) }, ...rest };
}

/** Started = the door itself answers; a first start reads the journal, so it may take minutes. */
function startupProbe(service: ServiceName): Probe {
  const patience = { periodSeconds: 2, failureThreshold: 150, timeoutSeconds: 2 };
  if (service === EDGE) return httpProbe('/api/openapi.json', 'http', patience);
  return { grpc: { port: PORTS.grpc }, ...patience };
}

const SECURITY: k8sTypes.SecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
};

function container(service: ServiceName): k8sTypes.Container {
  return {
    name: 'service',
    image: put(`include "zhitong.image" (list . "${service}")`),
    imagePullPolicy: put('.Values.images.pullPolicy'),
    ports: ports(service),
    envFrom: SETTINGS.map((configMapRef) => ({ configMapRef })),
    env: [...ownEnv(service), ...secretEnv(service)],
    resources: put(`.Values.services.${service}.resources`),
    securityContext: SECURITY,
    startupProbe: startupProbe(service),
    readinessProbe: httpProbe('/ready', 'ops', { periodSeconds: 5, failureThreshold: 2, timeoutSeconds: 3 }),
    livenessProbe: httpProbe('/health', 'ops', { periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 3 }),
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    volumeMounts: [
      { name: 'packs', mountPath: DIRECTORIES.packs, readOnly: true },
      { name: 'profile', mountPath: DIRECTORIES.profile, readOnly: true },
      { name: 'calendars', mountPath: DIRECTORIES.calendars, readOnly: true },
      { name: 'access', mountPath: DIRECTORIES.access, readOnly: true },
      { name: 'kafka-ca', mountPath: DIRECTORIES.kafkaCa, readOnly: true },
      { name: 'data', mountPath: DIRECTORIES.data },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

/** A ConfigMap, or a claim where the values name one. */
function contentVolume(name: string): Volume {
  const at = `.Values.content.${name}`;
  const map = `"configMap" (dict "name" ${at}.configMap "items" ${at}.items)`;
  const claim = `"persistentVolumeClaim" (dict "claimName" ${at}.claim "readOnly" true)`;
  return put(`empty ${at}.claim | ternary (dict "name" "${name}" ${map}) (dict "name" "${name}" ${claim})`);
}

function volumes(service: ServiceName): Volume[] {
  const ca = either(WHEN.strimzi, term('kafka-cluster-ca-cert'), '.Values.kafka.external.caSecret');
  const data: Volume =
    service === FILE_OWNER
      ? { name: 'data', persistentVolumeClaim: { claimName: named(`${service}-data`) } }
      : { name: 'data', emptyDir: { sizeLimit: k8sTypes.Quantity.fromString('1Gi') } };
  return [
    contentVolume('packs'),
    contentVolume('profile'),
    contentVolume('calendars'),
    { name: 'access', secret: { secretName: put('.Values.accessSecret'), defaultMode: 0o440 } },
    {
      name: 'kafka-ca',
      secret: { secretName: ca, optional: true, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
    },
    data,
    { name: 'tmp', emptyDir: { sizeLimit: k8sTypes.Quantity.fromString('256Mi') } },
  ];
}

/** The pod of a service. */
export function podSpec(service: ServiceName): k8sTypes.PodSpec {
  return {
    serviceAccountName: named(service),
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: put('.Values.drainSeconds'),
    imagePullSecrets: put('.Values.images.pullSecrets'),
    nodeSelector: put('.Values.scheduling.nodeSelector'),
    tolerations: put('.Values.scheduling.tolerations'),
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: selector(service) },
      },
    ],
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [container(service)],
    volumes: volumes(service),
  };
}
