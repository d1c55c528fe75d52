// One appeal's messages as an office would follow them: what happened, what was claimed, what the provider
// said.
import { join } from 'node:path';
import type { Pack } from '#policy/pack';
import { loadPack } from '#policy/pack-loader';
import { sponsorsOf } from '#policy/sponsors';
import { projectCalendars } from '#working-calendar/test-calendars';
import type { MessageCommand, MessagePolicy } from '../src/domain/message-commands';
import { messageDecider, reactToCause } from '../src/domain/message-decider';
import type { MessageCause, MessageEvent } from '../src/domain/message-events';
import { type Messages, NO_MESSAGES } from '../src/domain/messages';

/** The instant of a wall clock time in Shanghai, `2026-03-02 09:00`. */
export function wall(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
}

function yicheng(): Pack {
  const loaded = loadPack(join(__dirname, '../../../deploy/packs/yicheng'));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** The pack of Yicheng as shipped. */
export const YICHENG = yicheng();

const calendars = projectCalendars();
const UNITS: Readonly<Record<string, { name: string; phone: string }>> = {
  tax: { name: '区税务局', phone: '19900009901' },
  water: { name: '区水务局', phone: '19900009902' },
};

/** Of the tax bureau; `tax-9` is not in the profile any more. */
const PEOPLE: Readonly<Record<string, { phone: string; email?: string }>> = {
  'tax-3': { phone: '19900009913', email: 'head@example.com' },
  'tax-4': { phone: '19900009914' },
};

/** The code of an enterprise a leader looks after since 2 March 2026. */
export const SPONSORED = '91320505XNGBDRCH3G';
/** The code of another, which carries out a project of May together with the first. */
export const OF_PROJECT = '91320506XNA57UDBXA';
const LOOKED_AFTER = {
  sponsors: [
    { enterprise: SPONSORED, leader: 'mayor', since: '2026-03-02' },
    { project: 'park', leader: 'vice-mayor', since: '2026-01-05' },
  ],
  projects: [
    {
      ...{ id: 'park', name: '产业园二期', enterprises: [SPONSORED, OF_PROJECT] },
      ...{ since: '2026-05-01', until: '2026-05-31' },
    },
  ],
  people: [
    { id: 'mayor', name: '潘望川', phone: '19900009907' },
    { id: 'vice-mayor', name: '康予棠', phone: '19900009908' },
  ],
};

/** A profile of two units; no role has a phone, one enterprise a sponsor. */
export const POLICY: MessagePolicy = {
  pack: () => YICHENG,
  packFor: () => YICHENG,
  calendar: () => calendars.current,
  platform: () => '峄企速办',
  unitName: (code) => UNITS[code]?.name ?? code,
  ofUnit: (code) => ({
    phone: UNITS[code]?.phone ?? '',
    ...(code === 'tax' && { email: 'tax@example.com' }),
  }),
  ofPerson: (id) => PEOPLE[id],
  ofRole: () => undefined,
  sponsors: (uscc, at) => sponsorsOf(LOOKED_AFTER, uscc, at),
  receivers: () => [],
  article: (id) => (id === 'K001' ? { title: '水费减免', body: '凭申请书减免。' } : undefined),
};

/** What the enterprise wrote. */
export const WORDS = {
  title: '水压不足',
  enterprise: '峄城甲公司',
  contact: '王某',
  phone: '19900009904',
  queryCode: 'QC7',
};

/** The submission of it. */
export const SUBMITTED: Extract<MessageCause, { type: 'AppealSubmitted' }> = {
  type: 'AppealSubmitted',
  number: 'YC-1',
  door: 'web',
  kind: 'help',
  deskDueAt: wall('2026-03-02 09:15'),
  words: WORDS,
};

/** One recorded event. */
export interface Entry {
  readonly at: number;
  readonly id: string;
  readonly event: MessageEvent | MessageCause;
  readonly own: boolean;
}

/** The messages with the pen that keeps them. */
export class MessageDesk {
  state: Messages = NO_MESSAGES;
  readonly book: Entry[] = [];
  private last = 0;

  constructor(private readonly pack: Pack = YICHENG) {}

  /** Something happened. */
  happens(at: number, event: MessageCause): this {
    const id = `i/a/w/${this.book.length}`;
    this.enter(at, id, event, false);
    const command = reactToCause({ event, at, id, writer: 'w', seq: 1 }, this.state);
    return command === undefined ? this : this.command(at, command);
  }

  command(at: number, command: MessageCommand): this {
    const now = Math.max(at, this.last + 1);
    const actor = { role: 'system', id: 'notification' };
    const policy = { ...POLICY, pack: () => this.pack, packFor: () => this.pack };
    const answer = messageDecider.decide(command, this.state, policy, { at: now, commandId: 'c', actor });
    if (!answer.ok) throw new Error('Messages refuse nothing');
    for (const [index, event] of answer.value.entries()) this.enter(now + index, `own${index}`, event, true);
    return this;
  }

  private enter(at: number, id: string, event: MessageEvent | MessageCause, own: boolean): void {
    this.book.push({ at, id, event, own });
    this.last = Math.max(this.last, at);
    this.state = messageDecider.evolve(this.state, { event, at, id, writer: 'w', seq: this.book.length });
  }

  get own(): readonly MessageEvent[] {
    return this.book.filter(({ own }) => own).map(({ event }) => event as MessageEvent);
  }

  /** Letters claimed, as `to: text`. */
  get letters(): readonly string[] {
    return this.own.flatMap((event) => {
      if (event.type !== 'MessageClaimed') return [];
      const to = event.unit === '' ? event.recipient : event.unit;
      return [
        event.letter === 'erased' ? `${to}: erased` : `${to} ${event.letter.address}: ${event.letter.text}`,
      ];
    });
  }
}
