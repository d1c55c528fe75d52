// Two units are merged under a running casework: the successor's desk shows the appeals of both, the file
// tells it once, and a closed case stays as it was.
import { ListCasesRequest } from '#contracts/gen/zhitong/casework/v1/service';
import { intakeSays, triageSays } from '../test/others';
import { hours } from '../test/scenario';
import { type World, startWorld } from '../test/world';

const merged = [
  { code: 'market' },
  { code: 'water', formerly: [{ code: 'tax', name: '区税务局', until: '2026-03-01' }] },
];
const system = { role: 'handler', id: 'sun', unit: 'water' };
const list = async ({ casework }: World, unit: string) => {
  const { cases } = await casework.handlers.listCases(ListCasesRequest.fromPartial({ unit, limit: 10 }));
  return cases.map(({ number }) => number).sort();
};

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

async function started() {
  world = await startWorld(
    [
      ...intakeSays('a1', 'YC-1'),
      ...triageSays('a1', 'tax'),
      ...intakeSays('a2', 'YC-2'),
      ...triageSays('a2', 'water'),
    ],
    [],
    merged,
  );
  await new Promise(setImmediate);
  await world.settle();
  return world;
}

test('the successor sees the appeals of both, whichever code is asked for', async () => {
  const running = await started();
  expect(await list(running, 'water')).toEqual(['YC-1', 'YC-2']);
  expect(await list(running, 'tax')).toEqual(['YC-1', 'YC-2']);
  expect(await list(running, 'market')).toEqual(['YC-1', 'YC-2']);
  const { byUnit } = await running.casework.handlers.countCases({ scopes: [] });
  expect(byUnit).toEqual({ water: 2 });
});

test('its people act, and the file tells why', async () => {
  const running = await started();
  expect(running.bytesOf('UnitSucceeded')).toHaveLength(1);
  running.setNow(hours(1));
  const command = { command: { $case: 'acknowledge', value: { dispatchNo: 1 } } };
  const meta = { commandId: 'c1', appealId: 'a1', actor: system };
  const { code, eventId } = await running.execute({ meta, ...command });
  expect(code).toBe('');
  const { case: file } = (await running.staffCase('a1', eventId)) as {
    case: { timeline: { type: string; fields: object }[] };
  };
  const told = file.timeline.filter(({ type }) => type === 'UnitSucceeded');
  expect(told).toMatchObject([{ fields: { from: 'tax', to: 'water', dispatchNo: '1' } }]);
});
