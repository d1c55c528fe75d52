// Whether a unit can fill a pack's chain, each step by another person (HD-9).
import type { Post } from './profile-people';
import { missingPosts, postsFor } from './unit-inside';

const title = { zh: '步骤', en: 'step' };
const chain = {
  clause: 'HD-9',
  steps: [
    { id: 'draft', title, by: 'handler' as const },
    { id: 'head', title, by: 'section-head' as const },
    { id: 'leader', title, by: 'unit-leader' as const },
  ],
};
const contact = { name: '李某', phone: '19900009901', post: '科员', confirmedOn: '2026-01-01' };

type Seat = readonly [
  kind: 'section-head' | 'unit-leader',
  holder: string,
  deputies?: string[],
  section?: string,
];

function tax(people: readonly string[], seats: readonly Seat[]) {
  const posts = seats.map(([kind, holder, deputies = [], section], i): Post => {
    return { id: `p${i}`, title: 'x', unit: 'tax', kind, holder, deputies, ...(section && { section }) };
  });
  return {
    units: [{ code: 'tax', name: '税务局', duties: ['退税'], contact }],
    people: people.map((id) => ({ id, name: id, unit: 'tax', phone: '19900009902' })),
    posts,
  };
}

test.each<[string, ReturnType<typeof tax>, string | undefined, string?]>([
  [
    'one for each step',
    tax(
      ['a', 'b', 'c'],
      [
        ['section-head', 'b'],
        ['unit-leader', 'c'],
      ],
    ),
    undefined,
  ],
  ['no head', tax(['a', 'b', 'c'], [['unit-leader', 'c']]), 'head'],
  [
    'head and leader are one',
    tax(
      ['a', 'b'],
      [
        ['section-head', 'b'],
        ['unit-leader', 'b'],
      ],
    ),
    'leader',
  ],
  [
    'who stands in for the head is the leader',
    tax(
      ['a', 'b', 'c'],
      [
        ['section-head', 'b', ['c']],
        ['unit-leader', 'c'],
      ],
    ),
    undefined,
  ],
  [
    'two for three steps',
    tax(
      ['a', 'b'],
      [
        ['section-head', 'a'],
        ['unit-leader', 'b', ['a']],
      ],
    ),
    'leader',
  ],
  [
    'a deputy makes the third',
    tax(
      ['a', 'b', 'c'],
      [
        ['section-head', 'a', ['c']],
        ['unit-leader', 'b'],
      ],
    ),
    undefined,
  ],
])('%s', (_, profile, step) => {
  const found = missingPosts(profile, { id: 'p', unitChain: chain });
  expect(found.map((one) => [one.step, one.unit])).toEqual(step === undefined ? [] : [[step, 'tax']]);
});

test('a section the unit has no more is read by any head of it', () => {
  const { posts } = tax(
    [],
    [
      ['section-head', 'b', [], 'levy'],
      ['section-head', 'c', [], 'refunds'],
    ],
  );
  const unit = { sections: ['levy', 'refunds'], people: [], posts };
  const holders = (section: string) => postsFor('section-head', section, unit).map(({ holder }) => holder);
  expect([holders('levy'), holders('dissolved'), holders('')]).toEqual([['b'], ['b', 'c'], ['b', 'c']]);
});
