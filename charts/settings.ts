// What every service of the instance is told through its environment, and where Kafka is. The services read
// nothing else; a setting that is wrong stops their start with a sentence. What depends on a choice in the
// values stands in a ConfigMap of its own, which is there or not.
import { add, type Chart } from './k8s';
import { KAFKA_CLUSTER, KAFKA_USER, labelled, named } from './naming';
import { PEERS, PORTS } from './services';
import { only, put, text } from './template';

/** Where things lie in a pod. */
export const DIRECTORIES = {
  packs: '/etc/zhitong/packs',
  profile: '/etc/zhitong/profile',
  calendars: '/etc/zhitong/calendars',
  access: '/etc/zhitong/access',
  kafkaCa: '/etc/zhitong/kafka-ca',
  data: '/var/lib/zhitong',
} as const;

/** Port of the ordered cluster's listener, encrypted or not. */
export const KAFKA_PORT = 9092;

/** Conditions on the values, as templates. */
export const WHEN = {
  strimzi: '(eq .Values.kafka.mode "strimzi")',
  externalKafka: '(eq .Values.kafka.mode "external")',
  kafkaLogin: '(eq .Values.kafka.security "scram-tls")',
  storeByOperator: '(eq .Values.store.mode "operator")',
  externalStore: '(eq .Values.store.mode "external")',
} as const;

/** ConfigMaps that make up a pod's environment; the optional ones are there only when needed. */
export const SETTINGS = [
  { name: named('settings'), optional: false },
  { name: named('settings-kafka'), optional: false },
  { name: named('settings-kafka-login'), optional: true },
  { name: named('settings-telemetry'), optional: true },
  { name: named('settings-doors'), optional: true },
  { name: named('settings-providers'), optional: true },
] as const;

function configMap(chart: Chart, id: string, name: string, data: Record<string, string>) {
  return add(chart, id, 'ConfigMap', {
    metadata: { name: named(name), labels: labelled('settings') },
    data,
  });
}

function addKafkaSettings(chart: Chart): void {
  const ordered = configMap(chart, 'kafka-strimzi', 'settings-kafka', {
    KAFKA_BROKERS: text(`${KAFKA_CLUSTER}-kafka-bootstrap:${KAFKA_PORT}`),
  });
  only(WHEN.strimzi, ordered);
  const given = configMap(chart, 'kafka-external', 'settings-kafka', {
    KAFKA_BROKERS: put('required "kafka.external.brokers" .Values.kafka.external.brokers'),
  });
  only(WHEN.externalKafka, given);
  const caFile = { KAFKA_CA_FILE: `${DIRECTORIES.kafkaCa}/ca.crt` };
  const user = configMap(chart, 'login-strimzi', 'settings-kafka-login', {
    KAFKA_USERNAME: KAFKA_USER,
    ...caFile,
  });
  only(`and ${WHEN.strimzi} ${WHEN.kafkaLogin}`, user);
  const givenUser = configMap(chart, 'login-external', 'settings-kafka-login', caFile);
  only(`and ${WHEN.externalKafka} ${WHEN.kafkaLogin}`, givenUser);
}

/** The ConfigMaps behind every pod's environment. */
export function addSettings(chart: Chart): void {
  configMap(chart, 'settings', 'settings', {
    ZT_INSTANCE: put('.Values.instance'),
    ZT_PEERS: PEERS.map((peer) => `${peer}=${named(peer)}:${PORTS.grpc}`).join(','),
    ZT_PACK_DIR: DIRECTORIES.packs,
    ZT_PROFILE_DIR: DIRECTORIES.profile,
    ZT_CALENDAR_DIR: DIRECTORIES.calendars,
    ZT_DATA_DIR: DIRECTORIES.data,
    ZT_SECRET_FILE: `${DIRECTORIES.access}/secret`,
    ZT_TOKENS_FILE: `${DIRECTORIES.access}/tokens.json`,
  });
  addKafkaSettings(chart);
  const traces = configMap(chart, 'telemetry', 'settings-telemetry', {
    OTEL_EXPORTER_OTLP_ENDPOINT: put('.Values.telemetry.endpoint'),
  });
  only('.Values.telemetry.endpoint', traces);
  const doors = configMap(chart, 'doors', 'settings-doors', {
    INTAKE_DOOR_SECRETS_FILE: `${DIRECTORIES.access}/doors.json`,
  });
  only('.Values.outside.doors', doors);
  const providers = configMap(chart, 'providers', 'settings-providers', {
    NOTIFICATION_PROVIDERS_FILE: `${DIRECTORIES.access}/providers.yaml`,
    NOTIFICATION_PROVIDER_KEYS_FILE: `${DIRECTORIES.access}/provider-keys.json`,
  });
  only('.Values.outside.providers', providers);
}
