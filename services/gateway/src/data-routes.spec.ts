// Requests for data at the web door (HD-8): who is shown which, what an act becomes, and that what was
// provided is answered by the reading alone.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';
import { mayRequestData, possibleDataActs } from './app/data-acts';

const chaozhou = packOf('chaozhou');
const { gateway, asked, cases, questions, refusals } = gatewayWorld([], {}, [chaozhou]);
const of = (lead: string, status = 'acknowledged') => {
  const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), lead, status };
  cases.set(CASE_ID, { ...deskCase(), summary });
};
beforeEach(() => of('grid'));
afterAll(() => gateway.stop?.());

const at = (path: string) => `/api/v1/cases/${NUMBER}/data-requests${path}`;
const as = (role: string, unit: string) => ({ ...headersOf(role), 'x-unit': unit });
const post = (name: string, payload: object, unit = 'grid') =>
  ask(gateway, { method: 'POST', url: at(`/${name}`), payload, headers: as('handler', unit) });
const get = (url: string, role: string, unit = '') =>
  ask(gateway, { method: 'GET', url, headers: as(role, unit) });

it('the unit that has the case sees its requests with the log, and what it may do', async () => {
  const { statusCode, body, json } = await get(at(''), 'handler', 'grid');
  expect(statusCode).toBe(200);
  expect(json()).toMatchObject({
    possible: ['request-data'],
    requests: [
      {
        ...{ requestNo: 1, fromUnit: 'grid', ofUnit: 'drc', possible: ['read-data'], readings: 1 },
        template: { id: 'tax-source', title: { zh: '税源税收信息' } },
        log: [{ unit: 'grid', role: 'handler', by: 'li', purpose: '起草答复' }],
      },
    ],
  });
  expect(json().templates.map(({ id }: { id: string }) => id)).toContain('above-scale');
  expect(body).not.toContain('一月');
});

it('the unit that was asked sees its own and not the case; a third sees nothing', async () => {
  expect((await get(`/api/v1/cases/${NUMBER}`, 'handler', 'drc')).statusCode).toBe(404);
  const own = await get(at(''), 'handler', 'drc');
  expect(own.json()).toMatchObject({ possible: [], templates: [], requests: [{ log: [{ by: 'li' }] }] });
  expect(questions.at(-1)).toMatchObject({ appealId: CASE_ID, unit: 'drc' });
  of('drc');
  cases.set('other', { ...deskCase(), summary: undefined });
  of('elsewhere');
  expect((await get(at(''), 'handler', 'water')).statusCode).toBe(404);
});

it('the list is of what one’s unit is asked; who reads all cases chooses the unit', async () => {
  expect((await get('/api/v1/data-requests?state=open', 'handler', 'drc')).json().requests).toHaveLength(1);
  expect(questions.at(-1)).toMatchObject({ appealId: '', unit: 'drc', state: 'open' });
  await get('/api/v1/data-requests', 'handler', 'drc');
  expect(questions.at(-1)).toMatchObject({ unit: 'drc', state: 'open' });
  await get('/api/v1/data-requests?state=all', 'handler', 'drc');
  expect(questions.at(-1)).toMatchObject({ unit: 'drc', state: '' });
  expect((await get('/api/v1/data-requests?unit=drc', 'handler', 'grid')).json().requests).toEqual([]);
  expect((await get('/api/v1/data-requests?unit=drc', 'supervisor')).json().requests).toHaveLength(1);
  expect((await get('/api/v1/data-requests?unit=moon', 'supervisor')).statusCode).toBe(422);
});

it('an act reaches casework with what was said', async () => {
  const said = { template: 'tax-source', ofUnit: 'drc', purpose: '核实' };
  expect((await post('request-data', said)).statusCode).toBe(200);
  expect(asked.at(-1)).toMatchObject({ command: { $case: 'requestData', value: said } });
  expect((await post('provide-data', { requestNo: 1, text: '已办' }, 'drc')).statusCode).toBe(200);
  expect(asked.at(-1)?.command.value).toEqual({ requestNo: 1, fields: {}, text: '已办' });
});

