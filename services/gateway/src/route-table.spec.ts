// What the route table says is what the door does: every row with every role, and the OpenAPI document row by
// row.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { CASE_ID, deskCase, NUMBER, QUERY_CODE } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf } from '../test/world';
import { codeBrake } from './adapters/in/http/code-brake';
import { routeTable } from './adapters/in/http/route-table';
import { openApiDocument } from './adapters/in/http/openapi';
import type { Route } from './adapters/in/http/route';
import { possibleActs } from './app/possible-acts';
import { mayEnter, ROLES } from './app/roles';

const submission = {
  ...{ sourceNumber: 'T-1', kind: 'help', title: '厂区断电', content: '本月已断电三次，请协调。' },
  enterprise: { name: '太仓某某有限公司', uscc: '91320585XNMLW3NY0L', region: 'taicang' },
  contact: { name: '殷某', phone: '19900006305' },
};
const code = { queryCode: QUERY_CODE };

/** A right body for every row that takes one. */
const BODIES: Readonly<Record<string, object>> = {
  submitAppeal: submission,
  materialOwnAppeal: { ...code, text: '补充照片' },
  withdrawOwnAppeal: code,
  urgeOwnAppeal: code,
  rateOwnAppeal: { ...code, rating: 'satisfied' },
  disputeOwnAppeal: { ...code, reason: '没有解决' },
  admitCase: {},
  declineCase: { ground: 'litigation', explanation: '已立案' },
  sendBackCase: { wanted: '请补充合同' },
  identityCase: { ruling: 'founding' },
  dispatchCase: { lead: 'grid' },
  answerCase: { articleId: 'K001' },
  recallCase: { dispatchNo: 1, reason: '派错' },
  objectionRulingCase: { dispatchNo: 1, upheld: true, toUnit: 'drc' },
  transferCase: { toPack: 'fast-track', ground: 'complicated', reason: '短期难以解决' },
  urgentCase: { reason: '燃气泄漏' },
  urgentDenialCase: { reason: '系咨询' },
  panelCase: { question: 'responsibility', members: ['x', 'y', 'z'], chair: 'x' },
  recusalCase: { sessionNo: 1, reason: '与企业有利害关系' },
  voteCase: { sessionNo: 1, option: 'drc', reason: '属其职责' },
  meetingCase: { units: ['grid', 'drc'], heldOn: '2026-03-06' },
  meetingRecordCase: { sessionNo: 1, lead: 'drc', attended: ['grid', 'drc'], conclusion: '由发改牵头' },
  acknowledgeCase: { dispatchNo: 1 },
  objectCase: { dispatchNo: 1, proposedUnit: 'drc', reason: '非本单位职责' },
  contactCase: { dispatchNo: 1, outcome: 'reached', arrived: true },
  opinionCase: { dispatchNo: 1, text: '正在抢修' },
  completeCase: { dispatchNo: 1, completionType: 'solved', answer: '已恢复' },
  checkCompletion: { dispatchNo: 1, completionType: 'solved', answer: '已恢复' },
  extensionCase: { dispatchNo: 1, wishedOn: '2026-03-20', reason: '等待设备' },
  extensionRulingCase: { dispatchNo: 1, granted: true },
  contributeCase: { dispatchNo: 1, text: '已核实配电容量' },
  assistObjectionRulingCase: { dispatchNo: 1, unit: 'water', upheld: true },
  releaseAnswerCase: { dispatchNo: 1 },
  returnAnswerCase: { dispatchNo: 1, reason: '未答复所提问题' },
  followUpCase: { contacted: true, solved: true, satisfied: true },
  reopenCase: { why: '企业仍断电' },
  closeCase: { why: 'accepted' },
};
const QUERIES: Readonly<Record<string, string>> = {
  getOwnAppeal: `?queryCode=${QUERY_CODE}`,
  searchArticles: '?text=%E6%96%AD%E7%94%B5',
  getRanking: '?period=2026-05',
  getReport: '?period=2020-05',
};

function table(world: ReturnType<typeof gatewayWorld>): readonly Route[] {
  return routeTable({ peers: world.peers, versions: world.host.versions, brake: codeBrake() }, () => 0);
}

function requestOf(row: Route) {
  const places: Record<string, string> = {
    ranking: 'monthly',
    report: 'monthly-bulletin',
    channel: 'web',
    number: NUMBER,
    case: CASE_ID,
  };
  const path = row.path.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '');
  const payload = BODIES[row.id];
  return { method: row.method, url: path + (QUERIES[row.id] ?? ''), ...(payload && { payload }) };
}

const rows = table(gatewayWorld());
const summaryOfDesk = deskCase().summary ?? CaseSummary.fromPartial({});
const answering = rows.filter(({ stream }) => !stream);

const world = gatewayWorld();
const { gateway } = world;
afterAll(() => gateway.stop?.());

