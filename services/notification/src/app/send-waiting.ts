// Hands the waiting messages of one appeal to the providers and takes down what they said, in one write for
// all of them. Between a provider's answer and that write we may crash, and an answer may be lost on its way:
// what was handed to a provider that does not know our ids is written down before, and asked for before
// anything else is done with it.
import type { Report } from '../domain/message-commands';
import { type Channel, type ClaimedMessage, LINGER_MS, type Messages, waitingOf } from '../domain/messages';
import { type Carrier, type Tried, handOver } from './carriers';
import { askAt } from '../domain/receipt-times';
import type { Asked, Found, MessageFiles, Outgoing, Receipt, Receipts } from './ports';

/** What it needs. */
export interface SendWaitingPorts {
  readonly files: MessageFiles;
  readonly carriers: readonly Carrier[];
  readonly receipts: Receipts;
  readonly now: () => number;
  /** Where a loaded history ends (epoch ms), 0 without one. */
  readonly pastUntil: number;
}

/** Answers how many messages still wait afterwards. */
export async function sendWaiting(
  appealId: string,
  state: Messages,
  { files, carriers, receipts, now, pastUntil }: SendWaitingPorts,
): Promise<number> {
  const at = now();
  const due = waitingOf(state, pastUntil).filter((message) => {
    if (message.channel === 'push') return false;
    const { tryAt, attempts, offered } = message;
    // What was claimed with something that is due goes along with it.
    const isDue = tryAt <= (attempts === 0 && offered === undefined ? at + LINGER_MS : at);
    return isDue && mayMove(message, carriers);
  });
  const erased = due.length > 0 && (await files.erased(appealId));
  const reports: Report[] = [];
  const fresh: Outgoing[] = [];
  const asked: (Outgoing & Asked)[] = [];
  for (const message of due) {
    const letter = erased ? undefined : letterOf(appealId, message);
    if (!letter) reports.push({ messageId: message.id, outcome: 'failed', reason: 'erased', final: true });
    else if (message.offered) asked.push({ ...letter, offeredAt: message.offered.at });
    else fresh.push(letter);
  }
  const providerOf = new Map(due.map(({ id, offered }) => [id, offered?.provider ?? '']));
  reports.push(...(await askFor(asked, providerOf, carriers)));
  reports.push(...(await handOverAll(appealId, fresh, due, files, carriers)));
  await receipts.put(receiptsOf(reports, [...fresh, ...asked], carriers, now()));
  if (reports.length === 0) return waitingOf(state, pastUntil).length;
  return waitingOf(await files.execute(appealId, { type: 'ReportSending', reports }), pastUntil).length;
}

/** While those that have its text are left alone nothing is looked up for it: in an outage many wait. */
function mayMove(message: ClaimedMessage, carriers: readonly Carrier[]): boolean {
  const { template } = message;
  const channel: Channel = message.channel ?? 'sms';
  const having = carriers.filter(({ provider }) => provider.carries({ template, channel }));
  return having.length === 0 || having.some(({ open }) => open);
}

/** What another provider may have already goes to the others first. */
async function handOverAll(
  appealId: string,
  fresh: readonly Outgoing[],
  due: readonly ClaimedMessage[],
  files: MessageFiles,
  carriers: readonly Carrier[],
): Promise<readonly Report[]> {
  const offer = async (provider: string, letters: readonly Outgoing[]): Promise<void> => {
    const messageIds = letters.map(({ messageId }) => messageId);
    await files.execute(appealId, { type: 'OfferMessages', provider, messageIds });
  };
  const repeatedOf = new Map(due.map(({ id, repeated }) => [id, repeated]));
  const reports: Report[] = [];
  for (const last of new Set(fresh.map(({ messageId }) => repeatedOf.get(messageId)))) {
    const letters = fresh.filter(({ messageId }) => repeatedOf.get(messageId) === last);
    const isLast = ({ provider }: Carrier) => provider.name === last;
    const inOrder = [...carriers.filter((one) => !isLast(one)), ...carriers.filter(isLast)];
    const tried = await handOver(letters, inOrder, offer);
    reports.push(...tried.flatMap((one) => reportOf(one, carriers)));
  }
  return reports;
}

