// How the door behaves around the rules: what a command carries, how a refusal is told, what happens when
// somebody behind it is away, and what the live stream says.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { PeerFailed, PeerUnavailable } from '#platform/edge/grpc-client';
import { CODES_WITH_STATUS, statusOfCode } from '#contracts/problem';
import { renderSentence, SENTENCES_BY_SERVICE, sentenceOf } from '#contracts/render-sentence';
import { CASE_ID, NUMBER, QUERY_CODE } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf } from '../test/world';
import { liveHub } from './adapters/in/http/live-hub';

const summaryOfDesk = deskCase().summary ?? CaseSummary.fromPartial({});
const world = gatewayWorld();
const { gateway, asked, refusals, fault, questions } = world;
afterAll(() => gateway.stop?.());

beforeAll(() => {
  const summary = { ...summaryOfDesk, status: 'dispatched', lead: 'grid', dispatchNo: 2 };
  world.cases.set(CASE_ID, { ...deskCase(), summary });
});

const act = (name: string, payload: object, headers: object) =>
  ask(gateway, { method: 'POST', url: `/api/v1/cases/${NUMBER}/${name}`, payload, headers });

describe('a command', () => {
  it('carries who acts, its key and the version seen, and answers the event', async () => {
    const headers = {
      ...headersOf('handler'),
      'x-actor': 'li.si',
      'idempotency-key': 'k-1',
      'if-match': '"7"',
    };
    const reply = await act('acknowledge', { dispatchNo: 2 }, headers);
    expect(asked.at(-1)).toEqual({
      service: 'casework',
      meta: {
        appealId: CASE_ID,
        commandId: 'k-1',
        expectedSeq: 7,
        actor: { role: 'handler', id: 'li.si', unit: 'grid' },
      },
      actor: { role: 'handler', id: 'li.si', unit: 'grid' },
      command: { $case: 'acknowledge', value: { dispatchNo: 2 } },
    });
    expect(reply.headers['x-event-id']).toBe(reply.json().eventId);
    expect(reply.headers['etag']).toBe(`"${reply.json().version}"`);
  });

  it('of an enterprise is the enterprise’s, whoever else signs it', async () => {
    const url = `/api/v1/appeals/${NUMBER}/urge`;
    await ask(gateway, {
      method: 'POST',
      url,
      payload: { queryCode: QUERY_CODE },
      headers: headersOf('clerk'),
    });
    expect(asked.at(-1)?.actor).toEqual({ role: 'enterprise', id: 'enterprise', unit: '' });
  });

  it.each([
    [{ 'x-actor': '%E5%BC%A0 19900006305' }, 'X-Actor'],
    [{ 'idempotency-key': 'a b' }, 'Idempotency-Key'],
    [{ 'if-match': '*' }, 'If-Match'],
  ])('with the header %j is refused and decided by nobody', async (wrong, field) => {
    const before = asked.length;
    const reply = await act('acknowledge', { dispatchNo: 1 }, { ...headersOf('handler'), ...wrong });
    expect([reply.statusCode, reply.json().code]).toEqual([400, 'HEADER_WRONG']);
    expect(reply.json().title).toContain(field);
    expect(asked.length).toBe(before);
  });

  it('of a handler without a unit is refused', async () => {
    const { authorization = '' } = headersOf('handler');
    const reply = await act('acknowledge', { dispatchNo: 1 }, { authorization });
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'UNIT_HEADER_MISSING']);
  });
});

