// A working afternoon in which nobody could reach the platform, in an officer's words and over the whole
// instance: with the outage on record nobody is carded for it and nobody late by it; without, everybody is.
// Seed 7; nothing is drawn. Monday, 2 March 2026: contact within two hours, five working days to complete.
import { instant, officer } from '../test/officer';

let town: Awaited<ReturnType<typeof officer>>;
afterEach(() => town.closes());

const CAME = { dispatchNo: 1, outcome: 'reached', arrived: true, visitWaived: false, note: '' };
const OPINION = { dispatchNo: 1, text: '已核实，拟于三日内办结。' };
const SOLVED = {
  ...{ dispatchNo: 1, completionType: 'solved', answer: '退税款已于当日到账，企业已确认。' },
  ...{ basis: '', plan: '' },
};

interface Told {
  readonly outcome?: { readonly $case: string };
}

/** The operator says after an afternoon that nobody had come through. */
async function stated(day: string): Promise<string> {
  const actor = { role: 'ops', id: 'ops-1', unit: '' };
  const meta = { commandId: `outage-${day}`, appealId: 'outages', actor, expectedSeq: undefined };
  const [fromAt, toAt] = [instant(`${day} 13:30`), instant(`${day} 17:30`)];
  const command = { $case: 'stateOutage', value: { fromAt, toAt, reason: '政务外网中断' } };
  const answer: Told = await town.simulation.town.call('supervision', 'executeOutage', { meta, command });
  return answer.outcome?.$case ?? '';
}

async function clockOf(id: string, name: string): Promise<string> {
  const docket: { clocks: { clock: string; status: string }[] } = await town.simulation.town.call(
    'supervision',
    'getDocket',
    { appealId: id },
  );
  return docket.clocks.find(({ clock }) => clock === name)?.status ?? '';
}

async function arrive(id: string): Promise<void> {
  await town.does('tax', id, 'casework.acknowledge', { dispatchNo: 1 });
  await town.does('tax', id, 'casework.contact', CAME);
}

describe.each([true, false])('the afternoon of the dispatch was lost; on record: %s', (onRecord) => {
  test('two appeals are due within it: one is visited right after, one never', async () => {
    town = await officer('2026-03-02 13:20');
    const visited = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
    const silent = await town.appeal('【tax】发票额度申请迟迟没有结果，请尽快办理。');
    await town.until('2026-03-02 17:31');
    if (onRecord) expect(await stated('2026-03-02')).toBe('accepted');
    await town.until('2026-03-02 17:40');
    await arrive(visited);
    await town.until('2026-03-02 20:00');
    const cards = async (id: string) => (await town.cards(id)).filter((card) => card.includes(' contact '));
    const given = 'yellow contact tax 2026-03-02 15:20';
    expect(await clockOf(visited, 'contact')).toBe(onRecord ? 'late-by-system' : 'missed');
    expect(await cards(visited)).toEqual([onRecord ? `${given} revoked` : given]);
    // The two hours less ten minutes that were lost have run again at 19:20.
    const again = 'yellow contact tax 2026-03-02 19:20';
    expect(await cards(silent)).toEqual(onRecord ? [`${given} revoked`, again] : [given]);
  }, 120_000);

  test('the last afternoon before the deadline was lost: the answer of the next morning', async () => {
    town = await officer('2026-03-02 09:00');
    const id = await town.appeal('【tax】退税申请迟迟没有结果，请尽快办理。');
    await arrive(id);
    await town.does('tax', id, 'casework.opinion', OPINION);
    await town.until('2026-03-09 17:31');
    if (onRecord) expect(await stated('2026-03-09')).toBe('accepted');
    await town.until('2026-03-10 13:50');
    expect(await town.cards(id)).toEqual(onRecord ? [] : ['yellow resolve tax 2026-03-10 00:00']);
    expect(await town.does('tax', id, 'casework.complete', SOLVED)).toBe('');
    expect(await clockOf(id, 'resolve')).toBe(onRecord ? 'late-by-system' : 'missed');
    const [lost] = await town.happened(id, 'TimeLost');
    const until = onRecord ? String(instant('2026-03-10 14:00')) : undefined;
    expect(lost?.fields['untilAt']).toBe(until);
  }, 120_000);
});
