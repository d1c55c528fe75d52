import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { processMetrics } from '#platform/edge/metrics';
import { calendarAsOf } from '#working-calendar/calendar';
import { CALENDARS, wall } from '../test/officer';
import { type Planted, plantedSupervision } from '../test/planted';

const running: Planted[] = [];
afterEach(async () => {
  for (const { host } of running.splice(0)) await host.runtime.stop();
});

async function dispatchedOn(on: string): Promise<Planted> {
  const planted = await plantedSupervision(on);
  running.push(planted);
  const { says } = planted;
  const admitted = intake.AppealAdmitted.fromPartial({ packHash: 'p' });
  await says('a1', 'intake.appeal', 'intake.v1.AppealAdmitted', intake.AppealAdmitted, admitted);
  const dispatched = triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead: 'tax' });
  await says('a1', 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, dispatched);
  return planted;
}

const visitAt = ({ says }: Planted, at: number) =>
  says(
    'a1',
    'casework.workorder',
    'casework.v1.EnterpriseContacted',
    casework.EnterpriseContacted,
    casework.EnterpriseContacted.fromPartial({
      dispatchNo: 1,
      unit: 'tax',
      outcome: 'reached',
      arrived: true,
      satisfies: true,
    }),
    at,
  );

const cardsOf = async ({ hosted }: Planted, colour = '') =>
  (await hosted.handlers.listCards({ unit: '', colour, limit: 0 })).cards.map(({ cardId, revoked }) =>
    revoked ? `${cardId} revoked` : cardId,
  );
const YELLOW = 'contact/tax/1/1/yellow';

test('a unit that was merged: its clock runs on, and its card is listed under the successor', async () => {
  const planted = await dispatchedOn('2026-03-02 09:00');
  planted.world.units = [
    { code: 'water', formerly: [{ code: 'tax', name: '区税务局', until: '2026-03-02' }] },
    { code: 'market' },
  ];
  planted.world.now = wall('2026-03-02 11:01');
  await planted.beat();
  await planted.look();
  const listed = async (unit: string) =>
    (await planted.hosted.handlers.listCards({ unit, colour: '', limit: 0 })).cards.map(
      ({ cardId }) => cardId,
    );
  expect(await listed('water')).toEqual([YELLOW]);
  expect(await listed('tax')).toEqual([YELLOW]);
  expect(await listed('market')).toEqual([]);
  const query = { ...{ ground: '', state: '', fromAt: 0, toAt: 0 }, limit: 10, cursor: '' };
  const registered = async (unit: string) =>
    (await planted.hosted.handlers.listRegister({ ...query, unit })).entries.map(({ ground }) => ground);
  expect(await registered('water')).toEqual(['yellow']);
  expect(await registered('tax')).toEqual(['yellow']);
  expect(await registered('market')).toEqual([]);
});

describe('no card because of our own delay (SV-2)', () => {
  const late = wall('2026-03-02 11:01');

  test('all writers published beyond the deadline and all of it was read: the card is shown', async () => {
    const planted = await dispatchedOn('2026-03-02 09:00');
    planted.world.now = late;
    await planted.beat();
    await planted.look();
    expect(await cardsOf(planted)).toEqual([YELLOW]);
    planted.world.now = wall('2026-03-04 00:01');
    await planted.beat();
    await planted.look();
    expect(await cardsOf(planted, 'red')).toEqual(['contact/tax/1/1/red']);
    const compared = await planted.host.runtime.compare();
    expect(compared.map(({ group, differing }) => [group, differing])).toEqual([
      ['supervision.outages', []],
      ['supervision.docket', []],
      ['supervision.oversight', []],
      ['supervision.register', []],
      ['supervision.cards', []],
    ]);
  });

  test('a writer unheard of or behind: no card, and its news in time means there never is one', async () => {
    const planted = await dispatchedOn('2026-03-02 09:00');
    planted.world.now = late;
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
    await planted.beat(late, { 'casework.workorder': wall('2026-03-02 10:30') });
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
    await visitAt(planted, wall('2026-03-02 10:40'));
    await planted.beat();
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
    const { clocks } = await planted.hosted.handlers.getDocket({ appealId: 'a1' });
    expect(clocks.find(({ clock }) => clock === 'contact')).toMatchObject({
      status: 'met',
      startAt: wall('2026-03-02 09:00'),
      deadlineAt: wall('2026-03-02 11:00'),
      stoppedAt: wall('2026-03-02 10:40'),
    });
  });

  test('word that was published and not yet read here holds the card back', async () => {
    const planted = await dispatchedOn('2026-03-02 09:00');
    planted.world.now = late;
    await planted.beat();
    planted.journal.hold();
    const told = visitAt(planted, wall('2026-03-02 10:40'));
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
    planted.journal.release();
    await told;
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
  });

  test('while a service holds the appeal parked there is no card on it', async () => {
    const planted = await dispatchedOn('2026-03-02 09:00');
    planted.world.now = late;
    await planted.beat(late, {}, ['a1']);
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
    await planted.beat();
    await planted.look();
    expect(await cardsOf(planted)).toEqual([YELLOW]);
  });

  test('within the grace there is no card', async () => {
    const planted = await dispatchedOn('2026-03-02 09:00');
    planted.world.now = wall('2026-03-02 11:00') + 20_000;
    await planted.beat();
    await planted.look();
    expect(await cardsOf(planted)).toEqual([]);
  });
});

