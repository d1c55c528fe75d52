// One way to reach the brokers for everything the journal does. The library's own log is passed on sparingly:
// what it calls an error is mostly a retry in progress, and a group used for the first time always meets a
// coordinator that is still loading.
import { type ISocketFactory, Kafka, logLevel, type RetryOptions } from 'kafkajs';
import type { Log } from '../edge/log';

/** Where the brokers are and who speaks. */
export interface KafkaAddress {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** SCRAM-SHA-512, as Strimzi's users have it. */
  readonly login?: { readonly username: string; readonly password: string };
  /** Certificate of the brokers' authority (PEM); with it the connection is encrypted. */
  readonly authority?: string;
  /** How sockets are opened; for tunnels and for tests that lose answers. */
  readonly socketFactory?: ISocketFactory;
}

/** Comes back within 2 s after a broker does, and gives up after about 8 s of trying. */
export const patientRetry: RetryOptions = { initialRetryTime: 50, maxRetryTime: 1500, retries: 8 };

const ordinary =
  /coordinator|rebalanc|not aware of this member|Connection (error|timeout)|closed connection|leader/i;

/** A client; an answer is waited for at most 5 s. */
export function kafkaClient(address: KafkaAddress, retry: RetryOptions = patientRetry): Kafka {
  return new Kafka({
    clientId: address.clientId,
    brokers: [...address.brokers],
    connectionTimeout: 2000,
    requestTimeout: 5000,
    retry,
    logLevel: logLevel.ERROR,
    logCreator: () => (entry) => {
      const { message, error } = entry.log;
      const said = `${message} ${error ?? ''}`;
      if (!ordinary.test(said)) address.log.warn('journal.kafka', { message: said });
    },
    ...(address.login === undefined
      ? {}
      : { sasl: { mechanism: 'scram-sha-512' as const, ...address.login } }),
    ...(address.authority === undefined ? {} : { ssl: { ca: [address.authority] } }),
    ...(address.socketFactory === undefined ? {} : { socketFactory: address.socketFactory }),
  });
}
