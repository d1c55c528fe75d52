// One appeal under a pack, decided by all services together: intake, knowledge, triage, casework, supervision
// and notification with their reactions, over one journal, a virtual clock and the gate before every card.
// Any of them may fall silent, stop reading or stop publishing for a while.
import type { Actor } from '#kernel/decider';
import type { AppealCommand } from '#intake/domain/appeal-commands';
import type { Report } from '#notification/domain/message-commands';
import { waitingOf } from '#notification/domain/messages';
import type { ReadRecord } from '#platform/journal/record';
import type { Pack } from '#policy/pack';
import { type JournalCardGate, journalCardGate } from '#supervision/adapters/out/journal-card-gate';
import { cardsDue } from '#supervision/domain/card-rules';
import { DOCKET_WRITER } from '#supervision/domain/docket-decider';
import { type AnyPart, KEY, type Outage } from './part';
import { GRACE_MS, type Matter, partsUnder, policiesUnder } from './parts';

const MINUTE = 60_000;
/** As the relay says it: a command being decided now may yet be written with an earlier time. */
const MARGIN_MS = 2000;
/** How often what is held by the gate is looked at again while something is broken. */
const RETRY_MS = 45 * MINUTE;

const SYSTEM: Actor = { role: 'system', id: 'system' };
const REGISTERED = {
  found: 'registered',
  nameDiffers: false,
  enterprise: {
    uscc: '91320585XNMLW3NY0L',
    name: '太仓市奕辉新能源充换电有限公司',
    region: 'taicang',
    industry: 'energy',
    tags: [],
    status: 'active',
  },
} as const;

/** The appeal with all who have to do with it. */
export class OneAppeal {
  readonly journal: ReadRecord[] = [];
  readonly parts: ReturnType<typeof partsUnder>;
  readonly all: readonly AnyPart[];
  private readonly board = new Map<string, { writer: string; publishedThroughAt: number; parked: [] }>();
  private readonly gate: JournalCardGate;
  private sent = 0;

  constructor(
    readonly pack: Pack,
    private readonly matter: Matter,
    public now: number,
  ) {
    this.parts = partsUnder(pack, matter);
    this.all = Object.values(this.parts);
    this.gate = journalCardGate({
      heartbeats: () => this.board,
      probe: { ends: async () => new Map([[0, this.journal.length]]) },
      reading: () => this.reading(),
      parkedHere: () => [],
      noteGaps: async () => undefined,
      now: () => this.now,
      graceMs: GRACE_MS,
    });
    this.submit();
  }

  private reading() {
    const { read } = this.parts.supervision;
    const partitions = [{ partition: 0, next: read, phase: 'live' }];
    return { group: DOCKET_WRITER, ready: true, parked: 0, partitions };
  }

  private submit(): void {
    const door = this.pack.doors[0]?.id ?? '';
    const command: AppealCommand = {
      type: 'SubmitAppeal',
      number: 'ZT260302000000017',
      queryCode: 'ABCD2345',
      submission: {
        channel: door,
        sourceNumber: 'W-1',
        kind: this.matter.kind,
        topic: 'tax',
        title: '退税',
        content: '退税迟迟未到。',
        enterpriseName: REGISTERED.enterprise.name,
        uscc: REGISTERED.enterprise.uscc,
        region: 'gusu',
        tags: [],
        contactName: '陈明',
        contactPhone: '+8619900006305',
        attachments: [],
        ...{ template: '', filled: {} },
      },
    };
    const refused = this.parts.intake.command(command, { role: 'door', id: door }, this.now);
    if (refused !== '') throw new Error(refused);
  }

  /** From now on something is broken at a part, or whole again. */
  breaks(writer: string, outage: Outage | undefined): void {
    for (const part of this.all) if (part.writer === writer) part.outage = outage;
  }

