// Triage 分办 put together: the routings it decides, the classifier it trains at its start from the profile,
// the rulings it learns, and the sweep that does not let an appeal wait for the library.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { startDueWorker } from '#platform/due-worker';
import { bindGrpc } from '#platform/edge/grpc-types';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { civilDayOf } from '#working-calendar/civil-day';
import { type TriageHandlers, triageDefinition, triageHandlers } from './adapters/in/triage.grpc';
import { routingCauses } from './adapters/mapping/routing-causes';
import { routingCodec } from './adapters/mapping/routing-wire';
import { articleInForce, teachingMaterial } from './adapters/mapping/teaching-material';
import { MentionFinder } from './adapters/out/classifier/mentions';
import { trainUnitClassifier } from './adapters/out/classifier/unit-classifier';
import { classifyAppeal } from './app/classify-appeal';
import type { TrainingMaterial, UnitClassifier } from './app/classifier-port';
import type { Routings } from './app/ports';
import { rememberClassifications } from './app/remember-classifications';
import { type Rulings, openRulings } from './app/rulings';
import { dueAt } from './domain/routing';
import type { RoutingPolicy } from './domain/routing-commands';
import { ROUTING_WRITER, reactToCause, routingDecider } from './domain/routing-decider';

const SWEEP_EVERY_MS = 2000;
const SWEEP_AT_ONCE = 16;
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
  const { port, aggregate } = routingsOn(host, schooled);
  const classifier = () => schooled().classifier;
  const handlers = triageHandlers({ routings: port, classifier, rulings: () => schooled().rulings });
  let worker: ReturnType<typeof startDueWorker> | undefined;
  return {
    handlers,
    schooled: () => schooled().rulings.settled(),
    grpc: [bindGrpc(triageDefinition, handlers)],
    prepare: async () => {
      learnt = school(host, parts);
    },
    begin: async () => {
      schooled().rulings.add(await aggregate.store.find('ruled', 1, RULINGS_READ));
      worker = sweepOf(host, port, aggregate);
    },
    stop: async () => {
      await worker?.stop();
      await learnt?.rulings.stop();
    },
  };
}

function school(host: ServiceHost, parts: TriageParts): Schooled {
  const profile = host.versions.profile();
  const classifier = rememberClassifications(parts.train(teachingMaterial(profile, civilDayOf(host.now()))));
  const rulings = openRulings({
    classifier,
    unitExists: (code) => profile.units.some((unit) => unit.code === code),
    pause: () => nextTurn(),
  });
  return { classifier, rulings, mentions: new MentionFinder(profile.units) };
}

function routingsOn(host: ServiceHost, schooled: () => Schooled) {
  const policy: RoutingPolicy = {
    pack: (hash) => host.versions.pack(hash),
    unitExists: (code) => host.versions.profile().units.some((unit) => unit.code === code),
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
        reactToCause(cause, state, () => classifyAppeal(state.file, schooled().classifier)),
      policy: () => policy,
      dueAt,
      lookup: ({ file }): Record<string, number> => (file.ruling === null ? {} : { ruled: 1 }),
    },
    'routings',
    { ruled: 'index' },
  );
  const port: Routings = {
    execute: (request) => {
      if (!host.runtime.ready) throw new InfrastructureError('triage has not read its journal yet');
      return aggregate.execute(request);
    },
  };
  return { port, aggregate };
}

function sweepOf(host: ServiceHost, port: Routings, routings: ReturnType<typeof routingsOn>['aggregate']) {
  return startDueWorker({
    of: routings,
    everyMs: SWEEP_EVERY_MS,
    atOnce: SWEEP_AT_ONCE,
    now: host.now,
    timers: host.timers,
    handle: async ({ id }) => {
      const actor = { role: 'system', id: ROUTING_WRITER };
      await port.execute({ id, command: { type: 'SettleRouting' }, actor });
    },
    onTrouble: (error) => {
      host.log.warn('sweep-failed', { reason: error instanceof Error ? error.name : 'unknown' });
    },
  });
}
