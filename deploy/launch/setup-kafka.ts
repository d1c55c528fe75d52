/**
 * Kafka is fetched from Maven once per user (46 jars), and its classes are archived once per Java: a training
 * run starts a broker on an empty directory, waits until it answers and stops it, and the JVM writes down
 * what it loaded. With the archive the broker is ready in about two seconds.
 */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokerProgram, brokerReady, formatBroker } from './broker';
import { kafkaArchive, kafkaDir, versions } from './cache';
import { keepRunning } from './kept-program';
import { withLock } from './lock';
import { findFreeBase } from './port-check';
import { planPorts } from './port-plan';
import { needsBroker } from './setup-packages';
import { run } from './shell';
import type { Step } from './step-runner';

const dependency = (group: string, artifact: string, version: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>` +
  `<version>${version}</version></dependency>`;
const pom = `<project><modelVersion>4.0.0</modelVersion>
<groupId>zhitong</groupId><artifactId>kafka-jars</artifactId><version>1</version><dependencies>
${dependency('org.apache.kafka', 'kafka_2.13', versions.kafka)}
${dependency('org.slf4j', 'slf4j-simple', versions.slf4j)}
</dependencies></project>`;

/** Fetches Kafka's jars into the user's cache. */
export function kafkaJarsStep(): Step {
  const title = { zh: `Kafka ${versions.kafka} 程序包`, en: `Kafka ${versions.kafka} jars` };
  const done = async () => !needsBroker() || existsSync(kafkaDir());
  return {
    id: 'kafka-jars',
    title,
    after: ['packages'],
    done,
    run: (note) =>
      withLock(
        `${kafkaDir()}.lock`,
        () => note('另一个启动正在下载 · another start is fetching'),
        async () => {
          if (await done()) return;
          const work = `${kafkaDir()}.${process.pid}.part`;
          const jars = join(work, 'jars');
          rmSync(work, { recursive: true, force: true });
          const file = join(mkdtempSync(join(tmpdir(), 'zhitong-')), 'pom.xml');
          writeFileSync(file, pom);
          const plugin = `org.apache.maven.plugins:maven-dependency-plugin:${versions.dependencyPlugin}`;
          const goal = `${plugin}:copy-dependencies`;
          const args = ['-q', '-B', '-f', file, goal, '-DincludeScope=runtime', `-DoutputDirectory=${jars}`];
          const counting = setInterval(() => existsSync(jars) && note(`${readdirSync(jars).length}/46`), 500);
          try {
            await run(title, 'mvn', args);
          } finally {
            clearInterval(counting);
          }
          renameSync(work, kafkaDir());
        },
      ),
  };
}

/** Archives the classes Kafka loads. */
export function kafkaArchiveStep(): Step {
  const done = async () => !needsBroker() || existsSync(kafkaArchive());
  return {
    id: 'kafka-archive',
    title: { zh: 'Kafka 类归档(加快启动)', en: 'Kafka class archive (quicker starts)' },
    after: ['kafka-jars'],
    done,
    run: (note) =>
      withLock(
        `${kafkaDir()}.archive.lock`,
        () => note('另一个启动正在制作 · another start is making it'),
        async () => {
          if (!(await done())) await train(kafkaArchive());
        },
      ),
  };
}

async function train(archive: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'zhitong-kafka-'));
  const fresh = `${archive}.${process.pid}.part`;
  try {
    const ports = planPorts(await findFreeBase());
    await formatBroker(dir, ports);
    const program = brokerProgram(dir, dir, [`-XX:ArchiveClassesAtExit=${fresh}`]);
    const kept = keepRunning(program, { spawned() {}, exited() {}, restarting() {}, refused() {} });
    try {
      await brokerReady(kept, ports);
    } finally {
      await kept.stop(60_000);
    }
    renameSync(fresh, archive);
  } finally {
    rmSync(fresh, { force: true });
    rmSync(dir, { recursive: true, force: true });
  }
}