describe('a refusal', () => {
  it.each([
    [{ lead: 'nowhere', assist: ['drc'] }, 'lead'],
    [{ lead: 'grid', assist: ['drc', 'nowhere'] }, 'assist[1]'],
  ])('of an unknown unit names its field: %j', async (body, field) => {
    refusals.push({ code: 'UNIT_UNKNOWN', rule: 'RT-1', params: { unit: 'nowhere' } });
    const { errors } = (await act('dispatch', body, headersOf('clerk'))).json();
    expect(errors).toMatchObject([{ code: 'UNIT_UNKNOWN', field }]);
    expect(errors[0].messages.en).toContain('nowhere');
  });

  it('of a case of another unit tells nothing of that case', async () => {
    refusals.push({ code: 'NOT_YOUR_UNIT', rule: 'RT-1', params: { unit: 'drc' } });
    const foreign = { ...headersOf('handler'), 'x-unit': 'drc' };
    const reply = await act('acknowledge', { dispatchNo: 2 }, foreign);
    const url = '/api/v1/cases/ZT2026-999999/acknowledge';
    const unknown = await ask(gateway, { method: 'POST', url, payload: { dispatchNo: 2 }, headers: foreign });
    expect([reply.statusCode, reply.body]).toEqual([404, unknown.body]);
  });

  it('tells the rule, the sentence with names, where the case stands and what to do instead', async () => {
    refusals.push({ code: 'ALREADY_DISPATCHED', rule: 'RT-1', params: { unit: 'drc', current: '2' } });
    const reply = await act('dispatch', { lead: 'grid' }, { ...headersOf('clerk'), 'accept-language': 'zh' });
    expect(reply.statusCode).toBe(409);
    expect(reply.json()).toMatchObject({
      ...{ code: 'ALREADY_DISPATCHED', rule: 'RT-1', status: 409, type: '/problems/already-dispatched' },
      title: '该诉求已派给发展和改革委员会（第2次派单），如需改派请先撤回。',
      ...{
        instance: '/api/v1/cases/{case}/dispatch',
        caseStatus: 'dispatched',
        instead: expect.arrayContaining(['recall']),
      },
    });
  });

  it.each([
    ['PERIOD_REVERSED', 'to', '统计期的止时“to”须晚于起时“from”。', '"to" later than "from"'],
    ['CUT_OFF_BEFORE_PERIOD', 'cutOff', '统计时点“cutOff”不能早于统计期的起时“from”。', '"cutOff" at "from"'],
    ['GROUPING_UNKNOWN', 'by', '没有这种分组，“by”可用：all, unit。', 'one of: all, unit'],
  ])('of a question about figures tells %s', async (code, field, zh, en) => {
    world.figures.answer = { refused: { code, field, params: { allowed: 'all, unit' } } };
    const reply = await ask(gateway, { method: 'GET', url: '/api/v1/figures', headers: headersOf('leader') });
    world.figures.answer = {};
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'INPUT_INVALID']);
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(reply.json().errors).toEqual([
      { code, field, message: zh, messages: { zh, en: expect.stringContaining(en) } },
    ]);
  });

  it('says the same of a wrong number and a wrong code', async () => {
    const look = (number: string, code: string) =>
      ask(gateway, { method: 'GET', url: `/api/v1/appeals/${number}?queryCode=${code}` });
    const [wrongCode, wrongNumber] = [await look(NUMBER, 'WRONG1'), await look('ZT2026-999999', QUERY_CODE)];
    expect(wrongCode.statusCode).toBe(404);
    expect(wrongCode.body).toBe(wrongNumber.body);
  });

  it('has a sentence and a status for every code of every service', () => {
    for (const [service, table] of Object.entries(SENTENCES_BY_SERVICE)) {
      for (const code of Object.keys(table)) {
        expect(statusOfCode(code)).toBeGreaterThanOrEqual(400);
        expect(renderSentence(service, code, {}).zh).toMatch(/[\u4e00-\u9fff]/);
      }
    }
    const spoken = (code: string) =>
      Object.keys(SENTENCES_BY_SERVICE).some((service) => sentenceOf(service, code));
    expect(CODES_WITH_STATUS.filter((code) => !spoken(code))).toEqual([]);
  });
});

const readCase = () =>
  ask(gateway, { method: 'GET', url: `/api/v1/cases/${NUMBER}`, headers: headersOf('clerk') });

describe('somebody behind the door', () => {
  afterEach(() => {
    fault.error = undefined;
  });

  it('who is away makes a 503 that says when to come back', async () => {
    fault.error = new PeerUnavailable('127.0.0.1:1', 'GetCase', 'away');
    const reply = await readCase();
    expect([reply.statusCode, reply.json().code, reply.headers['retry-after']]).toEqual([
      503,
      'PEER_UNAVAILABLE',
      '2',
    ]);
  });

  it.each([
    [new PeerFailed('127.0.0.1:1', 'GetCase', 'INTERNAL', '殷慧澄'), 502, 'PEER_FAILED'],
    [new Error('殷慧澄 19900006305'), 500, 'BROKEN'],
  ])('who breaks tells nothing of himself', async (error, status, code) => {
    fault.error = error;
    const reply = await readCase();
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    expect(reply.body).not.toMatch(/殷|1990|Error|at /);
  });
});

