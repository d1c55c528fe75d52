import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '#policy/pack';
import { memoryReaderStore } from '#testkit/memory-reader-store';
import { recordsOf, told } from '../test/others';
import { type Line, day, eventsOf } from '../test/town';
import { startWorld, table, type World, YICHENG } from '../test/world';

const MARCH = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };

/** What an officer counted by hand from this list stands in the tests below. */
const TOWN: readonly Line[] = [
  { id: 'A1', to: [['tax', 2]], due: 9, done: 8, asked: [9, true, true, true], rated: [9, 'satisfied'] },
  {
    id: 'A2',
    to: [['tax', 2]],
    due: 9,
    done: 10,
    asked: [11, true, false, false],
    rated: [11, 'dissatisfied'],
  },
  { id: 'A3', topic: 'water', channel: 'hotline', to: [['water', 3]], due: 10 },
  { id: 'A4', topic: 'water', to: [['water', 3]], due: 39, done: 6, lapsed: [13, 'unrated'] },
  { id: 'A5', kind: 'suggestion', to: [['water', 4]], due: 11, done: 5, rated: [6, 'dissatisfied'] },
  { id: 'A6', joined: 1 },
  { id: 'A7', kind: 'consultation', answered: 1.5, rated: [2, 'satisfied'] },
  { id: 'A8', kind: 'consultation', to: [['tax', 5]], due: 12, done: 7, asked: [8, false, false, false] },
  {
    id: 'A9',
    to: [
      ['tax', 3],
      ['water', 5],
    ],
    recalled: [1, 4],
    due: 12,
    done: 11,
    reopened: 12,
  },
  {
    id: 'B1',
    to: [
      ['water', 2],
      ['tax', 4],
    ],
    upheld: [1, 3],
    due: 11,
    done: 9,
  },
];
const records = recordsOf(TOWN.flatMap(eventsOf));

let world: World | undefined;
let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'zt-analytics-'));
});
afterEach(async () => {
  await world?.stop();
  world = undefined;
  rmSync(directory, { recursive: true, force: true });
});

async function town(making: Parameters<typeof startWorld>[0] = {}): Promise<World> {
  world = await startWorld(making);
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

  it.each([
    ['topic', ['tax', 'water']],
    ['channel', ['hotline', 'web']],
    ['region', ['r1']],
  ])('groups by %s', async (by, groups) => {
    const answer = table(await (await town()).ask({ ...MARCH, by }));
    expect(Object.keys(answer)).toEqual(groups);
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

  it('refuses a question that has no answer', async () => {
    world = await startWorld();
    await expect(world.ask({ ...MARCH, by: 'mood' })).rejects.toThrow('GROUPING_UNKNOWN');
    await expect(world.ask({ ...MARCH, toAt: day(0) })).rejects.toThrow('PERIOD_REVERSED');
    await expect(world.ask({ ...MARCH, cutOffAt: day(-1) })).rejects.toThrow('CUT_OFF_BEFORE_PERIOD');
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
});

describe('the facts', () => {
  it('are not changed by what comes again', async () => {
    const running = await town();
    const before = await running.ask({ ...MARCH, by: 'unit' });
    await running.plant(records);
    await running.plant([...records].reverse());
    expect(await running.ask({ ...MARCH, by: 'unit' })).toEqual(before);
  });

  it('come out the same after a rebuild; the old ones answer, marked stale, until the new ones are complete', async () => {
    const first = await town({ directory });
    const readers = first.host.runtime.ports.readers;
    const before = await first.ask({ ...MARCH, by: 'unit' });
    expect(before.stale).toBe(false);
    await first.host.runtime.loop('analytics.facts')?.stop();
    await first.host.runtime.loop('analytics.facts')?.startOver();
    await first.stop();
    world = await startWorld({ directory, readers, journal: first.journal, notBegun: true });
    expect(await world.ask({ ...MARCH, by: 'unit' })).toEqual({ ...before, stale: true });
    await world.hosted.begin?.();
    expect(await world.ask({ ...MARCH, by: 'unit' })).toEqual(before);
  });

  it('are read anew when the file was deleted', async () => {
    const readers = memoryReaderStore();
    const first = await town({ directory, readers });
    const before = await first.ask(MARCH);
    await first.stop();
    expect(await readers.positions('analytics.facts')).not.toEqual([]);
    rmSync(join(directory, 'facts.duckdb'));
    world = await startWorld({ directory, readers, journal: first.journal });
    expect(await world.ask(MARCH)).toEqual(before);
  });

  it('park the key of an unknown word and go on with the others', async () => {
    world = await startWorld();
    const odd = told('A1', 'casework', 'AppealRated', day(5), { rating: 'so-so' });
    await world.plant(recordsOf([odd, ...eventsOf({ id: 'A2', to: [['tax', 2]] })]));
    expect(world.host.runtime.loop('analytics.facts')?.parkedKeys.map(({ key }) => key)).toEqual(['A1']);
    expect(table(await world.ask(MARCH))['all']).toMatchObject({ dispatched: '1/0' });
  });
});

describe('covering', () => {
  it('answers at once when the event was counted, else says stale after two seconds', async () => {
    const running = await town();
    const covering = 'test/A1/casework.workorder/3';
    expect((await running.ask({ ...MARCH, covering })).stale).toBe(false);
    const began = performance.now();
    expect((await running.ask({ ...MARCH, covering: 'test/A1/casework.workorder/4' })).stale).toBe(true);
    expect(performance.now() - began).toBeGreaterThan(1900);
  });

  it('waits for an event that is on its way', async () => {
    const running = await town();
    running.journal.hold();
    const asked = running.ask({ ...MARCH, covering: 'test/C1/triage.routing/1' });
    const late = running.plant(recordsOf(eventsOf({ id: 'C1', to: [['tax', 2]] })));
    setTimeout(() => running.journal.release(), 100);
    const answer = await asked;
    await late;
    expect(answer.stale).toBe(false);
    expect(table(answer)['all']).toMatchObject({ dispatched: '9/0' });
  });
});
