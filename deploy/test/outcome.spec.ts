import { type JestReport, lastLine, outcomeOfJest, total } from './outcome';

const report = (facts: Partial<JestReport>): JestReport => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  ...facts,
});
const run = (exitCode: number, facts?: Partial<JestReport>) => ({
  name: 'unit',
  exitCode,
  report: facts && report(facts),
});

describe('outcome of a test run', () => {
  it.each([
    ['all green', run(0, { numPassedTests: 7 }), 7, 0],
    ['one red', run(1, { numPassedTests: 6, numFailedTests: 1 }), 6, 1],
    ['a suite that does not load', run(1, { numPassedTests: 6, numRuntimeErrorTestSuites: 1 }), 6, 1],
    ['jest crashed without a report', run(134), 0, 1],
    ['green tests but a failing exit', run(1, { numPassedTests: 6 }), 6, 1],
    ['no test at all', run(0, {}), 0, 1],
  ])('%s', (_, jest, passed, failed) => {
    expect(outcomeOfJest(jest, false)).toMatchObject({ passed, failed });
  });

  it('lets one tier be empty when a pattern chose the tests, but not all of them', () => {
    const empty = outcomeOfJest(run(1, {}), true);
    expect(empty).toMatchObject({ passed: 0, failed: 0 });
    expect(total([empty, empty]).failed).toBe(1);
    expect(lastLine(total([empty, { passed: 3, failed: 0, remarks: [] }]))).toBe('3 passed, 0 failed');
  });
});
