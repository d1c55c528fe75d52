// Tells the running appeals of units that were merged (机构合并) that another unit has them now. It looks at a
// start and then every so often, a page at a time: a dispatch of a service that read the profile a minute
// later is told as well. An appeal that knows it changes nothing, so looking again is harmless.
import type { Succession } from '#policy/succession';
import type { Desk, WorkOrders } from './ports';

const PAGE = 200;

/** What telling needs. */
export interface SuccessionPorts {
  readonly desk: Pick<Desk, 'runningOf'>;
  readonly orders: WorkOrders;
  readonly succession: () => Succession;
}

/** Tells everybody concerned once; answers how many appeals were told just now. */
export async function tellSuccession({ desk, orders, succession }: SuccessionPorts): Promise<number> {
  let told = 0;
  for (const [from, to] of succession().former) {
    for (let after = ''; ; ) {
      const ids = await desk.runningOf(from, after, PAGE);
      for (const id of ids) if (await tell(id, from, to, orders)) told += 1;
      after = ids.at(-1) ?? '';
      if (ids.length < PAGE) break;
    }
  }
  return told;
}

async function tell(id: string, from: string, to: string, orders: WorkOrders): Promise<boolean> {
  const outcome = await orders.execute({
    id,
    command: { type: 'SucceedUnit', from, to },
    commandId: `succession/${from}/${to}/${id}`,
    actor: { role: 'system', id: 'casework' },
  });
  return outcome.ok && outcome.eventId !== '';
}
