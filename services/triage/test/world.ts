// Triage as it runs, over a journal in memory, with the events of the other services planted as they would
// write them. The classifier is a small one of its own: it names tax for 退税 and market for 许可, and what it
// was taught it names from then on.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as knowledge from '#contracts/gen/zhitong/knowledge/v1/events';
import { ExecuteRequest } from '#contracts/gen/zhitong/triage/v1/service';
import type { JournalRecord } from '#platform/journal/record';
import { type EventCodec, type Seal, sealWith } from '#platform/runtime/codec';
import type { ServiceHost } from '#platform/host-ports';
import type { Profile } from '#policy/profile';
import { type MemoryVault, memoryHost, memoryVault } from '#testkit/memory-host';
import { type MemoryJournal, memoryJournal } from '#testkit/memory-journal';
import { deliberationCodec } from '../src/adapters/mapping/deliberation-wire';
import { routingCodec } from '../src/adapters/mapping/routing-wire';
import type { Classification, Ruling, UnitClassifier } from '../src/app/classifier-port';
import type { DeliberationEvent } from '../src/domain/deliberation-events';
import type { RoutingEvent } from '../src/domain/routing-events';
import { type TriageHosted, createTriage } from '../src/service';
import { projectCalendars } from '#working-calendar/test-calendars';
import { MORNING, YICHENG } from './scenario';

/** What a planted event is made of. */
export interface Planted {
  readonly key: string;
  readonly service: 'intake' | 'knowledge' | 'casework';
  readonly seq: number;
  readonly name: string;
  readonly encode: (seal: Seal) => Uint8Array;
}

const WRITERS = {
  intake: 'intake.appeal',
  knowledge: 'knowledge.answering',
  casework: 'casework.workorder',
} as const;

/** A classifier that goes by single words, and remembers what it was taught. */
export function wordClassifier(taught: Ruling[]): UnitClassifier {
  const words = new Map([
    ['退税', 'tax'],
    ['许可', 'market'],
  ]);
  return {
    learn: (rulings) => {
      taught.push(...rulings);
      for (const { content, unit } of rulings) words.set(content, unit);
    },
    classify({ title, content }): Classification {
      const text = `${title}${content}`;
      const hits = [...words].filter(([word]) => text.includes(word)).reverse();
      const litigation = text.includes('起诉');
      const said = litigation
        ? ({
            proposed: 'decline-litigation',
            proposedReason: { words: ['起诉'], margin: 1 },
          } as const)
        : {};
      const candidates = hits.map(([word, unit], i) => ({
        unit,
        score: i === 0 ? 0.99 : 0.01,
        reasons: [{ words: [word], source: 'duty' as const, ref: word, weight: 1 }],
      }));
      const sure = hits.length > 0 && !litigation;
      return { candidates, topic: 'tax', assist: [], sure, ...said, urgent: false, modelVersion: 'words' };
    },
  };
}

const PROFILE = {
  units: [
    ...['tax', 'market', 'water'].map((code) => ({ code, name: `${code}局`, duties: [code] })),
    { code: 'county', name: '某县人民政府', duties: ['属地'], territory: ['r1'] },
  ],
  knowledge: [{ id: 'K001', validFrom: '2025-01-01', validTo: null }],
  questions: [],
  training: [],
  experts: [
    ...['an', 'bo', 'cheng'].map((id) => ({ id, name: id, organisation: '某律师事务所' })),
    { id: 'shui', name: 'shui', unit: 'tax' },
  ],
} as unknown as Profile;

/** The journal and what several starts of triage share. */
export interface World {
  readonly journal: MemoryJournal;
  readonly vault: MemoryVault;
  readonly clock: { now: number };
  readonly plant: (...events: readonly Planted[]) => Promise<void>;
  readonly settle: () => Promise<void>;
  /** What triage wrote about an appeal, decoded. */
  readonly written: (key: string) => readonly RoutingEvent[];
  /** What was deliberated about it, decoded. */
  readonly deliberated: (key: string) => readonly DeliberationEvent[];
}

