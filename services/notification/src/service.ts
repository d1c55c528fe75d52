// Notification 通知 put together: the messages of every appeal, the sender that hands them over, and the
// sandbox outbox where no provider of short messages is set up.
import { holderOfRole, reachedAt } from '#policy/duty';
import { sponsorsOf } from '#policy/sponsors';
import { successionIn } from '#policy/succession';
import { startDueWorker } from '#platform/due-worker';
import { historyLoadedAt } from '#platform/history-marker';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import {
  type NotificationHandlers,
  notificationBinding,
  notificationHandlers,
} from './adapters/in/notification.grpc';
import { messageCauses } from './adapters/mapping/message-causes';
import { messageCodec } from './adapters/mapping/message-wire';
import { RECEIPT_INDEXES, receiptsIn } from './adapters/out/receipt-table';
import { OUTBOX_INDEXES, sandboxSms } from './adapters/out/sandbox-sms';
import { carriersFrom, carriersOf } from './adapters/out/providers';
import { DELIVERY_INDEXES, deliveryLog } from './adapters/out/delivery-log';
import { doorTidings } from './adapters/out/door-tidings';
import type { Guard } from './adapters/out/guarded-post';
import { type Receivers, receiversOf } from './adapters/out/receivers';
import { askReceipts } from './app/ask-receipts';
import type { Carrier } from './app/carriers';
import type { MessageFiles, OutboxRow, Provider, Receipt } from './app/ports';
import { type Reminded, remindContacts } from './app/remind-contacts';
import { sendWaiting } from './app/send-waiting';
import { type DeliveryRow, teller } from './app/tell-waiting';
import type { MessagePolicy } from './domain/message-commands';
import { MESSAGES_WRITER, messageDecider, reactToCause } from './domain/message-decider';
import { type Messages, nextSendAt } from './domain/messages';

const SEND_EVERY_MS = 2000;
const SEND_AT_ONCE = 64;
const SEND_LIMIT = 500;
const ASK_EVERY_MS = 15_000;
const TIDINGS_EVERY_MS = 5000;
const CONTACTS_EVERY_MS = 86_400_000;

/** Notification as its composition and its tests see it. */
export interface NotificationHosted extends Hosted {
  readonly handlers: NotificationHandlers;
  /** Hands over everything due, as the sender does it by itself. */
  readonly sendNow: () => Promise<void>;
  /** Asks the providers for receipts, as it is done by itself; answers how many messages are settled. */
  readonly askNow: () => Promise<number>;
}

/**
 * Puts the service together on a host; without providers, the caller's or of the operator's file, the
 * sandbox carries the messages.
 */
export function createNotification(
  host: ServiceHost,
  { providers, bounds }: { readonly providers?: readonly Provider[]; readonly bounds?: Partial<Guard> } = {},
): NotificationHosted {
  const sandbox = sandboxSms(host.table<OutboxRow>('outbox_sms', OUTBOX_INDEXES), host.now);
  const carriers = providers ? carriersOf(providers, host.now) : carriersFrom(host, sandbox);
  const pastUntil = historyLoadedAt(host);
  const receivers = receiversOf(host, bounds);
  const { files, aggregate } = filesOn(host, pastUntil, receivers);
  const receipts = receiptsIn(host.table<Receipt>('receipts', RECEIPT_INDEXES));
  const tidings = doorTidings(host, pastUntil);
  const log = deliveryLog(host.table<DeliveryRow>('deliveries', DELIVERY_INDEXES));
  const handlers = notificationHandlers({ files, outbox: sandbox, receipts, deliveries: log });
  const telling = teller(
    {
      ...{ files, call: receivers.call, log: log.put, now: host.now, pastUntil },
      count: (receiver, outcome) => host.metrics.add('zt_deliveries_total', 1, { receiver, outcome }),
    },
    (error) => host.log.error('notification.telling-failed', error),
  );
  const waiting = new Map<string, number>();
  const handle = async ({ id, state }: { id: string; state: Messages }): Promise<void> => {
    telling.begin(id, state);
    await tidings.keep(id, state);
    const left = await sendWaiting(id, state, { files, carriers, receipts, now: host.now, pastUntil });
    if (left > 0) waiting.set(id, left);
    else waiting.delete(id);
  };
  // While no provider takes anything nothing is due: what waits keeps its order and is not looked at.
  const isToldSomebody = receivers.list().length > 0;
  const dueUntil = () => (isToldSomebody || carriers.some(({ open }) => open) ? host.now() : 0);
  const stops: (() => void | Promise<void>)[] = [];
  return {
    handlers,
    grpc: [notificationBinding(handlers)],
    askNow: () => askReceipts({ files, receipts, carriers, now: host.now }),
    sendNow: async () => {
      const due = await aggregate.store.due(dueUntil(), SEND_LIMIT);
      await Promise.all(due.map(handle));
      await telling.ended();
    },
    begin: async () => {
      const worker = startDueWorker({
        of: aggregate,
        everyMs: SEND_EVERY_MS,
        atOnce: SEND_AT_ONCE,
        now: dueUntil,
        timers: host.timers,
        handle,
        onTrouble: (error) => {
          const reason = error instanceof Error ? error.name : 'unknown';
          host.log.warn('notification.sending-failed', { reason });
        },
      });
      const left = () => [...waiting.values()].reduce((sum, count) => sum + count, 0);
      const ask = () => askReceipts({ files, receipts, carriers, now: host.now });
      if (carriers.some(({ provider }) => !provider.idempotent))
        stops.push(repeating(host, ASK_EVERY_MS, ask, 'notification.receipts-wait'));
      stops.push(remindingOn(host, carriers));
      stops.push(repeating(host, TIDINGS_EVERY_MS, tidings.tellDue, 'notification.tidings-wait'));
      stops.push(() => worker.stop(), host.metrics.observe('zt_messages_waiting', left));
    },
    stop: async () => {
      for (const stop of stops) await stop();
      await telling.ended();
    },
  };
}

