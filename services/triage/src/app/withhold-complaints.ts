// Looks whether units were merged so that a complaint under way is now with the unit complained of (HD-10),
// at a start and then every so often: a profile is read anew at any time, and nobody writes to the journal
// for it.
import type { RoutingPolicy } from '../domain/routing-commands';
import type { Routing } from '../domain/routing';
import { withholdComplaint } from '../domain/withheld-complaint';

/** Complaints under way that are looked at at once. */
const LOOKED_AT = 10_000;

/** What looking needs. */
export interface WithholdPorts {
  /** Complaints a unit has that name somebody. */
  readonly underWay: (most: number) => Promise<readonly { readonly id: string; readonly state: Routing }[]>;
  readonly withhold: (id: string) => Promise<unknown>;
  readonly policy: RoutingPolicy;
  /** Whether any unit was ever merged. */
  readonly merged: () => boolean;
}

/** Takes back every complaint that is with the unit complained of; answers how many. */
export async function withholdComplaints(ports: WithholdPorts): Promise<number> {
  if (!ports.merged()) return 0;
  const found = (await ports.underWay(LOOKED_AT)).filter(({ state }) => {
    const answer = withholdComplaint(state, ports.policy);
    return answer.ok && answer.value.length > 0;
  });
  for (const { id } of found) await ports.withhold(id);
  return found.length;
}
