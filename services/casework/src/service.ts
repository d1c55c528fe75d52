// Casework 办理 put together: the work orders it decides, the case files and the desk it folds from
// everybody's events.
import { setTimeout as sleep } from 'node:timers/promises';
import { successionIn } from '#policy/succession';
import { unitInside } from '#policy/unit-inside';
import { startDueWorker } from '#platform/due-worker';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { type CaseworkHandlers, caseworkDefinition, caseworkHandlers } from './adapters/in/casework.grpc';
import { caseFacts } from './adapters/mapping/case-facts';
import { workOrderCauses } from './adapters/mapping/work-order-causes';
import { workOrderCodec } from './adapters/mapping/work-order-wire';
import { documentCaseFiles } from './adapters/out/document-case-files';
import { DESK_INDEXES, type DeskRow, tableDesk } from './adapters/out/table-desk';
import {
  DATA_REQUEST_INDEXES,
  type DataRequestRow,
  tableDataRequests,
} from './adapters/out/table-data-requests';
import { TIMELINE_INDEXES, tableTimeline } from './adapters/out/table-timeline';
import { foldDesk } from './app/fold-desk';
import { type SuccessionPorts, tellSuccession } from './app/tell-succession';
import { doWhatIsDue } from './app/do-what-is-due';
import type { CaseFiles, DataRequestIndex, Desk, StagesOf, Timeline, WorkOrders } from './app/ports';
import { dataRequestsOn } from './data-requests-parts';
import { type CaseFile, EMPTY_CASE_FILE } from './domain/case-file';
import { foldCaseFile } from './domain/fold-case-file';
import type { TimelineRow } from './domain/timeline';
import { whatIsDue } from './domain/what-is-due';
import type { WorkOrderPolicy } from './domain/work-order-commands';
import { WORK_ORDER_WRITER, reactToCause, workOrderDecider } from './domain/work-order-decider';

/** Reader group of the case files. */
export const CASE_FILE_GROUP = 'casework.casefile';

const SWEEP_EVERY_MS = 5000;
const SWEEP_AT_ONCE = 16;
/** How often running appeals of former units are looked for. */
const TELL_EVERY_MS = 600_000;

/** Casework as its composition and its tests see it. */
export interface CaseworkHosted extends Hosted {
  readonly handlers: CaseworkHandlers;
}

/** Puts the service together on a host. */
export function createCasework(host: ServiceHost): CaseworkHosted {
  const orders = workOrdersOn(host);
  const requests = dataRequestsOn(host);
  const reads = caseFilesOn(host);
  const succession = () => successionIn(host.versions.profile());
  const pause = async (ms: number): Promise<void> => void (await sleep(ms));
  const { port, policy } = orders;
  const { data } = requests;
  const handlers = caseworkHandlers({
    ...reads,
    ...{ orders: port, policy, data, succession, pause, now: host.now, stagesOf: stagesOn(host) },
  });
  let worker: ReturnType<typeof startDueWorker> | undefined;
  let marking: { stop(): Promise<void> } | undefined;
  let telling: { stop(): Promise<void> } | undefined;
  return {
    handlers,
    grpc: [{ definition: caseworkDefinition, handlers: { ...handlers } }],
    begin: async () => {
      worker = startDueWorker({
        of: orders.aggregate,
        everyMs: SWEEP_EVERY_MS,
        atOnce: SWEEP_AT_ONCE,
        now: host.now,
        timers: host.timers,
        handle: async ({ id, state }) => {
          const refused = await doWhatIsDue(id, state, { orders: port, policy });
          if (refused !== undefined) host.log.warn('due-refused', { code: refused });
        },
        onTrouble: (error) => {
          host.log.warn('sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
        },
      });
      marking = requests.begin();
      telling = tellingOn(host, { desk: reads.desk, orders: port });
    },
    stop: async () => {
      await worker?.stop();
      await marking?.stop();
      await telling?.stop();
    },
  };
}

function tellingOn(host: ServiceHost, ports: Pick<SuccessionPorts, 'desk' | 'orders'>) {
  const succession = () => successionIn(host.versions.profile());
  let running: Promise<unknown> = Promise.resolve();
  const tell = () => {
    running = running
      .then(() => tellSuccession({ ...ports, succession }))
      .catch((error: unknown) => {
        host.log.warn('succession-waits', { reason: error instanceof Error ? error.name : 'unknown' });
      });
  };
  tell();
  const stopTelling = host.timers.every(TELL_EVERY_MS, tell);
  return {
    stop: async () => {
      stopTelling();
      await running;
    },
  };
}

function workOrdersOn(host: ServiceHost) {
  const policy: WorkOrderPolicy = {
    pack: (hash) => host.versions.pack(hash),
    calendar: () => host.versions.calendar(),
    unitExists: (code) => host.versions.profile().units.some((unit) => unit.code === code),
    successorOf: (code) => successionIn(host.versions.profile()).successorOf(code),
    inside: (code) => unitInside(host.versions.profile(), code),
    unitTier: (code) => host.versions.profile().units.find((unit) => unit.code === code)?.tier ?? 'city',
  };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: WORK_ORDER_WRITER,
      decider: workOrderDecider,
      own: workOrderCodec,
      foreign: workOrderCauses,
      react: reactToCause,
      policy: () => policy,
      dueAt: (state) => whatIsDue(state, policy)?.at ?? null,
    },
    'workorders',
  );
  const port: WorkOrders = {
    find: async (id) => (await aggregate.store.load([id])).get(id)?.state,
    execute: (request) => {
      if (!host.runtime.ready) throw new InfrastructureError('casework has not read its journal yet');
      return aggregate.execute(request);
    },
  };
  return { port, aggregate, policy };
}

function stagesOn({ versions }: ServiceHost): StagesOf {
  return ({ intake, triage }) => {
    const hash = triage.packHash ?? intake.packHash ?? '';
    const { pack } =
      hash === '' ? versions.packFor(intake.channel, intake.kind) : { pack: versions.pack(hash) };
    return pack.stages;
  };
}

function caseFilesOn(host: ServiceHost): {
  files: CaseFiles;
  desk: Desk;
  timeline: Timeline;
  dataIndex: DataRequestIndex;
} {
  const desk = tableDesk(host.table<DeskRow>('desk', DESK_INDEXES), () =>
    successionIn(host.versions.profile()),
  );
  const timeline = tableTimeline(host.table<TimelineRow>('timeline', TIMELINE_INDEXES));
  const dataIndex = tableDataRequests(host.table<DataRequestRow>('requests', DATA_REQUEST_INDEXES));
  const stagesOf = stagesOn(host);
  const store = host.runtime.projection<CaseFile, Parameters<typeof foldCaseFile>[1]['event']>(
    {
      group: CASE_FILE_GROUP,
      codec: caseFacts,
      initial: EMPTY_CASE_FILE,
      evolve: foldCaseFile,
      lookup: ({ intake }): Record<string, string> => (intake.number === '' ? {} : { number: intake.number }),
      rows: (events, views) => foldDesk(events, views, { desk, timeline, dataIndex, stagesOf }),
      clearRows: async () => void (await Promise.all([desk.clear(), timeline.clear(), dataIndex.clear()])),
    },
    'casefiles',
    { number: 'index' },
  );
  const files = documentCaseFiles(store);
  return { files, desk, timeline, dataIndex };
}