  /** So much time passes; whatever comes due on the way happens, in an order that `turn` shifts. */
  async pass(ms: number, turn: number): Promise<void> {
    const endAt = this.now + ms;
    await this.work(turn);
    for (let next = this.nextAt(); next <= endAt; next = this.nextAt()) {
      this.now = next;
      await this.work(turn);
    }
    this.now = endAt;
    await this.work(turn);
  }

  /** Everything is whole again, and what was held up comes through. */
  async settle(): Promise<void> {
    for (const part of this.all) part.outage = undefined;
    await this.pass(2 * MINUTE, 0);
    await this.pass(2 * MINUTE, 0);
  }

  /** The next instant at which something comes due; what is overdue is looked at again after a while. */
  private nextAt(): number {
    const instants = this.all.flatMap(({ dueAt: at }) => {
      if (at === null) return [];
      return [at + 1000 > this.now ? at + 1000 : this.now + RETRY_MS];
    });
    return Math.min(...instants, Number.POSITIVE_INFINITY);
  }

  private async work(turn: number): Promise<void> {
    for (let moving = true; moving; ) {
      moving = await this.due();
      for (const [index] of this.all.entries()) {
        const part = this.all[(index + turn) % this.all.length] as AnyPart;
        if (part.publish(this.journal)) moving = true;
        // Reads a little and lets the next have its turn, so that words cross on their way.
        for (let read = 0; read <= turn % 3 && part.readOne(this.journal, this.now); read += 1) moving = true;
      }
      this.beat();
    }
  }

  private beat(): void {
    for (const part of this.all) {
      if (part.outage === 'silent') continue;
      const asOf = this.now - MARGIN_MS;
      const publishedThroughAt = Math.min(asOf, (part.oldestUnpublishedAt ?? Number.POSITIVE_INFINITY) - 1);
      this.board.set(part.writer, { writer: part.writer, publishedThroughAt, parked: [] });
    }
  }

  /** What comes due by itself; answers whether anything was said. */
  private async due(): Promise<boolean> {
    const { intake, triage: routing, casework: orders, notification: messages } = this.parts;
    const said = () => intake.seq + routing.seq + orders.seq + messages.seq + this.parts.supervision.seq;
    const before = said();
    const isDue = ({ dueAt: at }: AnyPart) => at !== null && at <= this.now;
    if (isDue(intake)) intake.command(this.takeOn(), SYSTEM, this.now);
    if (isDue(routing)) routing.command({ type: 'SettleRouting' }, SYSTEM, this.now);
    if (isDue(orders)) orders.command({ type: 'LapseRating' }, SYSTEM, this.now);
    if (isDue(messages)) messages.command({ type: 'ReportSending', reports: this.sends() }, SYSTEM, this.now);
    if (isDue(this.parts.supervision)) await this.cards();
    return said() !== before;
  }

  private takeOn(): AppealCommand {
    const { ground } = this.matter;
    const screening = { ground, words: ground === '' ? [] : ['法院'], score: ground === '' ? 0 : 0.9 };
    return { type: 'TakeOnAppeal', finding: REGISTERED, screening };
  }

  private sends(): readonly Report[] {
    return waitingOf(this.parts.notification.state).map(({ id: messageId }) => {
      this.sent += 1;
      const fails = this.matter.failing > 0 && this.sent % this.matter.failing === 0;
      return fails
        ? { messageId, outcome: 'failed', reason: 'no-such-number', final: true }
        : { messageId, outcome: 'sent', provider: 'p', providerId: messageId, delivered: true };
    });
  }

  private async cards(): Promise<void> {
    const { supervision: dockets } = this.parts;
    const policy = policiesUnder(this.pack).docket;
    await this.gate.look();
    await this.gate.look();
    const due = cardsDue(dockets.state, policy, this.now);
    const mayCard = due.filter(({ passedAt }) => this.gate.mayCard(KEY, passedAt));
    dockets.command({ type: 'IssueDue', mayCard: mayCard.map(({ clockId }) => clockId) }, SYSTEM, this.now);
  }
}
