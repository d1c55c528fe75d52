import { compareFacts } from './compare-facts';

const sums = (...list: readonly string[]) => new Map(list.map((one) => one.split('=') as [string, string]));

test('names what is missing, what is too much and what differs, and nothing else', () => {
  expect(compareFacts(sums('A=1', 'B=2', 'C=3'), sums('A=1', 'B=9', 'D=4'))).toEqual({
    documents: 3,
    rebuilt: 3,
    differing: [
      { key: 'B', what: 'facts differ' },
      { key: 'C', what: 'not in the journal' },
      { key: 'D', what: 'not stored' },
    ],
  });
});
