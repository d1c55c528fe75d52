// 情况核实与结果核查 at the door (HD-7): open to whom the pack names, as commands to casework; who is refused for want
// of a check reads who makes it.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';

const by = { clause: 'CD 二-3', by: 'clerk' };
const pack = { ...packOf('yicheng'), checks: { facts: { ...by, before: 'completed' as const }, result: by } };
const world = gatewayWorld([], {}, [pack]);
const { gateway, asked, refusals } = world;
afterAll(() => gateway.stop?.());

const stands = (status: string) => {
  const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), lead: 'grid', status };
  world.cases.set(CASE_ID, { ...deskCase(), summary });
};
const post = (act: string, role: string, payload: object) =>
  ask(gateway, { method: 'POST', url: `/api/v1/cases/${NUMBER}/${act}`, headers: headersOf(role), payload });
const open = async (role: string) =>
  (await ask(gateway, { method: 'GET', url: `/api/v1/cases/${NUMBER}`, headers: headersOf(role) })).json()
    .possible as string[];

test('is offered to whom the pack names, where it makes sense', async () => {
  stands('contacted');
  expect(await open('clerk')).toContain('fact-check');
  expect(await open('clerk')).not.toContain('result-check');
  expect(await open('handler')).not.toContain('fact-check');
  stands('completed');
  expect(await open('clerk')).toContain('result-check');
  expect(await open('clerk')).not.toContain('fact-check');
});

test('goes to casework with outcome and note', async () => {
  stands('completed');
  expect((await post('fact-check', 'clerk', { outcome: 'confirmed' })).statusCode).toBe(200);
  const refuted = { outcome: 'not-confirmed', note: '现场仍断电' };
  expect((await post('result-check', 'clerk', refuted)).statusCode).toBe(200);
  expect(asked.map(({ service, command }) => [service, command])).toEqual([
    ['casework', { $case: 'checkFacts', value: { outcome: 'confirmed', note: '' } }],
    ['casework', { $case: 'checkResult', value: refuted }],
  ]);
  expect((await post('result-check', 'clerk', { outcome: 'perhaps' })).statusCode).toBe(422);
  expect((await post('result-check', 'handler', refuted)).json().code).toBe('ROLE_NOT_ALLOWED');
});

test('whoever has to wait for it reads who may check, and the clause', async () => {
  stands('contacted');
  refusals.push({ code: 'FACTS_NOT_CHECKED', rule: 'HD-7', params: { role: 'clerk' } });
  const done = { dispatchNo: 1, completionType: 'solved', answer: '已恢复' };
  const reply = await post('complete', 'handler', done);
  expect([reply.statusCode, reply.json().code]).toEqual([409, 'FACTS_NOT_CHECKED']);
  expect(reply.json().title).toContain(pack.roles.find(({ id }) => id === 'clerk')?.title.zh);
  expect(reply.json().clause.text).toBe('CD 二-3');
});
