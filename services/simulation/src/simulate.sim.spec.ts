// A week of fifty appeals: the account adds up, the same seed writes the same journal, another seed another,
// cards come once and in order, and what is stored is what the journal makes of it.
import { createHash } from 'node:crypto';
import { auditCards } from '../test/card-audit';
import { TOWN } from '../test/town';
import { journalLines } from './adapters/out/journal-export';
import { simulate } from './simulate';
import { PARTITIONS } from './simulation';

const WEEK = { ...TOWN, fromOn: '2026-03-02', toOn: '2026-03-08', count: 50, appeals: TOWN.profile.training };

async function lived(seed: number) {
  const hash = createHash('sha256');
  const differing: unknown[] = [];
  const audits: ReturnType<typeof auditCards>[] = [];
  const report = await simulate({
    ...WEEK,
    seed,
    onEnd: async ({ town }) => {
      for (const line of journalLines(town, PARTITIONS)) hash.update(line);
      for (let at = 0; at < PARTITIONS; at += 1) audits.push(auditCards(town.journal.partition(at)));
      for (const { runtime } of Object.values(town.hosts))
        differing.push(...(await runtime.compare()).flatMap((one) => one.differing));
    },
  });
  return { report, journal: hash.digest('hex'), differing, audits };
}

test('the same seed lives the same week twice, seed 1; another seed lives another', async () => {
  const [once, again, other] = [await lived(1), await lived(1), await lived(2)];
  expect(once.report).toMatchObject({ submitted: 50, total: 50, sums: true, parked: 0 });
  expect(once.differing).toEqual([]);
  expect(once.audits.flatMap(({ broken }) => broken)).toEqual([]);
  const shown = once.audits.reduce((sum, { cards }) => sum + cards, 0);
  expect(shown).toBe(once.report.cards.yellow + once.report.cards.red);
  expect(shown).toBeGreaterThan(10);
  expect(again).toEqual(once);
  expect(other.journal).not.toBe(once.journal);
  expect(other.differing).toEqual([]);
}, 280_000);
