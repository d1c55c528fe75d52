// A writer that was away and comes back, over one journal with supervision: its first heartbeat tells of the
// gap, and no card falls on what could not be done meanwhile (SV-2).
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { decided } from '#kernel/decider';
import type { EventCodec } from '#platform/runtime/codec';
import { memoryHost, memoryVault } from '#testkit/memory-host';
import { wall } from '../test/officer';
import { type Planted, plantedSupervision } from '../test/planted';

const FROM_MS = 120_000;
const on = (time: string): number => wall(`2026-03-02 ${time}`);
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const NOTHING: EventCodec<{ type: string }> = {
  types: [],
  encode: () => {
    throw new Error('It says nothing');
  },
  decode: () => undefined,
};

/** Casework as far as its heartbeat goes: it starts, has posted once, and ends. */
async function casework({ journal, world, host }: Planted, upFor: () => Promise<void>): Promise<void> {
  const { runtime } = memoryHost({
    ...{ service: 'casework', journal, vault: memoryVault(), versions: host.versions },
    ...{ now: () => world.now, outageFromMs: FROM_MS },
  });
  const decider = {
    ...{ initial: {}, evolve: (state: object) => state },
    decide: () => decided<{ type: string }>(),
  };
  const what = { instance: 'test', writer: 'casework.workorder', decider, own: NOTHING, foreign: NOTHING };
  runtime.aggregate({ ...what, policy: () => undefined }, 'workorders');
  expect(runtime.ready).toBe(false);
  await runtime.start();
  await journal.settled();
  expect(runtime.ready).toBe(true);
  await upFor();
  await runtime.stop();
}

async function dispatchedAtNine(): Promise<Planted> {
  const planted = await plantedSupervision('2026-03-02 09:00');
  stops.push(() => planted.host.runtime.stop());
  const { says } = planted;
  const admitted = intake.AppealAdmitted.fromPartial({ packHash: 'p' });
  await says('a1', 'intake.appeal', 'intake.v1.AppealAdmitted', intake.AppealAdmitted, admitted);
  const dispatched = triage.AppealDispatched.fromPartial({ dispatchNo: 1, lead: 'tax' });
  await says('a1', 'triage.routing', 'triage.v1.AppealDispatched', triage.AppealDispatched, dispatched);
  return planted;
}

test.each<[string, string, string, readonly string[]]>([
  ['away from ten to twelve: the hour it took is given again', '12:01', '12:58', []],
  ['and carded after it', '12:01', '13:03', ['contact/tax/1/1/yellow']],
  ['away for a minute: no outage', '10:01', '11:02', ['contact/tax/1/1/yellow']],
])('%s', async (_name, back, asked, expected) => {
  const planted = await dispatchedAtNine();
  const { world, hosted, beat, look } = planted;
  world.now = on('10:00');
  await beat();
  await casework(planted, async () => undefined);
  world.now = on(back);
  await beat(undefined, {}, [], {}, 'casework.workorder');
  await casework(planted, look);
  world.now = on(asked);
  await beat();
  for (let turn = 0; turn < 2; turn += 1) await look();
  const { cards } = await hosted.handlers.listCards({ unit: '', colour: '', limit: 0 });
  expect(cards.map(({ cardId }) => cardId)).toEqual(expected);
});
