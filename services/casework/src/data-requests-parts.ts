// Requests for data put on a host (HD-8): the documents in which they are decided, and the worker that
// reminds of those due soon and marks those nobody has answered in time.
import { startDueWorker } from '#platform/due-worker';
import type { ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { successionIn } from '#policy/succession';
import { dataRequestsCauses } from './adapters/mapping/data-requests-causes';
import { dataRequestsCodec } from './adapters/mapping/data-requests-wire';
import type { DataRequestStore } from './app/ports';
import type { DataRequestPolicy } from './domain/data-request-commands';
import { requestsDueAt } from './domain/data-requests';
import { DATA_REQUESTS_WRITER, dataRequestsDecider, voidsRequests } from './domain/data-requests-decider';

const SWEEP_EVERY_MS = 5000;
const SWEEP_AT_ONCE = 16;

/** Requests for data as the service uses them. */
export interface DataRequestsParts {
  readonly data: DataRequestStore;
  readonly begin: () => { stop(): Promise<void> };
}

/** Puts them on a host. */
export function dataRequestsOn(host: ServiceHost): DataRequestsParts {
  const policy: DataRequestPolicy = {
    pack: (hash) => host.versions.pack(hash),
    calendar: () => host.versions.calendar(),
    unitExists: (code) => host.versions.profile().units.some((unit) => unit.code === code),
    successorOf: (code) => successionIn(host.versions.profile()).successorOf(code),
  };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: DATA_REQUESTS_WRITER,
      decider: dataRequestsDecider,
      own: dataRequestsCodec,
      foreign: dataRequestsCauses,
      react: voidsRequests,
      policy: () => policy,
      dueAt: requestsDueAt,
    },
    'datarequests',
  );
  const data: DataRequestStore = {
    execute: (order) => {
      if (!host.runtime.ready) throw new InfrastructureError('casework has not read its journal yet');
      return aggregate.execute(order);
    },
  };
  const actor = { role: 'system', id: DATA_REQUESTS_WRITER };
  const begin = () =>
    startDueWorker({
      of: aggregate,
      everyMs: SWEEP_EVERY_MS,
      atOnce: SWEEP_AT_ONCE,
      now: host.now,
      timers: host.timers,
      handle: async ({ id }) => {
        await data.execute({ id, command: { type: 'MarkDueRequests' }, actor });
      },
      onTrouble: (error) => {
        host.log.warn('sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      },
    });
  return { data, begin };
}
