/**
 * The embedded broker: real Apache Kafka in one process (broker and controller), on loopback, with the memory
 * of a small machine. It is formatted once; the configuration is written anew at every start because ports
 * may differ.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brokerAnswers } from './api-versions';
import { findOnPath, kafkaArchive, kafkaClassPath } from './cache';
import type { KeptProgram, Program } from './kept-program';
import { LaunchFailure } from './launch-failure';
import type { PortPlan } from './port-plan';
import { run } from './shell';

/** Longest wait for the broker's first answer; recovery after a crash is included. */
const readyWithinMs = 90_000;

const commonFlags = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
];

/** The broker's configuration. The short session lets it come back at once after kill -9. */
export function brokerConfiguration(dir: string, ports: Pick<PortPlan, 'broker' | 'controller'>): string {
  return `${Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${ports.controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${ports.broker},CONTROLLER://127.0.0.1:${ports.controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.broker}`,
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': join(dir, 'log'),
    'auto.create.topics.enable': false,
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    'log.flush.interval.ms': 500,
  })
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n`;
}

/** Writes the configuration and formats the directory if that has never been done. */
export async function formatBroker(
  dir: string,
  ports: Pick<PortPlan, 'broker' | 'controller'>,
): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'server.properties');
  writeFileSync(file, brokerConfiguration(dir, ports));
  if (existsSync(join(dir, 'log', 'meta.properties'))) return;
  const args = [
    '-Xmx128m',
    ...commonFlags,
    ...archiveFlag(),
    '-cp',
    kafkaClassPath(),
    'kafka.tools.StorageTool',
  ];
  const title = { zh: '初始化 Kafka 数据目录', en: 'Formatting the Kafka directory' };
  await run(title, javaProgram(), [...args, 'format', '-t', clusterId(), '-c', file]);
}

/** The command that runs the broker. */
export function brokerProgram(dir: string, logDir: string, jvmFlags = archiveFlag()): Program {
  const memory = ['-Xms256m', '-Xmx256m'];
  const main = ['-cp', kafkaClassPath(), 'kafka.Kafka', join(dir, 'server.properties')];
  const args = [...memory, ...commonFlags, ...jvmFlags, ...main];
  return { name: 'kafka', command: javaProgram(), args, env: process.env, logDir };
}

/** Waits until the broker answers; says its last lines when it does not. */
export async function brokerReady(kept: KeptProgram, ports: Pick<PortPlan, 'broker'>): Promise<void> {
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline) {
    if (await brokerAnswers('127.0.0.1', ports.broker, 2_000)) return;
    await sleep(100);
  }
  const tail = kept.lastWords(20);
  throw new LaunchFailure(
    `Kafka 未能就绪,日志:${kept.logFile}`,
    `Kafka did not become ready; its last lines:\n${tail}`,
  );
}

const javaProgram = () => findOnPath('java') ?? 'java';

const archiveFlag = () => (existsSync(kafkaArchive()) ? [`-XX:SharedArchiveFile=${kafkaArchive()}`] : []);

function clusterId(): string {
  for (;;) {
    const id = randomBytes(16).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
