// The services of one instance as Kubernetes sees them. A service is one pod: it takes a command only when it
// has read the whole journal itself, so a second reader of its group would keep both from ever being ready
// (decision 0005). The gateway reads the journal in every replica for itself (live updates) and is scaled;
// analytics is the one owner of a DuckDB file.

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

/** Keeps files on a volume of its own. */
export const FILE_OWNER: ServiceName = 'analytics';

/** Services that answer gRPC, in start order; each is a peer of all others. */
export const PEERS: readonly ServiceName[] = SERVICE_NAMES.filter((name) => name !== EDGE);

/** Ports inside a pod; every pod has its own address, so they are the same everywhere. */
export const PORTS = { grpc: 50051, ops: 9090, http: 8080 } as const;
