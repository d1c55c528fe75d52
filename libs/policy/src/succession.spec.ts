// What a code stands for after units were merged and renamed.
import type { Unit } from './profile';
import { nameOfUnit, successionOf } from './succession';

const former = (code: string, name: string) => ({ code, name, until: '2026-04-01' });
const succession = successionOf([
  { code: 'emb', formerly: [former('fir', '消防救援支队'), former('emb', '安全生产监督管理局')] },
  { code: 'tax' },
]);

test('a merged code stands for its successor, every other for itself', () => {
  expect(['fir', 'emb', 'tax', 'never'].map(succession.successorOf)).toEqual(['emb', 'emb', 'tax', 'never']);
  expect(succession.same('fir', 'emb')).toBe(true);
  expect(succession.same('fir', 'tax')).toBe(false);
});

test('the old name is known for the merged code alone', () => {
  expect(succession.formerly('fir')).toMatchObject({ name: '消防救援支队', until: '2026-04-01' });
  expect(succession.formerly('emb')).toBeUndefined();
});

test('all codes of a unit, itself first', () => {
  expect(succession.codesOf('emb')).toEqual(['emb', 'fir']);
  expect(succession.codesOf('tax')).toEqual(['tax']);
});

test('a former unit keeps the name of its day, a unit the one it has', () => {
  const units = [{ code: 'emb', name: '应急管理局', formerly: [former('fir', '消防救援支队')] }] as Unit[];
  const names = ['emb', 'fir', 'never'].map((code) => nameOfUnit({ units }, code));
  expect(names).toEqual(['应急管理局', '消防救援支队', undefined]);
});
