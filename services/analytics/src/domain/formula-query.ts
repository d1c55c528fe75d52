// A formula of a pack as the query of its cases. Every word is one condition on the facts as they stood at
// the cut-off; what is not known is not so.
import { type Formula, type FormulaCases, type FormulaWord } from '#policy/figure-formula';
import { inPeriod, lastFollowUp, lastVerdict, leftOut } from './figure-parts';

/** Conditions on the appeal `a`. */
const APPEAL_WORDS = {
  counted: 'a.counted',
  consultation: `a.nature = 'consultation'`,
  'answered-directly': 'EXISTS (SELECT 1 FROM answered d WHERE d.key = a.key)',
  'handed-over': 'EXISTS (SELECT 1 FROM standing s WHERE s.key = a.key)',
  recalled: 'EXISTS (SELECT 1 FROM dispatch r WHERE r.key = a.key AND r.recalled_at <= $cut)',
  completed: `EXISTS (SELECT 1 FROM finished f JOIN standing s
    ON s.key = f.key AND s.dispatch_no = f.dispatch_no WHERE f.key = a.key)`,
  reopened: 'EXISTS (SELECT 1 FROM reopened r WHERE r.key = a.key)',
  withdrawn: 'a.withdrawn_at <= $cut',
};

/** Conditions on the case `c`; a rating and a follow-up are satisfied in their own way. */
const CASE_WORDS: Readonly<Record<FormulaCases, Readonly<Partial<Record<FormulaWord, string>>>>> = {
  'hand-overs': {},
  admissions: {},
  'completion-clocks': {
    'due-by-cut-off': 'c.deadline_at <= $cut AND coalesce(c.excused_until, 0) <= $cut',
    void: 'c.void AND c.stopped_at <= $cut',
    'in-time': 'c.stopped_at <= $cut AND (c.in_time OR c.stopped_at < coalesce(c.excused_until, 0))',
  },
  ratings: {
    expressed: 'c.expressed',
    satisfied: `c.verdict = 'satisfied'`,
    dissatisfied: `c.verdict = 'dissatisfied'`,
    'satisfied-by-default': `c.verdict = 'satisfied-by-default'`,
    unrated: `c.verdict = 'unrated'`,
    'unrated-counts': 'a.unrated_in_denominator',
  },
  'follow-ups': { contacted: 'c.contacted', solved: 'c.solved', satisfied: 'c.satisfied' },
};

const COMPLETION_CLOCKS = `(SELECT k.* FROM clock k JOIN appeal q ON q.key = k.key
  JOIN completion_clock p ON p.key = q.pack_hash AND p.clock = k.clock)`;

/** Where the cases stand, whose unit they are counted for, and what of them lies in the period. */
const CASES: Readonly<Record<FormulaCases, { from: string; unit: string; period: string }>> = {
  'hand-overs': { from: 'standing', unit: 'c.unit', period: inPeriod('c.dispatched_at') },
  'completion-clocks': { from: COMPLETION_CLOCKS, unit: 'c.unit', period: inPeriod('c.started_at') },
  ratings: { from: lastVerdict, unit: 'a.unit', period: 'true' },
  'follow-ups': { from: lastFollowUp, unit: 'a.unit', period: 'true' },
  admissions: { from: 'subject', unit: 'a.unit', period: inPeriod('a.admitted_at') },
};

/**
 * The query of a formula: `key`, `unit`, `hit`, `out`; `packs` narrows it to appeals for which that SQL
 * holds.
 */
export function formulaCases({ of, where, hit }: Formula, packs = 'true'): string {
  const { from, unit, period } = CASES[of];
  const holds = (conditions: Formula['where']) =>
    conditions
      .map(
        (one) =>
          `(${[one]
            .flat()
            .map((word) => conditionOf(word, of))
            .join(' OR ')})`,
      )
      .join(' AND ');
  return `SELECT c.key, ${unit} AS unit, ${holds(hit)} AS hit, ${of === 'ratings' ? leftOut : 'false'} AS out
    FROM ${from} c JOIN subject a ON a.key = c.key AND NOT a.joined
    WHERE ${[period, packs, holds(where)].filter((part) => part !== '').join(' AND ')}`;
}

function conditionOf(said: string, of: FormulaCases): string {
  const word = said.replace(/^not /, '') as FormulaWord;
  const words: Readonly<Partial<Record<FormulaWord, string>>> = { ...APPEAL_WORDS, ...CASE_WORDS[of] };
  const sql = words[word];
  if (sql === undefined) throw new Error(`No ${of} has a word ${word}; the loader of packs refuses it`);
  return `${said === word ? '' : 'NOT '}coalesce(${sql}, false)`;
}
