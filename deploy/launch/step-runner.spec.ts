import { type Board, type Step, runSteps, silentBoard } from './step-runner';

const step = (id: string, parts: Partial<Step> & { log: string[]; ms?: number }): Step => ({
  id,
  title: { zh: id, en: id },
  done: async () => false,
  async run() {
    parts.log.push(`${id} begins`);
    await new Promise((resolve) => setTimeout(resolve, parts.ms ?? 1));
    parts.log.push(`${id} ends`);
  },
  ...parts,
});

describe('step runner', () => {
  it('runs independent steps side by side and dependent ones after', async () => {
    const log: string[] = [];
    await runSteps(
      [step('a', { log, ms: 300 }), step('b', { log, ms: 5 }), step('c', { log, after: ['b'] })],
      silentBoard,
    );
    expect(log).toEqual(['a begins', 'b begins', 'b ends', 'c begins', 'c ends', 'a ends']);
  });

  it('passes over what is done, in silence', async () => {
    const log: string[] = [];
    const board: Board = { ...silentBoard, started: ({ en }) => log.push(`shown ${en}`) };
    await runSteps([step('a', { log, done: async () => true }), step('b', { log, after: ['a'] })], board);
    expect(log).toEqual(['shown b', 'b begins', 'b ends']);
  });

  it('goes on without an optional step that fails, and shows that it failed', async () => {
    const log: string[] = [];
    const run = async () => Promise.reject(new Error('no network'));
    const board: Board = { ...silentBoard, failed: ({ en }) => log.push(`failed ${en}`) };
    await runSteps([step('a', { log, optional: true, run }), step('b', { log, after: ['a'] })], board);
    expect(log).toEqual(['failed a', 'b begins', 'b ends']);
  });

  it('begins nothing after a failure, lets the running end, and throws the first failure', async () => {
    const log: string[] = [];
    const broken = step('a', {
      log,
      run: async () => {
        throw new Error('no network');
      },
    });
    const failed: string[] = [];
    const board: Board = { ...silentBoard, failed: ({ en }) => failed.push(en) };
    const steps = [
      broken,
      step('b', { log, ms: 10 }),
      step('c', { log, after: ['a'] }),
      step('d', { log, after: ['b'] }),
    ];
    await expect(runSteps(steps, board)).rejects.toThrow('no network');
    expect(log).toEqual(['b begins', 'b ends']);
    expect(failed).toEqual(['a']);
  });

  it('refuses a list in which a step stands before one it needs', async () => {
    const log: string[] = [];
    const steps = [step('c', { log, after: ['b'] }), step('b', { log })];
    await expect(runSteps(steps, silentBoard)).rejects.toThrow('step c stands before one it needs');
  });
});
