/**
 * A port of ours may be taken from within: where the span lies in the range from which the system takes ports
 * for outgoing connections, a connection of one service may have been given the port of another that is down,
 * which then could not come up as long as the connection lasts. The one is started anew, so that it connects
 * from elsewhere.
 */
import type { KeptProgram } from './kept-program';
import { connectedFrom } from './port-check';
import type { PortPlan } from './port-plan';

/** Starts those anew whose connections hold ports of the service of this name; answers their names. */
export async function freePortsOf(
  name: string,
  ports: Pick<PortPlan, 'services'>,
  kept: readonly Pick<KeptProgram, 'name' | 'pid' | 'restart'>[],
): Promise<readonly string[]> {
  const own = ports.services[name];
  const holders = new Set(own ? [connectedFrom(own.grpc), connectedFrom(own.ops)] : []);
  const inTheWay = kept.filter((program) => program.pid !== undefined && holders.has(program.pid));
  await Promise.all(inTheWay.map((program) => program.restart()));
  return inTheWay.map((program) => program.name);
}
