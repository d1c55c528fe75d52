// What rulings leave out of the figures, shown both ways, and what stands against a unit, case by case (SV-6,
// HD-11).
import { AppraiseRequest, type AppraiseResponse } from '#contracts/gen/zhitong/analytics/v1/service';
import { type Told, recordsOf, told } from '../test/others';
import { TOWN, day, eventsOf } from '../test/town';
import { type World, startWorld } from '../test/world';

const MARCH = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };
const STOOD = { yellow: 1, red: 0, deductions: 1, points: 2, rating: 'dissatisfied' };

const oversight = (name: string, on: number, fields: object): Told =>
  told('A2', 'supervision', name, day(on), { unit: 'tax', ...fields });

/** A2 of the town: a card and a bad rating contested with success, a deduction, an order answered late. */
const EVENTS: readonly Told[] = [
  oversight('YellowCardIssued', 9, { cardId: 'c1/yellow', clockId: 'c1', clock: 'resolve' }),
  oversight('OrderIssued', 9.5, { orderNo: 1, step: 'platform', ground: 'yellow' }),
  oversight('OrderAnswered', 14, { orderNo: 1, late: true }),
  oversight('DeductionRecorded', 11, {
    deductionNo: 1,
    deduction: 'quality',
    ground: 'poor-quality',
    points: 2,
  }),
  oversight('ContestFiled', 12, { contestNo: 1, about: 'card', target: 'c1/yellow' }),
  oversight('ContestRuled', 13, {
    contestNo: 1,
    about: 'card',
    target: 'c1/yellow',
    upheld: true,
    before: STOOD,
    after: { ...STOOD, yellow: 0 },
  }),
  oversight('CardRevoked', 13, { cardId: 'c1/yellow', reason: 'contest-upheld' }),
  oversight('ContestFiled', 15, { contestNo: 2, about: 'rating', target: '1' }),
  oversight('ContestRuled', 16, {
    contestNo: 2,
    about: 'rating',
    target: '1',
    upheld: true,
    before: { ...STOOD, yellow: 0 },
    after: { ...STOOD, yellow: 0, rating: '' },
  }),
  oversight('RatingExcluded', 16, { contestNo: 2, round: 1, rating: 'dissatisfied' }),
];

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

async function town(): Promise<World> {
  world = await startWorld();
  await world.plant(recordsOf([...TOWN.flatMap(eventsOf), ...EVENTS]));
  return world;
}

async function figure(running: World, name: string, question: object) {
  const { rows } = await running.ask({ ...MARCH, ...question });
  const { numerator, denominator, beforeNumerator, beforeDenominator, excluded } =
    rows
      .find(({ group }) => group === ('by' in question ? 'tax' : 'all'))
      ?.figures.find((one) => one.name === name) ?? fail(name);
  const shares = [`${numerator}/${denominator}`, `${beforeNumerator}/${beforeDenominator}`];
  return [...shares, excluded];
}

function fail(name: string): never {
  throw new Error(`No figure ${name}`);
}

async function appraise({ hosted }: World, question: object): Promise<AppraiseResponse> {
  const handlers = hosted.grpc[0]?.handlers as unknown as {
    appraise: (request: AppraiseRequest) => Promise<AppraiseResponse>;
  };
  return handlers.appraise(AppraiseRequest.fromPartial({ ...MARCH, ...question }));
}

test('a rating left out is in no satisfaction, and the figure before it is shown beside', async () => {
  const running = await town();
  expect(await figure(running, 'satisfaction-expressed', {})).toEqual(['2/2', '2/3', 1]);
  expect(await figure(running, 'satisfaction-expressed', { by: 'unit' })).toEqual(['1/1', '1/2', 1]);
  expect(await figure(running, 'satisfaction-official', { by: 'unit' })).toEqual(['1/1', '1/2', 1]);
});

test('before the ruling nothing is left out: the cut-off holds', async () => {
  const running = await town();
  const early = { cutOffAt: day(15) };
  expect(await figure(running, 'satisfaction-expressed', early)).toEqual(['2/3', '2/3', 0]);
});