it('what was provided is the answer to a reading, and of no refused one', async () => {
  const read = await post('read-data', { requestNo: 1, purpose: '起草答复' });
  expect(read.json()).toMatchObject({ fields: { period: '一月' }, erased: false });
  expect(asked.at(-1)).toMatchObject({ actor: { unit: 'grid' }, command: { $case: 'readData' } });
  refusals.push({ code: 'REASON_MISSING', rule: 'HD-8', params: {} });
  const refused = await post('read-data', { requestNo: 1, purpose: '' });
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'REASON_MISSING']);
  expect(refused.body).not.toContain('一月');
});

it('a repeated key is another reading: the right is checked and the log written again', async () => {
  const headers = { ...as('handler', 'grid'), 'idempotency-key': 'once' };
  const payload = { requestNo: 1, purpose: '起草答复' };
  const ids: unknown[] = [];
  for (let time = 1; time <= 2; time += 1) {
    await ask(gateway, { method: 'POST', url: at('/read-data'), payload, headers });
    ids.push(asked.at(-1)?.meta.commandId);
  }
  expect(new Set([...ids, 'once']).size).toBe(3);
});

it('a unit that was asked hears the refusal, also where the case is not its own', async () => {
  refusals.push({ code: 'REQUEST_ENDED', rule: 'HD-8', params: { request: '1', step: 'void' } });
  const told = await post('provide-data', { requestNo: 1, text: '已办' }, 'drc');
  expect([told.statusCode, told.json().code]).toEqual([409, 'REQUEST_ENDED']);
  expect(told.json().title).toContain('第1号数据调用');
  refusals.push({ code: 'REQUEST_ENDED', rule: 'HD-8', params: { request: '1', step: 'void' } });
  expect((await post('provide-data', { requestNo: 1, text: '已办' }, 'water')).statusCode).toBe(404);
});

it('of a protected appeal asking and reading are offered to whoever may see who it is (HD-10)', async () => {
  const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), lead: 'grid' };
  cases.set(CASE_ID, {
    ...deskCase(),
    summary: { ...summary, status: 'acknowledged', nameProtected: true },
  });
  const offered = async (role: string, unit = '') => {
    const { possible, templates, requests } = (await get(at(''), role, unit)).json();
    return [...possible, templates.length > 0, ...requests.flatMap((one: { possible: [] }) => one.possible)];
  };
  expect(await offered('handler', 'grid')).toEqual([false]);
  expect(questions.at(-1)).toMatchObject({ unit: '', ownUnit: 'grid' });
  expect(await offered('supervisor')).toEqual([false]);
  expect(await offered('clerk')).toEqual(['request-data', true]);
});

describe('what may be done', () => {
  const who = (role: string, unit = '') => ({ role, unit });
  const acts = (role: string, unit: string, step: string, status = 'acknowledged', fromUnit = 'grid') =>
    possibleDataActs(
      chaozhou,
      who(role, unit),
      { status, lead: 'grid', hidden: false },
      { fromUnit, ofUnit: 'drc', step },
    );

  it('on a request follows its side and its step', () => {
    expect(acts('handler', 'drc', 'open')).toEqual(['provide-data', 'refuse-data']);
    expect(acts('handler', 'grid', 'open')).toEqual(['withdraw-data-request']);
    expect(acts('handler', 'drc', 'provided')).toEqual([]);
    expect(acts('handler', 'grid', 'provided')).toEqual(['read-data']);
    expect(acts('handler', 'grid', 'provided', 'closed')).toEqual([]);
    expect(acts('supervisor', '', 'provided', 'closed')).toEqual(['read-data']);
    expect(acts('clerk', '', 'open')).toEqual([]);
    expect(acts('clerk', '', 'open', 'desk', '')).toEqual(['withdraw-data-request']);
    expect(acts('handler', '', 'open', 'desk', '')).toEqual([]);
  });

  it('to ask follows the case, and is offered where the pack foresees it', () => {
    const may = (role: string, unit: string, status: string, pack = chaozhou) =>
      mayRequestData(pack, who(role, unit), { status, lead: 'grid', hidden: false });
    expect(may('handler', 'grid', 'acknowledged')).toBe(true);
    expect(may('handler', 'grid', 'dispatched')).toBe(false);
    expect(may('handler', 'drc', 'acknowledged')).toBe(false);
    expect([may('clerk', '', 'desk'), may('clerk', '', 'completed')]).toEqual([true, false]);
    expect(may('handler', 'grid', 'acknowledged', packOf('yicheng'))).toBe(false);
  });
});
