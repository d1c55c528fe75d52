import { freshDataDir } from '../test/data-dir';
import { type Appeal, push, sampleAppeals } from './appeals';
import { type Ground, ask, differences, eventually, logsOf, quiet, raise } from './ground';
import { auditJournal } from './journal-audit';
import { type CaseFile, PEOPLE, act, readCase, untilStatus } from './one-appeal';
import { readJournal } from './raw-journal';

jest.setTimeout(240_000);

/** Words that must never be found in a log or in clear in the journal. */
const SEEDED = {
  phone: '19900009905',
  contact: '欧阳试金',
  title: '冷库制冰机夜间限电停产求助',
  content: '我公司冷库制冰机自本月起夜间被限电,整批货品解冻报废,请供电部门协调恢复供电。',
  note: '内部备注企业情绪激动须派熟人上门',
  opinion: '拟当晚恢复专线供电并核查负荷',
  answer: '专线供电已恢复并签订保供协议',
  comment: '办得快谢谢帮忙的同志',
};

const sample = sampleAppeals().find(
  ({ channel, label }) => channel === 'web' && label.disposition === 'dispatch',
);
const appeal: Appeal = {
  ...(sample as Appeal),
  id: 'PROOF-1',
  title: SEEDED.title,
  content: SEEDED.content,
  contact: { name: SEEDED.contact, phone: SEEDED.phone },
};

let ground: Ground;
let receipt: { id: string; number: string; queryCode: string };

beforeAll(async () => {
  ground = await raise(freshDataDir('end-to-end'));
}, 240_000);
afterAll(async () => {
  await ground?.instance.stop();
}, 60_000);

interface Outbox {
  readonly messages: readonly { template: string; status: string; text: string }[];
}