/** A fresh journal. */
export function openWorld(): World {
  const journal = memoryJournal({ partitions: 2 });
  const vault = memoryVault();
  const clock = { now: MORNING };
  const plant = async (...events: readonly Planted[]): Promise<void> => {
    const records: JournalRecord[] = [];
    for (const { key, service, seq, name, encode } of events) {
      const writer = WRITERS[service];
      const id = `test/${key}/${writer}/${seq}`;
      const value = encode(sealWith(await vault.ensure(key), id));
      const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'test', traceparent: '' };
      const type = `zhitong.${service}.v1.${name}`;
      records.push({ ...envelope, id, key, writer, seq, type, at: clock.now, value });
    }
    await journal.open('others').writer.append(records);
  };
  const wrote = <E extends { type: string }>(key: string, by: string, codec: EventCodec<E>): readonly E[] =>
    [0, 1].flatMap((partition) =>
      journal.partition(partition).flatMap((record) => {
        if (!('writer' in record) || record.key !== key || record.writer !== by) return [];
        return codec.decode(record.type, record.value, (box) => (box.length === 0 ? box : 'erased')) ?? [];
      }),
    );
  return {
    journal,
    vault,
    clock,
    plant,
    settle: () => journal.settled(),
    written: (key) => wrote(key, 'triage.routing', routingCodec),
    deliberated: (key) => wrote(key, 'triage.deliberation', deliberationCodec),
  };
}

/** A running triage. */
export interface Running {
  readonly host: ServiceHost;
  readonly triage: TriageHosted;
  /** What its classifier was taught, in order. */
  readonly taught: readonly Ruling[];
  readonly execute: (
    key: string,
    commandId: string,
    command: object,
    role?: string,
    id?: string,
  ) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const calendars = projectCalendars();

/**
 * Starts triage with an empty store, so that it builds itself from the journal; `profile` changes what is
 * known.
 */
export async function startTriage(world: World, profile: Partial<Profile> = {}): Promise<Running> {
  const taught: Ruling[] = [];
  const absent = (): never => {
    throw new Error('not needed here');
  };
  const host = memoryHost({
    service: 'triage',
    journal: world.journal,
    vault: world.vault,
    versions: {
      pack: () => YICHENG,
      packFor: absent,
      packsInForce: absent,
      calendar: () => calendars.current,
      profile: () => ({ ...PROFILE, ...profile }),
    },
    now: () => world.clock.now,
  });
  const triage = createTriage(host, { train: () => wordClassifier(taught) });
  await triage.prepare?.();
  await host.runtime.start();
  await world.settle();
  await triage.begin?.();
  await triage.schooled();
  return {
    host,
    triage,
    taught,
    execute: async (key, commandId, command, role = 'clerk', id = 'wang') => {
      const meta = { commandId, appealId: key, actor: { role, id } };
      const request = ExecuteRequest.fromPartial({ meta, command } as never);
      const { outcome } = await triage.handlers.execute(request);
      return outcome?.$case === 'accepted' ? outcome.value.status : (outcome?.value.code ?? '');
    },
    stop: async () => {
      await triage.stop?.();
      await host.runtime.stop();
    },
  };
}

/** Intake's part: submitted with these words, then admitted. */
export function admitted(
  key: string,
  content: string,
  kind = 'help',
  region = 'r1',
): readonly [Planted, Planted] {
  const words = intake.AppealSubmittedPrivate.fromPartial({ title: '诉求', content, contactName: '陈明' });
  const box = intake.AppealSubmittedPrivate.encode(words).finish();
  return [
    {
      key,
      service: 'intake',
      seq: 1,
      name: 'AppealSubmitted',
      encode: (seal) => {
        const fields = { number: 'YC-1', kind, topic: 'tax', region, sealed: seal(box) };
        return intake.AppealSubmitted.encode(intake.AppealSubmitted.fromPartial(fields)).finish();
      },
    },
    {
      key,
      service: 'intake',
      seq: 2,
      name: 'AppealAdmitted',
      encode: () => {
        const fields = { packHash: 'pack', kind, topic: 'tax', region };
        return intake.AppealAdmitted.encode(intake.AppealAdmitted.fromPartial(fields)).finish();
      },
    },
  ];
}

/** Knowledge's part. */
export function sought(key: string, sure: boolean, articleId = 'K001'): Planted {
  const message = knowledge.AnswerSought.fromPartial({ articles: [{ articleId, score: 0.98 }], sure });
  const encode = () => knowledge.AnswerSought.encode(message).finish();
  return { key, service: 'knowledge', seq: 1, name: 'AnswerSought', encode };
}

/** Casework's part: a unit objects to a dispatch. */
export function objected(key: string, seq: number, dispatchNo: number): Planted {
  const message = casework.DispatchObjected.fromPartial({ dispatchNo, unit: 'tax', by: 'li' });
  const encode = () => casework.DispatchObjected.encode(message).finish();
  return { key, service: 'casework', seq, name: 'DispatchObjected', encode };
}
