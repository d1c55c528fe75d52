import { sentenceOf } from '#contracts/render-sentence';
import type { Pack } from '#policy/pack';
import { recordsOf, told } from '../test/others';
import { type Line, TOWN, day, eventsOf } from '../test/town';
import { startWorld, table, type World, YICHENG } from '../test/world';

const MARCH = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };

const GROUPINGS = 'all, unit, topic, channel, region, class-1, class-2, class-3';
const records = recordsOf(TOWN.flatMap(eventsOf));

let world: World | undefined;

afterEach(async () => {
  await world?.stop();
  world = undefined;
});

async function town(): Promise<World> {
  world = await startWorld();
  await world.plant(records);
  return world;
}

describe('figures of a small town', () => {
  it('counts March as an officer does by hand', async () => {
    const { all } = table(await (await town()).ask(MARCH));
    expect(all).toEqual({
      'completion-rate': '5/7',
      'on-time-rate': '5/7',
      'satisfaction-expressed': '2/3',
      'satisfaction-official': '2/3',
      'contacted-rate': '2/3',
      'really-solved-rate': '1/2',
      'followed-up-satisfied-rate': '1/2',
      'direct-answer-rate': '1/2',
      'dispatch-time': '8/0',
      submitted: '9/0',
      admitted: '9/0',
      joined: '1/0',
      'answered-directly': '1/0',
      dispatched: '8/0',
      recalled: '1/0',
      completed: '6/0',
      reopened: '1/0',
      unrated: '1/0',
    });
  });

  it('shows numerator and denominator of each unit', async () => {
    const groups = table(await (await town()).ask({ ...MARCH, by: 'unit' }));
    expect(Object.keys(groups)).toEqual(['', 'tax', 'water']);
    expect(groups['tax']).toMatchObject({ 'completion-rate': '4/4', 'on-time-rate': '3/4' });
    expect(groups['water']).toMatchObject({ 'completion-rate': '1/3', 'on-time-rate': '2/3' });
    expect(groups['']).toMatchObject({ 'satisfaction-expressed': '1/1', 'direct-answer-rate': '1/1' });
  });

  it('counts a merged unit for its successor, and in sum what it counted before', async () => {
    const before = table(await (await town()).ask({ ...MARCH, by: 'unit' }));
    await world?.stop();
    const formerly = [{ code: 'tax', name: '区税务局', until: '2026-04-01' }];
    world = await startWorld({ units: [{ code: 'water', formerly }] });
    await world.plant(records);
    const after = table(await world.ask({ ...MARCH, by: 'unit' }));
    expect(Object.keys(after)).toEqual(['', 'water']);
    expect(after['']).toEqual(before['']);
    const figures = new Set([before['tax'], before['water']].flatMap((row) => Object.keys(row ?? {})));
    expect(figures.size).toBeGreaterThan(10);
    for (const figure of figures) {
      const sum = [before['tax']?.[figure], before['water']?.[figure]]
        .map((value = '0/0') => value.split('/').map(Number))
        .reduce(([n = 0, d = 0], [m = 0, e = 0]) => [n + m, d + e]);
      expect([figure, after['water']?.[figure]]).toEqual([figure, sum.join('/')]);
    }
  });

  it.each([
    ['topic', ['tax', 'water']],
    ['channel', ['hotline', 'web']],
    ['region', ['r1']],
  ])('groups by %s', async (by, groups) => {
    const answer = table(await (await town()).ask({ ...MARCH, by }));
    expect(Object.keys(answer)).toEqual(groups);
  });

  it('groups by class at every layer, as it was classed at the cut-off (IN-3)', async () => {
    world = await startWorld();
    const loan = ['means', 'financing', 'loan'];
    const lines: readonly Line[] = [
      { id: 'L1', in: 1, classed: [[loan, 1]] },
      { id: 'L2', in: 1, classed: [[loan.slice(0, 2), 1]] },
      {
        id: 'L3',
        in: 1,
        classed: [
          [loan, 1],
          [['rights'], 9],
        ],
      },
      { id: 'L4', in: 1 },
    ];
    await world.plant(recordsOf(lines.flatMap(eventsOf)));
    const by = async (layer: number, cutOffAt = day(20)) =>
      Object.entries(table((await world?.ask({ ...MARCH, cutOffAt, by: `class-${layer}` })) as never)).map(
        ([group, row]) => `${group}:${row['submitted']}`,
      );
    expect(await by(1)).toEqual([':1/0', 'means:2/0', 'rights:1/0']);
    expect(await by(2)).toEqual([':2/0', 'financing:2/0']);
    expect(await by(3)).toEqual([':3/0', 'loan:1/0']);
    expect(await by(1, day(8))).toEqual([':1/0', 'means:3/0']);
  });

  it('sees nothing that happened after the cut-off', async () => {
    const { all } = table(await (await town()).ask({ ...MARCH, cutOffAt: day(8) }));
    expect(all).toMatchObject({ 'completion-rate': '3/7', submitted: '9/0' });
    expect(all).not.toHaveProperty('on-time-rate');
    expect(all).not.toHaveProperty('reopened');
  });

  it('leaves out what lies at the end of the period and takes what lies at its beginning', async () => {
    const running = await town();
    const dispatched = async (from: number, to: number) =>
      table(await running.ask({ fromAt: day(from), toAt: day(to), cutOffAt: day(40) }))['all']?.[
        'dispatched'
      ];
    expect(await dispatched(2, 3)).toBe('2/0');
    expect(await dispatched(2, 3.001)).toBe('4/0');
    expect(await dispatched(2.001, 3)).toBeUndefined();
  });

  it('tells median and 90th percentile of the time to hand over, a recalled hand-over left out', async () => {
    world = await startWorld();
    const hoursTo: readonly number[] = [1, 2, 3, 4, 10];
    const lines = hoursTo.map(
      (hours, index): Line => ({ id: `D${index}`, in: 1, to: [['tax', 1 + hours / 24]] }),
    );
    const recalled: Line = {
      id: 'R',
      in: 1,
      to: [
        ['tax', 1],
        ['tax', 2],
      ],
      recalled: [1, 1.5],
    };
    await world.plant(recordsOf([...lines, recalled].flatMap(eventsOf)));
    const [row] = (await world.ask(MARCH)).rows;
    const time = row?.figures.find(({ name }) => name === 'dispatch-time');
    expect(time?.numerator).toBe(6);
    expect(time?.medianMs).toBeCloseTo(3.5 * 3_600_000, -2);
    expect(time?.p90Ms).toBeCloseTo(17 * 3_600_000, -2);
  });

  it('shows the pack’s figures and the counts, nothing else, though nothing happened', async () => {
    world = await startWorld();
    const { rows } = await world.ask(MARCH);
    expect(rows.map(({ group }) => group)).toEqual(['all']);
    expect(rows[0]?.figures.slice(0, 9).map(({ name }) => name)).toEqual(YICHENG.figures.map(({ id }) => id));
    expect(rows[0]?.figures.every(({ numerator, denominator }) => numerator + denominator === 0)).toBe(true);
  });

  it.each([
    [{ by: 'mood' }, 'GROUPING_UNKNOWN', 'by', { allowed: GROUPINGS }],
    [{ toAt: day(0) }, 'PERIOD_REVERSED', 'to', {}],
    [{ cutOffAt: day(-1) }, 'CUT_OFF_BEFORE_PERIOD', 'cutOff', {}],
  ])('refuses %j with %s, by field', async (wrong, code, field, params) => {
    world = await startWorld();
    await world.plant(records);
    const answer = await world.ask({ ...MARCH, ...wrong });
    expect(answer).toMatchObject({ rows: [], refused: { code, field, params } });
    expect(sentenceOf('analytics', code)?.zh).toContain(field);
    expect((await world.ask(MARCH)).refused).toBeUndefined();
  });
});

