/**
 * What a run of the tests amounts to: tests that passed and failed over all jest runs, each gate as one. A
 * jest run that crashed, a suite that did not even load and a run without any test are failures, never
 * silence.
 */

/** One jest run: its exit code and, if it got that far, its report. */
export interface JestRun {
  readonly name: string;
  readonly exitCode: number;
  readonly report: JestReport | undefined;
}

/** The part of jest's JSON that is counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
}

/** Counts and what is to be said about failures that are no test. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly remarks: readonly string[];
}

/** The outcome of one jest run; `mayBeEmpty` when a pattern chose the tests. */
export function outcomeOfJest(run: JestRun, mayBeEmpty: boolean): Outcome {
  const { report, exitCode, name } = run;
  if (!report)
    return { passed: 0, failed: 1, remarks: [`${name}: jest 没有给出结果 · no report (exit ${exitCode})`] };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const remarks =
    report.numPendingTests > 0 ? [`${name}: ${report.numPendingTests} 个用例被跳过 · skipped`] : [];
  if (passed + failed === 0 && !mayBeEmpty) {
    return { passed, failed: 1, remarks: [...remarks, `${name}: 没有运行任何用例 · no test ran`] };
  }
  if (exitCode !== 0 && failed === 0 && passed > 0) {
    return { passed, failed: 1, remarks: [...remarks, `${name}: jest 退出码 · exit code ${exitCode}`] };
  }
  return { passed, failed, remarks };
}

/** The sum of several outcomes; nothing run at all is a failure. */
export function total(outcomes: readonly Outcome[]): Outcome {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  const remarks = outcomes.flatMap((outcome) => outcome.remarks);
  if (passed + failed > 0) return { passed, failed, remarks };
  return { passed, failed: 1, remarks: [...remarks, '没有任何用例符合 · nothing matched'] };
}

/** The last line of every run. */
export const lastLine = ({ passed, failed }: Outcome): string => `${passed} passed, ${failed} failed`;