describe('who sees what', () => {
  it('operations see states and times, no words of people', async () => {
    const read = (url: string) => ask(gateway, { method: 'GET', url, headers: headersOf('ops') });
    const [file, list] = [await read(`/api/v1/cases/${NUMBER}`), await read('/api/v1/cases')];
    expect(file.json().status).toBe('dispatched');
    expect(file.body + list.body).not.toMatch(/厂区|某某|殷|9900006305|91320585/);
  });

  it('a handler lists his own unit whatever he asks for, and opens no case of another', async () => {
    const headers = headersOf('handler');
    await ask(gateway, { method: 'GET', url: '/api/v1/cases?unit=drc', headers });
    // The unit and what it was called before: the same cases.
    const scopes = ['grid', 'old-grid'].map((unit) => ({ packs: [], unit }));
    expect(questions.at(-1)).toMatchObject({ unit: 'drc', scopes });
    const foreign = { ...headers, 'x-unit': 'drc' };
    const look = (number: string) =>
      ask(gateway, { method: 'GET', url: `/api/v1/cases/${number}`, headers: foreign });
    const [hidden, unknown] = [await look(NUMBER), await look('ZT2026-999999')];
    expect([hidden.statusCode, hidden.body]).toEqual([404, unknown.body]);
  });
});

describe('the page', () => {
  it('allows nothing from elsewhere and is not sent twice', async () => {
    const first = await ask(gateway, { method: 'GET', url: '/' });
    expect(first.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/);
    expect(first.body).not.toMatch(/<script(?![^>]*src=)|style=|https?:/);
    const again = await ask(gateway, {
      method: 'GET',
      url: '/',
      headers: { 'if-none-match': first.headers['etag'] },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

describe('the live stream', () => {
  const response = () => {
    const written: string[] = [];
    const listeners: (() => void)[] = [];
    const one = {
      ...{ written, writableLength: 0, destroyed: false },
      write: (text: string) => written.push(text),
      on: (_event: string, listener: () => void) => listeners.push(listener),
      end: () => undefined,
      destroy() {
        one.destroyed = true;
        for (const listener of listeners) listener();
      },
    };
    return one;
  };
  const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('tells ids, types, times and counts; a viewer who does not read is let go', async () => {
    const hub = liveHub({
      counts: async () => ({ total: 1 }),
      gatherMs: 20,
      countsEveryMs: 20,
      heartbeatMs: 50,
    });
    const [quick, slow] = [response(), response()];
    hub.attach(quick as never, true);
    hub.attach(slow as never, true);
    slow.writableLength = 10_000_000;
    hub.changed({ id: CASE_ID, type: 'AppealSubmitted', at: 1 });
    hub.changed({ id: CASE_ID, type: 'AppealAdmitted', at: 2 });
    await later(150);
    const text = quick.written.join('');
    const cases = [
      { id: CASE_ID, types: ['AppealSubmitted', 'AppealAdmitted'], at: '1970-01-01T00:00:00.002Z' },
    ];
    expect(text).toContain(`event: cases\ndata: ${JSON.stringify({ cases, more: false })}\n\n`);
    expect(text).toContain('event: counts\ndata: {"total":1}\n\n');
    expect(text).toContain(': still here\n\n');
    expect([slow.destroyed, hub.viewers]).toEqual([true, 1]);
    hub.stop();
  });

  it('lets no more in than it can serve', () => {
    const hub = liveHub({ counts: async () => ({}), maxViewers: 1 });
    expect([hub.attach(response() as never, true), hub.attach(response() as never, true)]).toEqual([
      true,
      false,
    ]);
    hub.stop();
  });

  it('says nothing more to a viewer it has let go at its end', async () => {
    let answer = (_counts: object) => {};
    const hub = liveHub({ counts: () => new Promise((resolve) => (answer = resolve)), countsEveryMs: 5 });
    const viewer = response();
    hub.attach(viewer as never, true);
    await later(30);
    hub.stop();
    const before = viewer.written.length;
    answer({ total: 1 });
    await later(5);
    expect(viewer.written).toHaveLength(before);
  });
});

describe('the units proposed for a case', () => {
  const candidates = async () =>
    (
      await ask(gateway, {
        method: 'GET',
        url: `/api/v1/cases/${NUMBER}/candidates`,
        headers: headersOf('clerk'),
      })
    ).json();
  it('are what was recorded, or asked for now when triage never sorted it', async () => {
    const before = deskCase();
    world.cases.set(CASE_ID, before);
    expect(await candidates()).toEqual({ recorded: true, candidates: before.candidates });
    world.cases.set(CASE_ID, { ...before, candidates: [] });
    expect(await candidates()).toMatchObject({
      recorded: false,
      candidates: [{ reasons: ['本月已断电三次。 (duty grid)'] }],
    });
  });
});
