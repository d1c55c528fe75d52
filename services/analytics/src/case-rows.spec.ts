// The cases behind a report: those an officer would put into the table, each once, page by page.
import { ListReportCasesRequest } from '#contracts/gen/zhitong/analytics/v1/service';
import { recordsOf, told } from '../test/others';
import { day, eventsOf, type Line } from '../test/town';
import { startWorld, type World } from '../test/world';

let world: World | undefined;
afterEach(async () => {
  await world?.stop();
  world = undefined;
});

const done = (id: string, unit: string, on: number): Line => ({ id, to: [[unit, 2]], due: 9, done: on });
const closed = (id: string, on: number, why = 'rated') =>
  told(id, 'casework', 'AppealClosed', day(on), { why, round: 1 });

/**
 * A, B closed by a unit in March, C in April; D withdrawn; E reopened after closing; F open; G by the
 * library.
 */
async function town(): Promise<World> {
  const running = await startWorld();
  world = running;
  const lines: readonly Line[] = [
    { ...done('A', 'tax', 8), rated: [9, 'satisfied'] },
    { ...done('B', 'water', 10), lapsed: [16, 'unrated'] },
    done('C', 'tax', 20),
    { id: 'D', to: [['tax', 2]] },
    { ...done('E', 'tax', 8), reopened: 12 },
    { id: 'F', to: [['water', 3]], due: 10 },
    { id: 'G', kind: 'consultation', answered: 2 },
  ];
  const closings = [
    ...[closed('A', 9), closed('B', 16), closed('C', 33), closed('D', 5, 'withdrawn'), closed('E', 10)],
    closed('G', 3),
  ];
  const course = [...lines.flatMap(eventsOf), ...closings];
  await running.plant(recordsOf([...course].sort((one, other) => one.at - other.at)));
  return running;
}

async function ask(running: World, change: object) {
  const list = running.hosted.grpc[0]?.handlers['listReportCases'] as unknown as (
    asked: ListReportCasesRequest,
  ) => Promise<{ cases: { appealId: string; verdict: string; closedAt: number }[]; nextCursor: string }>;
  const period = { fromAt: day(0), toAt: day(31), cutOffAt: day(31) - 1, limit: 100 };
  return list(ListReportCasesRequest.fromPartial({ rows: 'closed-by-units', ...period, ...change }));
}
const ids = ({ cases }: Awaited<ReturnType<typeof ask>>) => cases.map(({ appealId }) => appealId).join('');

describe('cases closed by units (SZ 附3)', () => {
  it('are those a unit completed, closed in the period and not reopened since', async () => {
    const answer = await ask(await town(), {});
    expect(ids(answer)).toBe('AB');
    expect(answer.cases).toMatchObject([
      { unit: 'tax', submittedAt: day(1), handedOverAt: day(2), deadlineAt: day(9), completedAt: day(8) },
      { unit: 'water', closedAt: day(16), verdict: 'unrated' },
    ]);
    expect(answer.cases[0]?.verdict).toBe('satisfied');
  });

  it('stand in the one period of their last closing', async () => {
    const running = await town();
    expect(ids(await ask(running, { cutOffAt: day(40) }))).toBe('AB');
    expect(ids(await ask(running, { fromAt: day(31), toAt: day(61), cutOffAt: day(60) }))).toBe('C');
    expect(ids(await ask(running, { cutOffAt: day(11) }))).toBe('AE');
    expect(ids(await ask(running, { pack: 'chaozhou' }))).toBe('');
  });

  it('come page by page, none twice, none left out', async () => {
    const running = await town();
    let [seen, cursor, pages] = ['', '', 0];
    do {
      const page = await ask(running, { cursor, limit: 1, cutOffAt: day(60), toAt: day(61) });
      [seen, cursor, pages] = [seen + ids(page), page.nextCursor, pages + 1];
    } while (cursor !== '');
    expect([seen, pages]).toEqual(['ABC', 4]);
  });
});

describe('the strike-off list (YC-5)', () => {
  const list = (running: World, on: number) =>
    ask(running, { rows: 'to-strike-off', fromAt: day(on), toAt: day(on + 1), cutOffAt: day(on + 1) - 1 });

  it('holds what is in the hands of units, until the day it is struck off', async () => {
    const running = await town();
    expect(ids(await list(running, 2))).toBe('ABCDE');
    const ninth = await list(running, 9);
    expect(ids(ninth)).toBe('ABCEF');
    expect(ninth.cases.filter(({ closedAt }) => closedAt > 0).map(({ appealId }) => appealId)).toEqual(['A']);
    expect(ids(await list(running, 13))).toBe('BCEF');
    expect(ids(await list(running, 34))).toBe('EF');
  });

  it('strikes off on its day what was withdrawn', async () => {
    const running = await town();
    expect(ids(await list(running, 5))).toContain('D');
    expect(ids(await list(running, 6))).not.toContain('D');
  });
});
