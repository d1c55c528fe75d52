// Requests for data over the journal (HD-8): what a unit is shown, that words leave by the logged reading
// alone, and that the time and the end of the case are noticed by themselves.
import { ListDataRequestsRequest, ReadDataRequest } from '#contracts/gen/zhitong/casework/v1/service';
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { CHAOZHOU } from '../test/data-requests';
import { SUBMITTED, intakeSays, said, triageSays } from '../test/others';
import { hours } from '../test/scenario';
import { type World, startWorld } from '../test/world';

const tax = { role: 'handler', id: 'li', unit: 'tax' };
const water = { role: 'handler', id: 'sun', unit: 'water' };
const UNITS = [
  { code: 'tax' },
  { code: 'market' },
  { code: 'water', formerly: [{ code: 'drainage', name: '排水管理处', until: '2026-01-01' }] },
];
const SECRET = '一月税款已入库';

let world: World;
let commands = 0;
beforeEach(async () => {
  world = await startWorld([...intakeSays('a1', 'CR-1'), ...triageSays('a1', 'tax')], [], UNITS, CHAOZHOU);
  await does(tax, 'acknowledge', { dispatchNo: 1 });
});
afterEach(() => world.stop());

async function does(actor: object, $case: string, value: object, appealId = 'a1') {
  commands += 1;
  const meta = { commandId: `c${commands}`, appealId, actor };
  const answer = await world.execute({ meta, command: { $case, value } });
  await world.settle();
  return answer;
}
const asks = () =>
  does(tax, 'requestData', { template: 'tax-source', ofUnit: 'drainage', purpose: '核实停产损失' });
const provides = () =>
  does(water, 'provideData', { requestNo: 1, fields: { period: '一月', 'tax-state': SECRET } });
const reads = async (actor: object, commandId = 'r1') => {
  const meta = { commandId, appealId: 'a1', actor };
  const request = { meta, requestNo: 1, purpose: '起草答复' };
  const { outcome } = await world.casework.handlers.readData(ReadDataRequest.fromPartial(request as never));
  await world.settle();
  return outcome;
};
const listed = async (question: Partial<ListDataRequestsRequest>) => {
  const asked = ListDataRequestsRequest.fromPartial(question);
  return (await world.casework.handlers.listDataRequests(asked)).requests;
};

test('a unit sees what is asked of it – also by its former name – and no other unit does', async () => {
  expect((await asks()).code).toBe('');
  expect(await listed({ unit: 'water', state: 'open' })).toMatchObject([
    {
      ...{ number: 'CR-1', requestNo: 1, template: 'tax-source', fromUnit: 'tax', ofUnit: 'water' },
      ...{ purpose: '核实停产损失', step: 'open', overdue: false, packHash: 'pack' },
      dueAt: Date.parse('2026-03-06T00:00+08:00'),
    },
  ]);
  expect(await listed({ unit: 'market' })).toEqual([]);
  expect(await listed({})).toHaveLength(1);
});

test('what was provided is in no case, list or course; whoever opens it is in the log', async () => {
  await asks();
  await provides();
  const shown = async () => {
    const all = [await world.staffCase('a1'), await listed({}), await listed({ appealId: 'a1' })];
    return JSON.stringify(all);
  };
  expect(await shown()).not.toContain(SECRET);
  expect(world.bytesOf('DataProvided').some((bytes) => Buffer.from(bytes).includes(SECRET))).toBe(false);
  expect(await reads(water)).toMatchObject({ $case: 'rejected', value: { code: 'NOT_YOUR_REQUEST' } });
  expect(world.bytesOf('DataRead')).toHaveLength(0);

  const opened = await reads(tax);
  expect(opened).toMatchObject({
    $case: 'data',
    value: { fields: { period: '一月', 'tax-state': SECRET }, erased: false },
  });
  const eventId = opened?.$case === 'data' ? opened.value.eventId : '';
  expect(await world.staffCase('a1', eventId)).toMatchObject({ stale: false });
  const [request] = await listed({ appealId: 'a1', unit: 'water' });
  expect(request).toMatchObject({
    readings: 1,
    log: [{ unit: 'tax', role: 'handler', by: 'li', purpose: '起草答复' }],
  });
  await reads({ role: 'supervisor', id: 'xu' }, 'r2');
  await reads(tax, 'r3');
  expect(world.bytesOf('DataRead')).toHaveLength(3);
  expect((await listed({ appealId: 'a1' }))[0]?.log.map(({ by }) => by)).toEqual(['li', 'xu', 'li']);
  expect(await shown()).not.toContain(SECRET);
});