/** What was taken and not delivered with the same answer: its provider is asked later, if it can tell. */
function receiptsOf(
  reports: readonly Report[],
  letters: readonly Outgoing[],
  carriers: readonly Carrier[],
  sentAt: number,
): readonly Receipt[] {
  return reports.flatMap((report) => {
    const letter = letters.find(({ messageId }) => messageId === report.messageId);
    if (report.outcome !== 'sent' || report.delivered || !letter) return [];
    const { params: _, text: _text, ...known } = letter;
    const { provider, providerId } = report;
    const tells = carriers.some((one) => one.provider.name === provider && one.provider.receipts);
    const stands = tells ? ('waits' as const) : ('untold' as const);
    const address = tells ? letter.address : '';
    const due = { sentAt, asked: 0, askAt: askAt(sentAt, 0) ?? sentAt };
    return [{ ...known, id: letter.messageId, provider, providerId, address, stands, ...due }];
  });
}

function letterOf(appealId: string, message: ClaimedMessage): Outgoing | undefined {
  const { id: messageId, template, recipient, unit, claimedAt, letter } = message;
  const channel: Channel = message.channel ?? 'sms';
  if (letter === 'erased') return undefined;
  const { address, text, params = {} } = letter;
  const known = { messageId, appealId, template, recipient, unit, claimedAt, channel };
  return { ...known, address, text, params, ...(message.digest && { digest: true as const }) };
}

/** A provider that is set up no more cannot be asked. */
async function askFor(
  asked: readonly Asked[],
  providerOf: ReadonlyMap<string, string>,
  carriers: readonly Carrier[],
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const provider of new Set(asked.map(({ messageId }) => providerOf.get(messageId) ?? ''))) {
    const mine = asked.filter(({ messageId }) => providerOf.get(messageId) === provider);
    const carrier = carriers.find((one) => one.provider.name === provider);
    const found = carrier ? await carrier.find(mine) : mine.map(() => 'unknown' as const);
    const others = carriers.filter((one) => one !== carrier && one.open);
    mine.forEach((letter, index) => {
      const elsewhere = others.some((one) => one.provider.carries(letter));
      reports.push(...reportOfFound(letter.messageId, provider, found[index] ?? 'silent', elsewhere));
    });
  }
  return reports;
}

function reportOfFound(
  messageId: string,
  provider: string,
  found: Found,
  elsewhere: boolean,
): readonly Report[] {
  if (typeof found !== 'string') {
    const { providerId, delivered } = found;
    return [{ messageId, outcome: 'sent', provider, providerId, delivered }];
  }
  if (found === 'not-taken')
    return [{ messageId, outcome: 'failed', reason: found, final: false, blameless: true }];
  // Silent, and nobody else there: it waits until the provider can be asked.
  if (found === 'silent' && !elsewhere) return [];
  return [{ messageId, outcome: 'unsure', provider, reason: found, told: found }];
}

/**
 * What a provider refused because it does not work costs the message none of its attempts: it waits for it.
 */
function reportOf({ messageId, by: provider, said }: Tried, carriers: readonly Carrier[]): readonly Report[] {
  if (said === 'nobody-carries')
    return [{ messageId, outcome: 'failed', reason: 'no-template', final: false }];
  if (said.outcome === 'sent') return [{ messageId, provider, ...said }];
  if (said.outcome === 'unsure')
    return [{ messageId, outcome: 'unsure', provider, reason: said.reason, told: 'later' }];
  const { fault, reason, againAt } = said;
  if (fault === 'provider') return [{ messageId, outcome: 'failed', reason, final: false, blameless: true }];
  const when = againAt === undefined ? {} : { againAt };
  const final = fault === 'recipient' || (fault === 'message' && carriers.every((one) => one.open));
  return [{ messageId, outcome: 'failed', reason, final, ...when }];
}
