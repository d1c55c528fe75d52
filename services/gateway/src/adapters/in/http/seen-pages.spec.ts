// What a reader of some cases is shown of a list over all: his rows up to the limit, however many of others
// stand between them, and no page more than is needed.
import { deskCase } from '../../../../test/fake-peers';
import { packOf } from '../../../../test/world';
import type { Edge } from './edge';
import type { Asking } from './route';
import { seenRows } from './seen-pages';

const summary = deskCase().summary;
const MINE = ['a4', 'a9', 'a10', 'a11'];
const asking = { actor: { role: 'joint-supervisor', id: 'xu', unit: 'grid' } } as Asking;
const edge = {
  versions: {
    packsInForce: () => [packOf('chaozhou')],
    profile: () => ({
      units: [],
      sponsors: [],
      projects: [],
      sectors: [{ unit: 'grid', topics: ['utilities'] }],
    }),
  },
  peers: {
    casework: {
      listCases: async ({ appealIds }: { appealIds: string[] }) => {
        const cases = appealIds
          .filter((id) => MINE.includes(id))
          .map((appealId) => ({ ...summary, appealId }));
        return { cases, nextCursor: '', total: cases.length };
      },
    },
  },
  now: () => 0,
} as unknown as Edge;

/** Twelve rows, two a page. */
function pages() {
  const asked: string[] = [];
  const after = async (cursor: string) => {
    asked.push(cursor);
    const from = Number(cursor || 1);
    const rows = [from, from + 1].map((no) => ({ appealId: `a${no}` }));
    return { rows, nextCursor: from + 2 > 12 ? '' : String(from + 2) };
  };
  return { asked, after };
}

test.each<[limit: number | undefined, found: readonly string[], asked: number]>([
  [undefined, MINE, 6],
  [1, ['a4'], 2],
  [2, ['a4', 'a9'], 5],
  [9, MINE, 6],
])('up to %s', async (limit, found, count) => {
  const { asked, after } = pages();
  const rows = await seenRows(edge, asking, after, limit);
  expect(rows.map(({ appealId }) => appealId)).toEqual(found);
  expect(asked).toHaveLength(count);
});
