// The territorial unit leads, the unit in charge of the subject assists, and the dispatch says why.
import { POLICY, classification } from '../../test/scenario';
import { NO_ROUTING } from './routing';
import { sortAppeal, sortedBy } from './sort-appeal';
import { ledByTerritory } from './territorial-lead';

const water = { unit: 'water', unitName: '太仓市人民政府', regionName: '太仓市' };

test('the functional unit assists the territorial one', () => {
  const said = ledByTerritory(classification({ assist: ['market', 'water'] }), water);
  expect(said.candidates.map(({ unit }) => unit)).toEqual(
    [
      'water',
      ...classification()
        .candidates.map(({ unit }) => unit)
        .filter((unit) => unit !== 'water'),
    ].slice(0, 5),
  );
  expect(said.assist).toEqual(['tax', 'market']);
  expect(said.sure).toBe(classification().sure);
  const file = { ...NO_ROUTING.file, packHash: 'pack', kind: 'help', sorted: sortedBy(said) };
  expect(sortAppeal(file, POLICY, 0)).toMatchObject({
    lead: 'water',
    assist: ['tax', 'market'],
    why: expect.stringContaining('“太仓市”见于辖区“太仓市人民政府”') as unknown,
  });
});

test.each([
  ['no territorial unit', classification(), undefined],
  ['the unit leads anyway', classification(), { ...water, unit: 'tax' }],
  ['nothing was named', classification({ candidates: [] }), water],
])('unchanged when %s', (_, said, territorial) => {
  expect(ledByTerritory(said, territorial)).toBe(said);
});
