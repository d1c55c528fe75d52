// The overseeing of cases put on a host: the documents it decides on, what is shown of them, and the worker
// that proposes steps and marks orders overdue when their time has come.
import { startDueWorker } from '#platform/due-worker';
import type { ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { successionIn } from '#policy/succession';
import { oversightCauses } from './adapters/mapping/oversight-causes';
import { oversightCodec } from './adapters/mapping/oversight-wire';
import { ORDER_INDEXES, REGISTER_INDEXES, tableRegister } from './adapters/out/table-register';
import { foldRegister } from './app/fold-register';
import type { OrderRow, Oversights, Register, RegisterRow } from './app/ports';
import type { OversightPolicy } from './domain/oversight-commands';
import { OVERSIGHT_WRITER, oversightDecider, oversightDueAt, reactToNews } from './domain/oversight-decider';
import type { OversightEvent } from './domain/oversight-events';
import { EMPTY_OVERSIGHT, type OversightView, foldOversight } from './domain/oversight-view';

/** Reader group of what is shown. */
const REGISTER_GROUP = 'supervision.register';

const SWEEP_EVERY_MS = 5000;
const SWEEP_AT_ONCE = 16;
const SWEEP_LIMIT = 500;

/** The overseeing as the service uses it. */
export interface OversightParts {
  readonly oversights: Oversights;
  readonly register: Register;
  /** One look at everything due, as the worker does it. */
  readonly lookNow: () => Promise<void>;
  readonly begin: () => { stop(): Promise<void> };
}

/** Puts the overseeing on a host. */
export function oversightOn(host: ServiceHost): OversightParts {
  const policy: OversightPolicy = {
    pack: (hash) => host.versions.pack(hash),
    calendar: () => host.versions.calendar(),
    successorOf: (unit) => successionIn(host.versions.profile()).successorOf(unit),
  };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: OVERSIGHT_WRITER,
      decider: oversightDecider,
      own: oversightCodec,
      foreign: oversightCauses,
      react: reactToNews,
      policy: () => policy,
      dueAt: (state) => oversightDueAt(state, policy),
    },
    'oversights',
  );
  const { shown, register } = shownOn(host);
  const oversights: Oversights = {
    execute: async (order) => {
      if (!host.runtime.ready) throw new InfrastructureError('supervision has not read its journal yet');
      return aggregate.execute(order);
    },
    view: async (id) => (await shown.load([id])).get(id)?.state,
  };
  const handle = async ({ id }: { id: string }) => {
    await oversights.execute({
      id,
      command: { type: 'TakeDue' },
      actor: { role: 'system', id: 'supervision' },
    });
  };
  const onTrouble = (error: unknown) =>
    host.log.warn('oversight.sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
  return {
    oversights,
    register,
    lookNow: async () => {
      for (const document of await aggregate.store.due(host.now(), SWEEP_LIMIT)) await handle(document);
    },
    begin: () => {
      const { now, timers } = host;
      const pace = { everyMs: SWEEP_EVERY_MS, atOnce: SWEEP_AT_ONCE };
      return startDueWorker({ of: aggregate, ...pace, now, timers, handle, onTrouble });
    },
  };
}

function shownOn(host: ServiceHost) {
  const entries = host.table<RegisterRow>('register', REGISTER_INDEXES);
  const orders = host.table<OrderRow>('orders', ORDER_INDEXES);
  const register = tableRegister(entries, orders, () => successionIn(host.versions.profile()));
  const shown = host.runtime.projection<OversightView, OversightEvent>(
    {
      group: REGISTER_GROUP,
      codec: oversightCodec,
      initial: EMPTY_OVERSIGHT,
      evolve: foldOversight,
      rows: (_, views) => foldRegister(views, register),
      clearRows: () => register.clear(),
    },
    'oversights-shown',
  );
  return { shown, register };
}
