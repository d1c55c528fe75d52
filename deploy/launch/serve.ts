/**
 * Runs one service or several as a process. In a process of its own a service finds its ports in its
 * environment; in the one-process composition each finds its own in `ZT_COMPACT_PORTS`, and everything else
 * is the same.
 */
import { type Service, runProcess } from '#platform/edge/lifecycle';

/** Starts the services in order and stops them in reverse on a signal; the process ends with them. */
export function serve(services: readonly Service[], env: NodeJS.ProcessEnv): Promise<void> {
  const name = services.length === 1 ? (services[0]?.name ?? '') : 'compact';
  return runProcess(
    name,
    services.map((service) => ({ service, env: environmentOf(service.name, env) })),
  );
}

/** The environment of one of the services; `ZT_COMPACT_PORTS` lists their ports as `name=grpc/ops`. */
export function environmentOf(name: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ZT_COMPACT_PORTS: list, ...rest } = env;
  const listed = list?.split(',').find((entry) => entry.startsWith(`${name}=`));
  const [grpc, ops] = listed?.slice(name.length + 1).split('/') ?? [];
  return grpc && ops ? { ...rest, ZT_GRPC_PORT: grpc, ZT_OPS_PORT: ops } : rest;
}
