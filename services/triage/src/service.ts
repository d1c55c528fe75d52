// Triage 分办 put together: the routings it decides, the classifier it trains at its start from the profile,
// the rulings it learns, the deliberations about an appeal, and the sweeps that do not let an appeal wait for
// the library nor a session run past its time.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startDueWorker } from '#platform/due-worker';
import { bindGrpc } from '#platform/edge/grpc-types';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { packHash } from '#policy/pack-loader';
import { territorialUnit } from '#policy/territory';
import { successionIn } from '#policy/succession';
import { civilDayOf } from '#working-calendar/civil-day';
import { type TriageHandlers, triageDefinition, triageHandlers } from './adapters/in/triage.grpc';
import { deliberationCauses } from './adapters/mapping/deliberation-causes';
import { deliberationCodec } from './adapters/mapping/deliberation-wire';
import { routingCauses } from './adapters/mapping/routing-causes';
import { routingCodec } from './adapters/mapping/routing-wire';
import { articleInForce, teachingMaterial } from './adapters/mapping/teaching-material';
import { MentionFinder } from './adapters/out/classifier/mentions';
import { trainUnitClassifier } from './adapters/out/classifier/unit-classifier';
import { classifyAppeal } from './app/classify-appeal';
import type { TrainingMaterial, UnitClassifier } from './app/classifier-port';
import type { Deliberations, Routings } from './app/ports';
import { rememberClassifications } from './app/remember-classifications';
import { type Rulings, openRulings } from './app/rulings';
import { type WithholdPorts, withholdComplaints } from './app/withhold-complaints';
import { sessionDueAt } from './domain/deliberation';
import type { DeliberationPolicy } from './domain/deliberation-commands';
import { DELIBERATION_WRITER, deliberationDecider, reactToHappening } from './domain/deliberation-decider';
import { ledByTerritory } from './domain/territorial-lead';
import type { Classification } from './domain/routing-events';
import { dueAt } from './domain/routing';
import type { RoutingPolicy } from './domain/routing-commands';
import { ROUTING_WRITER, reactToCause, routingDecider } from './domain/routing-decider';
import { isComplaintUnderWay } from './domain/withheld-complaint';

const SWEEP_EVERY_MS = 2000;
const SWEEP_AT_ONCE = 16;
/** How often complaints under way are held against mergers of units. */
const WITHHOLD_EVERY_MS = 60_000;
/** Most ruled appeals looked at at a start. */
const RULINGS_READ = 10_000;

/** Parts that a test may bring itself. */
export interface TriageParts {
  readonly train: (material: TrainingMaterial) => UnitClassifier;
}

/** Triage as its composition and its tests see it. */
export interface TriageHosted extends Hosted {
  readonly handlers: TriageHandlers;
  /** Resolves when every ruling known so far has been learnt. */
  readonly schooled: () => Promise<void>;
  /** Resolves when every look for complaints that are with the unit complained of is over. */
  readonly withheld: () => Promise<void>;
}

/** What is learnt before the journal is read. */
interface Schooled {
  readonly classifier: UnitClassifier;
  readonly rulings: Rulings;
  readonly mentions: MentionFinder;
}

/** Puts the service together on a host. */
export function createTriage(
  host: ServiceHost,
  parts: TriageParts = { train: trainUnitClassifier },
): TriageHosted {
  let learnt: Schooled | undefined;
  const schooled = (): Schooled => {
    if (!learnt) throw new InfrastructureError('triage has not been trained yet');
    return learnt;
  };
  const { port, aggregate, policy } = routingsOn(host, schooled);
  const sessions = deliberationsOn(host);
  const classifier = () => schooled().classifier;
  const handlers = triageHandlers({
    routings: port,
    deliberations: sessions.port,
    classifier,
    rulings: () => schooled().rulings,
  });
  const workers: ReturnType<typeof startDueWorker>[] = [];
  let withholding: ReturnType<typeof withholdingOn> | undefined;
  return {
    handlers,
    schooled: () => schooled().rulings.settled(),
    withheld: async () => withholding?.settled(),
    grpc: [bindGrpc(triageDefinition, handlers)],
    prepare: async () => {
      learnt = school(host, parts);
    },
    begin: async () => {
      schooled().rulings.add(await aggregate.store.find('ruled', 1, RULINGS_READ));
      const actor = { role: 'system', id: ROUTING_WRITER };
      const clerk = { role: 'system', id: DELIBERATION_WRITER };
      workers.push(
        sweepOf(host, aggregate, (id) => port.execute({ id, command: { type: 'SettleRouting' }, actor })),
        sweepOf(host, sessions.aggregate, (id) =>
          sessions.port.execute({ id, command: { type: 'CloseSession' }, actor: clerk }),
        ),
      );
      withholding = withholdingOn(host, {
        policy,
        merged: () => successionIn(host.versions.profile()).former.length > 0,
        underWay: (most) => aggregate.store.find('complaint', 1, most),
        withhold: (id) => port.execute({ id, command: { type: 'WithholdComplaint' }, actor }),
      });
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await withholding?.stop();
      await learnt?.rulings.stop();
    },
  };
}

