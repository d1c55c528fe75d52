// Casework ends an hour before a deadline and comes back after it, over the real broker and store, by a clock
// that is moved: what its heartbeats tell is on the list of outages, and nobody is carded for it (SV-2).
import { freshDataDir } from '../test/data-dir';
import { type Infrastructure, startInfrastructure } from '../launch/infrastructure';
import { bookOf } from '#simulation/simulation';
import {
  refusalOf,
  requestOf,
  submissionOf,
  submittedOf,
} from '#simulation/adapters/mapping/person-requests';
import { type Officer, instant, wordsOver } from '../../services/simulation/test/officer';
import { townUnder } from '../../services/simulation/test/town';
import { type MovedClock, openMovedClock } from './moved-clock';

jest.setTimeout(300_000);

const INSTANCE = 'outage';
const HALF_AN_HOUR = 1_800_000;
let infrastructure: Infrastructure;
let clock: MovedClock;
let town: Officer;

beforeAll(async () => {
  const dataDir = freshDataDir('outage');
  infrastructure = await startInfrastructure({ dataDir, portBase: 0, instance: INSTANCE });
  const versions = bookOf({ ...townUnder('yicheng') });
  const startAt = instant('2026-03-02 09:00');
  const outagesFromMs = { casework: HALF_AN_HOUR };
  const parts = { infrastructure, instance: INSTANCE, versions, dataDir, startAt, outagesFromMs };
  clock = await openMovedClock(parts);
  town = wordsOver(
    {
      now: () => clock.now(),
      runTo: (at) => clock.runTo(at),
      call: (service, method, request) => clock.call(service, method, request),
      submit: async (appeal) => submittedOf(await clock.call('intake', 'submit', submissionOf(appeal))),
      perform: async (act) => refusalOf(await clock.call(act.command.door, 'execute', requestOf(act))),
    },
    'yicheng',
  );
});
afterAll(async () => {
  await clock?.stop();
  await infrastructure?.stop();
}, 60_000);

/** The clock goes on in steps that are no outage. */
async function on(to: string): Promise<void> {
  while (clock.now() < instant(to)) await clock.runTo(Math.min(instant(to), clock.now() + HALF_AN_HOUR / 2));
}

test('down from ten to half past twelve, contact due at eleven', async () => {
  const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
  await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await on('2026-03-02 10:00');
  await clock.goesAway('casework');
  await clock.jumpTo(instant('2026-03-02 12:30'));
  expect((await dockets(id)).cards).toEqual([]);
  await clock.comesBack('casework');
  const { outages }: { outages: { source: string; fromAt: number; toAt: number }[] } = await clock.call(
    'supervision',
    'listOutages',
    { limit: 0 },
  );
  const noted = outages.find(({ source }) => source === 'casework.workorder');
  expect(noted?.fromAt).toBeGreaterThanOrEqual(instant('2026-03-02 09:59'));
  expect(noted?.toAt).toBe(instant('2026-03-02 12:30'));
  await on('2026-03-02 13:00');
  const came = { dispatchNo: 1, outcome: 'reached', arrived: true, visitWaived: false, note: '' };
  expect(await town.does('tax', id, 'casework.contact', came)).toBe('');
  const { cards, clocks } = await dockets(id);
  expect(cards).toEqual([]);
  expect(clocks.find((one) => one.clock === 'contact')?.status).toBe('late-by-system');
});

function dockets(appealId: string) {
  return clock.call<{ cards: object[]; clocks: { clock: string; status: string }[] }>(
    'supervision',
    'getDocket',
    { appealId },
  );
}
