// How quality is looked at 抽查复核 (SV-4) and how units defend themselves 申诉 (HD-11): a reviewer reads what was
// drawn against its standard, a unit mends what was handed back, and contests now and then a card, a bad
// rating or a deduction, whether it is right or not.
import { addDays, civilDayOf } from '#working-calendar/civil-day';
import type { Act, Command } from './acts';
import { INCLINATIONS } from './inclinations';
import type { Overseen } from './overseen';
import { handlerOf } from './offices';
import { type Seen, does, lot, officeHoursLater } from './planning';
import { type Town, mannerOf } from './unit-behaviour';

type Of<T extends Overseen['type']> = Extract<Overseen, { type: T }>;

const REVIEWERS = 'reviewers';
/** Days to mend, where the pack leaves them to the reviewer. */
const MENDING_DAYS = 7;

/** A case was drawn. */
export function review(
  seen: Seen,
  { checkNo, unit, standard }: Of<'SpotCheckDrawn'>,
  town: Town,
): readonly Act[] {
  const chance = (purpose: string) => lot(seen, REVIEWERS, purpose, `check/${checkNo}`, town);
  const at = officeHoursLater(seen, chance('reviews'), [4, 60], town);
  const verdict = verdictOf(chance('finds'), mannerOf(unit, seen.story, town) === 'perfunctory');
  const missing = verdict === 'passed' ? [] : standard.slice(0, 1);
  const demand = verdict === 'passed' ? '' : '请对照标准补充完整。';
  const dueOn = verdict === 'findings' ? mendBy(at, town) : '';
  const found = supervision('giveFindings', { checkNo, verdict, missing, demand, dueOn });
  return does(seen, town.offices.oversight.review?.by, found, at, [`check/${checkNo}/drawn`]);
}

function verdictOf(share: number, empty: boolean): 'passed' | 'perfunctory' | 'findings' {
  const passed = empty ? INCLINATIONS.emptyCheckPassed : INCLINATIONS.checkPassed;
  const perfunctory = empty ? INCLINATIONS.emptyCheckPerfunctory : INCLINATIONS.checkPerfunctory;
  if (share < passed) return 'passed';
  return share < passed + perfunctory ? 'perfunctory' : 'findings';
}

function mendBy(at: number, { offices: { oversight } }: Town): string {
  return oversight.review?.ownTime ? addDays(civilDayOf(at), MENDING_DAYS) : '';
}

/** An answer was handed back: the unit mends it by its temperament. */
export function mend(
  seen: Seen,
  { checkNo, unit }: { checkNo: number; unit: string },
  nth: number,
  town: Town,
): readonly Act[] {
  const manner = mannerOf(unit, seen.story, town);
  if (manner === 'silent') return [];
  const share = lot(seen, `unit ${unit}`, 'mends', `check/${checkNo}/${nth}`, town);
  const at = officeHoursLater(seen, share, manner === 'late' ? [20, 60] : [3, 25], town);
  const mended = supervision('mendAnswer', { checkNo, answer: '已补充政策依据和办理结果。' });
  return does(seen, handlerOf(unit, town), mended, at, [`check/${checkNo}/mending`]);
}

/** The reviewer reads what was mended. */
export function ruleMending(
  seen: Seen,
  { checkNo }: Of<'AnswerMended'>,
  nth: number,
  town: Town,
): readonly Act[] {
  const chance = (purpose: string) => lot(seen, REVIEWERS, purpose, `check/${checkNo}/${nth}`, town);
  const at = officeHoursLater(seen, chance('rules-mending'), [2, 20], town);
  const accepted = chance('accepts-mending') < INCLINATIONS.mendingAccepted;
  const [reason, dueOn] = accepted ? ['', ''] : ['仍不完整。', mendBy(at, town)];
  const ruled = supervision('ruleMending', { checkNo, accepted, reason, dueOn });
  return does(seen, town.offices.oversight.review?.by, ruled, at, [`check/${checkNo}/mended`]);
}

const CONTESTS = {
  yellow: ['card', INCLINATIONS.contestsYellow],
  red: ['card', INCLINATIONS.contestsRed],
  rating: ['rating', INCLINATIONS.contestsRating],
  deduction: ['deduction', INCLINATIONS.contestsDeduction],
} as const;

/** Something stands against a unit, which may contest it; `target` as the platform names it. */
export function perhapsContest(
  seen: Seen,
  what: keyof typeof CONTESTS,
  target: string,
  unit: string,
  town: Town,
): readonly Act[] {
  const [about, share] = CONTESTS[what];
  const thing = `${about}/${target}`;
  const chance = (purpose: string) => lot(seen, `unit ${unit}`, purpose, thing, town);
  if (unit === '' || town.offices.oversight.contests === undefined) return [];
  if (chance('contests') >= share) return [];
  const at = officeHoursLater(seen, chance('contests-after'), [2, 20], town);
  const filed = supervision('fileContest', { about, target, evidence: '附系统日志与通话记录。' });
  return does(seen, handlerOf(unit, town), filed, at, about === 'rating' ? [] : [thing]);
}

/** Somebody rules on it. */
export function ruleContest(seen: Seen, { contestNo }: Of<'ContestFiled'>, town: Town): readonly Act[] {
  const chance = (purpose: string) => lot(seen, 'supervisors', purpose, `contest/${contestNo}`, town);
  const at = officeHoursLater(seen, chance('rules-contest'), [4, 25], town);
  const upheld = chance('upholds') < INCLINATIONS.contestUpheld;
  const reason = upheld ? '证据属实，申诉成立。' : '证据不足，维持。';
  const ruled = supervision('ruleContest', { contestNo, upheld, reason });
  return does(seen, town.offices.oversight.contests, ruled, at, [`contest/${contestNo}`]);
}

function supervision(name: string, fields: Command['fields']): Command {
  return { door: 'supervision', name, fields };
}
