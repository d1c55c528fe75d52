// What units closed themselves (SZ 1.3, 1.4) in figures and in the table: received and closed in its own
// period, once, and nothing of it is a dispatch.
import { ListReportCasesRequest } from '#contracts/gen/zhitong/analytics/v1/service';
import { recordsOf, told } from '../test/others';
import { day, eventsOf } from '../test/town';
import { startWorld, type World } from '../test/world';

let world: World;
const reported = (id: string, change: object = {}) =>
  told(id, 'intake', 'AppealReported', day(40), {
    ...{ channel: 'direct-report', packHash: 'pack', kind: 'help', region: 'r1', unit: 'tax', sameAs: '' },
    ...{ receivedAt: day(3), closedAt: day(31) - 1, satisfaction: 'satisfied', ...change },
  });

beforeEach(async () => {
  world = await startWorld();
  const handled = {
    id: 'A',
    to: [['tax', 2]] as const,
    due: 9,
    done: 8,
    rated: [9, 'dissatisfied'] as const,
  };
  const course = [
    ...eventsOf(handled),
    told('A', 'casework', 'AppealClosed', day(9), { why: 'rated', round: 1 }),
    reported('B'),
    reported('C', { satisfaction: '' }),
    reported('D', { sameAs: 'A' }),
    reported('E', { closedAt: day(35) }),
  ];
  await world.plant(recordsOf([...course].sort((one, other) => one.at - other.at)));
});
afterEach(() => world.stop());

async function figures() {
  const { rows } = await world.ask({ fromAt: day(0), toAt: day(31), cutOffAt: day(60) });
  const counted = rows[0]?.figures ?? [];
  return new Map(counted.map(({ name, numerator, denominator }) => [name, [numerator, denominator]]));
}

test('they count as received, completed and rated; what is told twice counts once', async () => {
  const found = await figures();
  expect(found.get('completion-rate')).toEqual([4, 4]);
  expect(found.get('satisfaction-expressed')).toEqual([1, 2]);
  expect(found.get('joined')?.[0]).toBe(1);
});

test('they have no clock and nobody dispatched them', async () => {
  const found = await figures();
  expect(found.get('on-time-rate')).toEqual([1, 1]);
  expect(found.get('dispatch-time')?.[0]).toBe(1);
});

test('the table of the quarter has both kinds of rows, each in the period it was closed in', async () => {
  const list = world.hosted.grpc[0]?.handlers['listReportCases'] as unknown as (
    asked: ListReportCasesRequest,
  ) => Promise<{ cases: { appealId: string; unit: string; verdict: string; submittedAt: number }[] }>;
  const asked = { rows: 'closed-by-units', fromAt: day(0), toAt: day(31), cutOffAt: day(60), limit: 100 };
  const { cases } = await list(ListReportCasesRequest.fromPartial(asked));
  expect(cases.map(({ appealId, unit, verdict }) => [appealId, unit, verdict])).toEqual([
    ['A', 'tax', 'dissatisfied'],
    ['B', 'tax', 'satisfied'],
    ['C', 'tax', ''],
  ]);
  expect(cases[1]?.submittedAt).toBe(day(3));
});
