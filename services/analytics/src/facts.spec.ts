import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryReaderStore } from '#testkit/memory-reader-store';
import { recordsOf, told } from '../test/others';
import { TOWN, day, eventsOf } from '../test/town';
import { YICHENG, startWorld, table, type World } from '../test/world';

const MARCH = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };
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

describe('an appeal that came under another pack (RT-5)', () => {
  it('is counted by the pack that governs it at the cut-off', async () => {
    const kinds = YICHENG.kinds.map((kind) => ({ ...kind, counted: kind.id !== 'help' }));
    const running = await town({ packs: { other: { ...YICHENG, kinds } } });
    const rate = async () => Object.values(table(await running.ask(MARCH)))[0]?.['completion-rate'];
    const before = await rate();
    await running.plant(
      recordsOf([
        ...TOWN.flatMap(eventsOf),
        told('A1', 'triage', 'PackChanged', day(12), { toHash: 'other', kind: 'help' }),
        told('A2', 'triage', 'PackChanged', day(45), { toHash: 'other', kind: 'help' }),
      ]),
    );
    const [hit = 0, all = 0] = (before ?? '').split('/').map(Number);
    expect(await rate()).toBe(`${hit - 1}/${all - 1}`);
  });

  it('stays a consultation under a pack that does not know its kind', async () => {
    const enquiry = { ...YICHENG.kinds[0], id: 'enquiry', nature: 'consultation' };
    const running = await town({ packs: { asking: { ...YICHENG, kinds: [enquiry] } as typeof YICHENG } });
    const said = { number: 'Q', channel: 'web', kind: 'enquiry', topic: 'tax', region: 'r1' };
    const asked = [
      told('Q', 'intake', 'AppealSubmitted', day(3), said),
      told('Q', 'intake', 'AppealAdmitted', day(3), { ...said, packHash: 'asking' }),
    ];
    const moved = told('Q', 'triage', 'PackChanged', day(4), { toHash: 'pack', kind: 'enquiry' });
    const rate = async () => Object.values(table(await running.ask(MARCH)))[0]?.['direct-answer-rate'];
    expect(await rate()).toBe('1/2');
    await running.plant(recordsOf(asked));
    expect(await rate()).toBe('1/3');
    await running.plant(recordsOf([...asked, moved]));
    expect(await rate()).toBe('1/3');
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

  it('come out the same after a rebuild; until then the old ones answer, marked stale', async () => {
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

  it('are compared with what the journal makes of them; a key that waits is no difference', async () => {
    const running = await town();
    const odd = told('A1', 'casework', 'AppealRated', day(20), { rating: 'so-so' });
    const [strange] = recordsOf([odd]);
    if (!strange) throw new Error('No record');
    const seq = 4;
    const id = `test/A1/casework.workorder/${seq}`;
    await running.plant([{ ...strange, seq, id }]);
    await running.plant(recordsOf([told('A1', 'supervision', 'ClockStopped', day(21), { clockId: 'c9' })]));
    const [same] = await running.host.runtime.compare();
    expect(same).toEqual({ group: 'analytics.facts', documents: 11, rebuilt: 11, differing: [] });
  });

  it('that are behind are named appeal by appeal', async () => {
    const running = await town();
    const lost = recordsOf(eventsOf({ id: 'Z', to: [['tax', 2]] }));
    running.journal.hold();
    const planted = running.plant(lost);
    const [behind] = await running.host.runtime.compare();
    running.journal.release();
    await planted;
    expect(behind?.differing).toEqual([{ key: 'Z', what: 'not stored' }]);
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
