// GB 32100-2015 with the worked example of the standard.
import fc from 'fast-check';
import { checkCharacter, creditCodeProblem } from './credit-code';

test.each(['91350100M000100Y43', '51320508XN39TNFC22', '91320585XNMLW3NY0L'])('%s is valid', (code) => {
  expect(creditCodeProblem(code)).toBeNull();
});

test.each([
  [undefined, 'uscc-not-text'],
  [{ $gt: '' }, 'uscc-not-text'],
  ['', 'uscc-length'],
  ['91350100M000100Y4', 'uscc-length'],
  ['91350100M000100Y43 ', 'uscc-length'],
  ['91350100m000100y43', 'uscc-alphabet'],
  ['91350100I000100Y43', 'uscc-alphabet'],
  ['９1350100M000100Y43', 'uscc-alphabet'],
  ['9135010AM000100Y43', 'uscc-division'],
  ['91350100M000100Y44', 'uscc-check-digit'],
  ['91350100M000100Y34', 'uscc-check-digit'],
])('%j is %s', (code, problem) => {
  expect(creditCodeProblem(code)?.code).toBe(problem);
});

test('any one character changed is found', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 17 }), fc.constantFrom(...alphabet), (place, character) => {
      const code = '91350100M000100Y43';
      fc.pre(code[place] !== character);
      const changed = code.slice(0, place) + character + code.slice(place + 1);
      expect(creditCodeProblem(changed)).not.toBeNull();
    }),
  );
});

test('the check character makes any body valid', () => {
  const body = fc.stringMatching(/^[159]1\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/);
  fc.assert(fc.property(body, (text) => creditCodeProblem(text + checkCharacter(text)) === null));
});
