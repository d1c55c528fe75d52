// Intake 受理 put together: the appeals it decides, the register it matches them by, and the worker that
// takes them on.
import { setImmediate } from 'node:timers/promises';
import { startDueWorker } from '#platform/due-worker';
import type { Hosted, ServiceHost } from '#platform/host-ports';
import { InfrastructureError } from '#platform/infrastructure-error';
import { DuplicateLookup } from '#platform/store/store-errors';
import type { AggregateDocument } from '#platform/store/document';
import type { Profile } from '#policy/profile';
import { successionIn } from '#policy/succession';
import { profileHash } from '#policy/profile-loader';
import { type Doors, openDoors } from './adapters/in/doors';
import { openFiles } from './adapters/in/files';
import { roundsOf } from './adapters/in/rounds';
import { intakeGrpc } from './adapters/in/intake.grpc';
import { appealCauses } from './adapters/mapping/appeal-causes';
import { appealCodec } from './adapters/mapping/appeal-wire';
import { triageClient } from './adapters/mapping/triage-peer';
import { doorBook } from './adapters/out/door-book';
import { chinesePhone, instanceCodes } from './adapters/out/instance-codes';
import { registerFiles } from './adapters/out/register-file';
import { IMPORT_INDEXES, tableImports } from './adapters/out/table-imports';
import {
  FORMER_NAME_INDEXES,
  type FormerNameRow,
  REGISTER_INDEXES,
  type RegisterRow,
  tableRegister,
} from './adapters/out/table-register';
import { storedTables } from './adapters/out/stored-tables';
import { readTableFile } from './adapters/out/table-file';
import { triageScreening } from './adapters/out/triage-screening';
import type { Appeals, FoundAppeal, IntakePorts } from './app/ports';
import { takeOnAppeal } from './app/take-on-appeal';
import { reachOf } from '#policy/scopes';
import { startFileWorker } from './adapters/in/file-worker';
import type { RegisterImport, RegisterImports } from './app/register-ports';
import { takeImportIn } from './app/take-import-in';
import { takeTableIn } from './app/take-table-in';
import type { Appeal } from './domain/appeal';
import { appealDecider, appealLookup, APPEAL_WRITER, IN_REVIEW, takeOnDueAt } from './domain/appeal-decider';
import { placesOf } from './domain/enterprise-name';

const SWEEP_EVERY_MS = 1000;
const LOOK_FOR_IMPORTS_EVERY_MS = 15_000;
const AT_ONCE = 64;
const OPEN_LOOKED_AT = 100;
const FILED_LOOKED_AT = 1000;
const QUIET_MS = 10_000;

/** Puts the service together on a host. */
export function createIntake(host: ServiceHost): Hosted {
  const { appeals, aggregate } = appealsOn(host);
  const register = tableRegister(
    host.table<RegisterRow>('register', REGISTER_INDEXES),
    host.table<FormerNameRow>('former-names', FORMER_NAME_INDEXES),
  );
  const profile = host.versions.profile();
  const book = doorBook(host);
  const tables = storedTables(host, () => rows?.kick());
  const files = openFiles(host, appeals.get, seldom(host, 'intake.files-wait'));
  const ports: IntakePorts = {
    appeals,
    files: files.ports,
    tables: {
      ...tables,
      ...reportersIn(host, profile),
      read: readTableFile,
      letOthers: () => setImmediate(),
    },
    register,
    screening: triageScreening(host.peer(triageClient, 'triage'), host.now),
    codes: instanceCodes(host.instance, host.secret, profile.numberPrefix),
    now: host.now,
    isShut: book.isShut,
    ...settingsOf(host, profile),
  };
  const doors = openDoors(host, ports, book);
  const desk = { book, packs: () => host.versions.packsInForce(), appeals, now: host.now };
  const importing = importsOf(host, profile, register);
  let worker: ReturnType<typeof startDueWorker> | undefined;
  let rows: ReturnType<typeof startFileWorker> | undefined;
  let stopRounds = () => undefined as void;
  return {
    grpc: [intakeGrpc(ports, doors, importing.imports, desk)],
    actions: { 'wechat-menu': (body) => makeMenu(String(body['door'] ?? ''), doors) },
    prepare: () => importing.prepare().then(book.begin),
    begin: async () => {
      worker = startDueWorker({
        of: aggregate,
        everyMs: SWEEP_EVERY_MS,
        atOnce: AT_ONCE,
        now: host.now,
        timers: host.timers,
        handle: async (document) => void (await takeOnAppeal(foundOf(document), ports)),
        onTrouble: seldom(host, 'intake.take-on-waits'),
      });
      await tables.begin();
      rows = startFileWorker(
        {
          lookEveryMs: SWEEP_EVERY_MS,
          waiting: ports.tables.atWork,
          takeIn: (table, stopped) => takeTableIn(table, ports, stopped),
        },
        host.timers,
        seldom(host, 'intake.table-waits'),
      );
      importing.begin();
      files.begin();
      stopRounds = roundsOf(host, { book, doors, ports });
    },
    stop: async () => {
      stopRounds();
      await book.flush();
      await rows?.stop();
      await Promise.all([importing.stop(), files.stop()]);
      await worker?.stop();
    },
  };
}

