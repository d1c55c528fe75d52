// Intake as it runs, over a journal and stores in memory, with triage played by the test.
import { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import {
  ExecuteRequest,
  type FindByNumberRequest,
  type FindByNumberResponse,
  type FindBySourceRequest,
  type FindBySourceResponse,
  type HandInTableResponse,
  type ListDoorsResponse,
  type ListHeldPushesResponse,
  type Receipt,
  ReceiveRequest,
  type ReceiveResponse,
  SubmitRequest,
  type SubmitResponse,
  SwitchDoorRequest,
  type TableState,
  type TellRequest,
  type TellResponse,
} from '#contracts/gen/zhitong/intake/v1/service';
import type { ListIdentityReviewsResponse } from '#contracts/gen/zhitong/intake/v1/register';
import type { ScreenResponse } from '#contracts/gen/zhitong/triage/v1/service';
import type { JournalRecord, ReadRecord } from '#platform/journal/record';
import type { ServiceHost, Table } from '#platform/host-ports';
import type { VersionBook } from '#platform/version-book';
import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import { sealWith } from '#platform/runtime/codec';
import { memoryHost, memoryVault, type MemoryVault } from '#testkit/memory-host';
import { memoryJournal, type MemoryJournal } from '#testkit/memory-journal';
import { createIntake } from '../src/service';
import { CALENDAR, demoProfile, MORNING, PEOPLE, SUBMISSION, YICHENG } from './scenario';

/** A running intake with its hands and eyes. */
export type World = Awaited<ReturnType<typeof startWorld>>;

/** An event as another writer, or an earlier life of intake, would have left it in the journal. */
export interface Planted {
  readonly key: string;
  readonly writer: string;
  readonly seq: number;
  readonly type: string;
  readonly encode: (seal: (plain: Uint8Array) => Uint8Array) => Uint8Array;
}

const PARTITIONS = 2;
const NOTHING_FOUND: ScreenResponse = { ground: '', words: [], score: 0 };
const profile = demoProfile();

/** A submission as the gateway hands it over, changed where a test says so. */
export function submissionWire(over: object = {}): SubmitRequest {
  const { enterpriseName, uscc, region, tags, contactName, contactPhone, ...rest } = SUBMISSION;
  const enterprise = { name: enterpriseName, uscc, region, tags: [...tags] };
  const contact = { name: contactName, phone: contactPhone };
  return SubmitRequest.fromPartial({ ...rest, attachments: [], enterprise, contact, ...over });
}

/** The receipt of a submission that was taken in. */
export function receiptOf({ outcome }: SubmitResponse): Receipt {
  if (outcome === undefined || outcome.$case === 'refused')
    throw new Error(`refused: ${JSON.stringify(outcome?.value)}`);
  return outcome.value;
}

/** Writes events of others into the journal as they would. */
function planter(journal: MemoryJournal, vault: MemoryVault) {
  return async (events: readonly Planted[]): Promise<void> => {
    const records: JournalRecord[] = [];
    for (const { key, writer, seq, type, encode } of events) {
      const id = `test/${key}/${writer}/${seq}`;
      const value = encode(sealWith(await vault.ensure(key), id));
      const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '' };
      records.push({ ...envelope, id, key, writer, seq, type, at: MORNING + seq, value });
    }
    await journal.open('others').writer.append(records);
    await journal.settled();
  };
}

function readable({ body, ...answer }: ReceiveResponse) {
  const text = Buffer.from(body).toString();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into bodies of every shape
  return { ...answer, text, json: (answer.contentType === '' ? JSON.parse(text) : undefined) as any };
}

function recordsOf(journal: MemoryJournal): readonly ReadRecord[] {
  return Array.from({ length: PARTITIONS }, (_, at) => journal.partition(at)).flat() as ReadRecord[];
}

function versionsOf(packs: readonly Pack[], of: Profile): VersionBook {
  const governing = (door: string) =>
    packs.find(({ doors }) => doors.some(({ id }) => id === door)) ?? YICHENG;
  return {
    pack: () => YICHENG,
    packFor: (door) => ({ pack: governing(door), hash: 'pack' }),
    packsInForce: () => packs,
    calendar: () => CALENDAR,
    profile: () => of,
  };
}

/** Types of intake's own events of an appeal. */
function typesAmong(records: readonly ReadRecord[], key: string) {
  return records
    .filter((record) => record.key === key && record.writer === 'intake.appeal')
    .map(({ type }) => type.split('.').at(-1));
}

/** Casework as a test plays it; it knows nothing until it is told. */
function silentCasework() {
  const played: Record<'getCase' | 'execute', (request: unknown) => Promise<unknown>> = {
    getCase: async () => ({}),
    execute: async () => ({}),
  };
  const handlers = {
    getCase: (question: never) => played.getCase(question),
    execute: (order: never) => played.execute(order),
  };
  return { played, handlers };
}

/** Tables of the host; the one of people fails once when it is told to. */
function failingPeople(host: ServiceHost) {
  let failing = false;
  const opened = new Map<string, unknown>();
  const table: ServiceHost['table'] = (name, indexes) => {
    const real = (opened.get(name) as Table<never> | undefined) ?? host.table<never>(name, indexes);
    opened.set(name, real);
    const put = async (rows: readonly never[]) => {
      const fails = name === 'people' && failing;
      if (fails) failing = false;
      if (fails) throw new Error('the store is away');
      await real.put(rows);
    };
    return { ...real, put };
  };
  return { table, failNextPut: () => void (failing = true) };
}

