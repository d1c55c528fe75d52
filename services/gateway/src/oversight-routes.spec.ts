// The overseeing of a case at the web door: what a command becomes, what a unit sees, and the page to print.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';
import { OVERSIGHT_ACTS, possibleOversightActs } from './app/oversight-acts';

const { gateway, asked, cases, questions, refusals } = gatewayWorld();
/** The case is with another unit now. */
const moved = () => {
  const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), lead: 'drc' };
  cases.set(CASE_ID, { ...deskCase(), summary });
};
beforeEach(() => cases.set(CASE_ID, deskCase()));
afterAll(() => gateway.stop?.());

const at = (path: string) => `/api/v1/cases/${NUMBER}/${path}`;
const post = (name: string, payload: object, role: 'supervisor' | 'handler') =>
  ask(gateway, { method: 'POST', url: at(`oversight/${name}`), payload, headers: headersOf(role) });

it('an order that is issued reaches supervision with what was said, the rest empty', async () => {
  const payload = { step: 'platform', entryId: 'E1', demand: '请反馈', within: 'workingDays:3' };
  expect((await post('issue-order', payload, 'supervisor')).statusCode).toBe(200);
  expect(asked.at(-1)).toMatchObject({
    service: 'supervision',
    actor: { role: 'supervisor' },
    command: { $case: 'issueOrder', value: { ...payload, unit: '', dueOn: '' } },
  });
});

it('a refusal of supervision is told in its words', async () => {
  refusals.push({ code: 'STEP_TOO_EARLY', rule: 'SV-3', params: { level: 'leader' } });
  const payload = { step: 'leader', entryId: 'E1', demand: '请反馈', dueOn: '2026-03-06' };
  const reply = await post('issue-order', payload, 'supervisor');
  expect([reply.statusCode, reply.json().code, reply.json().rule]).toEqual([409, 'STEP_TOO_EARLY', 'SV-3']);
  expect(reply.body).toContain('领导督办');
  expect(reply.json().caseStatus).toBe('desk');
});

it('what nobody knows of is no body', async () => {
  expect((await post('answer-order', { orderNo: 1, answer: '已办', more: 1 }, 'handler')).statusCode).toBe(
    422,
  );
  expect(
    (await post('file-contest', { about: 'weather', target: '1', evidence: '' }, 'handler')).statusCode,
  ).toBe(422);
});

it('an order is a page to print, with nothing of its words taken for markup', async () => {
  const headers = headersOf('supervisor');
  const reply = await ask(gateway, { method: 'GET', url: `${at('orders/1')}?as=html`, headers });
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(reply.body).toContain(`${NUMBER}-D1`);
  expect(reply.body).toContain('请于 &#60;两日&#62; 内反馈');
  expect(reply.body).toContain('@media print');
  expect(reply.body).not.toContain('<两日>');
  const none = await ask(gateway, { method: 'GET', url: at('orders/9'), headers });
  expect(none.statusCode).toBe(404);
});

describe('a unit', () => {
  const read = (path: string, unit: string) =>
    ask(gateway, { method: 'GET', url: path, headers: { ...headersOf('handler'), 'x-unit': unit } });

  it('sees its own order when the case has gone on, and is told why its answer is refused', async () => {
    moved();
    expect((await read(at('orders/1'), 'grid')).json().number).toBe(`${NUMBER}-D1`);
    const shown = (await read(at('oversight'), 'grid')).json();
    expect([shown.orders.length, shown.possible]).toEqual([1, ['answer-order']]);
    refusals.push({ code: 'ALREADY_ANSWERED', rule: 'SV-3', params: { number: `${NUMBER}-D1` } });
    const reply = await post('answer-order', { orderNo: 1, answer: '已办' }, 'handler');
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'ALREADY_ANSWERED']);
  });

  it('sees no order of another, and nothing of a case that is not its own', async () => {
    expect((await read(at('oversight'), 'drc')).statusCode).toBe(404);
    moved();
    expect((await read(at('oversight'), 'drc')).json().orders).toEqual([]);
    expect((await read(at('orders/1'), 'drc')).statusCode).toBe(404);
    refusals.push({ code: 'NOT_YOUR_UNIT', rule: 'SV-3', params: { unit: 'grid' } });
    cases.set(CASE_ID, deskCase());
    const headers = { ...headersOf('handler'), 'x-unit': 'drc' };
    const payload = { orderNo: 1, answer: '已办' };
    const reply = await ask(gateway, {
      ...{ method: 'POST', url: at('oversight/answer-order'), payload, headers },
    });
    expect(reply.statusCode).toBe(404);
  });

  it('asks for the lists of its own unit, whatever it names', async () => {
    expect((await read('/api/v1/orders?unit=drc', 'grid')).statusCode).toBe(200);
    expect((await read('/api/v1/register?unit=drc', 'grid')).statusCode).toBe(200);
    expect(questions.slice(-2)).toMatchObject([{ unit: 'grid' }, { unit: 'grid' }]);
    expect((await read('/api/v1/register?from=gestern', 'grid')).statusCode).toBe(422);
    expect((await read('/api/v1/register?unit=nobody', 'grid')).json().code).toBe('INPUT_INVALID');
  });
});

