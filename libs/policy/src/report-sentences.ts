// The sentences of what may be wrong with the reports of a pack.
import type { ProblemTable } from '#working-calendar/source-text';

/** By code. */
export const REPORT_SENTENCES: ProblemTable = {
  'report-half-a-table': {
    zh: '报表“{id}”的 rows（各行是什么）与 columns（各栏）须同时写出，或都不写。',
    en: 'The report "{id}" must name both rows and columns, or neither.',
  },
  'report-ranking-unsaid': {
    zh: '报表“{id}”：rows 为 ranking 时须写 ranking（哪个排名），其他情况不写。请改正。',
    en: 'The report "{id}" must name its ranking when its rows are a ranking, and only then. Correct it.',
  },
  'unknown-ranking': {
    zh: '排名“{ranking}”未在 rankings 中列出（现有：{known}）。请改正或补充。',
    en: 'The ranking "{ranking}" is not listed under rankings (known: {known}). Correct it or add the ranking.',
  },
  'unknown-column': {
    zh: '“{rows}”的报表没有“{is}”这一栏（可用：{known}）。请改正。',
    en: 'A report of "{rows}" has no column "{is}" (known: {known}). Correct it.',
  },
  'handed-in-at-no-door': {
    zh: '报送渠道“{door}”不存在，请用：{known}。',
    en: 'The table is handed in at door {door}, which does not exist. Use one of: {known}.',
  },
  'handed-in-unreadable': {
    zh: '报表“{id}”可由单位报送，须为按期的 closed-by-units 表；缺少的栏目：{missing}。',
    en: 'Report {id} is handed in by units: it must be a table of closed-by-units with a period; columns missing: {missing}.',
  },
};
