// Supervision 督办 put together: the dockets with their clocks and cards, the sweep that finds what is due, the
// gate before every card, the list of cards, and the overseeing of cases.
import { successionIn } from '#policy/succession';
import { type JournalCardGate, journalCardGate } from './adapters/out/journal-card-gate';
import { startDueWorker } from '#platform/due-worker';
import { historyLoadedAt } from '#platform/history-marker';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import type { Heartbeat } from '#platform/journal/ports';
import {
  type SupervisionHandlers,
  supervisionBinding,
  supervisionHandlers,
} from './adapters/in/supervision.grpc';
import { docketCauses } from './adapters/mapping/docket-causes';
import { docketCodec } from './adapters/mapping/docket-wire';
import { CARD_INDEXES, tableCards } from './adapters/out/table-cards';
import { countLostTimeEverywhere } from './app/count-lost-time';
import { type IssueDuePorts, issueDue } from './app/issue-due';
import { foldCards } from './app/list-cards';
import type { CardEntry, CardList, Dockets, OutageList } from './app/ports';
import { recountDeadlines } from './app/recount-deadlines';
import { graceMsOf } from './config';
import { nextLookAt } from './domain/card-rules';
import type { DocketPolicy } from './domain/docket-commands';
import { DOCKET_WRITER, docketDecider, reactToCause } from './domain/docket-decider';
import type { DocketEvent } from './domain/docket-events';
import { type LostTimeKeeper, lostTimeKeeper, outagesOn } from './outage-parts';
import { oversightOn } from './oversight-parts';

/** Reader group of the list of cards. */
const CARDS_GROUP = 'supervision.cards';

const SWEEP_EVERY_MS = 1000;
const SWEEP_AT_ONCE = 32;
const SWEEP_LIMIT = 500;
const DAY_MS = 86_400_000;

/** Supervision as its composition and its tests see it. */
export interface SupervisionHosted extends Hosted {
  readonly handlers: SupervisionHandlers;
  /** One look at the gate and at everything due, as the sweep does it every second. */
  readonly lookNow: () => Promise<void>;
  /** Counts running deadlines again if the calendar is another; answers how many dockets were looked at. */
  readonly recountNow: () => Promise<number>;
}

