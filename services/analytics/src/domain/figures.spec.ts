import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURES } from '#policy/pack-words';
import { YICHENG } from '../../test/world';
import { figuresSql } from './figure-query';
import { FIGURE_DEFINITIONS, figuresOf } from './figures';
import { termsOf } from './pack-terms';

const page = readFileSync(join(__dirname, '../../../../deploy/docs/figures.md'), 'utf8');

describe('the table of figures', () => {
  it.each(FIGURE_DEFINITIONS)(
    '$name is on the page as it is counted',
    ({ name, measure, zh, en, clause }) => {
      expect(page).toContain(`| \`${name}\` | ${measure} | ${zh} | ${en} | ${clause} |`);
    },
  );

  it('has every figure a pack may name, once', () => {
    const names = FIGURE_DEFINITIONS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...FIGURES]));
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows what the pack names, in its order', () => {
    const figures = YICHENG.figures.filter(({ id }) => ['completion-rate', 'dispatch-time'].includes(id));
    const turned = { id: 'turned', figures: [...figures].reverse() };
    expect(
      figuresOf([turned])
        .filter(({ measure }) => measure !== 'count')
        .map(({ name }) => name),
    ).toEqual(['dispatch-time', 'completion-rate']);
  });

  it('asks for period and cut-off whichever figures are asked for', () => {
    for (const definition of figuresOf([YICHENG])) {
      const sql = figuresSql([definition], 'unit');
      for (const parameter of ['$from', '$to', '$cut']) expect(sql).toContain(parameter);
    }
  });
});

describe('what a pack says about counting', () => {
  it.each([
    ['help', true],
    ['consultation', true],
    ['suggestion', false],
    ['unheard-of', false],
  ])('%s is counted: %s', (kind, counted) => {
    expect(termsOf(YICHENG, kind).counted).toBe(counted);
  });

  it('counts a kind by its nature, whatever the pack calls it', () => {
    const [first] = YICHENG.kinds;
    const kinds = [{ ...first, id: 'enquiry', nature: 'consultation' }] as typeof YICHENG.kinds;
    expect(termsOf({ ...YICHENG, kinds }, 'enquiry').nature).toBe('consultation');
    expect(termsOf(YICHENG, 'complaint').nature).toBe('complaint');
  });

  it('takes the clock that only completion fulfils, not the one an opinion fulfils too', () => {
    expect(termsOf(YICHENG, 'help').completionClocks).toEqual(['resolve']);
  });
});
