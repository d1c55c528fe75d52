// The tool as its users meet it: arguments in, text and exit code out.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

function zt(...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'deploy/bootstrap.mjs'), 'zt', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('zt', () => {
  it('computes five working days over the National Day holiday, day by day', () => {
    const { code, out } = zt('deadline', 'workingDays:5', '2023-09-27T09:30:00+08:00', '--explain');
    expect(code).toBe(0);
    expect(out).toContain('2023-10-11T00:00:00+08:00');
    expect(out).toContain('2023-10-07  周六  调休上班');
    expect(out).toContain('wc-');
  }, 30_000);

  it('names the days in Chinese first, also without --explain', () => {
    const { out } = zt('deadline', 'workingDays:1', '2023-09-28T09:30:00+08:00');
    expect(out).toContain('2023-09-29 周五 节假日');
    expect(out).toContain('holiday');
  }, 30_000);

  it('echoes rows of a file with their deadlines and names the bad one', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'zt-')), 'v.json');
    writeFileSync(
      file,
      '[{"rule":"hours:2","start":"2023-07-10T09:30:00+08:00","case":7},{"rule":"moons:1","start":"2023-07-10"}]',
    );
    const { code, out } = zt('deadline', '--vectors', file, '--json');
    expect(code).toBe(1);
    const [first, second] = JSON.parse(out) as Record<string, unknown>[];
    expect(first).toMatchObject({ case: 7, deadline: '2023-07-10T11:30:00+08:00' });
    expect(second).toMatchObject({ error: { row: 2, code: 'rule-kind' } });
  }, 30_000);

  it('refuses a wrong rule with a sentence and exit code 2', () => {
    const { code, err } = zt('deadline', 'soon', '2023-07-10');
    expect(code).toBe(2);
    expect(err).toContain('soon');
    expect(err).not.toContain('    at ');
  }, 30_000);

  it('finds the packs of the project in order, and says where a broken one is broken', () => {
    expect(zt('pack', 'check', 'deploy/packs/yicheng')).toMatchObject({ code: 0, err: '' });
    const broken = join(mkdtempSync(join(tmpdir(), 'zt-')), 'pack');
    cpSync(join(root, 'deploy/packs/yicheng'), broken, { recursive: true });
    const text = readFileSync(join(broken, 'pack.yaml'), 'utf8');
    writeFileSync(join(broken, 'pack.yaml'), text.replace('by: followup', 'by: nobody'));
    const line = text.slice(0, text.indexOf('by: followup')).split('\n').length;
    const told = zt('pack', 'check', broken);
    expect(told.code).toBe(1);
    expect(told.out).toContain(`${broken}/pack.yaml:${line}:7 角色“nobody”未在 roles 中列出`);
    const { problems } = JSON.parse(zt('pack', 'check', broken, '--json').out) as { problems: object[] };
    expect(problems[0]).toMatchObject({ code: 'unknown-role', line, column: 7, field: 'followUp.by' });
  }, 60_000);

  it('says where no instance runs', () => {
    const { code, err } = zt('status', '--data', mkdtempSync(join(tmpdir(), 'zt-')));
    expect(code).toBe(3);
    expect(err).toContain('npm start');
  }, 30_000);

  it('names the format of days in its help', () => {
    expect(zt('simulate', '--help').out.match(/YYYY-MM-DD\) ·/g)).toHaveLength(2);
  }, 30_000);

  const [, ...commands] = readFileSync(join(__dirname, 'zt.ts'), 'utf8').split('program\n  .command(');
  it.each(commands.map((command) => [command.split("'")[1], command]))(
    '%s offers --data if it talks to an instance, and else does not',
    (_name, command) => {
      expect(command?.includes('.option(...DATA)')).toBe(command?.includes('reach('));
    },
  );
});
