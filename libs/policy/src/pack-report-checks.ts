// Contradictions in the reports of a pack: a table without rows or columns, a column that its rows do not
// have, a ranking nobody draws up.
import type { PackFile } from './pack';
import type { Report } from './pack-report';
import { CASE_COLUMNS, COUNTS, type ReportRows } from './pack-words';

/** Tells what is wrong with the reports. */
export function reportProblems(pack: PackFile, report: Report): void {
  pack.reports.forEach(({ id, rows, ranking, columns = [] }, i) => {
    if ((rows === undefined) !== (columns.length === 0))
      report('report-half-a-table', ['reports', i], { id });
    if ((rows === 'ranking') !== (ranking !== undefined)) {
      report('report-ranking-unsaid', ['reports', i], { id });
    }
    const rankings = pack.rankings.map((one) => one.id);
    if (ranking !== undefined && !rankings.includes(ranking)) {
      const known = rankings.join(' ') || '–';
      report('unknown-ranking', ['reports', i, 'ranking'], { ranking, known });
    }
    const known = rows === undefined ? [] : columnsOf(rows, pack, ranking);
    columns.forEach(({ is }, k) => {
      if (rows !== undefined && !known.includes(is)) {
        report('unknown-column', ['reports', i, 'columns', k, 'is'], { is, rows, known: known.join(' ') });
      }
    });
  });
}

/** The words a column of such rows may have. */
function columnsOf(rows: ReportRows, pack: PackFile, ranking = ''): readonly string[] {
  const ranked = pack.rankings.find(({ id }) => id === ranking)?.by ?? [];
  switch (rows) {
    case 'units':
      return ['row-number', 'unit', ...pack.figures.map(({ id }) => id), ...COUNTS];
    case 'ranking':
      return ['rank', 'unit', ...ranked];
    default:
      return CASE_COLUMNS;
  }
}
