/**
 * Every port of an instance follows from one number, so that two instances on one machine are told apart by
 * `--port-base` alone. An instance uses a span of 40 ports above its base.
 */
import { serviceRows } from './services';

/** Ports of one instance. */
export interface PortPlan {
  readonly http: number;
  readonly broker: number;
  readonly controller: number;
  readonly store: number;
  readonly services: Readonly<Record<string, { readonly grpc: number; readonly ops: number }>>;
}

/** How many ports above the base belong to an instance. */
export const portSpan = 40;

/** The plan for a base; the base and its span must lie between 1024 and 65535 (checked by the options). */
export function planPorts(base: number): PortPlan {
  const services = serviceRows.map(
    (row) => [row.name, { grpc: base + row.grpc, ops: base + row.ops }] as const,
  );
  return {
    http: base,
    broker: base + 1,
    controller: base + 2,
    store: base + 3,
    services: Object.fromEntries(services),
  };
}

/** One port with what it is for, for messages. */
export interface NamedPort {
  readonly port: number;
  readonly use: string;
}

/** The ports of broker and store. */
export const infrastructurePorts = (plan: PortPlan): NamedPort[] => [
  { port: plan.broker, use: 'Kafka' },
  { port: plan.controller, use: 'Kafka controller' },
  { port: plan.store, use: 'store' },
];

/** The ports of HTTP and of the services. */
export const servicePorts = (plan: PortPlan): NamedPort[] => [
  { port: plan.http, use: 'HTTP' },
  ...Object.entries(plan.services).flatMap(([name, { grpc, ops }]) => [
    { port: grpc, use: `${name} gRPC` },
    { port: ops, use: `${name} ops` },
  ]),
];
