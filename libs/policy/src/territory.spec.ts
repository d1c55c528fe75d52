import type { Unit } from './profile';
import { territorialUnit, unitOfRegion } from './territory';

const unit = (code: string, tier: Unit['tier'], territory?: string[]): Unit => {
  const contact = { name: '李某', phone: '19900000001', post: '联络员', confirmedOn: '2026-01-01' };
  return { code, name: code, duties: ['属地'], contact, tier, ...(territory && { territory }) };
};
const units = [
  unit('drc', 'city'),
  unit('gusu-gov', 'county', ['gusu', 'pingjiang']),
  unit('pj', 'township', ['pingjiang']),
];

test.each([
  ['gusu', 'gusu-gov'],
  ['pingjiang', 'pj'],
  ['taicang', undefined],
])('%s is answered for by %s', (region, code) => {
  expect(unitOfRegion(units, region)?.code).toBe(code);
});

test('only matters of the topics the profile names go by region', () => {
  const profile = { units, territorialTopics: ['commitment'] };
  expect(territorialUnit(profile, 'commitment', 'gusu')?.code).toBe('gusu-gov');
  expect(territorialUnit(profile, 'tax', 'gusu')).toBeUndefined();
  expect(territorialUnit({ units }, 'commitment', 'gusu')).toBeUndefined();
});