test('of a protected appeal the asked unit alone reads what for, until it has the case (HD-10)', async () => {
  await world.stop();
  const submitted = intakeSays('a1', 'CR-1', 0, SUBMITTED, true);
  world = await startWorld([...submitted, ...triageSays('a1', 'tax')], [], UNITS, CHAOZHOU);
  await does(tax, 'acknowledge', { dispatchNo: 1 });
  expect((await asks()).code).toBe('PROTECTED');
  const why = '核实榴园机械的税源';
  const clerk = { role: 'clerk', id: 'wang' };
  const ask = { template: 'tax-source', ofUnit: 'water', purpose: why };
  expect((await does(clerk, 'requestData', ask)).code).toBe('');
  await provides();
  await reads(clerk);
  const purposes = async (question: Partial<ListDataRequestsRequest>) =>
    (await listed(question)).map(({ purpose, log }) => [purpose, ...log.map((one) => one.purpose)].join(' '));
  const hidden = '〔已保护〕';
  expect(await purposes({ unit: 'water', ownUnit: 'drainage' })).toEqual([why]);
  expect(await purposes({ appealId: 'a1', unit: 'water', ownUnit: 'water' })).toEqual([`${why} ${hidden}`]);
  expect(await purposes({ unit: 'water' })).toEqual([hidden]);
  expect(await purposes({ appealId: 'a1', ownUnit: 'tax' })).toEqual([`${hidden} ${hidden}`]);
  expect(JSON.stringify(await world.staffCase('a1'))).not.toContain(why);
  const handed = { dispatchNo: 2, lead: 'tax', assist: ['water'], decidedBy: 'wang' };
  await world.plant([said('a1', 'triage', 3, 4, ['AppealDispatched', triage.AppealDispatched], handed)]);
  await world.settle();
  expect(await purposes({ unit: 'water', ownUnit: 'water' })).toEqual([hidden]);
});

test('in a complaint whom it names is asked for nothing, and stands in the course (HD-10)', async () => {
  const wire = ['AppealClassified', triage.AppealClassified] as const;
  await world.plant([said('a1', 'triage', 3, 2, wire, { complainedOf: ['drainage'] })]);
  await world.settle();
  expect((await asks()).code).toBe('UNIT_COMPLAINED_OF');
  const other = { template: 'tax-source', ofUnit: 'market', purpose: '核实' };
  expect((await does(tax, 'requestData', other)).code).toBe('');
  expect(JSON.stringify(await world.staffCase('a1'))).toContain('"complainedOf":"drainage"');
});

test('the list is read page by page, the nearest due first, none twice', async () => {
  const ask = (template: string, ofUnit = 'water') =>
    does(tax, 'requestData', { template, ofUnit, purpose: '核实' });
  for (const template of ['tax-source', 'above-scale', 'file-in-hand']) await ask(template);
  await ask('tax-source', 'market');
  const seen: string[] = [];
  let cursor = '';
  do {
    const asked = ListDataRequestsRequest.fromPartial({ state: 'open', limit: 1, cursor });
    const page = await world.casework.handlers.listDataRequests(asked);
    seen.push(...page.requests.map(({ requestNo }) => String(requestNo)));
    cursor = page.nextCursor;
  } while (cursor !== '');
  expect(seen).toEqual(['3', '1', '2', '4']);
});

