// Everything the account counts of the people beside the unit has a Chinese name; what they are is read from
// the rule that names them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notedText } from './noted-words';

const source = readFileSync(join(__dirname, '../../services/simulation/src/domain/noted.ts'), 'utf8');
const CODES: Readonly<Record<string, readonly string[]>> = {
  'heard.question': ['responsibility', 'result'],
  'heard.why': ['tied'],
  'heard.ground': ['shirking'],
  'heard.step': ['discipline'],
  'heard.verdict': ['accepted', 'withdrawn'],
  'heard.about': ['card', 'deduction', 'rating'],
  "heard.upheld ? 'upheld' : 'dismissed'": ['upheld', 'dismissed'],
};
const filled = (template: string): string[] => {
  const hole = /\$\{([^}]+)\}/.exec(template);
  if (!hole) return [template];
  return (CODES[hole[1] ?? ''] ?? []).flatMap((code) => filled(template.replace(hole[0], code)));
};
const said = source
  .split('\n')
  .filter((line) => /return|\?/.test(line))
  .flatMap((line) => [...line.matchAll(/`([^`]+)`|(?<!\{[^}]*)'([a-z][^']+)'/g)])
  .flatMap(([, template, text]) => (template === undefined ? [text ?? ''] : filled(template)))
  .filter((text) => text.includes(' '));

test.each([...new Set(said)])('%s', (what) => {
  const told = notedText(what, (code) => `${code} 某名`);
  expect(told).toMatch(new RegExp(`^${what} [\\u4e00-\\u9fff]`));
  expect(told.slice(what.length)).not.toMatch(/[a-z]/);
});

test('there are as many as the rule names', () => {
  expect(said.length).toBeGreaterThan(35);
});
