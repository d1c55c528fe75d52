// Whose cases somebody reads, by the packs in force and the sectors of the profile.
import { packOf } from '../../test/world';
import { askedFor, shownTo, sightOf } from './sight';

const packs = ['yicheng', 'chaozhou', 'suzhou'].map(packOf);
const [yicheng, chaozhou] = packs.map((pack) => [pack]);
const by = (role: string, unit = '') => ({ role, unit });
const given = (...lookedAfter: string[]) => ({ sectors, lookedAfter });
const one = { pack: 'chaozhou', lead: 'iit', assist: ['tax'], topic: 'permit', industry: 'metal', uscc: 'A' };
const sectors = [
  { unit: 'drc', topics: ['commitment'] },
  { unit: 'iit', industries: ['metal'] },
];

describe('whose cases one reads', () => {
  it.each([
    ['a clerk all', by('clerk'), 'words'],
    ['the lead its own', by('handler', 'iit'), 'words'],
    ['an assisting unit as well', by('handler', 'tax'), 'words'],
    ['another unit none', by('handler', 'drc'), 'nothing'],
    ['nobody without his unit', by('handler'), 'nothing'],
    ['a bureau what is of its industries', by('joint-supervisor', 'iit'), 'words'],
    ['but not what is of another’s', by('joint-supervisor', 'drc'), 'nothing'],
    ['operations the state alone', by('ops'), 'states'],
    ['whom no pack knows nothing', by('stranger'), 'nothing'],
  ])('%s', (_, who, shown) => {
    expect(shownTo(sightOf(chaozhou ?? [], given(), who), one)).toBe(shown);
  });

  it.each([
    ['reads what is of an enterprise he looks after', ['B', 'A'], 'words'],
    ['reads nothing of others', ['B'], 'nothing'],
    ['reads nothing while he looks after nobody', [], 'nothing'],
  ])('a sponsor %s', (_, codes, shown) => {
    const sight = sightOf(chaozhou ?? [], given(...codes), by('sponsor'));
    expect(shownTo(sight, one)).toBe(shown);
    expect(shownTo(sight, { ...one, uscc: '' })).toBe('nothing');
    expect(askedFor(sight.words)?.[0]?.enterprises).toEqual(codes.length === 0 ? undefined : codes);
  });

  it('is of the programme that gives it, where several are in force', () => {
    const panel = sightOf(packs, given(), by('panel'));
    expect(shownTo(panel, { ...one, pack: 'yicheng' })).toBe('words');
    expect(shownTo(panel, one)).toBe('nothing');
    expect(shownTo(panel, { ...one, pack: '' })).toBe('words');
    expect(shownTo(sightOf(packs, given(), by('handler', 'iit')), { ...one, pack: 'old' })).toBe('words');
    const bureau = sightOf(packs, given(), by('joint-supervisor', 'iit'));
    expect(shownTo(bureau, { ...one, pack: 'suzhou' })).toBe('nothing');
  });

  it('asks the list for all, for some, or not at all', () => {
    const ask = (role: string, unit = '') => {
      const { words, states } = sightOf(
        yicheng ?? [],
        { sectors: undefined, lookedAfter: [] },
        by(role, unit),
      );
      return askedFor(words, states);
    };
    expect([ask('clerk'), ask('ops'), ask('handler'), ask('stranger')]).toEqual([
      [],
      [],
      undefined,
      undefined,
    ]);
    expect(ask('handler', 'tax')).toEqual([
      { packs: [], unit: 'tax', topics: [], industries: [], enterprises: [] },
    ]);
  });
});
