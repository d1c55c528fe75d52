import { occasionsOf } from './occasions';

const course = { units: ['tax', 'water'] } as unknown as Parameters<typeof occasionsOf>[1];
const ruled = (granted: boolean) =>
  occasionsOf({ type: 'ExtensionRuled', unit: 'tax', granted, deadlineAt: granted ? 5 : 0 }, course);

test('whom the pack names is told of a granted extension and its new end, nobody of a refused one', () => {
  expect(ruled(true)).toEqual([{ on: 'extended', units: ['tax'], values: {}, deadlineAt: 5 }]);
  expect(ruled(false)).toEqual([]);
});
