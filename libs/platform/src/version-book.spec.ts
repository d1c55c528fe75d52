import type { Pack } from '#policy/pack';
import type { Profile } from '#policy/profile';
import { buildCalendar } from '#working-calendar/calendar';
import { NotYet } from './runtime/step';
import { openVersionBook, type VersionSource } from './version-book';

const MINUTE_MS = 60_000;
const notice = (year: number) => ({
  ...{ id: String(year), year, publishedOn: `${year - 1}-11-01`, paper: '' },
  days: [{ day: `${year}-01-01`, name: '元旦', off: true }],
});
const older = buildCalendar([notice(2026)]);
const newer = buildCalendar([notice(2026), notice(2027)]);

/** What identity has registered, and how often it was asked. */
function identity() {
  const registered = { calendar: older, packs: ['p1'], current: 'p1', away: false, asked: 0 };
  const source: VersionSource = {
    load: async () => {
      registered.asked += 1;
      if (registered.away) throw new Error('identity is away');
      const { calendar, current } = registered;
      const packs = new Map(registered.packs.map((hash) => [hash, { id: hash } as Pack]));
      const governance = { rest: current, others: [{ hash: 'p1', doors: ['qr'] }] };
      return { packs, governance, calendar, profile: {} as Profile };
    },
  };
  return { registered, source };
}

const turn = () => new Promise(setImmediate);

it('learns within a minute of a calendar and a pack that came into force meanwhile', async () => {
  const { registered, source } = identity();
  let now = 0;
  const book = await openVersionBook(source, () => now);
  Object.assign(registered, { calendar: newer, packs: ['p1', 'p2'], current: 'p2' });
  const first = book.pack('p1');
  now += MINUTE_MS;
  expect(book.calendar()).toBe(older);
  await turn();
  expect(book.calendar().version).toBe(newer.version);
  expect(book.packFor('web', 'help').hash).toBe('p2');
  expect(book.packFor('qr', 'help')).toEqual({ hash: 'p1', pack: first });
  expect(book.packsInForce().map(({ id }) => id)).toEqual(['p2', 'p1']);
  expect(book.pack('p1')).toBe(first);
  expect(registered.asked).toBe(2);
});

it('goes on with what it knows while identity is away, asking once a minute', async () => {
  const { registered, source } = identity();
  let now = 0;
  const book = await openVersionBook(source, () => now);
  Object.assign(registered, { away: true, calendar: newer });
  now += MINUTE_MS;
  for (let i = 0; i < 5; i += 1) {
    expect(book.calendar()).toBe(older);
    await turn();
  }
  expect(registered.asked).toBe(2);
  Object.assign(registered, { away: false });
  now += MINUTE_MS;
  book.calendar();
  await turn();
  expect(book.calendar().version).toBe(newer.version);
});

it('fetches a pack it does not know at once, and says that it is not there yet', async () => {
  const { registered, source } = identity();
  const book = await openVersionBook(source, () => 0);
  Object.assign(registered, { packs: ['p1', 'p2'] });
  expect(() => book.pack('p2')).toThrow(NotYet);
  await turn();
  expect(book.pack('p2')).toEqual({ id: 'p2' });
});
