// The platform was away (SV-2): what heartbeats tell of it and what people state is taken down before a card
// is shown, and nobody is carded for it.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import type { ExecuteOutageRequest } from '#contracts/gen/zhitong/supervision/v1/service';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { wall } from '../test/officer';
import { type Planted, plantedSupervision } from '../test/planted';

const running: Planted[] = [];
afterEach(async () => {
  for (const { host } of running.splice(0)) await host.runtime.stop();
});

const on = (time: string): number => wall(`2026-03-02 ${time}`);
const GAP = { fromAt: on('10:00'), toAt: on('12:00') };

/** Dispatched at nine; contact is due at eleven. */
async function dispatchedAtNine(): Promise<Planted> {
  const planted = await plantedSupervision('2026-03-02 09:00');
  running.push(planted);
  const { says } = planted;
  const admitted = intake.AppealAdmitted.fromPartial({ packHash: 'p' });
  await says('a1', 'intake.appeal', 'intake.v1.AppealAdmitted', intake.AppealAdmitted, admitted);
  const dispatched = triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead: 'tax' });
  await says('a1', 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, dispatched);
  return planted;
}

async function at(planted: Planted, time: string): Promise<void> {
  planted.world.now = on(time);
  await planted.beat(undefined, {}, [], { 'casework.workorder': [GAP] });
  await planted.look();
}

const visit = ({ says }: Planted) => {
  const contact = { dispatchNo: 1, unit: 'tax', outcome: 'reached', arrived: true, satisfies: true };
  const { EnterpriseContacted } = casework;
  const message = EnterpriseContacted.fromPartial(contact);
  return says('a1', 'casework.workorder', 'casework.v1.EnterpriseContacted', EnterpriseContacted, message);
};

const cardsOf = async ({ hosted }: Planted) =>
  (await hosted.handlers.listCards({ unit: '', colour: '', limit: 0 })).cards.map(({ cardId, revoked }) =>
    revoked ? `${cardId} revoked` : cardId,
  );
const contactOf = async ({ hosted }: Planted) =>
  (await hosted.handlers.getDocket({ appealId: 'a1' })).clocks.find(({ clock }) => clock === 'contact')
    ?.status;
const YELLOW = 'contact/tax/1/1/yellow';

const META = { commandId: '', appealId: 'outages', actor: { role: 'ops', id: 'zhao', unit: '' } };
const tell = async ({ hosted }: Planted, command: ExecuteOutageRequest['command'], meta = META) => {
  const { outcome } = await hosted.handlers.executeOutage({ meta, command });
  return outcome?.$case === 'rejected' ? outcome.value.code : outcome?.$case;
};
const state = (planted: Planted, fromAt: number, toAt: number) =>
  tell(planted, { $case: 'stateOutage', value: { fromAt, toAt, reason: '政务外网中断' } });

test('casework comes back after the deadline: no card, and feedback is late by the system', async () => {
  const planted = await dispatchedAtNine();
  await at(planted, '12:01');
  expect(await cardsOf(planted)).toEqual([]);
  planted.world.now = on('12:55');
  await visit(planted);
  expect(await contactOf(planted)).toBe('late-by-system');
  await at(planted, '14:00');
  expect(await cardsOf(planted)).toEqual([]);
  const { outages } = await planted.hosted.handlers.listOutages({ limit: 0 });
  expect(outages).toMatchObject([{ source: 'casework.workorder', ...GAP, by: '', withdrawnAt: 0 }]);
});

test('the hour that was lost has run again without feedback: the card falls', async () => {
  const planted = await dispatchedAtNine();
  for (const time of ['12:01', '12:59', '13:00']) {
    await at(planted, time);
    expect(await cardsOf(planted)).toEqual([]);
  }
  await at(planted, '13:01');
  expect(await cardsOf(planted)).toEqual([YELLOW]);
});

test('a card is taken back once an outage is stated, and given again when that was an error', async () => {
  const planted = await dispatchedAtNine();
  planted.world.now = on('11:30');
  await planted.beat();
  await planted.look();
  expect(await cardsOf(planted)).toEqual([YELLOW]);
  expect(await state(planted, on('09:00'), on('11:30'))).toBe('accepted');
  await planted.look();
  expect(await cardsOf(planted)).toEqual([`${YELLOW} revoked`]);
  const withdrawal = { outageId: 'stated/1', reason: '误报' };
  expect(await tell(planted, { $case: 'withdrawOutage', value: withdrawal })).toBe('accepted');
  planted.world.now = on('11:32');
  await planted.beat();
  await planted.look();
  expect((await cardsOf(planted)).sort()).toEqual([`${YELLOW} revoked`, `${YELLOW}/2`]);
});

test('feedback that was heard before the outage was known is excused all the same', async () => {
  const planted = await dispatchedAtNine();
  planted.world.now = on('12:10');
  await visit(planted);
  expect(await contactOf(planted)).toBe('missed');
  await at(planted, '12:11');
  expect(await contactOf(planted)).toBe('late-by-system');
});

test('what was acted upon stands in the journal: all of it is built again from there', async () => {
  const planted = await dispatchedAtNine();
  await at(planted, '12:01');
  planted.world.now = on('12:02');
  await state(planted, on('08:00'), on('08:30'));
  await planted.look();
  const compared = await planted.host.runtime.compare();
  expect(compared.filter(({ differing }) => differing.length > 0)).toEqual([]);
  expect(compared.map(({ group }) => group)).toContain('supervision.outages');
});

test('who may, and in what shape', async () => {
  const planted = await dispatchedAtNine();
  const handler = { ...META, actor: { role: 'handler', id: 'li', unit: 'tax' } };
  const value = { fromAt: on('08:00'), toAt: on('08:30'), reason: '断网' };
  expect(await tell(planted, { $case: 'stateOutage', value }, handler)).toBe('ROLE_NOT_ALLOWED');
  expect(await tell(planted, undefined)).toBe('MALFORMED');
  expect(await state(planted, on('08:30'), on('09:30'))).toBe('OUTAGE_NOT_OVER');
});
