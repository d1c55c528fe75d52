// Each step another person (HD-9).
import { placeWithoutPerson } from './distinct-persons';

test.each<[string, readonly (readonly string[])[], number]>([
  ['nothing to do', [], -1],
  ['one for each', [['a'], ['b']], -1],
  ['nobody at all', [['a'], []], 1],
  ['one person twice', [['a'], ['a']], 1],
  ['the first gives way', [['a', 'b'], ['a']], -1],
  [
    'a ring of three',
    [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ],
    -1,
  ],
  ['two for three', [['a', 'b'], ['a', 'b'], ['b', 'a'], ['c']], 2],
])('%s', (_, choices, place) => {
  expect(placeWithoutPerson(choices)).toBe(place);
});
