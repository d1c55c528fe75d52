// Contradictions in the reports of a pack: a table without rows or columns, a column that its rows do not
// have, a ranking nobody draws up.
import type { PackFile } from './pack';
import type { Report } from './pack-report';
import { CASE_COLUMNS, type CaseColumn, COUNTS, type ReportRows } from './pack-words';

/** Tells what is wrong with the reports. */
export function reportProblems(pack: PackFile, report: Report): void {
  const held = pack.scopes.findIndex(({ may }) => may.includes('ReportAppeals'));
  if (held >= 0 && !pack.reports.some(({ handedIn }) => handedIn)) {
    const params = { command: 'ReportAppeals', setting: 'reports.handedIn' };
    report('command-without-setting', ['scopes', held, 'may'], params);
  }
  pack.reports.forEach(({ id, rows, ranking, columns = [] }, i) => {
    if ((rows === undefined) !== (columns.length === 0))
      report('report-half-a-table', ['reports', i], { id });
    if ((rows === 'ranking') !== (ranking !== undefined)) {
      report('report-ranking-unsaid', ['reports', i], { id });
    }
    handedInProblems(pack, i, report);
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

/** What a table must have so that rows of it can be read. */
const READ_COLUMNS: readonly CaseColumn[] = [
  ...(['submitted-at', 'content', 'enterprise', 'contact-person', 'contact-phone'] as const),
  ...(['unit', 'answer'] as const),
];

function handedInProblems(pack: PackFile, i: number, report: Report): void {
  const { id, handedIn, rows, every, columns = [] } = pack.reports[i] ?? {};
  if (handedIn === undefined || id === undefined) return;
  const doors = pack.doors.map((door) => door.id);
  if (!doors.includes(handedIn.at)) {
    const params = { door: handedIn.at, known: doors.join(' ') };
    report('handed-in-at-no-door', ['reports', i, 'handedIn', 'at'], params);
  }
  const missing = READ_COLUMNS.filter((word) => !columns.some(({ is }) => is === word));
  if (rows !== 'closed-by-units' || every === 'when-needed' || missing.length > 0) {
    report('handed-in-unreadable', ['reports', i, 'handedIn'], { id, missing: missing.join(' ') || '–' });
  }
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
