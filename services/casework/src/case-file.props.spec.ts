import fc from 'fast-check';
import { wholeCourse } from '../test/others';
import { type Planted, type World, deskAsks, startWorld } from '../test/world';
import { CASE_FILE_GROUP } from './service';

/** One line of each writer drawn after the other, in any order that keeps every writer's own. */
function interleaved(lines: readonly (readonly Planted[])[], draws: readonly number[]): readonly Planted[] {
  const left = lines.map((line) => [...line]);
  const drawn: Planted[] = [];
  for (let i = 0; left.some((line) => line.length > 0); i += 1) {
    const open = left.filter((line) => line.length > 0);
    const next = open[(draws[i] ?? 0) % open.length]?.shift();
    if (next) drawn.push(next);
  }
  return drawn;
}

async function shown(world: World) {
  const { handlers } = world.casework;
  const view = { appealId: 'a1', number: '', covering: '' };
  return {
    staff: await handlers.getCase({ ...view, view: 'staff' }),
    enterprise: await handlers.getCase({ ...view, view: 'enterprise' }),
    desk: await handlers.listCases(deskAsks()),
    counts: await handlers.countCases({ scopes: [] }),
  };
}

const lines = wholeCourse('a1');
const count = lines.reduce((sum, line) => sum + line.length, 0);
const draws = fc.array(fc.nat(59), { minLength: count, maxLength: count });

test('the file, the course and the desk are the same in whatever order the writers are read', async () => {
  const straight = await startWorld([...lines.flat()].sort((a, b) => a.at - b.at));
  const expected = await shown(straight);
  await straight.stop();
  expect(expected.staff.case?.summary).toMatchObject({
    status: 'completed',
    worstCard: 'yellow',
    nextClock: 'follow-up',
    rating: 'satisfied',
    urged: 1,
  });
  expect(expected.staff.case?.timeline).toHaveLength(count);
  await fc.assert(
    fc.asyncProperty(draws, fc.nat(count), async (order, before) => {
      const all = interleaved(lines, order);
      const world = await startWorld(all.slice(0, before));
      try {
        const later = all.slice(before).filter(({ writer }) => writer !== 'casework.workorder');
        const own = all.slice(before).length - later.length;
        await world.plant(later);
        await world.settle();
        if (own === 0) expect(await shown(world)).toEqual(expected);
      } finally {
        await world.stop();
      }
      const whole = await startWorld(all);
      try {
        expect(await shown(whole)).toEqual(expected);
      } finally {
        await whole.stop();
      }
    }),
    { numRuns: 40 },
  );
}, 240_000);

test('thrown away and read again, everything is as before', async () => {
  const world = await startWorld([...lines.flat()].sort((a, b) => a.at - b.at));
  try {
    const before = await shown(world);
    const loop = world.host.runtime.loop(CASE_FILE_GROUP);
    await loop?.stop();
    await loop?.startOver();
    expect(await shown(world)).toMatchObject({ staff: { found: false }, desk: { total: 0 } });
    await loop?.start();
    await world.settle();
    expect(await shown(world)).toEqual(before);
  } finally {
    await world.stop();
  }
});