function school(host: ServiceHost, parts: TriageParts): Schooled {
  const profile = host.versions.profile();
  const material = teachingMaterial(profile, civilDayOf(host.now()));
  const taught = new Set(material.units.map(({ code }) => code));
  const classifier = rememberClassifications(parts.train(material));
  const rulings = openRulings({
    classifier,
    successorOf: (code) => successionIn(profile).successorOf(code),
    isTaught: (code) => taught.has(code),
    pause: () => nextTurn(),
  });
  return { classifier, rulings, mentions: new MentionFinder(profile.units) };
}

/** The classification, led by the territorial unit where the profile says that the matter goes by region. */
function territoriallyLed(host: ServiceHost, region: string, said: Classification): Classification {
  const profile = host.versions.profile();
  const unit = territorialUnit(profile, said.topic, region);
  if (!unit) return said;
  const regionName = profile.regions.find(({ code }) => code === region)?.name ?? region;
  return ledByTerritory(said, { unit: unit.code, unitName: unit.name, regionName });
}

function routingsOn(host: ServiceHost, schooled: () => Schooled) {
  const policy: RoutingPolicy = {
    pack: (hash) => host.versions.pack(hash),
    packInForce: (id) => {
      const found = host.versions.packsInForce().find((pack) => pack.id === id);
      return found && packHash(found);
    },
    unitExists: (code) => host.versions.profile().units.some((unit) => unit.code === code),
    successorOf: (code) => successionIn(host.versions.profile()).successorOf(code),
    unitTier: (code) => host.versions.profile().units.find((unit) => unit.code === code)?.tier ?? 'city',
    articleInForce: (id, at) => articleInForce(host.versions.profile(), id, civilDayOf(at)),
    unitsNamed: (text) => schooled().mentions.find(text),
  };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: ROUTING_WRITER,
      decider: routingDecider,
      own: routingCodec,
      foreign: routingCauses,
      react: (cause, state) =>
        reactToCause(cause, state, () =>
          territoriallyLed(
            host,
            state.file.region,
            classifyAppeal(state.file, schooled().classifier, policy),
          ),
        ),
      policy: () => policy,
      dueAt,
      lookup: (state): Record<string, number> => ({
        ...(state.file.ruling !== null && { ruled: 1 }),
        ...(isComplaintUnderWay(state) && { complaint: 1 }),
      }),
    },
    'routings',
    { ruled: 'index', complaint: 'index' },
  );
  const port: Routings = {
    execute: (request) => {
      if (!host.runtime.ready) throw new InfrastructureError('triage has not read its journal yet');
      return aggregate.execute(request);
    },
  };
  return { port, aggregate, policy };
}

/** Looks at once, then every minute, one look after the other. */
function withholdingOn(host: ServiceHost, ports: WithholdPorts) {
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    running = running
      .then(async () => void (await withholdComplaints(ports)))
      .catch((error: unknown) => {
        host.log.warn('sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      });
  };
  look();
  const stopLooking = host.timers.every(WITHHOLD_EVERY_MS, look);
  return {
    settled: () => running,
    stop: () => {
      stopLooking();
      return running;
    },
  };
}

function deliberationsOn(host: ServiceHost) {
  const policy: DeliberationPolicy = {
    pack: (hash) => host.versions.pack(hash),
    calendar: () => host.versions.calendar(),
    unitExists: (code) => host.versions.profile().units.some((unit) => unit.code === code),
    expert: (id) => host.versions.profile().experts.find((one) => one.id === id),
    successorOf: (code) => successionIn(host.versions.profile()).successorOf(code),
  };
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: DELIBERATION_WRITER,
      decider: deliberationDecider,
      own: deliberationCodec,
      foreign: deliberationCauses,
      react: reactToHappening,
      policy: () => policy,
      dueAt: sessionDueAt,
    },
    'deliberations',
  );
  const port: Deliberations = {
    execute: (request) => {
      if (!host.runtime.ready) throw new InfrastructureError('triage has not read its journal yet');
      return aggregate.execute(request);
    },
  };
  return { port, aggregate };
}

/** Handles one by one what has come due. */
function sweepOf<S>(
  host: ServiceHost,
  of: Parameters<typeof startDueWorker<S>>[0]['of'],
  settle: (id: string) => Promise<unknown>,
) {
  return startDueWorker({
    of,
    everyMs: SWEEP_EVERY_MS,
    atOnce: SWEEP_AT_ONCE,
    now: host.now,
    timers: host.timers,
    handle: async ({ id }) => void (await settle(id)),
    onTrouble: (error) => {
      host.log.warn('sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
    },
  });
}
