// E-mail against a server of RFC 5321 on the loopback.
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Outgoing } from '../../app/ports';
import { messageIdOf, smtpMail } from './smtp-mail';

const letter: Outgoing = {
  messageId: 'i/a/w/1#dispatched-unit#tax#email',
  appealId: 'a',
  template: 'dispatched-unit',
  recipient: 'unit',
  unit: 'tax',
  channel: 'email',
  address: 'tax@example.com',
  text: '【直通】新工单YC-1“水压不足”，请签收。',
  params: {},
  claimedAt: 0,
};
const said = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

async function through(options: SMTPServerOptions, key?: { id: string; secret: string }) {
  const got: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString();
      });
      stream.on('end', () => {
        got.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const settings = { name: 'mail', host: '127.0.0.1', port, secure: false, timeoutMs: 1000 };
  const mail = smtpMail({ ...settings, from: '直通 <zt@example.com>' }, key);
  try {
    return { answers: await mail.send([letter]), got };
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

test('a mail with its text, its subject and our id as Message-ID', async () => {
  const { answers, got } = await through({});
  const messageId = '<i/a/w/1#dispatched-unit#tax#email@example.com>';
  expect(answers).toEqual([{ outcome: 'sent', providerId: messageId, delivered: false }]);
  expect(got[0]).toContain(`Message-ID: ${messageId}`);
  expect(got[0]).toContain('To: tax@example.com');
  expect(got[0]).toContain('Auto-Submitted: auto-generated');
  const coded = /Subject: ((?:.+\r\n )*.+)\r\n/.exec(got[0] ?? '')?.[1] ?? '';
  const subject = [...coded.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)].map(([, part = '']) => part);
  expect(Buffer.concat(subject.map((part) => Buffer.from(part, 'base64'))).toString()).toBe(
    '【直通】新工单YC-1“水压不足”',
  );
});

test.each<[string, SMTPServerOptions, object]>([
  [
    'nobody by that name',
    { onRcptTo: (_a, _s, done) => done(said(550)) },
    { fault: 'recipient', reason: 'smtp-550' },
  ],
  [
    'come back later',
    { onRcptTo: (_a, _s, done) => done(said(451)) },
    { fault: 'later', reason: 'smtp-451' },
  ],
  ['not this sender', { onMailFrom: (_a, _s, done) => done(said(553)) }, { fault: 'provider' }],
  [
    'not this content',
    { onData: (stream, _s, done) => void stream.resume().on('end', () => done(said(554))) },
    { fault: 'message', reason: 'smtp-554' },
  ],
  ['not now', { onConnect: (_s, done) => done(said(421)) }, { outcome: 'unsure' }],
])('%s', async (_, options, refusal) => {
  const { answers } = await through(options);
  expect(answers).toMatchObject([refusal]);
});

test('a wrong key is the provider’s matter', async () => {
  const { answers } = await through(
    { allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(said(535)) },
    { id: 'user', secret: 'wrong' },
  );
  expect(answers).toMatchObject([{ outcome: 'refused', fault: 'provider', reason: 'smtp-535' }]);
});

test('the line breaks after the content: nobody knows', async () => {
  const { answers, got } = await through({
    onData: (stream, session, done) => {
      stream.resume().on('end', () => void setTimeout(done, 3000).unref());
      void session;
    },
  });
  expect(answers).toMatchObject([{ outcome: 'unsure' }]);
  expect(got).toEqual([]);
});

test('nobody at the address is a refusal', async () => {
  const settings = { name: 'mail', host: '127.0.0.1', port: 2, secure: false, timeoutMs: 1000 };
  const mail = smtpMail({ ...settings, from: 'zt@example.com' }, undefined);
  expect(await mail.send([letter])).toMatchObject([{ outcome: 'refused', fault: 'provider' }]);
  expect(await mail.find([{ ...letter, offeredAt: 0 }])).toEqual(['unknown']);
});

test('an id with other characters becomes its fingerprint', () => {
  expect(messageIdOf('峄城/1', 'example.com')).toMatch(/^<[0-9a-f]{64}@example\.com>$/);
});
