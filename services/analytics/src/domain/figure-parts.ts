// Pieces that several figures are made of. All of them look at the facts as they stood at the cut-off: what
// happened later does not exist for them.

/** The condition that an instant lies in the period and not behind the cut-off. */
export function inPeriod(column: string): string {
  return `${column} >= $from AND ${column} < $to AND ${column} <= $cut`;
}

const before = (column: string): string => `coalesce(${column} <= $cut, false)`;

/**
 * Named tables every figure may use. `handed_over`: the first dispatch not recalled. `standing`: the last
 * dispatch that was neither recalled nor taken back on an upheld objection. `finished`: completed and not
 * reopened since. `answered`: answered from the library and not reopened since. `subject`: the appeal with
 * what it is grouped by.
 */
export const COMMON_TABLES = `
  kept AS (SELECT * FROM dispatch WHERE dispatched_at <= $cut AND NOT ${before('recalled_at')}),
  handed_over AS (SELECT * FROM kept
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY dispatch_no) = 1),
  standing AS (SELECT * FROM kept WHERE NOT ${before('taken_back_at')}
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY dispatch_no DESC) = 1),
  reopened AS (SELECT key, max(reopened_at) AS last_at FROM reopening WHERE reopened_at <= $cut GROUP BY key),
  finished AS (SELECT c.key, c.dispatch_no, max(c.completed_at) AS completed_at
    FROM completion c LEFT JOIN reopened r ON r.key = c.key
    WHERE c.completed_at <= $cut AND c.completed_at > coalesce(r.last_at, 0) GROUP BY c.key, c.dispatch_no),
  answered AS (SELECT d.key, max(d.answered_at) AS answered_at
    FROM answer d LEFT JOIN reopened r ON r.key = d.key
    WHERE d.answered_at <= $cut AND d.answered_at > coalesce(r.last_at, 0) GROUP BY d.key),
  governed AS (SELECT * FROM pack_change WHERE changed_at <= $cut
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY changed_at DESC) = 1),
  classed AS (SELECT * FROM classing WHERE classed_at <= $cut
    QUALIFY row_number() OVER (PARTITION BY key ORDER BY classed_at DESC) = 1),
  subject AS (SELECT a.key, a.submitted_at, a.admitted_at, a.declined_at, a.joined_at, a.reported_at,
      coalesce(g.pack_hash, a.pack_hash) AS pack_hash, coalesce(g.pack, a.pack, '') AS pack,
      least(a.withdrawn_at, a.withdrawal_granted_at) AS withdrawn_at,
      coalesce(nullif(g.nature, ''), a.nature) AS nature,
      ${before('a.joined_at')} AS joined,
      coalesce(coalesce(g.counted, a.counted) AND a.admitted_at <= $cut
        AND NOT ${before('a.joined_at')}, false) AS counted,
      coalesce(g.unrated_in_denominator, a.unrated_in_denominator, false) AS unrated_in_denominator,
      coalesce(s.unit, '') AS unit, coalesce(a.channel, '') AS channel,
      coalesce(nullif(a.classified_topic, ''), nullif(a.topic, ''), a.submitted_topic, '') AS topic,
      coalesce(nullif(a.region, ''), a.submitted_region, '') AS region,
      coalesce(k.class_1, '') AS class_1, coalesce(k.class_2, '') AS class_2,
      coalesce(k.class_3, '') AS class_3
    FROM appeal a LEFT JOIN standing s ON s.key = a.key LEFT JOIN governed g ON g.key = a.key
      LEFT JOIN classed k ON k.key = a.key)`;

/** An appeal's last follow-up in the period. */
export const lastFollowUp = `(SELECT * FROM followup WHERE ${inPeriod('followed_up_at')}
  QUALIFY row_number() OVER (PARTITION BY key ORDER BY followed_up_at DESC) = 1)`;

/**
 * What an appeal's rating is in the period: the last one expressed; silence only where nothing was expressed
 * by the cut-off, for a rating stays until the enterprise gives another.
 */
export const lastVerdict = `(SELECT *, rated_by <> 'lapse' AS expressed FROM rating r
  WHERE ${inPeriod('rated_at')} AND (rated_by <> 'lapse' OR NOT EXISTS (SELECT 1 FROM rating e
    WHERE e.key = r.key AND e.rated_by <> 'lapse' AND e.rated_at <= $cut))
  QUALIFY row_number() OVER (PARTITION BY key ORDER BY rated_at DESC) = 1)`;

/** The rating of `c` was left out of the count by a ruling 剔除 (HD-11); it stays on record. */
export const leftOut = `EXISTS (SELECT 1 FROM exclusion x WHERE x.key = c.key AND x.round = c.round
  AND x.excluded_at <= $cut)`;
