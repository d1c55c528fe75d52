import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { memoryReaderStore } from '#testkit/memory-reader-store';
import { recordsOf } from '../../../test/others';
import { day, eventsOf, TOWN } from '../../../test/town';
import { startWorld } from '../../../test/world';

test('facts laid out otherwise than today are thrown away and read anew', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'zt-analytics-'));
  const readers = memoryReaderStore();
  const march = { fromAt: day(0), toAt: day(31), cutOffAt: day(40) };
  const first = await startWorld({ directory, readers });
  await first.plant(recordsOf(TOWN.flatMap(eventsOf)));
  const before = await first.ask(march);
  await first.stop();
  const file = await DuckDBInstance.create(join(directory, 'facts.duckdb'));
  const connection = await file.connect();
  await connection.run('ALTER TABLE appeal DROP COLUMN pack');
  connection.closeSync();
  file.closeSync();
  const again = await startWorld({ directory, readers, journal: first.journal });
  expect(await again.ask(march)).toEqual(before);
  await again.stop();
  rmSync(directory, { recursive: true, force: true });
});