test('unanswered it is overdue, once, and the list of what is overdue shows it', async () => {
  await asks();
  expect(await listed({ unit: 'water', state: 'overdue' })).toEqual([]);
  await world.casework.stop?.();
  world.setNow(Date.parse('2026-03-04T08:30:00+08:00'));
  await world.casework.begin?.();
  expect(await world.staffCase('a1', 'test/a1/casework.datarequests/2')).toMatchObject({ stale: false });
  expect(world.bytesOf('DataRequestNear')).toHaveLength(1);
  await world.casework.stop?.();
  world.setNow(Date.parse('2026-03-06T00:00:00+08:00'));
  await world.casework.begin?.();
  expect(await world.staffCase('a1', 'test/a1/casework.datarequests/3')).toMatchObject({ stale: false });
  const other = { template: 'above-scale', ofUnit: 'water', purpose: '核实' };
  expect((await does(tax, 'requestData', other)).code).toBe('');
  expect(world.bytesOf('DataRequestOverdue')).toHaveLength(1);
  expect(await listed({ unit: 'water', state: 'overdue' })).toMatchObject([{ requestNo: 1, overdue: true }]);
  await provides();
  expect(await listed({ unit: 'water', state: 'overdue' })).toEqual([]);
  expect(await listed({ unit: 'water' })).toMatchObject([
    { step: 'provided', overdue: true },
    { step: 'open' },
  ]);
});

test('when the case goes to another unit the request is void, and the unit need not answer', async () => {
  await asks();
  world.setNow(hours(2));
  const recall = { dispatchNo: 1, unit: 'tax', by: 'wang' };
  await world.plant([said('a1', 'triage', 3, 2, ['DispatchRecalled', triage.DispatchRecalled], recall)]);
  await world.settle();
  expect(await listed({ unit: 'water' })).toMatchObject([{ step: 'void', said: 'moved' }]);
  expect((await provides()).code).toBe('REQUEST_ENDED');
});

test('live documents are what the journal makes of them', async () => {
  await asks();
  await provides();
  await reads(tax);
  const results = await world.host.runtime.compare();
  expect(results.map(({ group, differing }) => [group, differing])).toEqual([
    ['casework.workorder', []],
    ['casework.datarequests', []],
    ['casework.casefile', []],
  ]);
});

test('of an erased person nothing can be opened any more; who wanted to stands in the log', async () => {
  const of = (
    seq: number,
    ...[event, fields, sealed]: readonly [Parameters<typeof said>[4], object, Uint8Array]
  ) => {
    return { ...said('a1', 'casework', seq, 1, event, fields, sealed), writer: 'casework.datarequests' };
  };
  const asked = { template: 'tax-source', fromUnit: 'tax', ofUnit: 'water', by: 'li', packHash: 'pack' };
  const words = casework.DataProvidedPrivate.encode({ fields: { period: SECRET }, text: '' }).finish();
  const erased = await startWorld(
    [
      ...intakeSays('a1', 'CR-1'),
      ...triageSays('a1', 'tax'),
      of(1, ['DataRequested', casework.DataRequested], { ...asked, requestNo: 1 }, words),
      of(2, ['DataProvided', casework.DataProvided], { requestNo: 1, unit: 'water', by: 'sun' }, words),
    ],
    ['a1'],
    UNITS,
    CHAOZHOU,
  );
  const meta = { commandId: 'e1', appealId: 'a1', actor: tax };
  const request = ReadDataRequest.fromPartial({ meta, requestNo: 1, purpose: '归档' });
  const { outcome } = await erased.casework.handlers.readData(request);
  await erased.settle();
  expect(outcome).toMatchObject({ $case: 'data', value: { fields: {}, text: '', erased: true } });
  expect(erased.bytesOf('DataRead')).toHaveLength(1);
  await erased.stop();
});
