/** `npx tsx deploy/proof/crash.ts [--appeals N] [--rounds N] [--seed N]`: the crash proof in any size. */
import { parseArgs } from 'node:util';
import { clearTestRoot, freshDataDir } from '../test/data-dir';
import { crashRun } from './crash-run';

const { values } = parseArgs({
  options: {
    appeals: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean' },
  },
});

async function main(): Promise<number> {
  const dataDir = freshDataDir('crash');
  const seed = Number(values.seed ?? Date.now() % 100_000);
  const size = { appeals: Number(values.appeals ?? 360), rounds: Number(values.rounds ?? 3) };
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const { problems, ...figures } = await crashRun({ dataDir, seed, ...size, tell });
  for (const problem of problems) tell(`✗ ${problem}`);
  tell(JSON.stringify({ seed, ...figures, problems: problems.length }));
  if (values.keep) tell(`data kept in ${dataDir}`);
  else await clearTestRoot(dataDir);
  return problems.length === 0 ? 0 : 1;
}

void main().then((code) => process.exit(code));