/** Puts the service together on a host. */
export function createSupervision(host: ServiceHost): SupervisionHosted {
  const listed = outagesOn(host);
  const policy: DocketPolicy = {
    pack: (hash) => host.versions.pack(hash),
    calendar: () => host.versions.calendar(),
    graceMs: graceMsOf(host),
    pastUntil: historyLoadedAt(host),
    outages: () => listed.known(),
  };
  const { dockets, aggregate } = docketsOn(host, policy);
  const oversight = oversightOn(host);
  const { oversights, register } = oversight;
  const onTrouble = (error: unknown) =>
    host.log.warn('supervision.sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
  const keeper = lostTimeKeeper(listed, () => countLostTimeEverywhere(dockets, policy), onTrouble);
  const outages = thenLearned(listed.outages, keeper);
  const handlers = supervisionHandlers({ dockets, cards: cardsOn(host), oversights, register, outages });
  const { gate, follow } = gateOn(host, keeper.beforeProof);
  const { handle, held } = handlingOf(aggregate, { dockets, gate, policy, now: host.now });
  const recountNow = () => recountDeadlines(dockets, host.versions.calendar().version);
  const stops: (() => void | Promise<void>)[] = [];
  return {
    handlers,
    grpc: [supervisionBinding(handlers)],
    recountNow,
    prepare: async () => void (await listed.learn()),
    lookNow: async () => {
      await follow();
      await gate.look();
      await gate.look();
      await keeper.atRest();
      for (const document of await aggregate.store.due(host.now(), SWEEP_LIMIT)) await handle(document);
      await oversight.lookNow();
    },
    begin: async () => {
      await follow();
      const everyMs = SWEEP_EVERY_MS;
      const { now, timers } = host;
      const stopLooking = timers.every(everyMs, () => void gate.look().catch(onTrouble));
      const stopRecounting = timers.every(DAY_MS, () => void recountNow().catch(onTrouble));
      const worker = startDueWorker({
        of: aggregate,
        everyMs,
        atOnce: SWEEP_AT_ONCE,
        now,
        timers,
        handle,
        onTrouble,
      });
      const overseeing = oversight.begin();
      stops.push(
        stopLooking,
        stopRecounting,
        () => worker.stop(),
        () => overseeing.stop(),
      );
      stops.push(host.metrics.observe('zt_clocks_due', held));
      void recountNow().catch(onTrouble);
    },
    stop: async () => {
      for (const stop of stops) await stop();
      await keeper.atRest();
    },
  };
}

/** The list, which dockets learn as soon as a person has changed it. */
function thenLearned({ execute, list }: OutageList, { afterCommand }: LostTimeKeeper): OutageList {
  return {
    list,
    execute: async (order) => {
      const outcome = await execute(order);
      if (outcome.ok) await afterCommand();
      return outcome;
    },
  };
}

/** Handles what is due, and knows how many cards are held back by the gate. */
function handlingOf(aggregate: ReturnType<typeof docketsOn>['aggregate'], ports: IssueDuePorts) {
  const waiting = new Map<string, number>();
  const handle = async ({ id, state }: { id: string; state: Parameters<typeof issueDue>[1] }) => {
    const held = await issueDue(id, state, ports);
    if (held > 0) waiting.set(id, held);
    else waiting.delete(id);
  };
  aggregate.onWritten(({ id, nextDueAt }) => {
    if (nextDueAt === null || nextDueAt > ports.now()) waiting.delete(id);
  });
  return { handle, held: () => [...waiting.values()].reduce((sum, count) => sum + count, 0) };
}

function docketsOn(host: ServiceHost, policy: DocketPolicy) {
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: DOCKET_WRITER,
      decider: docketDecider,
      own: docketCodec,
      foreign: docketCauses,
      react: reactToCause,
      policy: () => policy,
      dueAt: (docket) => nextLookAt(docket, policy),
    },
    'dockets',
  );
  const { store } = aggregate;
  const dockets: Dockets = {
    async execute(id, command) {
      if (!host.runtime.ready) throw new InfrastructureError('supervision has not read its journal yet');
      await aggregate.execute({ id, command, actor: { role: 'system', id: 'supervision' } });
    },
    find: async (id) => (await store.load([id])).get(id)?.state,
    each: (onPage) => store.each((page) => onPage(page.map(({ id, state }) => ({ id, docket: state })))),
  };
  return { dockets, aggregate };
}

function cardsOn(host: ServiceHost): CardList {
  const cards = tableCards(host.table<CardEntry>('cards', CARD_INDEXES), () =>
    successionIn(host.versions.profile()),
  );
  host.runtime.projection<Record<string, never>, DocketEvent>(
    {
      group: CARDS_GROUP,
      codec: cardEvents,
      initial: {},
      evolve: (view) => view,
      rows: (news) =>
        foldCards(
          news.map(({ key: appealId, recorded: { at, event } }) => ({ appealId, at, event })),
          cards,
        ),
      clearRows: () => cards.clear(),
    },
    'cards-seen',
  );
  return cards;
}

const CARD_TYPES: readonly string[] = ['YellowCardIssued', 'RedCardIssued', 'CardRevoked'];
const cardEvents: typeof docketCodec = {
  ...docketCodec,
  types: docketCodec.types.filter((type) => CARD_TYPES.some((name) => type.endsWith(`.${name}`))),
};

function gateOn(
  host: ServiceHost,
  noteGaps: LostTimeKeeper['beforeProof'],
): { gate: JournalCardGate; follow: () => Promise<void> } {
  const { journal } = host.runtime.ports;
  let board: ReadonlyMap<string, Heartbeat> | undefined;
  const gate = journalCardGate({
    heartbeats: () => board ?? new Map(),
    probe: journal.probe,
    reading: () => host.runtime.loop(DOCKET_WRITER)?.status,
    parkedHere: () => (host.runtime.loop(DOCKET_WRITER)?.parkedKeys ?? []).map(({ key }) => key),
    noteGaps,
    now: host.now,
    graceMs: graceMsOf(host),
  });
  const follow = async () => {
    board ??= await journal.heartbeats.follow();
  };
  return { gate, follow };
}