describe('every row lets in whom it names and nobody else', () => {
  it.each(answering.map((row) => ({ row, name: row.id })))('$name', async ({ row }) => {
    for (const role of ROLES) {
      world.cases.set(CASE_ID, { ...deskCase(), summary: { ...summaryOfDesk, lead: 'grid' } });
      const reply = await ask(gateway, { ...requestOf(row), headers: headersOf(role) });
      const shut = role === 'anyone' ? [401] : [403];
      expect(mayEnter(row.roles, role) ? Object.keys(row.replies).map(Number) : shut).toContain(
        reply.statusCode,
      );
      const schema = row.replies[reply.statusCode];
      if (schema) expect(schema.safeParse(reply.json()).error?.issues).toBeUndefined();
      else expect(reply.json().code).toBe(role === 'anyone' ? 'TOKEN_MISSING' : 'ROLE_NOT_ALLOWED');
    }
  });

  it('a token nobody knows is told so', async () => {
    const headers = { authorization: 'Bearer of-nobody-at-all-0123456789' };
    const reply = await ask(gateway, { method: 'GET', url: '/api/v1/cases', headers });
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'TOKEN_WRONG']);
    expect(reply.headers['www-authenticate']).toBe('Bearer');
  });
});

describe('the OpenAPI document', () => {
  it('holds exactly the table', async () => {
    const reply = await ask(gateway, { method: 'GET', url: '/api/openapi.json' });
    const { openapi, paths } = reply.json();
    const told = Object.entries(
      paths as Record<string, Record<string, { operationId: string; 'x-roles': string[] }>>,
    );
    const operations = told.flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => [
        method.toUpperCase(),
        path,
        one.operationId,
        one['x-roles'],
      ]),
    );
    const key = ([method, path]: readonly unknown[]) => `${String(path)} ${String(method)}`;
    const inOrder = (list: readonly (readonly unknown[])[]) =>
      [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(openapi).toBe('3.1.0');
    expect(inOrder(operations)).toEqual(
      inOrder(rows.map((row) => [row.method, row.path, row.id, [...row.roles]])),
    );
  });

  it('says of every row what goes in, what comes out and how it is refused', () => {
    const document = openApiDocument(rows) as {
      paths: Record<string, Record<string, Record<string, unknown>>>;
    };
    for (const row of rows) {
      const operation = document.paths[row.path]?.[row.method.toLowerCase()] as {
        requestBody?: object;
        parameters: { name: string; in: string; required: boolean }[];
        responses: Record<string, object>;
      };
      expect(operation.requestBody !== undefined).toBe(row.body !== undefined);
      const places = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(places);
      expect(operation.parameters.filter((one) => one.in === 'path').every((one) => one.required)).toBe(true);
      const statuses = row.stream ? ['200'] : Object.keys(row.replies);
      expect(Object.keys(operation.responses).sort()).toEqual([...statuses, 'default'].sort());
    }
  });

  it('names no operation twice', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
});

it.each(['supervisor', 'leader'] as const)('a %s rules where the clerk is stopped (RT-2)', (role) => {
  const sessions = ['urgent', 'urgent-denial', 'panel', 'recusal', 'vote', 'meeting', 'meeting-record'];
  expect(possibleActs('objected', role)).toEqual(['objection-ruling', ...sessions]);
  expect(possibleActs('desk', role)).toEqual(['dispatch', 'answer', ...sessions]);
  expect(possibleActs('acknowledged', role)).toEqual(['recall', ...sessions]);
});

it('an extension is asked for while none waits, and ruled on while one does (HD-2)', () => {
  expect(possibleActs('contacted', 'clerk')).not.toContain('extension-ruling');
  expect(possibleActs('contacted', 'clerk', { extensionAsked: true })).toContain('extension-ruling');
  expect(possibleActs('contacted', 'handler')).toContain('extension');
  expect(possibleActs('contacted', 'handler', { extensionAsked: true })).not.toContain('extension');
});

it('an assisting unit is offered its part, and the desk the ruling on its objection (RT-3)', () => {
  const offered = (assists: string, status = 'contacted') => possibleActs(status, 'handler', { assists });
  expect(offered('asked')).toEqual(['acknowledge', 'object']);
  expect(offered('acknowledged', 'objected')).toEqual(['object', 'contribute']);
  expect(offered('contributed')).toEqual(['contribute']);
  expect([offered('objected'), offered('released'), offered('asked', 'completed')]).toEqual([[], [], []]);
  expect(possibleActs('contacted', 'handler')).not.toContain('contribute');
  expect(possibleActs('contacted', 'clerk')).not.toContain('assist-objection-ruling');
  expect(possibleActs('contacted', 'clerk', { assistObjects: true })).toContain('assist-objection-ruling');
});

it('acts offered at a status are rows of the table for the same role', () => {
  for (const role of ROLES) {
    for (const act of ['desk', 'dispatched', 'completed', 'screening'].flatMap((status) =>
      possibleActs(status, role),
    )) {
      const row = rows.find(({ path }) => path === `/api/v1/cases/{case}/${act}`);
      expect(row && mayEnter(row.roles, role)).toBe(true);
    }
  }
});