test('a clock that was met while its card was held back is no longer counted as due', async () => {
  const planted = await dispatchedOn('2026-03-02 09:00');
  await planted.hosted.begin?.();
  const due = async () => /^zt_clocks_due\{.*\} (\d+)/m.exec(await processMetrics().text())?.[1];
  planted.world.now = wall('2026-03-02 11:01');
  await planted.look();
  expect(await due()).toBe('1');
  await visitAt(planted, wall('2026-03-02 10:40'));
  expect(await due()).toBe('0');
  await planted.hosted.stop?.();
});

test('feedback in time that arrives after the card revokes it, in docket and list', async () => {
  const planted = await dispatchedOn('2026-03-02 09:00');
  planted.world.now = wall('2026-03-02 11:01');
  await planted.beat();
  await planted.look();
  await visitAt(planted, wall('2026-03-02 10:40'));
  expect(await cardsOf(planted)).toEqual([`${YELLOW} revoked`]);
  const { cards } = await planted.hosted.handlers.getDocket({ appealId: 'a1' });
  expect(cards).toMatchObject([{ cardId: YELLOW, appealId: 'a1', revoked: true }]);
});

test('an amended calendar moves what runs, once, by an event with the reason', async () => {
  const planted = await plantedSupervision('2019-04-25 09:00');
  running.push(planted);
  planted.world.calendar = calendarAsOf(CALENDARS.current.notices, '2019-03-21');
  const { says, hosted, world } = planted;
  const admitted = intake.AppealAdmitted.fromPartial({ packHash: 'p' });
  await says('a1', 'intake.appeal', 'intake.v1.AppealAdmitted', intake.AppealAdmitted, admitted);
  const dispatched = triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead: 'tax' });
  await says('a1', 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, dispatched);
  const deadline = async () => {
    const { clocks } = await hosted.handlers.getDocket({ appealId: 'a1' });
    return clocks.find(({ clock }) => clock === 'resolve')?.deadlineAt;
  };
  expect(await deadline()).toBe(wall('2019-05-04 00:00'));
  expect(await hosted.recountNow()).toBe(0);
  world.calendar = calendarAsOf(CALENDARS.current.notices, '2019-03-22');
  await hosted.recountNow();
  await hosted.recountNow();
  expect(await deadline()).toBe(wall('2019-05-06 00:00'));
  await planted.journal.settled();
  const moved = [0, 1].flatMap((partition) =>
    planted.journal
      .partition(partition)
      .filter((item) => 'type' in item && item.type.endsWith('DeadlineRecomputed')),
  );
  expect(moved).toHaveLength(1);
});

test('an appeal nobody heard of has no docket', async () => {
  const planted = await plantedSupervision('2026-03-02 09:00');
  running.push(planted);
  expect(await planted.hosted.handlers.getDocket({ appealId: 'x' })).toEqual({
    found: false,
    clocks: [],
    cards: [],
  });
});
