/**
 * Runs one service or several as a process: starts them in order, ends them in reverse order on SIGTERM, and turns
 * a refused configuration into exit 78 with its sentence, which whoever supervises the process does not restart.
 */
import { badConfiguration } from './launch-failure';

/** A service that runs. */
export interface Running {
  /** Drains and closes; what was accepted is finished first. */
  stop(): Promise<void>;
}

/** What `services/<name>/src/main.ts` exports as `run`. An error with `exitCode: 78` is a bad configuration. */
export type Run = (env: NodeJS.ProcessEnv) => Promise<Running>;

/** Starts the programs in order and stays until a signal; longest drain `ZT_DRAIN_MS`, default 15 000 ms. */
export async function serve(
  programs: readonly { readonly name: string; readonly run: Run }[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const running: Running[] = [];
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    const overdue = setTimeout(() => process.exit(1), Number(env['ZT_DRAIN_MS'] ?? 15_000));
    overdue.unref();
    for (const service of running.reverse()) await service.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  try {
    for (const { name, run } of programs) {
      const service = await run(environmentOf(name, env));
      if (ending) return void (await service.stop());
      running.push(service);
    }
  } catch (error) {
    const refused = (error as { exitCode?: unknown }).exitCode === badConfiguration;
    process.stderr.write(
      `${refused ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`,
    );
    process.exit(refused ? badConfiguration : 1);
  }
}

/** In one process every service still has its own ports: `ZT_COMPACT_PORTS` lists them as `name=grpc/ops`. */
export function environmentOf(name: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const listed = (env['ZT_COMPACT_PORTS'] ?? '').split(',').find((entry) => entry.startsWith(`${name}=`));
  const [grpc, ops] = listed?.slice(name.length + 1).split('/') ?? [];
  return grpc && ops ? { ...env, ZT_GRPC_PORT: grpc, ZT_OPS_PORT: ops } : env;
}
