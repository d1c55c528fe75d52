// Notification over a journal in memory, with the other writers planted, and a provider whose answers a test
// decides.
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { memoryJournal } from '#testkit/memory-journal';
import type { VersionBook } from '#platform/version-book';
import { sealWith, type Seal, type WireMessage } from '#platform/runtime/codec';
import type { Profile } from '#policy/profile';
import { projectCalendars } from '#working-calendar/test-calendars';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import type { Asked, Found, Handover, Outgoing, Provider } from '../src/app/ports';
import { createNotification } from '../src/service';
import { WORDS, YICHENG, wall } from './desk';

const unit = (code: string, name: string, phone: string) => {
  const contact = { name: '李某', phone, post: '科员', confirmedOn: '2026-01-05' };
  return { code, name, duties: ['办理'], contact };
};
const profile = {
  wechat: [],
  platforms: [],
  webhooks: [],
  title: { zh: '峄企速办', en: 'Yicheng' },
  units: [unit('tax', '区税务局', '19900009901'), unit('water', '区水务局', '19900009902')],
  knowledge: [],
  roster: [{ unit: 'water', person: 'sun', on: '2026-07-01', from: '17:30', until: '08:30' }],
  people: [{ id: 'sun', name: '孙某', unit: 'water', phone: '19900009911' }],
  posts: [],
} as unknown as Profile;

/** A provider that keeps what it got, and answers as it is told. */
export class PaperProvider implements Provider {
  readonly idempotent = false;
  readonly receipts = true;
  readonly got: Outgoing[] = [];
  /** Letters it was asked for. */
  readonly asked: Asked[] = [];
  answer: (letter: Outgoing) => Handover = ({ messageId }) => {
    return { outcome: 'sent', providerId: messageId, delivered: true };
  };
  /** What it knows of a letter it is asked for. */
  knows: (letter: Asked) => Found = ({ messageId }) => {
    const has = this.got.some((letter) => letter.messageId === messageId);
    return has ? { providerId: messageId, delivered: true } : 'not-taken';
  };
  /** Takes the letters and breaks before it answers. */
  breaks = false;

  constructor(readonly name = 'paper') {}

  carries({ channel }: Pick<Outgoing, 'channel'>): boolean {
    return channel === 'sms';
  }

  async find(letters: readonly Asked[]): Promise<readonly Found[]> {
    this.asked.push(...letters);
    return letters.map((letter) => this.knows(letter));
  }

  async send(letters: readonly Outgoing[]): Promise<readonly Handover[]> {
    const answers = letters.map((letter) => this.answer(letter));
    this.got.push(...letters.filter((_, index) => answers[index]?.outcome !== 'refused'));
    if (this.breaks) throw new Error('planted: died before the answer was taken down');
    return answers;
  }
}

/** Other writers publish events about appeals. */
function othersOf(
  journal: ReturnType<typeof memoryJournal>,
  vault: ReturnType<typeof memoryVault>,
  world: { readonly now: number },
) {
  const others = journal.open('others');
  const seqs = new Map<string, number>();
  return async <M>(
    key: string,
    writer: string,
    type: string,
    message: WireMessage<M>,
    fields: (seal: Seal) => M,
  ) => {
    const dataKey = await vault.ensure(key);
    const seq = (seqs.get(`${key}/${writer}`) ?? 0) + 1;
    seqs.set(`${key}/${writer}`, seq);
    const id = `test/${key}/${writer}/${seq}`;
    const about = { id, key, writer, seq, type: `zhitong.${type}`, at: world.now };
    const envelope = { basis: {}, commandId: 'c', minReader: 1, instance: 'test', traceparent: '' };
    const value = message.encode(fields(sealWith(dataKey, id))).finish();
    await others.writer.append([{ ...about, ...envelope, value }]);
    await journal.settled();
  };
}

/** Notification, started, with what a test does to the world around it. */
export function plantedNotification(startOn: string, ...providers: readonly Provider[]) {
  return plantedWith(startOn, { providers });
}

/** The same, with more of the profile, settings of the operator, and bounds of calls. */
export async function plantedWith(
  startOn: string,
  given: {
    readonly providers?: readonly Provider[];
    readonly more?: Partial<Profile>;
    readonly settings?: Readonly<Record<string, string>>;
    readonly bounds?: NonNullable<Parameters<typeof createNotification>[1]>['bounds'];
  },
) {
  const { providers = [], more = {}, settings = {}, bounds = {} } = given;
  const journal = memoryJournal({ partitions: 2 });
  const vault = memoryVault();
  const world = { now: wall(startOn) };
  const calendars = projectCalendars();
  const versions: VersionBook = {
    pack: () => YICHENG,
    packFor: () => ({ pack: YICHENG, hash: 'p' }),
    packsInForce: () => [YICHENG],
    calendar: () => calendars.current,
    profile: () => ({ ...profile, ...more }),
  };
  const now = () => world.now;
  const host = memoryHost({ service: 'notification', journal, vault, versions, settings, now });
  const hosted = createNotification(host, { bounds, ...(providers.length > 0 && { providers }) });
  const says = othersOf(journal, vault, world);
  const submitted = (key: string) =>
    says(key, 'intake.appeal', 'intake.v1.AppealSubmitted', intake.AppealSubmitted, (seal) => {
      const words = intake.AppealSubmittedPrivate.fromPartial({
        title: WORDS.title,
        enterpriseName: WORDS.enterprise,
        contactName: WORDS.contact,
        contactPhone: WORDS.phone,
        queryCode: WORDS.queryCode,
      });
      const sealed = seal(intake.AppealSubmittedPrivate.encode(words).finish());
      return intake.AppealSubmitted.fromPartial({ number: 'YC-1', deskDueAt: world.now, sealed });
    });
  const start = async () => {
    await host.runtime.start();
    await journal.settled();
  };
  /** The sender's round, after everything claimed has waited its moment. */
  const send = async () => {
    world.now += 1000;
    await hosted.sendNow();
    await journal.settled();
  };
  /** Types of notification's own events in the journal. */
  const written = () =>
    [0, 1].flatMap((partition) =>
      journal.partition(partition).flatMap((item) => {
        return 'writer' in item && item.writer === 'notification.messages' ? [item] : [];
      }),
    );
  return { journal, host, hosted, vault, world, says, submitted, start, send, written };
}

/** What `plantedNotification` gives. */
export type Planted = Awaited<ReturnType<typeof plantedNotification>>;
