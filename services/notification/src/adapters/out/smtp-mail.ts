// E-mail over SMTP (RFC 5321) for staff. Our id is the Message-ID (RFC 5322), by which the recipient's side
// can tell a second copy; SMTP itself cannot be asked what became of a message, so that after a lost answer
// the text's rule decides. What the server said is told apart by how far it came: before the content was
// handed over it surely has nothing, after it nobody knows.
import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Handover, Outgoing, Provider } from '../../app/ports';
import type { MailSettings, ProviderKey } from './provider-settings';
import { severalAtOnce } from './vendor-call';

const AT_ONCE = 5;
/** Characters RFC 5322 allows on the left of a Message-ID. */
const LEFT_OF_ID = /^[\w!#$%&'*+/=?^`{|}~.-]{1,120}$/;
const LONGEST_SUBJECT = 40;

/**
 * Opens the server. A connection for each message: nodemailer's pool sends again by itself what was on a
 * connection that broke, and that is not its to decide.
 */
export function smtpMail(settings: MailSettings, key: ProviderKey | undefined): Provider {
  const { name, host, port, secure, from, timeoutMs } = settings;
  const auth = key && { user: key.id, pass: key.secret };
  const waits = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({
    ...{ host, port, secure },
    ...waits,
    ...(auth && { auth }),
  });
  const domain = from.replace(/^.*@|>.*$/g, '') || host;
  const send = async (letter: Outgoing): Promise<Handover> => {
    const messageId = messageIdOf(letter.messageId, domain);
    const subject = subjectOf(letter.text);
    const headers = { 'Auto-Submitted': 'auto-generated' };
    try {
      await transport.sendMail({ from, to: letter.address, subject, text: letter.text, messageId, headers });
      return { outcome: 'sent', providerId: messageId, delivered: false };
    } catch (error) {
      return refusalOf(error);
    }
  };
  return {
    name,
    idempotent: false,
    receipts: false,
    carries: ({ channel }) => channel === 'email',
    send: (letters) => severalAtOnce(letters, AT_ONCE, send),
    find: async (letters) => letters.map(() => 'unknown' as const),
  };
}

/** Our id between angle brackets, or its fingerprint where it holds other characters. */
export function messageIdOf(id: string, domain: string): string {
  const left = LEFT_OF_ID.test(id) ? id : createHash('sha256').update(id).digest('hex');
  return `<${left}@${domain}>`;
}

/** The first words of the text, as far as its first stop. */
function subjectOf(text: string): string {
  const [first = ''] = text.split(/[，。：；]/);
  return [...first].slice(0, LONGEST_SUBJECT).join('');
}

interface SmtpError {
  readonly code?: string;
  /** What was being said: `CONN`, `EHLO`, `AUTH …`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command?: string;
  /** The server's three digits, where it answered. */
  readonly responseCode?: number;
  /** `connect` where no connection came about. */
  readonly syscall?: string;
}

/** nodemailer says `CONN` of every connection that broke, before the content or after it. */
const BEFORE_CONTENT = /^(?:EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|API)/;

function refusalOf(error: unknown): Handover {
  const { code = 'unknown', command = '', responseCode = 0, syscall } = error as SmtpError;
  const reason = responseCode > 0 ? `smtp-${responseCode}` : code;
  const forGood = responseCode >= 500;
  if (command.startsWith('RCPT') && responseCode > 0)
    return { outcome: 'refused', fault: forGood ? 'recipient' : 'later', reason };
  if (command === 'DATA' && responseCode > 0)
    return { outcome: 'refused', fault: forGood ? 'message' : 'later', reason };
  const surelyNot = syscall === 'connect' || code === 'EDNS' || BEFORE_CONTENT.test(command);
  return surelyNot ? { outcome: 'refused', fault: 'provider', reason } : { outcome: 'unsure', reason };
}
