// Which units a text names: by what they are called, and by what became part of them.
import { MentionFinder } from './mentions';

const finder = new MentionFinder([
  { code: 'tax', name: '市税务局', duties: ['税收'] },
  { code: 'water', name: '市水务局', duties: ['供水'], formerly: [{ name: '市排水管理所' }] },
]);

test.each([
  ['请税务局退税', ['tax']],
  ['投诉排水管理所，水务局不管', ['water']],
  ['市排水管理所让找市税务局', ['water', 'tax']],
  ['没有点名', []],
])('%s', (text, units) => {
  expect(finder.find(text)).toEqual(units);
});
