// Contradictions in figures, rankings and reports of a pack: that of Yicheng, broken once each time.
import { type Edit, refuses } from '../test/edited-pack';

test.each<[what: string, code: string, place: string, ...edits: Edit[]]>([
  [
    'a figure nobody has a formula for',
    'figure-without-formula',
    'id: direct-answer-rate',
    ['id: direct-answer-rate', 'id: happiness'],
  ],
  [
    'a formula with a word its cases do not have',
    'unknown-formula-word',
    'id: direct-answer-rate',
    [
      /(id: direct-answer-rate.*) \}/,
      '$1, formula: { of: admissions, where: [counted], hit: [satisfied] } }',
    ],
  ],
  [
    'a formula of a duration',
    'formula-of-a-time',
    'id: dispatch-time',
    ['即时转至 }', '即时转至, formula: { of: admissions, where: [], hit: [counted] } }'],
  ],
  [
    'a report of rows without columns',
    'report-half-a-table',
    'id: quarterly-evaluation',
    [/(id: quarterly-evaluation.*) \}/, '$1, rows: units }'],
  ],
  [
    'a column its rows do not have',
    'unknown-column',
    'is: closed-at, title',
    ['{ is: closed-at, title', '{ is: yellow-cards, title'],
  ],
  [
    'a table of a ranking nobody draws up',
    'unknown-ranking',
    'ranking: monthly',
    ['    ranking: monthly', '    ranking: weekly'],
  ],
  [
    'a table of a ranking that is not said',
    'report-ranking-unsaid',
    'id: monthly-bulletin',
    ['    rows: ranking\n    ranking: monthly', '    rows: ranking'],
  ],
  [
    'a ranking by a duration',
    'ranking-by-a-time',
    'by: [completion-rate',
    ['by: [completion-rate, satisfaction-official]', 'by: [completion-rate, dispatch-time]'],
  ],
  [
    'a ranking by a figure that is not there',
    'unknown-figure',
    'by: [completion-rate',
    [/ {2}- \{ id: completion-rate.*\n/, ''],
  ],
  [
    'a table handed in that is none',
    'handed-in-unreadable',
    'id: quarterly-evaluation',
    [/(id: quarterly-evaluation.*) \}/, '$1, handedIn: { clause: 默认, at: direct-report } }'],
    ['RecordContact, ', 'RecordContact, ReportAppeals, '],
  ],
  [
    'a table to be handed in that nobody draws up',
    'command-without-setting',
    'RecordContact, ',
    ['RecordContact, ', 'RecordContact, ReportAppeals, '],
  ],
  [
    'a table handed in at no door',
    'handed-in-at-no-door',
    'id: quarterly-evaluation',
    [/(id: quarterly-evaluation.*) \}/, '$1, handedIn: { clause: 默认, at: nowhere } }'],
    ['RecordContact, ', 'RecordContact, ReportAppeals, '],
  ],
  [
    'a share as the target of a time',
    'target-of-a-time',
    'id: dispatch-time',
    ['即时转至 }', '即时转至, target: 0.5 }'],
  ],
  [
    'a share that is to fall',
    'reduction-of-a-share',
    'id: direct-answer-rate',
    [/(id: direct-answer-rate.*) \}/, '$1, reduction: 0.2 }'],
  ],
])('%s', (_, code, place, ...edits) => refuses(edits, code, place));
