// The messages of an appeal with their states, or the latest of the visible outbox over all appeals. Phones
// are shown masked; an erased person's messages stay as facts without words.
import type { Channel, Message } from '../domain/messages';
import {
  type MessageFiles,
  type Outbox,
  type OutboxRow,
  type Receipt,
  type Receipts,
  SANDBOX,
} from './ports';

/** A message as it is shown. */
export interface ShownMessage {
  readonly messageId: string;
  readonly appealId: string;
  readonly template: string;
  readonly recipient: string;
  readonly unit: string;
  readonly channel: Channel;
  readonly status: string;
  readonly text: string;
  readonly addressMasked: string;
  /** Epoch ms, 0 when it has not happened. */
  readonly claimedAt: number;
  readonly deliveredAt: number;
  /** Who carries it and what he calls it; empty while it waits. */
  readonly provider: string;
  readonly providerId: string;
  /** Attempts that failed, and why the latest did or why it was given up. */
  readonly attempts: number;
  readonly trouble: string;
}

/** What it needs. */
export interface ListMessagesPorts {
  readonly files: MessageFiles;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
}

/**
 * With an appeal: its messages to whoever can be reached, in the order of their claims. Without: the latest
 * that went out.
 */
export async function listMessages(
  appealId: string,
  limit: number,
  { files, outbox, receipts }: ListMessagesPorts,
): Promise<readonly ShownMessage[]> {
  if (appealId === '') {
    const shown = await latestOf(await outbox.latest(limit), files);
    const carried = (await receipts.latest(limit)).map(ofReceipt);
    return [...shown, ...carried].sort((a, b) => b.claimedAt - a.claimedAt).slice(0, limit);
  }
  const state = await files.find(appealId);
  const code = codeOf(state);
  const gone = await files.erased(appealId);
  const rows = new Map((await outbox.ofAppeal(appealId, limit)).map((row) => [row.id, row]));
  const toSomebody = (state?.messages ?? []).filter((message) => !isToNobody(message));
  return toSomebody.slice(-limit).map((message) => {
    const shown = ofMessage(appealId, message, gone ? undefined : letterOf(message, rows.get(message.id)));
    return { ...shown, text: withoutCode(shown.text, code) };
  });
}

async function latestOf(rows: readonly OutboxRow[], files: MessageFiles): Promise<readonly ShownMessage[]> {
  const codes = new Map<string, string>();
  for (const id of new Set(rows.map(({ appealId }) => appealId))) codes.set(id, codeOf(await files.find(id)));
  return rows.map((row) => {
    const shown = ofOutbox(row);
    return { ...shown, text: withoutCode(shown.text, codes.get(row.appealId) ?? '') };
  });
}

function codeOf(state: Awaited<ReturnType<MessageFiles['find']>>): string {
  const words = state?.course.words;
  return words === undefined || words === 'erased' ? '' : words.queryCode;
}

/**
 * Who holds number and query code acts as the enterprise: the code is for nobody's eyes but its own (IN-7).
 */
function withoutCode(text: string, code: string): string {
  return code === '' ? text : text.replaceAll(code, '*'.repeat(code.length));
}

/** A role that nobody has given a phone: on record as skipped, and no line of an outbox. */
function isToNobody(message: Message): boolean {
  const toRole = message.unit === '' && message.recipient !== 'enterprise';
  return toRole && message.status === 'given-up' && message.reason === 'no-address';
}

interface Readable {
  readonly address: string;
  readonly text: string;
}

function letterOf(message: Message, row: OutboxRow | undefined): Readable | undefined {
  if (row) return row;
  return message.status === 'claimed' && message.letter !== 'erased' ? message.letter : undefined;
}

function ofMessage(appealId: string, message: Message, letter: Readable | undefined): ShownMessage {
  const { id: messageId, template, recipient, unit, claimedAt, status } = message;
  const deliveredAt = message.status === 'delivered' ? message.deliveredAt : 0;
  return {
    messageId,
    appealId,
    template,
    recipient,
    unit,
    channel: message.channel ?? 'sms',
    status,
    text: letter?.text ?? '',
    addressMasked: masked(letter?.address ?? ''),
    claimedAt,
    deliveredAt,
    ...carriedBy(message),
  };
}

function carriedBy(message: Message): Pick<ShownMessage, 'provider' | 'providerId' | 'attempts' | 'trouble'> {
  if (message.status === 'claimed') {
    const { offered, attempts, trouble = '' } = message;
    return { provider: offered?.provider ?? '', providerId: '', attempts, trouble };
  }
  const { provider = '', providerId = '' } = message.by ?? {};
  const trouble = message.status === 'given-up' ? message.reason : '';
  return { provider, providerId, attempts: 0, trouble };
}

const RECEIPT_STATUS: Readonly<Record<Receipt['stands'], Message['status']>> = {
  waits: 'sent',
  untold: 'sent',
  delivered: 'delivered',
  undelivered: 'given-up',
};

/** The text is not kept once a provider has it. */
function ofReceipt(row: Receipt): ShownMessage {
  const { id: messageId, appealId, template, recipient, unit, channel, claimedAt } = row;
  const { provider, providerId } = row;
  const about = { messageId, appealId, template, recipient, unit, channel, claimedAt, provider, providerId };
  const status = RECEIPT_STATUS[row.stands];
  const addressMasked = row.address === '' ? '' : masked(row.address);
  return {
    ...about,
    status,
    text: '',
    addressMasked,
    deliveredAt: 0,
    attempts: 0,
    trouble: row.trouble ?? '',
  };
}

function ofOutbox(row: OutboxRow): ShownMessage {
  const { messageId, appealId, template, recipient, unit, text, address, claimedAt, sentAt } = row;
  const { channel = 'sms' } = row;
  const about = { messageId, appealId, template, recipient, unit, channel, status: 'delivered', text };
  const carried = { provider: SANDBOX, providerId: messageId, attempts: 0, trouble: '' };
  return { ...about, addressMasked: masked(address), claimedAt, deliveredAt: sentAt, ...carried };
}

/** The first three and the last four digits; of an e-mail the first letter and where it goes. */
function masked(address: string): string {
  if (address.includes('@')) return `${address.slice(0, 1)}***${address.slice(address.indexOf('@'))}`;
  return address.length < 8 ? '*'.repeat(address.length) : `${address.slice(0, 3)}****${address.slice(-4)}`;
}