describe('one appeal on the real bus', () => {
  it('is handed in at the web door and routed, by itself or by a clerk', async () => {
    const { status, body } = await push(ground, appeal);
    expect(status).toBe(201);
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['id', 'number', 'queryCode', 'status', 'nextStep', 'dueAt']),
    );
    receipt = body;
    const routed = await untilStatus(ground, receipt.id, ['dispatched', 'desk']);
    if (routed.status === 'desk') {
      const sent = await act(ground, receipt.id, PEOPLE.clerk, 'dispatch', { lead: 'grid', why: '职责明确' });
      expect(sent.status).toBe(200);
    }
    const dispatched = await untilStatus(ground, receipt.id, ['dispatched']);
    expect(dispatched.dispatchNo).toBe(1);
  });

  it('starts the clocks of the unit', async () => {
    const file = await eventually('clocks in the case file', 20_000, async () => {
      const { body } = await readCase(ground, receipt.id);
      return running(body).length >= 4 ? body : undefined;
    });
    expect(running(file)).toEqual(expect.arrayContaining(['contact', 'opinion', 'resolve', 'objection']));
    const contact = file.clocks.find(({ clock }) => clock === 'contact');
    expect(Date.parse(contact?.deadlineAt ?? '') - Date.parse(contact?.startAt ?? '')).toBe(2 * 3_600_000);
  });

  it('is acknowledged, contacted, answered and completed, and each step is read back at once', async () => {
    const { lead, dispatchNo } = (await readCase(ground, receipt.id)).body;
    const handler = { ...PEOPLE.handler, unit: lead };
    const steps: readonly (readonly [string, object])[] = [
      ['acknowledge', {}],
      ['contact', { outcome: 'reached', arrived: true, note: SEEDED.note }],
      ['opinion', { text: SEEDED.opinion }],
      [
        'complete',
        { completionType: 'solved', answer: SEEDED.answer, withoutContributions: '协办单位已口头答复' },
      ],
    ];
    for (const [name, body] of steps) {
      const done = await act(ground, receipt.id, handler, name, { dispatchNo, ...body });
      expect({ name, status: done.status, body: done.body }).toMatchObject({ name, status: 200 });
      const { body: file } = await readCase(ground, receipt.id, done.eventId);
      expect({ name, stale: file.stale }).toEqual({ name, stale: false });
      expect(file.timeline.map(({ eventId }) => eventId)).toContain(done.eventId);
    }
    expect((await readCase(ground, receipt.id)).body.status).toBe('completed');
  });

  it('is refused to those whose turn it is not', async () => {
    const { dispatchNo } = (await readCase(ground, receipt.id)).body;
    const stranger = { ...PEOPLE.handler, unit: 'tax' };
    const foreign = await act(ground, receipt.id, stranger, 'acknowledge', { dispatchNo });
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(foreign.body.code).toMatch(/^[A-Z_]+$/);
    expect((await ask(ground, { path: `/api/v1/cases/${receipt.id}` })).status).toBe(401);
  });

  it('is followed up, rated by the enterprise and closed', async () => {
    const found = { contacted: true, solved: true, satisfied: true };
    expect((await act(ground, receipt.id, PEOPLE.followup, 'follow-up', found)).status).toBe(200);
    const rating = { queryCode: receipt.queryCode, rating: 'satisfied', comment: SEEDED.comment };
    const rated = await ask(ground, { path: `/api/v1/appeals/${receipt.number}/rate`, body: rating });
    expect(rated.status).toBe(200);
    await untilStatus(ground, receipt.id, ['closed']);
    const file = await eventually('all clocks stopped', 20_000, async () => {
      const { body } = await readCase(ground, receipt.id);
      return running(body).length === 0 ? body : undefined;
    });
    const met = (name: string) => file.clocks.filter(({ clock, void: gone }) => clock === name && !gone);
    for (const name of ['contact', 'opinion', 'resolve', 'objection', 'follow-up']) {
      expect({ name, clocks: met(name).map(({ inTime, card }) => ({ inTime, card })) }).toEqual({
        name,
        clocks: [{ inTime: true, card: '' }],
      });
    }
  });

  it('shows the enterprise its own view, without what is internal', async () => {
    const path = (code: string) => `/api/v1/appeals/${receipt.number}?queryCode=${code}`;
    const { status, body } = await ask(ground, { path: path(receipt.queryCode) });
    const shown = JSON.stringify(body);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'closed', rating: 'satisfied' });
    expect(shown).toContain(SEEDED.answer);
    for (const hidden of [SEEDED.note, ...Object.values(PEOPLE).map(({ actor }) => actor)])
      expect(shown).not.toContain(hidden);
    expect((await ask(ground, { path: path('wrong') })).status).toBe(404);
  });

  it('told the enterprise and the unit at each step', async () => {
    const expected = [
      ...['received', 'dispatched-enterprise', 'dispatched-unit', 'opinion-enterprise'],
      ...['completed-enterprise', 'rating-reminder', 'closed-enterprise'],
    ];
    let seen: readonly string[] = [];
    await eventually('messages delivered', 30_000, async () => {
      const path = `/api/v1/messages?case=${receipt.id}`;
      const { body } = await ask<Outbox>(ground, { path, ...PEOPLE.clerk });
      seen = body.messages.filter(({ status }) => status === 'delivered').map(({ template }) => template);
      return expected.every((template) => seen.includes(template)) ? true : undefined;
    }).catch((error: Error) => {
      throw new Error(`${error.message}; delivered: ${seen.join(' ')}`);
    });
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is counted', async () => {
    interface Figures {
      readonly rows: readonly {
        figures: readonly { name: string; numerator: number; denominator: number }[];
      }[];
    }
    const rates = ['completion-rate', 'satisfaction-expressed', 'contacted-rate', 'really-solved-rate'];
    let seen = '';
    await eventually('figures of the one appeal', 20_000, async () => {
      const to = encodeURIComponent(new Date(Date.now() + 60_000).toISOString());
      const { body } = await ask<Figures>(ground, {
        path: `/api/v1/figures?by=all&to=${to}`,
        ...PEOPLE.clerk,
      });
      const figures = new Map(body.rows?.[0]?.figures.map((figure) => [figure.name, figure]));
      seen = JSON.stringify(body);
      const full = rates.every(
        (name) => figures.get(name)?.numerator === 1 && figures.get(name)?.denominator === 1,
      );
      return full ? true : undefined;
    }).catch((error: Error) => {
      throw new Error(`${error.message}: ${seen}`);
    });
  });
});

