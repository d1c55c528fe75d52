// The services of one instance as Kubernetes sees them. An image runs in two roles: `serve` answers calls
// and is scaled by load, `consume` reads the journal with a fixed number of replicas, because every member
// that comes or goes stops the whole consumer group for a moment. Two services differ: the gateway reads the
// journal in every replica (live updates) and so only serves; analytics is the one owner of a DuckDB file
// and so does both in one pod.

/** What a workload of a service is started to do; told to it as ZT_WORKLOAD. */
export type Role = 'serve' | 'consume';

/** One Deployment of a service. */
export interface Workload {
  readonly service: ServiceName;
  /** Second part of the Deployment's name; for analytics the single workload does both. */
  readonly name: Role;
  readonly roles: readonly Role[];
  /** A single owner of files on a volume of its own: exactly one replica, never two at a time. */
  readonly ownsVolume: boolean;
}

/** Start order, lowest first; the gateway opens the door last. */
export const SERVICE_NAMES = [
  'identity',
  'knowledge',
  'intake',
  'triage',
  'casework',
  'supervision',
  'notification',
  'analytics',
  'gateway',
] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

/** The edge: speaks HTTP to the outside, is called by no other service. */
export const EDGE: ServiceName = 'gateway';

/** Services that run as `serve` and `consume` side by side. */
export const SPLIT_SERVICES = [
  'identity',
  'knowledge',
  'intake',
  'triage',
  'casework',
  'supervision',
  'notification',
] as const satisfies readonly ServiceName[];

/** Services that answer gRPC, in start order; each is a peer of all others. */
export const PEERS: readonly ServiceName[] = SERVICE_NAMES.filter((name) => name !== EDGE);

/** Ports inside a pod; every pod has its own address, so they are the same everywhere. */
export const PORTS = { grpc: 50051, ops: 9090, http: 8080 } as const;

/** The Deployments of one service. */
export function workloadsOf(service: ServiceName): readonly Workload[] {
  if (service === 'gateway') return [{ service, name: 'serve', roles: ['serve'], ownsVolume: false }];
  if (service === 'analytics') {
    return [{ service, name: 'consume', roles: ['serve', 'consume'], ownsVolume: true }];
  }
  return [
    { service, name: 'serve', roles: ['serve'], ownsVolume: false },
    { service, name: 'consume', roles: ['consume'], ownsVolume: false },
  ];
}