describe('silence of the enterprise', () => {
  const packs = (change: Partial<Pack['rating']>): Record<string, Pack> => ({
    pack: { ...YICHENG, rating: { ...YICHENG.rating, ...change } },
  });
  const rated: readonly Line[] = [
    { id: 'A', to: [['tax', 2]], done: 3, rated: [4, 'satisfied'] },
    { id: 'B', to: [['tax', 2]], done: 3, rated: [4, 'dissatisfied'], lapsed: [9, 'satisfied'] },
  ];
  const official = async (making: object, silent: readonly Line[]) => {
    world = await startWorld(making);
    await world.plant(recordsOf([...rated, ...silent].flatMap(eventsOf)));
    const { all = {} } = table(await world.ask(MARCH));
    const { 'satisfaction-expressed': expressed, 'satisfaction-official': said } = all;
    return [expressed, said];
  };
  const unrated: Line = { id: 'U', to: [['tax', 2]], done: 3, lapsed: [8, 'unrated'] };
  const byDefault: Line = { id: 'V', to: [['tax', 2]], done: 3, lapsed: [8, 'satisfied'] };

  it('is outside the denominator where the pack says so', async () => {
    expect(await official({ packs: packs({ unratedInDenominator: false }) }, [unrated])).toEqual([
      '1/2',
      '1/2',
    ]);
  });
  it('is inside it where the pack says so', async () => {
    expect(await official({ packs: packs({ unratedInDenominator: true }) }, [unrated])).toEqual([
      '1/2',
      '1/3',
    ]);
  });
  it('counts as satisfied where the pack says so, kept apart, and never wipes out a rating', async () => {
    expect(await official({}, [byDefault])).toEqual(['1/2', '2/3']);
    const { all = {} } = table(await (world as World).ask(MARCH));
    expect(all['satisfied-by-default']).toBe('1/0');
  });
});