describe('a consultation', () => {
  it('that the library answers is answered at once, without a unit', async () => {
    const asked = sampleAppeals().filter(
      ({ label, channel }) => label.disposition === 'direct-answer' && channel === 'web',
    );
    const answered: CaseFile[] = [];
    const ids: string[] = [];
    for (const consultation of asked.slice(0, 6)) {
      const { status, body } = await push(ground, consultation);
      expect(status).toBe(201);
      const file = await untilStatus(ground, body.id, ['answered', 'desk', 'dispatched', 'screening']);
      ids.push(body.id);
      if (file.status === 'answered') answered.push(file);
      if (answered.length > 0) break;
    }
    expect(answered).toHaveLength(1);
    expect(answered[0]).toMatchObject({ lead: '', dispatchNo: 0 });
    expect(answered[0]?.articleId).not.toBe('');
    const told = await eventually('the message with the answer', 20_000, async () => {
      const path = `/api/v1/messages?case=${ids.at(-1)}`;
      const { body } = await ask<Outbox>(ground, { path, ...PEOPLE.clerk });
      return body.messages.find(({ template }) => template === 'answered-from-library');
    });
    expect(told.text.length).toBeGreaterThan(20);
  });
});

describe('bad input at the door', () => {
  const { id: _id, channel: _channel, label: _label, ...good } = appeal;
  const body = (change: object) => JSON.stringify({ sourceNumber: 'BAD-1', ...good, ...change });
  const hidden = `${SEEDED.title}\u200b\u0007`;

  it.each([
    ['malformed JSON', 'web', '{"sourceNumber": '],
    ['a list where the form belongs', 'web', '[]'],
    ['an unknown channel', 'pigeon', body({})],
    [
      'a wrong check digit at the web door',
      'web',
      body({ enterprise: { ...good.enterprise, uscc: '91320585XNMLW3NY0M' } }),
    ],
    ['a wrong phone', 'web', body({ contact: { name: SEEDED.contact, phone: '12345' } })],
    ['an empty content', 'web', body({ content: '' })],
    ['a content of 100 kB', 'web', body({ content: '长'.repeat(34_000) })],
    ['an object where a string belongs', 'web', body({ title: { $gt: '' } })],
    ['an object for the source number', 'web', body({ sourceNumber: { $gt: '' } })],
    ['a number for the content', 'web', body({ content: 7 })],
    ['a huge body', 'web', body({ content: 'x'.repeat(600_000) })],
    ['zero-width and control characters alone', 'web', body({ title: '\u200b\u200d\u0007' })],
  ])('%s is a coded problem in both languages', async (_, channel, raw) => {
    const { status, body: problem } = await ask<{
      code: string;
      errors: { messages?: { zh: string; en: string } }[];
    }>(ground, { path: `/api/v1/channels/${channel}/appeals`, raw });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(problem.code).toMatch(/^[A-Z_]+$/);
    expect(problem.errors[0]?.messages?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(problem.errors[0]?.messages?.en).toMatch(/[a-z]/);
    const text = JSON.stringify(problem);
    for (const leak of ['    at ', 'node_modules', SEEDED.phone, SEEDED.contact, hidden])
      expect(text).not.toContain(leak);
  });

  it('leaves nothing stored', async () => {
    await quiet(ground, 60_000);
    const records = await readJournal(ground.instance.infrastructure.brokers, 'proof');
    const audit = auditJournal(records.map(({ item }) => item));
    const { body } = await ask<{ total: number }>(ground, { path: '/api/v1/counts', ...PEOPLE.clerk });
    expect(audit.problems).toEqual([]);
    expect(body.total).toBe(audit.appeals.size);
    expect(records.filter(({ bytes }) => bytes.includes('BAD-1'))).toEqual([]);
  });
});

describe('what is left behind', () => {
  it('is in every service what the journal makes of it', async () => {
    expect(await differences(ground)).toEqual([]);
  });

  it('holds no personal words, neither in a log nor in clear in the journal', async () => {
    const records = await readJournal(ground.instance.infrastructure.brokers, 'proof');
    const logs = logsOf(ground);
    expect(records.length).toBeGreaterThan(20);
    expect(logs.map(({ name }) => name)).toEqual(expect.arrayContaining(['gateway.log', 'intake.log']));
    const found: string[] = [];
    for (const [what, words] of Object.entries({ ...SEEDED, enterprise: appeal.enterprise.name })) {
      for (const { name, text } of logs) if (text.includes(words)) found.push(`${what} in ${name}`);
      for (const { item, bytes } of records)
        if (bytes.includes(words)) found.push(`${what} in the record ${item.offset} of ${item.key}`);
    }
    expect(found).toEqual([]);
    expect(records.some(({ bytes }) => bytes.includes(appeal.enterprise.uscc))).toBe(true);
  });
});

const running = ({ clocks }: CaseFile): readonly string[] =>
  clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ clock }) => clock);
