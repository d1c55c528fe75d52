// Every event that may stand in a journal has a name people can read.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_NAMES } from './event-names';

const samples = readdirSync(join(__dirname, '../golden'));
const events = new Set(samples.map((file) => file.split('.')[3] ?? ''));

test('every event of the journal has a name in both languages, and every name its event', () => {
  const named = Object.entries(EVENT_NAMES).filter(
    ([, { zh, en }]) => /[\u4e00-\u9fff]/.test(zh) && en !== '',
  );
  expect(named.map(([event]) => event).sort()).toEqual([...events].sort());
});