/** Looks for contacts to be confirmed at a start and once a day. */
function remindingOn(host: ServiceHost, carriers: readonly Carrier[]): () => Promise<void> {
  const reminded = host.table<Reminded>('contacts_reminded', []);
  const ports = { profile: () => host.versions.profile(), carriers, reminded, now: host.now };
  return repeating(host, CONTACTS_EVERY_MS, () => remindContacts(ports), 'notification.contacts-wait');
}

/** Runs a job at once and ever again, never twice at a time; what fails is tried the next time. */
function repeating(
  host: ServiceHost,
  everyMs: number,
  job: () => Promise<unknown>,
  trouble: string,
): () => Promise<void> {
  let running: Promise<unknown> | undefined;
  const run = () => {
    running ??= job()
      .catch((error: unknown) => {
        host.log.warn(trouble, { reason: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const stopRunning = host.timers.every(everyMs, run);
  return async () => {
    stopRunning();
    await running;
  };
}

function filesOn(host: ServiceHost, pastUntil: number, { list }: Receivers) {
  const policy: MessagePolicy = { ...policyOn(host), receivers: list };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: MESSAGES_WRITER,
      decider: messageDecider,
      own: messageCodec,
      foreign: messageCauses,
      react: reactToCause,
      policy: () => policy,
      dueAt: (state) => nextSendAt(state, pastUntil),
    },
    'messages',
  );
  const { store } = aggregate;
  const files: MessageFiles = {
    async execute(id, command) {
      if (!host.runtime.ready) throw new InfrastructureError('notification has not read its journal yet');
      return (await aggregate.execute({ id, command, actor: { role: 'system', id: 'notification' } })).state;
    },
    find: async (id) => (await store.load([id])).get(id)?.state,
    erased: async (id) => (await host.vault.keys([id])).get(id) === 'destroyed',
  };
  return { files, aggregate };
}

function policyOn(host: ServiceHost): Omit<MessagePolicy, 'receivers'> {
  const { versions } = host;
  const successorOf = (code: string) => successionIn(versions.profile()).successorOf(code);
  const unit = (code: string) => versions.profile().units.find((one) => one.code === successorOf(code));
  return {
    pack: (hash) => versions.pack(hash),
    packFor: (door, kind) => versions.packFor(door, kind).pack,
    calendar: () => versions.calendar(),
    platform: () => versions.profile().title.zh,
    unitName: (code) => unit(code)?.name ?? code,
    ofUnit: (code, at) => reachedAt(versions.profile(), successorOf(code), at),
    ofPerson: (id) => versions.profile().people.find((person) => person.id === id),
    ofRole: (role) => holderOfRole(versions.profile(), role),
    sponsors: (uscc, at) => sponsorsOf(versions.profile(), uscc, at),
    article: (id) => versions.profile().knowledge.find((article) => article.id === id),
  };
}
