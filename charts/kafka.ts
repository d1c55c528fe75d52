// The instance's Kafka, ordered from the Strimzi operator: three brokers that are their own controllers, a
// message is acknowledged when two of them have it, nothing expires, nobody makes a topic by accident. The
// journal has its partitions for life, since a key's partition decides its order.
import { ApiObject } from 'cdk8s';
import type { Chart } from './k8s';
import { INSTANCE_PODS, KAFKA_CLUSTER, KAFKA_USER, labelled, named } from './naming';
import { KAFKA_PORT, WHEN } from './settings';
import { only, put, text } from './template';
import { withClass } from './volume';

const API = 'kafka.strimzi.io/v1';
const AT = '.Values.kafka.strimzi';
const OF_CLUSTER = { ...labelled('kafka'), 'strimzi.io/cluster': KAFKA_CLUSTER };

/** The largest message: an event is at most 64 kB, a whole outbox 256 kB. */
const MAX_MESSAGE_BYTES = 1_048_576;

const CONFIG = {
  'auto.create.topics.enable': false,
  'default.replication.factor': 3,
  'min.insync.replicas': 2,
  'offsets.topic.replication.factor': 3,
  'transaction.state.log.replication.factor': 3,
  'transaction.state.log.min.isr': 2,
  'unclean.leader.election.enable': false,
  'log.retention.ms': -1,
  'log.retention.bytes': -1,
  'offsets.retention.minutes': 525_600,
  'message.max.bytes': MAX_MESSAGE_BYTES,
};

/** The cluster, with login and encryption or without either. */
function addCluster(chart: Chart, withLogin: boolean): void {
  const listener = {
    name: 'internal',
    port: KAFKA_PORT,
    type: 'internal',
    tls: withLogin,
    networkPolicyPeers: [{ podSelector: { matchLabels: INSTANCE_PODS } }],
  };
  const kafka = withLogin
    ? {
        listeners: [{ ...listener, authentication: { type: 'scram-sha-512' } }],
        authorization: { type: 'simple' },
        config: CONFIG,
      }
    : { listeners: [listener], config: CONFIG };
  const cluster = new ApiObject(chart, withLogin ? 'kafka' : 'kafka-open', {
    apiVersion: API,
    kind: 'Kafka',
    metadata: { name: KAFKA_CLUSTER, labels: labelled('kafka') },
    spec: { kafka, entityOperator: { topicOperator: {}, userOperator: {} } },
  });
  only(`and ${WHEN.strimzi} ${withLogin ? WHEN.kafkaLogin : `(not ${WHEN.kafkaLogin})`}`, cluster);
}

function addBrokers(chart: Chart): void {
  const kept = '"deleteClaim" false "kraftMetadata" "shared"';
  const disk = `(dict "id" 0 "type" "persistent-claim" "size" ${AT}.size ${kept})`;
  const pool = new ApiObject(chart, 'brokers', {
    apiVersion: API,
    kind: 'KafkaNodePool',
    metadata: { name: named('brokers'), labels: OF_CLUSTER },
    spec: {
      replicas: put(`${AT}.brokers`),
      roles: ['controller', 'broker'],
      storage: {
        type: 'jbod',
        volumes: [withClass(disk, 'class', `${AT}.storageClass`)],
      },
      resources: put(`${AT}.resources`),
    },
  });
  only(WHEN.strimzi, pool);
}

function addTopic(chart: Chart, topic: string, partitions: number, config: Record<string, unknown>): void {
  const object = new ApiObject(chart, topic, {
    apiVersion: API,
    kind: 'KafkaTopic',
    metadata: {
      name: named(topic),
      labels: OF_CLUSTER,
      // What is in the journal is nowhere else in this form: removing the release must not remove it.
      annotations: { 'helm.sh/resource-policy': 'keep' },
    },
    spec: {
      topicName: text(`{{ .Values.instance }}.${topic}.v1`),
      partitions,
      replicas: 3,
      config: { 'min.insync.replicas': 2, 'max.message.bytes': MAX_MESSAGE_BYTES, ...config },
    },
  });
  only(WHEN.strimzi, object);
}

/** The instance may use the topics and groups that begin with its own name, and nothing else. */
function addUser(chart: Chart): void {
  const own = text('{{ .Values.instance }}.');
  const user = new ApiObject(chart, 'user', {
    apiVersion: API,
    kind: 'KafkaUser',
    metadata: { name: KAFKA_USER, labels: OF_CLUSTER },
    spec: {
      authentication: { type: 'scram-sha-512' },
      authorization: {
        type: 'simple',
        acls: [
          {
            resource: { type: 'topic', name: own, patternType: 'prefix' },
            operations: ['Read', 'Write', 'Describe', 'DescribeConfigs'],
            host: '*',
          },
          {
            resource: { type: 'group', name: own, patternType: 'prefix' },
            operations: ['Read', 'Describe', 'Delete'],
            host: '*',
          },
        ],
      },
    },
  });
  only(`and ${WHEN.strimzi} ${WHEN.kafkaLogin}`, user);
}

/** Cluster, brokers, topics and user. */
export function addKafka(chart: Chart): void {
  addCluster(chart, true);
  addCluster(chart, false);
  addBrokers(chart);
  addTopic(chart, 'journal', put('.Values.kafka.journalPartitions'), {
    'retention.ms': -1,
    'retention.bytes': -1,
    'cleanup.policy': 'delete',
  });
  addTopic(chart, 'heartbeats', 1, { 'cleanup.policy': 'compact', 'segment.ms': 3_600_000 });
  addTopic(chart, 'datakeys', 1, { 'cleanup.policy': 'compact', 'max.compaction.lag.ms': 604_800_000 });
  addUser(chart);
}
