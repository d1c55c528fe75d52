// The overseeing over the journal: what the docket shows becomes an entry, people command through the door,
// and what is shown is the same when it is built again.
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { wall } from '../test/officer';
import { type Planted, plantedSupervision } from '../test/planted';

const running: Planted[] = [];
afterEach(async () => {
  for (const { host } of running.splice(0)) await host.runtime.stop();
});

async function carded(): Promise<Planted> {
  const planted = await plantedSupervision('2026-03-02 09:00');
  running.push(planted);
  const { says } = planted;
  const submitted = intake.AppealSubmitted.fromPartial({ number: 'YC-7' });
  await says('a1', 'intake.appeal', 'intake.v1.AppealSubmitted', intake.AppealSubmitted, submitted);
  const admitted = intake.AppealAdmitted.fromPartial({ packHash: 'p' });
  await says('a1', 'intake.appeal', 'intake.v1.AppealAdmitted', intake.AppealAdmitted, admitted);
  const dispatched = triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead: 'tax' });
  await says('a1', 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, dispatched);
  planted.world.now = wall('2026-03-02 11:01');
  await planted.beat();
  await planted.look();
  return planted;
}

const SUPERVISOR = { role: 'supervisor', id: 'xu', unit: '' };
const HANDLER = { role: 'handler', id: 'li', unit: 'tax' };

type Command = Parameters<Planted['hosted']['handlers']['execute']>[0]['command'];

async function told({ hosted, journal }: Planted, actor: typeof SUPERVISOR, command: Command) {
  const meta = { appealId: 'a1', commandId: '', actor };
  const { outcome } = await hosted.handlers.execute({ meta, command });
  await journal.settled();
  return outcome?.$case === 'rejected' ? outcome.value.code : outcome?.value.eventId;
}

const issue: Command = {
  $case: 'issueOrder',
  value: { step: 'platform', entryId: 'E1', unit: '', demand: '请反馈', within: 'hours:1', dueOn: '' },
};

test('from the card to the order, its answer and its ruling, and all of it built again', async () => {
  const planted = await carded();
  const { hosted, journal } = planted;
  const register = (state = '') =>
    hosted.handlers.listRegister({ unit: '', ground: '', state, fromAt: 0, toAt: 0, limit: 0, cursor: '' });
  expect((await register('open')).entries).toMatchObject([
    { entryId: 'E1', ground: 'yellow', unit: 'tax', number: 'YC-7', appealId: 'a1' },
  ]);
  expect(await told(planted, SUPERVISOR, issue)).toBe('test/a1/supervision.oversight/2');
  planted.world.now = wall('2026-03-02 12:30');
  await planted.look();
  const orders = async (state: string) =>
    (await hosted.handlers.listOrders({ unit: 'tax', state, limit: 0, cursor: '' })).orders.map(
      ({ number }) => number,
    );
  expect(await orders('overdue')).toEqual(['YC-7-D1']);
  expect((await register()).entries.map(({ ground }) => ground)).toEqual(['no-effect', 'yellow']);
  await told(planted, HANDLER, { $case: 'answerOrder', value: { orderNo: 1, answer: '已上门' } });
  const accepted = { orderNo: 1, verdict: 'accepted', reason: '', within: '', dueOn: '' };
  await told(planted, SUPERVISOR, { $case: 'ruleOrder', value: accepted });
  expect(await orders('open')).toEqual([]);
  expect(await register()).toMatchObject({ open: 0, cleared: 2 });
  const today = { fromAt: wall('2026-03-02 00:00'), toAt: wall('2026-03-03 00:00') };
  const ofDay = { unit: '', ground: '', state: 'cleared', limit: 0, cursor: '' };
  expect((await hosted.handlers.listRegister({ ...ofDay, ...today })).entries).toHaveLength(2);
  expect((await hosted.handlers.listRegister({ ...ofDay, fromAt: 1, toAt: 2 })).entries).toEqual([]);
  const page = (cursor: string) => hosted.handlers.listRegister({ ...ofDay, ...today, limit: 1, cursor });
  const first = await page('');
  const second = await page(first.nextCursor);
  expect([first, second].flatMap(({ entries }) => entries.map(({ ground }) => ground))).toEqual([
    ...['no-effect', 'yellow'],
  ]);
  expect([first.cleared, second.cleared, second.nextCursor]).toEqual([2, 2, '']);
  const shown = await hosted.handlers.getOversight({ appealId: 'a1' });
  expect(shown.orders).toMatchObject([
    { demand: '请反馈', answer: '已上门', late: true, verdict: 'accepted' },
  ]);
  await journal.settled();
  const compared = await planted.host.runtime.compare();
  expect(compared.flatMap(({ differing }) => differing)).toEqual([]);
  const loop = planted.host.runtime.loop('supervision.register');
  await loop?.stop();
  await loop?.startOver();
  expect((await register()).entries).toEqual([]);
  await loop?.start();
  await journal.settled();
  expect(await hosted.handlers.getOversight({ appealId: 'a1' })).toEqual(shown);
});

test('what is refused or of a wrong shape is told by its code', async () => {
  const planted = await carded();
  expect(await told(planted, HANDLER, issue)).toBe('ROLE_NOT_ALLOWED');
  expect(await told(planted, SUPERVISOR, undefined)).toBe('MALFORMED');
  const long = { ground: 'complicated', unit: '', reason: '长'.repeat(5000) };
  expect(await told(planted, SUPERVISOR, { $case: 'stateGround', value: long })).toBe('MALFORMED');
  const unseen = await planted.hosted.handlers.getOversight({ appealId: 'unheard-of' });
  expect(unseen).toMatchObject({ found: false, entries: [] });
});