type Call = <R>(name: string, request: unknown) => Promise<R>;

/** What is asked of intake without a command. */
function asked(call: Call) {
  return {
    submit: (request: SubmitRequest) => call<SubmitResponse>('submit', request),
    find: (request: FindByNumberRequest) => call<FindByNumberResponse>('findByNumber', request),
    findBySource: (request: FindBySourceRequest) => call<FindBySourceResponse>('findBySource', request),
    doors: () => call<ListDoorsResponse>('listDoors', {}).then(({ doors }) => doors),
    switchDoor: (request: object) =>
      call<CommandAnswer>('switchDoor', SwitchDoorRequest.fromPartial(request)).then(({ outcome }) => {
        return outcome?.$case === 'accepted' ? outcome.value.status : outcome?.value.code;
      }),
    held: () => call<ListHeldPushesResponse>('listHeldPushes', { limit: 100 }),
    tell: (request: TellRequest) => call<TellResponse>('tell', request).then(({ outcome }) => outcome),
    /** A push at a door with a protocol of its own. */
    receive: (push: Partial<ReceiveRequest>) =>
      call<ReceiveResponse>('receive', ReceiveRequest.fromPartial(push)).then(readable),
    /** Appeals whose identity a person must look at. */
    reviews: () =>
      call<ListIdentityReviewsResponse>('listIdentityReviews', { limit: 0 }).then(({ reviews }) => reviews),
    ...handingIn(call),
  };
}

/** What a unit does with its table. */
function handingIn(call: Call) {
  return {
    /** A table of a unit; who hands it in may be changed. */
    handIn: (file: Buffer, change: object = {}) => {
      const actor = { role: 'handler', id: 'w-1', unit: 'wtr' };
      const request = { report: 'annex-3', period: '2026Q1', actor, file, ...change };
      return call<HandInTableResponse>('handInTable', request).then(({ outcome }) => outcome?.value);
    },
    /** The table when it has been taken in. */
    tableTaken: async (tableId: string, unit = 'wtr') => {
      for (let turn = 0; turn < 1000; turn += 1) {
        const state = await call<TableState>('getTable', {
          tableId,
          actor: { role: 'handler', id: 'w-1', unit },
        });
        if (!['storing', 'taking'].includes(state.state)) return state;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`${tableId} is not taken in`);
    },
  };
}

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it does not become so');
}

interface Surroundings {
  readonly of: Profile;
  readonly settings: Readonly<Record<string, string>>;
  readonly dataDir: string;
}

/** Resolves with the types when the last of the key's events is this one. */
function endingIn(typesOf: (key: string) => readonly (string | undefined)[]) {
  return async (key: string, type: string) => {
    await until(() => typesOf(key).at(-1) === type);
    return typesOf(key);
  };
}

/** Starts intake on a journal that holds `before`, each door under the first pack that has it. */
export async function startWorld(
  before: readonly Planted[] = [],
  packs: readonly Pack[] = [YICHENG],
  { of = profile, settings = {}, dataDir = '' }: Partial<Surroundings> = {},
) {
  const journal = memoryJournal({ partitions: PARTITIONS });
  const vault = memoryVault();
  let screen = async (_question: { title: string }): Promise<ScreenResponse> => NOTHING_FOUND;
  const plant = planter(journal, vault);
  await plant(before);
  const clock = { now: MORNING };
  const casework = silentCasework();
  const host = memoryHost({
    service: 'intake',
    journal,
    vault,
    versions: versionsOf(packs, of),
    settings,
    dataDir,
    now: () => clock.now,
    peers: {
      triage: { screen: (question: never) => screen(question) },
      casework: casework.handlers,
    },
  });
  const people = failingPeople(host);
  const intake = createIntake({ ...host, table: people.table });
  await intake.prepare?.();
  await host.runtime.start();
  await journal.settled();
  await intake.begin?.();
  const handlers = intake.grpc[0]?.handlers as Readonly<
    Record<string, (request: unknown) => Promise<unknown>>
  >;
  const call = <R>(name: string, request: unknown) => handlers[name]?.(request) as Promise<R>;
  const records = () => recordsOf(journal);
  const typesOf = (key: string) => typesAmong(records(), key);
  return {
    ...{ host, vault, clock, plant, hosted: intake, table: people.table },
    casework: casework.played,
    failNextPut: people.failNextPut,
    records,
    typesOf,
    call,
    ...asked(call),
    act: (name: string, body: Readonly<Record<string, unknown>>) => intake.actions?.[name]?.(body),
    execute: async (appealId: string, who: keyof typeof PEOPLE, command: object) => {
      const meta = { appealId, commandId: '', actor: PEOPLE[who] };
      const request = ExecuteRequest.fromPartial({ meta, command } as never);
      const { outcome } = CommandAnswer.fromPartial(await call<CommandAnswer>('execute', request));
      return outcome?.$case === 'accepted' ? outcome.value.status : (outcome?.value.code ?? '');
    },
    screenBy: (answer: typeof screen) => {
      screen = answer;
    },
    ends: endingIn(typesOf),
    stop: async () => {
      await intake.stop?.();
      await host.runtime.stop();
    },
  };
}
