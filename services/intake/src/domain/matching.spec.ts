import { demoProfile } from '../../test/scenario';
import { appealNumber, checkDigit, isAppealNumber } from './appeal-number';
import { nameKey, nameSimilarity, placesOf, SAME_NAME_FROM } from './enterprise-name';
import { findIdentity, type RegisteredEnterprise } from './register-finding';
import { matterPairs, matterSimilarity, SAME_MATTER_FROM } from './similar-matter';

const profile = demoProfile();
const register = new Map(profile.register.map((one) => [one.uscc, one]));
const places = placesOf(profile.register.map(({ name }) => name));
const setting = { regionPrefixes: profile.regionPrefixes, places, nameDiffers: 'flag' as const };
const rowNamed = (name: string): RegisteredEnterprise[] =>
  profile.register.filter((one) => nameKey(one.name) === nameKey(name));

describe('名称核对：names under the same code, on the demonstration data (IN-4)', () => {
  const differing = profile.training.flatMap(({ enterprise }) => {
    const known = register.get(enterprise.uscc);
    return known && nameKey(known.name) !== nameKey(enterprise.name) ? [[enterprise, known] as const] : [];
  });

  test('the labelled mismatches are flagged and none is held', () => {
    const labelled = profile.training.filter(({ label }) => label.registryMismatch).length;
    expect(differing).toHaveLength(labelled);
    for (const [given, known] of differing) {
      const claim = { ...given, topic: '' };
      const finding = findIdentity(claim, known, rowNamed(given.name), setting);
      expect(finding).toMatchObject({ found: 'registered', nameDiffers: true });
    }
  });
  test('of all pairs of different enterprises hardly any could pass for one', () => {
    let alike = 0;
    const names = profile.register.map(({ name }) => name);
    for (const [i, left] of names.entries()) {
      for (const right of names.slice(i + 1)) {
        if (nameSimilarity(left, right, places) >= SAME_NAME_FROM) alike += 1;
      }
    }
    expect(alike).toBeLessThanOrEqual(5);
  });
  test.each([
    [
      'the name of another enterprise',
      '苏州沐枫网络科技有限公司',
      '昆山沐枫网络科技有限公司',
      'name-of-another',
    ],
    ['a name with little in common', '苏州完全无关贸易有限公司', '苏州斐睿检测仪器有限公司', 'name-differs'],
  ])('%s goes to a person', (_name, given, registered, reason) => {
    const [known] = rowNamed(registered);
    if (!known) throw new Error(`${registered} is in the register`);
    const claim = { uscc: known.uscc, name: given, topic: '', tags: [] };
    expect(findIdentity(claim, known, rowNamed(given), setting)).toMatchObject({ found: 'doubt', reason });
  });
  test('where the pack reviews, every name that differs goes to a person', () => {
    const [given, known] = differing[0] ?? [];
    if (!given || !known) throw new Error('the data has mismatches');
    const finding = findIdentity({ ...given, topic: '' }, known, [], { ...setting, nameDiffers: 'review' });
    expect(finding.found).toBe('doubt');
  });
  test('codes of other cities are elsewhere, not in doubt', () => {
    const elsewhere = profile.training.filter(({ enterprise }) => !register.has(enterprise.uscc));
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { enterprise, topic } of elsewhere) {
      const finding = findIdentity({ ...enterprise, topic }, undefined, rowNamed(enterprise.name), setting);
      expect(finding.found).toBe('elsewhere');
    }
  });
});

describe('同一事项：likeness of matters, on the demonstration data (IN-5)', () => {
  const texts = profile.training.map(({ title, content }) => ({ title, content }));
  const pairs = texts.map(({ title, content }) => matterPairs(title, content));

  test('no two of the different appeals are alike', () => {
    let highest = 0;
    for (const [i, left] of pairs.entries()) {
      for (const right of pairs.slice(i + 1)) highest = Math.max(highest, matterSimilarity(left, right));
    }
    expect(highest).toBeLessThan(0.25);
  });
  test('an appeal told again, in another order or by half, is alike', () => {
    for (const [i, { content }] of texts.entries()) {
      const clauses = content.split(/(?<=[，。；！？])/);
      const turned = matterPairs('再次反映', [...clauses].reverse().join(''));
      const half = matterPairs('', content.slice(0, Math.ceil(content.length / 2)));
      const original = pairs[i] ?? new Set<string>();
      expect(matterSimilarity(original, turned)).toBeGreaterThanOrEqual(SAME_MATTER_FROM);
      expect(matterSimilarity(original, half)).toBeGreaterThanOrEqual(SAME_MATTER_FROM);
    }
  });
});

describe('受理编号：the number (IN-7)', () => {
  const number = appealNumber('ZT', Date.UTC(2026, 2, 2, 1), 12_345_678_901);
  test('letters, day, eight digits, check digit', () => {
    expect(number).toMatch(/^ZT26030245678901\d$/);
    expect(isAppealNumber(number)).toBe(true);
  });
  test('the example of ISO/IEC 7064: 0794 is checked by 5', () => {
    expect(checkDigit('0794')).toBe('5');
  });
  test('every single wrong digit is found', () => {
    for (let at = 2; at < number.length; at += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        const wrong = number.slice(0, at) + digit + number.slice(at + 1);
        expect(isAppealNumber(wrong)).toBe(wrong === number);
      }
    }
  });
});
