// Who is told that facts or a result were checked (HD-7): whomever the pack names, of the case's units, with
// what was found in words.
import { occasionsOf } from './occasions';

const course = { units: ['tax', 'market'] } as unknown as Parameters<typeof occasionsOf>[1];

test.each([
  ['FactsChecked', 'facts-checked'],
  ['ResultChecked', 'result-checked'],
] as const)('%s is the occasion %s', (type, on) => {
  expect(occasionsOf({ type, note: '已到现场核实' }, course)).toEqual([
    { on, units: ['tax', 'market'], values: { reason: '已到现场核实' } },
  ]);
});
