// Hands the waiting messages of one appeal to the provider and takes down what it said, in one write for all
// of them. Between the provider's answer and that write we may crash: the messages then still wait, and the
// provider, asked by our ids, says that it has them.
import type { Report } from '../domain/message-commands';
import { type ClaimedMessage, type Messages, waitingOf } from '../domain/messages';
import type { MessageFiles, Outgoing, SmsProvider } from './ports';

/** What it needs. */
export interface SendWaitingPorts {
  readonly files: MessageFiles;
  readonly provider: SmsProvider;
  readonly now: () => number;
  /** Where a loaded history ends (epoch ms), 0 without one. */
  readonly pastUntil: number;
}

/** Answers how many messages still wait afterwards. */
export async function sendWaiting(
  appealId: string,
  state: Messages,
  { files, provider, now, pastUntil }: SendWaitingPorts,
): Promise<number> {
  const at = now();
  const due = waitingOf(state, pastUntil).filter(({ tryAt, attempts }) => tryAt <= at || attempts === 0);
  const erased = await files.erased(appealId);
  const reports: Report[] = [];
  const letters: Outgoing[] = [];
  for (const message of due) {
    const letter = erased ? undefined : letterOf(appealId, message);
    if (letter) letters.push(letter);
    else reports.push({ messageId: message.id, outcome: 'failed', reason: 'erased', final: true });
  }
  reports.push(...(await handOver(letters, provider)));
  if (reports.length === 0) return waitingOf(state, pastUntil).length;
  return waitingOf(await files.execute(appealId, { type: 'ReportSending', reports }), pastUntil).length;
}

function letterOf(appealId: string, message: ClaimedMessage): Outgoing | undefined {
  const { id: messageId, template, recipient, unit, claimedAt, letter } = message;
  return letter === 'erased'
    ? undefined
    : { messageId, appealId, template, recipient, unit, claimedAt, ...letter };
}

async function handOver(letters: readonly Outgoing[], provider: SmsProvider): Promise<readonly Report[]> {
  if (letters.length === 0) return [];
  const known = await provider.find(letters.map(({ messageId }) => messageId));
  const reports: Report[] = [];
  const fresh: Outgoing[] = [];
  for (const letter of letters) {
    const { messageId } = letter;
    const handed = known.get(messageId);
    if (handed) reports.push({ messageId, outcome: 'sent', provider: provider.name, ...handed });
    else fresh.push(letter);
  }
  const answers = fresh.length === 0 ? [] : await provider.send(fresh);
  for (const [index, { messageId }] of fresh.entries()) {
    const answer = answers[index] ?? { outcome: 'failed', reason: 'no-answer', final: false };
    reports.push(
      answer.outcome === 'sent'
        ? { messageId, provider: provider.name, ...answer }
        : { messageId, ...answer },
    );
  }
  return reports;
}
