// Whoever reads the start knows where to sign in and which token is whose.
import { roleLabels, tokenLines } from './told-tokens';

const LABELS = {
  roles: {
    clerk: { zh: '平台人员', en: 'platform clerk' },
    handler: { zh: '承办人', en: 'handler of a unit' },
  },
  unitRoles: ['handler'],
};

test('the desk is named, and each role by the name the page shows', () => {
  const told = tokenLines('http://127.0.0.1:7100', { clerk: 'AAA', handler: 'BBB', channel: 'CCC' }, LABELS);
  expect(told[0]).toContain('http://127.0.0.1:7100/#/desk');
  expect(told.slice(2)).toEqual([
    '    clerk       AAA  平台人员 platform clerk',
    '    handler     BBB  承办人 handler of a unit · 另选单位 and a unit',
    '    channel     CCC',
  ]);
});

test('an instance that does not answer leaves codes, not silence', async () => {
  expect(tokenLines('', { clerk: 'AAA' }, await roleLabels('http://127.0.0.1:1'))[2]).toBe(
    '    clerk       AAA',
  );
});