/** Files of the register: who may import, where they lie, what tells a domicile's region, and the worker. */
function importsOf(host: ServiceHost, profile: Profile, register: ReturnType<typeof tableRegister>) {
  const { filled, profileFills, ...table } = tableImports(
    host.table<RegisterImport>('register-imports', IMPORT_INDEXES),
  );
  const { regions, addressedAs = [] } = profile;
  const imports: RegisterImports = {
    ...table,
    register,
    files: registerFiles(host.dataDir),
    places: { regions, addressedAs },
    allows: (role) =>
      host.versions.packsInForce().some((pack) => reachOf(pack, role, 'ImportRegister') !== 'none'),
    begin: () => worker?.kick(),
  };
  let worker: ReturnType<typeof startFileWorker> | undefined;
  return {
    imports,
    prepare: async () => {
      if (await filled()) return;
      const edition = profileHash(profile);
      await register.fill(profile.register, edition);
      await profileFills(profile.register.length, edition);
    },
    begin: () => {
      const takeIn = (one: RegisterImport, stopped: () => boolean) =>
        takeImportIn(one, { imports, now: host.now, stopped });
      const waiting = { lookEveryMs: LOOK_FOR_IMPORTS_EVERY_MS, waiting: imports.atWork, takeIn };
      worker = startFileWorker(waiting, host.timers, seldom(host, 'intake.import-waits'));
    },
    stop: () => worker?.stop(),
  };
}

/** The operator has the menu of an official account made. */
async function makeMenu(door: string, doors: Doors): Promise<object> {
  const made = await doors.makeMenu(door);
  if (made !== undefined) return made;
  return {
    refused: 'NO_VOICE',
    sentence: {
      zh: `${door} 不是公众号，或没有配置 AppSecret。`,
      en: `${door} is no official account, or has no AppSecret.`,
    },
  };
}

/** Lists and rules as they stand now: the pack may change while the process runs, the profile does not. */
function settingsOf(
  { versions }: ServiceHost,
  profile: Profile,
): Pick<IntakePorts, 'packFor' | 'lists' | 'identity'> {
  const packFor = (door: string, kind: string) => versions.packFor(door, kind).pack;
  const ids = (of: 'doors' | 'kinds') =>
    versions.packsInForce().flatMap((pack) => pack[of].map(({ id }) => id));
  const topics = profile.topics.map(({ code }) => code);
  const regions = profile.regions.map(({ code }) => code);
  const places = placesOf(profile.register.map(({ name }) => name));
  return {
    packFor,
    lists: () => ({
      channels: ids('doors'),
      kinds: ids('kinds'),
      topics,
      regions,
      phone: chinesePhone,
    }),
    identity: (door, kind) => ({
      regionPrefixes: profile.regionPrefixes,
      places,
      nameDiffers: packFor(door, kind).admission.identity,
    }),
  };
}

function appealsOn(host: ServiceHost) {
  const aggregate = host.runtime.aggregate(
    {
      instance: host.instance,
      writer: APPEAL_WRITER,
      decider: appealDecider,
      own: appealCodec,
      foreign: appealCauses,
      policy: () => {
        const { versions } = host;
        return { packFor: (door, kind) => versions.packFor(door, kind), calendar: versions.calendar() };
      },
      lookup: appealLookup,
      dueAt: takeOnDueAt,
    },
    'appeals',
    { number: 'unique', openOf: 'index', of: 'index', heldAt: 'index', review: 'index' },
  );
  const { store } = aggregate;
  const appeals: Appeals = {
    admitKey: async (id) => {
      assertReady(host);
      await host.vault.ensure(id);
    },
    execute: async (order) => {
      assertReady(host);
      try {
        return await aggregate.execute(order);
      } catch (error) {
        if (error instanceof DuplicateLookup && error.field === 'number') return 'number-taken';
        throw error;
      }
    },
    get: async (id) => {
      const document = (await store.load([id])).get(id);
      return document && foundOf(document);
    },
    byNumber: async (number) => (await store.find('number', number, 1)).map(foundOf)[0],
    of: async (uscc) => {
      const found = await Promise.all(
        (['of', 'openOf'] as const).map((field) => store.find(field, uscc, FILED_LOOKED_AT)),
      );
      return [...new Map(found.flat().map((one) => [one.id, foundOf(one)])).values()];
    },
    inReview: async (limit) => (await store.find('review', IN_REVIEW, limit)).map(foundOf),
    heldAt: async (door, limit) => (await store.find('heldAt', door, limit)).map(foundOf),
    openOf: async (uscc) => (await store.find('openOf', uscc, OPEN_LOOKED_AT)).map(foundOf),
  };
  return { appeals, aggregate };
}

function foundOf({ id, seq, state }: AggregateDocument<Appeal>): FoundAppeal {
  return { id, seq, appeal: state };
}

/** Which tables units hand in, and who the units are. */
function reportersIn(
  { versions }: ServiceHost,
  profile: Profile,
): Pick<IntakePorts['tables'], 'reports' | 'unit'> {
  const { successorOf } = successionIn(profile);
  return {
    reports: () => versions.packsInForce(),
    unit: (code) => {
      const unit = profile.units.find((one) => one.code === successorOf(code));
      if (!unit) return undefined;
      const { name, formerly = [], territory = [] } = unit;
      const [region = '', other] = territory;
      const names = [name, ...formerly.map((one) => one.name)];
      return { code: unit.code, names, region: other === undefined ? region : '' };
    },
  };
}

/** Says that appeals wait, but not once for each of them. */
function seldom(host: ServiceHost, event: string): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (host.now() < quietUntil) return;
    quietUntil = host.now() + QUIET_MS;
    host.log.warn(event, { reason: error instanceof Error ? error.name : 'unknown' });
  };
}

function assertReady(host: ServiceHost): void {
  if (!host.runtime.ready) throw new InfrastructureError('intake has not read its journal yet');
}