it('whoever reads the cases of his sector is shown no line of another’s', async () => {
  const world = gatewayWorld([], {}, [packOf('chaozhou')]);
  const read = async (path: string) =>
    (await ask(world.gateway, { method: 'GET', url: path, headers: headersOf('joint-supervisor') })).json();
  expect((await read('/api/v1/orders')).orders).toHaveLength(1);
  expect(await read('/api/v1/register')).toMatchObject({ open: 1, cleared: 0 });
  const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), topic: 'tax' };
  world.cases.set(CASE_ID, { ...deskCase(), summary });
  expect((await read('/api/v1/orders')).orders).toEqual([]);
  expect(await read('/api/v1/register')).toMatchObject({ entries: [], open: 0, cleared: 0 });
  await world.gateway.stop?.();
});

it('a leader is shown the lines of enterprises he looks after, and of no other (IN-6)', async () => {
  const world = gatewayWorld([], {}, [packOf('chaozhou')]);
  const read = async (path: string, id: string) => {
    const headers = { ...headersOf('sponsor'), 'x-actor': id };
    return ask(world.gateway, { method: 'GET', url: path, headers });
  };
  expect((await read('/api/v1/orders', 'sponsor')).json().orders).toHaveLength(1);
  expect((await read('/api/v1/register', 'sponsor')).json().entries).toHaveLength(1);
  expect((await read('/api/v1/cases', 'sponsor')).json().cases).toHaveLength(1);
  expect((await read(`/api/v1/cases/${NUMBER}`, 'sponsor')).statusCode).toBe(200);
  expect((await read('/api/v1/orders', 'vice-mayor')).json().orders).toEqual([]);
  expect((await read('/api/v1/cases', 'vice-mayor')).json().cases).toEqual([]);
  expect((await read(`/api/v1/cases/${NUMBER}`, 'vice-mayor')).statusCode).toBe(404);
  await world.gateway.stop?.();
});

describe('what is possible next on the overseeing of a case', () => {
  const [yicheng, chaozhou] = [packOf('yicheng'), packOf('chaozhou')];
  const none = { entries: [], orders: [], transfers: [], checks: [], contests: [] };
  const open = { ...none, entries: [{ unit: 'grid', open: true }] };
  const by = (role: string, unit = '') => ({ role, unit });

  it.each(['yicheng', 'chaozhou', 'suzhou'])('is never more than %s gives the role', (name) => {
    const pack = packOf(name);
    const everything = {
      ...open,
      orders: pack.supervision.steps.map(({ id: step }) => ({ unit: 'grid', step, status: 'open' })),
      transfers: [{ endedAt: 0 }],
      checks: ['drawn', 'mending', 'mended'].map((status) => ({ unit: 'grid', status })),
      contests: [{ status: 'open' }],
    };
    for (const { id: role } of pack.roles) {
      const may = pack.scopes.filter((row) => row.role === role).flatMap((row) => row.may);
      const acts = possibleOversightActs(pack, by(role, 'grid'), everything);
      expect(acts.filter((act) => !may.includes(OVERSIGHT_ACTS[act].command))).toEqual([]);
    }
  });

  it('follows what there is to do it on (SV-3, HD-11)', () => {
    expect(possibleOversightActs(yicheng, by('supervisor'), none)).toEqual(['state-ground']);
    expect(possibleOversightActs(yicheng, by('supervisor'), open)).toEqual([
      ...['state-ground', 'clear-entry', 'issue-order', 'record-transfer'],
    ]);
    expect(possibleOversightActs(yicheng, by('handler', 'grid'), open)).toEqual(['file-contest']);
    expect(possibleOversightActs(yicheng, by('handler', 'drc'), open)).toEqual([]);
    const ordered = { ...none, orders: [{ unit: 'grid', step: 'leader', status: 'answered' }] };
    expect(possibleOversightActs(yicheng, by('leader'), ordered)).toContain('rule-order');
    expect(possibleOversightActs(yicheng, by('supervisor'), ordered)).not.toContain('rule-order');
    expect(possibleOversightActs(yicheng, by('handler', 'grid'), ordered)).toEqual([]);
    const checked = { ...none, checks: [{ unit: 'grid', status: 'mending' }] };
    expect(possibleOversightActs(chaozhou, by('handler', 'grid'), checked)).toEqual(['mend-answer']);
    expect(possibleOversightActs(chaozhou, by('joint-supervisor'), checked)).toEqual([]);
  });
});