describe('withdrawal', () => {
  it('is counted once, whoever granted it', async () => {
    world = await startWorld();
    const withdrawnBy = [
      ['A', 'intake', 'AppealWithdrawn', {}],
      ['B', 'triage', 'WithdrawalGranted', {}],
      ['C', 'casework', 'AppealClosed', { why: 'withdrawn' }],
      ['D', 'casework', 'AppealClosed', { why: 'rated' }],
    ] as const;
    const events = withdrawnBy.flatMap(([id, service, name, fields]) => [
      ...eventsOf({ id, to: [['tax', 2]] }),
      told(id, service, name, day(3), fields),
    ]);
    await world.plant(recordsOf(events));
    const { all } = table(await world.ask(MARCH));
    expect(all).toMatchObject({ withdrawn: '3/0', closed: '2/0', 'completion-rate': '0/4' });
  });
});

describe('cards and void clocks', () => {
  it('leaves a revoked card and a void clock out', async () => {
    world = await startWorld();
    const clock = { clockId: 'v1', clock: 'resolve', unit: 'tax' };
    const opinion = { clockId: 'o1', clock: 'opinion', unit: 'tax', startAt: day(2), deadlineAt: day(3) };
    const card = { cardId: 'y1', clockId: 'v1', clock: 'resolve', unit: 'tax' };
    const events = [
      ...eventsOf({ id: 'A', to: [['tax', 2]] }),
      told('A', 'supervision', 'ClockStarted', day(2), { ...clock, startAt: day(2), deadlineAt: day(9) }),
      told('A', 'supervision', 'ClockStarted', day(2), opinion),
      told('A', 'supervision', 'YellowCardIssued', day(9), card),
      told('A', 'supervision', 'YellowCardIssued', day(9), { ...card, cardId: 'y2' }),
      told('A', 'supervision', 'CardRevoked', day(10), card),
      told('A', 'supervision', 'ClockStopped', day(11), { ...clock, stoppedAt: day(11), void: true }),
    ];
    await world.plant(recordsOf(events));
    expect(table(await world.ask(MARCH))['all']).toMatchObject({ 'yellow-cards': '1/0' });
    expect(table(await world.ask(MARCH))['all']).not.toHaveProperty('on-time-rate');
    const before = table(await world.ask({ ...MARCH, cutOffAt: day(9) }));
    expect(before['all']).toMatchObject({ 'yellow-cards': '2/0', 'on-time-rate': '0/1' });
  });

  it('takes for in time what was late because the platform itself was down (SV-2)', async () => {
    world = await startWorld();
    const clock = { clock: 'resolve', unit: 'tax' };
    const run = (clockId: string) => ({ ...clock, clockId, startAt: day(2), deadlineAt: day(9) });
    const stop = (clockId: string, at: number, lateBySystem = false) =>
      told('A', 'supervision', 'ClockStopped', day(at), { clockId, stoppedAt: day(at), lateBySystem });
    const lost = (clockId: string, colour: string) =>
      told('A', 'supervision', 'TimeLost', day(13), { clockId, colour, untilAt: day(11) });
    const clocks = ['at-once', 'later', 'too-late', 'after-notice'];
    await world.plant(
      recordsOf([
        ...eventsOf({ id: 'A', to: [['tax', 2]] }),
        ...clocks.map((id) => told('A', 'supervision', 'ClockStarted', day(2), run(id))),
        stop('at-once', 10, true),
        ...[stop('later', 10), stop('too-late', 11), stop('after-notice', 12)],
        ...[lost('later', 'yellow'), lost('too-late', 'yellow'), lost('after-notice', 'red')],
      ]),
    );
    expect(table(await world.ask(MARCH))['all']).toMatchObject({ 'on-time-rate': '2/4' });
    const between = table(await world.ask({ ...MARCH, cutOffAt: day(10.5) }))['all'];
    expect(between).toMatchObject({ 'on-time-rate': '1/2' });
  });
});
