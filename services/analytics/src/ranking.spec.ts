// The ranking as it is asked for: counted by the queries that run in production, over lines an officer can
// check by hand (YC-9).
import type { RankResponse } from '#contracts/gen/zhitong/analytics/v1/service';
import { sentenceOf } from '#contracts/render-sentence';
import type { Pack } from '#policy/pack';
import { recordsOf } from '../test/others';
import { day, eventsOf, type Line } from '../test/town';
import { startWorld, type World, YICHENG } from '../test/world';

/**
 * `count` appeals handed over to a unit, of which the first `done` were completed, the first `happy` content.
 */
function appeals(unit: string, count: number, done: number, happy: number, pack = 'pack'): readonly Line[] {
  return Array.from({ length: count }, (_, index): Line => {
    const completed =
      index < done ? { done: 4, rated: [5, index < happy ? 'satisfied' : 'dissatisfied'] } : {};
    return { id: `${pack}-${unit}-${index}`, pack, to: [[unit, 2]], ...completed } as Line;
  });
}

/** tax 8/8, water and market 9/10 told apart by satisfaction, grid 3/6 and fire 5/10 equal, arts too few. */
const MARCH: readonly Line[] = [
  ...appeals('tax', 8, 8, 4),
  ...appeals('water', 10, 9, 6),
  ...appeals('market', 10, 9, 9),
  ...appeals('grid', 6, 3, 3),
  ...appeals('fire', 10, 5, 5),
  ...appeals('arts', 4, 4, 4),
];

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

async function town(lines = MARCH, making = {}): Promise<World> {
  world = await startWorld(making);
  await world.plant(recordsOf(lines.flatMap(eventsOf)));
  return world;
}

const shown = ({ units }: RankResponse) =>
  units.map(({ unit, rank, figures }) => {
    const shares = figures.map((one) => `${one.numerator}/${one.denominator} no. ${one.rank}`);
    return [rank, unit, ...shares].join(' ');
  });

describe('the monthly ranking', () => {
  it('shows the order of both figures together and of each alone', async () => {
    const answer = await (await town()).rank({ ranking: 'monthly', period: '2026-03' });
    expect(shown(answer)).toEqual([
      '1 tax 8/8 no. 1 4/8 no. 4',
      '2 market 9/10 no. 2 9/9 no. 1',
      '3 water 9/10 no. 2 6/9 no. 3',
      '4 fire 5/10 no. 4 5/5 no. 1',
      '4 grid 3/6 no. 4 3/3 no. 0',
      '0 arts 4/4 no. 0 4/4 no. 0',
    ]);
    expect(answer).toMatchObject({ pack: 'yicheng', running: false, fromAt: day(0), toAt: day(31) });
    expect(answer.cutOffAt).toBe(day(31) - 1);
  });

  it('does not know what comes after the period, unless it is asked to', async () => {
    const late = appeals('tax', 5, 5, 0).map(
      (line): Line => ({ ...line, done: 33, rated: [34, 'satisfied'] }),
    );
    const running = await town(late);
    const tax = async (question: object) => shown(await running.rank({ ranking: 'monthly', ...question }))[0];
    expect(await tax({ period: '2026-03' })).toBe('1 tax 0/5 no. 1 0/0 no. 0');
    expect(await tax({ period: '2026-03', cutOffAt: day(40) })).toBe('1 tax 5/5 no. 1 0/0 no. 0');
  });

  it('says that a period is not over', async () => {
    const running = await town([], { now: () => day(70) });
    const over = await running.rank({ ranking: 'monthly', period: '2026-04' });
    expect(over).toMatchObject({ running: false, cutOffAt: day(61) - 1, units: [] });
    const under = await running.rank({ ranking: 'monthly', period: '2026-05' });
    expect(under).toMatchObject({ running: true, cutOffAt: day(70) });
  });

  it('counts the appeals of its own programme alone', async () => {
    const city: Pack = { ...YICHENG, id: 'city' };
    const lines = [...appeals('tax', 5, 5, 5), ...appeals('tax', 7, 0, 0, 'city-hash')];
    const running = await town(lines, { packs: { 'city-hash': city }, inForce: [YICHENG, city] });
    const tax = async (pack: string) =>
      shown(await running.rank({ ranking: 'monthly', period: '2026-03', pack }))[0];
    expect(await tax('')).toBe('1 tax 5/5 no. 1 5/5 no. 1');
    expect(await tax('city')).toBe('1 tax 0/7 no. 1 0/0 no. 0');
  });

  it.each([
    [{ ranking: 'weekly' }, 'RANKING_UNKNOWN', 'ranking', { known: 'monthly' }],
    [{ pack: 'suzhou' }, 'RANKING_UNKNOWN', 'ranking', { known: 'monthly' }],
    [{ period: 'May' }, 'PERIOD_UNREADABLE', 'period', {}],
    [{ period: '2026Q1' }, 'PERIOD_OF_ANOTHER_LENGTH', 'period', { every: 'month' }],
    [{ period: '', fromAt: 5, toAt: 5 }, 'PERIOD_REVERSED', 'to', {}],
    [{ period: '2099-01' }, 'CUT_OFF_BEFORE_PERIOD', 'cutOff', {}],
  ])('refuses %j with %s', async (wrong, code, field, params) => {
    const answer = await (await town([])).rank({ ranking: 'monthly', period: '2026-03', ...wrong });
    expect(answer).toMatchObject({ units: [], refused: { code, field, params } });
    expect(sentenceOf('analytics', code)?.zh).toBeTruthy();
  });
});
