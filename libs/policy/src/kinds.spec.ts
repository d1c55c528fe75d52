// What a kind is to the product hangs on its nature, not on its name.
import { natureOf } from './kinds';

const title = { zh: '甲', en: 'a' };
const kinds = [
  { id: 'grievance', title, nature: 'complaint' as const, counted: true, clause: 'c' },
  { id: 'consultation', title, counted: true, clause: 'c' },
  { id: 'help', title, nature: 'suggestion' as const, counted: false, clause: 'c' },
];

test.each([
  ['a name of its own', 'grievance', 'complaint'],
  ['the name itself', 'consultation', 'consultation'],
  ['what the pack says before the name', 'help', 'suggestion'],
  ['of another pack, by its name', 'complaint', 'complaint'],
  ['of nobody', 'praise', ''],
  ['none given', '', ''],
])('%s', (_, kind, nature) => {
  expect(natureOf({ kinds }, kind)).toBe(nature);
});
