// Contradictions about requests for data (HD-8): somebody must be able to ask and somebody to answer, nobody
// may hold an act that the programme does not foresee, and what is named twice cannot be told apart.
import type { PackFile } from './pack';
import { nearProblems } from './pack-course-checks';
import { type Report, duplicates } from './pack-report';

/** Tells what is wrong with `dataRequests`. */
export function dataRequestProblems({ dataRequests, scopes }: PackFile, report: Report): void {
  for (const command of ['RequestData', 'ProvideData'] as const) {
    const held = scopes.findIndex(({ may }) => may.includes(command));
    if (dataRequests !== undefined && held < 0) report('command-without-role', ['scopes'], { command });
    if (dataRequests === undefined && held >= 0)
      report('command-without-setting', ['scopes', held, 'may'], { command, setting: 'dataRequests' });
  }
  if (dataRequests === undefined) return;
  duplicates(dataRequests.templates, 'dataRequests.templates', report);
  dataRequests.templates.forEach(({ id, within, fields = [] }, i) => {
    nearProblems(dataRequests.near, { id, rule: within }, ['dataRequests', 'near', 'before'], report);
    duplicates(fields, `dataRequests.templates.${i}.fields`, report);
  });
}