test('a card taken back on a contest is counted only in the figure before it', async () => {
  const running = await town();
  expect(await figure(running, 'yellow-cards', { by: 'unit' })).toEqual(['0/0', '1/0', 1]);
  expect(await figure(running, 'completion-rate', { by: 'unit' })).toEqual([
    expect.any(String),
    expect.any(String),
    0,
  ]);
});

test('a card taken back because it was wrong is counted nowhere', async () => {
  world = await startWorld();
  const [shown] = EVENTS;
  const wrong = oversight('CardRevoked', 13, { cardId: 'c1/yellow', reason: 'decided-in-time' });
  await world.plant(recordsOf([...TOWN.flatMap(eventsOf), shown as Told, wrong]));
  expect(await figure(world, 'yellow-cards', {})).toEqual(['0/0', '0/0', 0]);
});

test('the sheet of a unit names what stands against it with its case, in the order of time', async () => {
  const { items, refused } = await appraise(await town(), { unit: 'tax' });
  expect(refused).toBeUndefined();
  expect(
    items.map(({ kind, appealId, no, what, ground, state }) => [kind, appealId, no, what, ground, state]),
  ).toEqual([
    ['card', 'A2', 0, 'yellow', 'resolve', 'revoked-on-contest'],
    ['order', 'A2', 1, 'platform', 'yellow', 'answered-late'],
    ['deduction', 'A2', 1, 'quality', 'poor-quality', 'standing'],
    ['contest', 'A2', 1, 'card', 'c1/yellow', 'upheld'],
    ['contest', 'A2', 2, 'rating', '1', 'upheld'],
    ['exclusion', 'A2', 2, 'dissatisfied', '1', 'excluded'],
  ]);
  expect(items.find(({ kind }) => kind === 'deduction')?.points).toBe(2);
  const contest = items.find(({ kind }) => kind === 'contest');
  expect([contest?.before?.yellow, contest?.after?.yellow]).toEqual([1, 0]);
});

test('the sheet of another unit is empty, and so is that of another programme', async () => {
  const running = await town();
  expect((await appraise(running, { unit: 'water' })).items).toEqual([]);
  expect((await appraise(running, { unit: 'tax', pack: 'other' })).items).toEqual([]);
});

test('the sheet as of a day knows nothing that came later', async () => {
  const { items } = await appraise(await town(), { unit: 'tax', cutOffAt: day(12.5) });
  expect(items.map(({ kind, state }) => [kind, state])).toEqual([
    ['card', 'standing'],
    ['order', 'open'],
    ['deduction', 'standing'],
    ['contest', 'open'],
  ]);
  expect(items.at(-1)?.before).toBeUndefined();
});

test('an order not accepted and answered again stands on each sheet as it was at its cut-off', async () => {
  world = await startWorld();
  const order = (name: string, on: number, fields: object) => oversight(name, on, { orderNo: 1, ...fields });
  const inMarch = [
    ...TOWN.flatMap(eventsOf),
    order('OrderIssued', 10, { step: 'platform', ground: 'yellow' }),
    order('OrderAnswered', 15, { late: true }),
    order('OrderRuled', 20, { verdict: 'not-accepted' }),
  ];
  const running = world;
  await running.plant(recordsOf(inMarch));
  const stands = async (on: number) =>
    (await appraise(running, { unit: 'tax', cutOffAt: day(on) })).items.map((item) => [
      item.state,
      item.endedAt,
    ]);
  const drawnThen = await stands(31);
  expect(drawnThen).toEqual([['not-accepted', 0]]);
  await running.plant(
    recordsOf([
      ...inMarch,
      order('OrderAnswered', 33, { late: false }),
      order('OrderRuled', 36, { verdict: 'accepted' }),
    ]),
  );
  expect(await stands(31)).toEqual(drawnThen);
  expect(await stands(12)).toEqual([['open', 0]]);
  expect(await stands(16)).toEqual([['answered-late', 0]]);
  expect(await stands(34)).toEqual([['answered', 0]]);
  expect(await stands(37)).toEqual([['accepted', day(36)]]);
});

test('a period that ends before it begins is refused', async () => {
  const { refused } = await appraise(await town(), { toAt: day(-1) });
  expect(refused?.code).toBe('PERIOD_REVERSED');
});
