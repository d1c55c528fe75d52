/**
 * The services of an instance, in start order. Adding a service is adding a row: ports, environment, bundle,
 * the one-process composition and the peers of the others follow from it.
 */
export interface ServiceRow {
  readonly name: string;
  /** Added to the port base: gRPC. */
  readonly grpc: number;
  /** Added to the port base: HTTP for /health, /ready and /metrics. */
  readonly ops: number;
}

/** Those who are asked come before those who ask; the web door opens last and closes first. */
export const serviceRows: readonly ServiceRow[] = [
  { name: 'identity', grpc: 17, ops: 37 },
  { name: 'knowledge', grpc: 15, ops: 35 },
  { name: 'intake', grpc: 10, ops: 30 },
  { name: 'triage', grpc: 11, ops: 31 },
  { name: 'casework', grpc: 12, ops: 32 },
  { name: 'supervision', grpc: 13, ops: 33 },
  { name: 'notification', grpc: 14, ops: 34 },
  { name: 'analytics', grpc: 16, ops: 36 },
  { name: 'gateway', grpc: 18, ops: 38 },
];

/** The service that carries the public HTTP port. */
export const edgeService = 'gateway';
