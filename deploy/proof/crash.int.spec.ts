import { freshDataDir } from '../test/data-dir';
import { crashRun } from './crash-run';

jest.setTimeout(900_000);

describe('crash proof', () => {
  it('keeps its promises through kills, an older journal and an older store', async () => {
    const appeals = Number(process.env['ZT_PROOF_APPEALS'] ?? 60);
    const rounds = Number(process.env['ZT_PROOF_ROUNDS'] ?? 1);
    const seed = Number(process.env['ZT_PROOF_SEED'] ?? Date.now() % 100_000);
    const told: string[] = [];
    const tell = (line: string) => {
      told.push(line);
      process.stderr.write(`  ${line}\n`);
    };
    const findings = await crashRun({ dataDir: freshDataDir('crash'), appeals, rounds, seed, tell });
    expect({ seed, problems: findings.problems }).toEqual({ seed, problems: [] });
    expect(findings.accepted).toBe(appeals);
    expect(findings.kills).toBeGreaterThanOrEqual(5);
    expect(findings.acceptedWithoutBroker).toBeGreaterThan(0);
    expect(findings.clocks).toBeGreaterThan(0);
    expect(findings.acts).toBeGreaterThan(0);
  });
});
