// Units that were merged 机构合并更名 at the web door: the unit a former one became is shown what that one had, and
// is offered its acts; whoever still names the former code is one of the unit it became.
import { CaseSummary } from '#contracts/gen/zhitong/casework/v1/service';
import { CASE_ID, NUMBER } from '../test/fake-case';
import { deskCase } from '../test/fake-peers';
import { ask, gatewayWorld, headersOf, packOf } from '../test/world';

const { gateway, cases, questions } = gatewayWorld();
const read = async (path: string, unit: string) => {
  const headers = { ...headersOf('handler'), 'x-unit': unit };
  return (await ask(gateway, { method: 'GET', url: `/api/v1/${path}`, headers })).json();
};
/** A case in the hands of a unit, or before it with an assisting one. */
const withUnits = (lead: string, ...assisting: { unit: string; step: string }[]) => {
  const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), lead, status: 'acknowledged' };
  const parts = assisting.map((part) => ({ ...part, said: '', at: 0 }));
  const assist = assisting.map(({ unit }) => unit);
  cases.set(CASE_ID, { ...deskCase(), summary: { ...summary, assist }, assisting: parts });
};
afterAll(() => gateway.stop?.());

it.each([
  ['a former unit had, its successor is offered the acts', 'old-grid', 'grid'],
  ['the successor has, whoever names the former unit is offered the acts', 'grid', 'old-grid'],
])('on a case that %s', async (_, lead, unit) => {
  withUnits(lead);
  const { possible } = await read(`cases/${NUMBER}`, unit);
  expect(possible).toEqual(expect.arrayContaining(['contact', 'opinion', 'complete']));
});

it('a part that was asked of a former unit is its successor’s', async () => {
  withUnits('drc', { unit: 'old-grid', step: 'asked' });
  expect((await read(`cases/${NUMBER}`, 'grid')).possible).toEqual(['acknowledge', 'object']);
});

it('an order, the register and the lists of what is overseen know them as one', async () => {
  withUnits('drc');
  const { orders, possible } = await read(`cases/${NUMBER}/oversight`, 'old-grid');
  expect([orders.length, possible]).toEqual([1, ['answer-order']]);
  await read('orders', 'old-grid');
  await read('register', 'old-grid');
  expect(questions.slice(-2)).toMatchObject([{ unit: 'grid' }, { unit: 'grid' }]);
});

it.each([
  ['the former unit', 'old-grid', 'grid'],
  ['the successor, by somebody who names the former unit', 'grid', 'old-grid'],
])(
  'who leaves hands over what was dispatched to %s, and not what his unit assists in',
  async (_, lead, unit) => {
    const pack = packOf('yicheng');
    const scopes = pack.scopes.map((scope) =>
      scope.on === 'own-unit' ? { ...scope, may: [...scope.may, 'AssignInside' as const] } : scope,
    );
    const world = gatewayWorld([], {}, [{ ...pack, scopes }]);
    const summary = { ...(deskCase().summary ?? CaseSummary.fromPartial({})), status: 'acknowledged' };
    world.cases.set(CASE_ID, { ...deskCase(), summary: { ...summary, lead } });
    const assisted = { ...summary, appealId: 'assisted', number: 'ZT-2', lead: 'drc', assist: [unit] };
    world.cases.set('assisted', { ...deskCase(), summary: assisted });
    const reply = await ask(world.gateway, {
      method: 'POST',
      url: '/api/v1/units/own/hand-over',
      headers: { ...headersOf('handler'), 'x-unit': unit },
      payload: { fromHandler: 'h-1', toHandler: 'h-2' },
    });
    await world.gateway.stop?.();
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      { results: [{ number: NUMBER, appealId: CASE_ID, code: '' }] },
    ]);
  },
);
