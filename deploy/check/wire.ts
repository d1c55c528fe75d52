// What has once been written to a journal is read for ever, so a message may grow but never change its
// meaning. The wire is compared with the newest version that others may already hold: where this branch left
// `main`, or, on `main` itself, the last commit (the one before, when nothing is uncommitted).
import { type Answer, run } from './run';
import { root } from './tree';

/** The commit to compare with, or undefined when git holds no earlier version of the wire. */
export async function earlierWire(at = root): Promise<string | undefined> {
  const git = async (...args: string[]) => {
    const answer = await run('git', args, at);
    return answer.code === 0 ? answer.stdout.trim() : undefined;
  };
  const head = await git('rev-parse', 'HEAD');
  if (head === undefined) return undefined;
  let base = (await git('merge-base', 'HEAD', 'main')) ?? head;
  if (base === head && (await git('status', '--porcelain', '--', 'proto')) === '') {
    base = (await git('rev-parse', 'HEAD~1')) ?? head;
  }
  return (await git('cat-file', '-e', `${base}:proto/buf.yaml`)) === undefined ? undefined : base;
}

/** `buf lint`, then `buf breaking` against the earlier wire; says so when there is none. */
export async function checkWire(at = root): Promise<Answer> {
  const lint = await run('buf', ['lint', 'proto'], at);
  if (lint.code !== 0) return lint;
  const base = await earlierWire(at);
  if (base === undefined) {
    const output = 'buf lint passed; git holds no earlier wire, nothing can have been broken';
    return { code: 0, stdout: output, output };
  }
  const against = `.git#ref=${base},subdir=proto`;
  const breaking = await run('buf', ['breaking', 'proto', '--against', against], at);
  const output = breaking.output || `buf lint and buf breaking passed against ${base.slice(0, 10)}`;
  return { ...breaking, output };
}

if (require.main === module) {
  void checkWire().then((answer) => {
    console.log(answer.output);
    process.exitCode = answer.code;
  });
}
