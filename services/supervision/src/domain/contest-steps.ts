// 申诉 (HD-11): a unit contests a card, a deduction or a rating within the pack's time, with evidence; whoever
// the pack names rules, once. Upheld, a card is taken back by the docket and what followed from it falls, a
// deduction is withdrawn, a rating is left out of the count 剔除 and stays on record. The ruling says what
// stood for this case before and after, so that figures can be shown with and without.
import { type Decided, type Decision, decided, reject } from '#kernel/decider';
import { computeDeadline } from '#policy/deadline';
import { ruleOf } from '#policy/rule';
import { CONTESTABLE, type Contestable } from './appraisal-events';
import { cardsFalling } from './cards-falling';
import { withdrawn } from './deductions';
import { evolveOversight } from './evolve-oversight';
import type { Contest, KnownOversight } from './oversight';
import type { ContestCommand, OversightPolicy, OversightRefusal } from './oversight-commands';
import type { OversightEvent } from './oversight-events';
import { isOfUnit } from './own-unit';
import { clearedWith } from './register-steps';
import { standingOf } from './standing';

type Answer = Decided<OversightEvent, OversightRefusal>;
type Command<T extends ContestCommand['type']> = Extract<ContestCommand, { type: T }>;

/** Something that stands against a unit and may be contested. */
interface Thing {
  readonly unit: string;
  readonly at: number;
  /** It was taken back or left out already. */
  readonly gone: boolean;
}

/** The unit contests what stands against it. */
export function fileContest(
  command: Command<'FileContest'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const { contest, officeHours } = policy.pack(state.packHash);
  if (contest === undefined) return reject('CONTEST_NOT_FORESEEN', 'HD-11');
  const about = CONTESTABLE.find((one) => one === command.about);
  const { target, evidence } = command;
  const thing = about && thingOf(about, target, state);
  if (about === undefined || thing === undefined || thing.gone)
    return reject('NOTHING_TO_CONTEST', 'HD-11', {
      about: command.about.slice(0, 40),
      target: target.slice(0, 80),
    });
  if (!isOfUnit(actor, thing.unit, policy)) return reject('NOT_YOUR_UNIT', 'HD-11', { unit: thing.unit });
  if (state.contests.some((one) => one.about === about && one.target === target))
    return reject('ALREADY_CONTESTED', 'HD-11', { target: target.slice(0, 80) });
  const rule = ruleOf(contest.within);
  const end = computeDeadline({
    rule,
    startAt: thing.at,
    calendar: policy.calendar(),
    officeHours,
  }).deadlineAt;
  if (end !== null && at >= end) return reject('CONTEST_TOO_LATE', 'HD-11', { within: contest.within });
  if (evidence.trim() === '') return reject('TEXT_MISSING', 'HD-11', { field: 'evidence' });
  const contestNo = state.contests.length + 1;
  return decided({
    type: 'ContestFiled',
    contestNo,
    about,
    target,
    unit: thing.unit,
    by: actor.id,
    evidence,
  });
}

function thingOf(about: Contestable, target: string, state: KnownOversight): Thing | undefined {
  switch (about) {
    case 'card': {
      const card = state.course.cards.find(({ id }) => id === target);
      return card && { unit: card.unit, at: card.at, gone: card.revoked };
    }
    case 'deduction': {
      const found = state.deductions.find(({ no }) => String(no) === target);
      return found && { unit: found.unit, at: found.at, gone: found.withdrawn };
    }
    case 'rating': {
      const found = state.course.ratings.find(({ round }) => String(round) === target);
      return found && { unit: found.unit, at: found.at, gone: found.excluded };
    }
  }
}

/** Whoever the pack names rules, with the reason. */
export function ruleContest(
  { contestNo, upheld, reason }: Command<'RuleContest'>,
  state: KnownOversight,
  policy: OversightPolicy,
  { at, actor }: Decision,
): Answer {
  const contest = state.contests.find(({ no }) => no === contestNo);
  if (contest === undefined) return reject('CONTEST_UNKNOWN', 'HD-11', { contest: String(contestNo) });
  const by = policy.pack(state.packHash).contest?.ruledBy ?? [];
  if (!by.includes(actor.role)) return reject('ROLE_NOT_ALLOWED', 'HD-11', { role: actor.role });
  if (contest.ruled) return reject('CONTEST_RULED', 'HD-11', { contest: String(contestNo) });
  if (reason.trim() === '') return reject('REASON_MISSING', 'HD-11');
  const follows = upheld ? consequences(contest, state, actor.id, reason) : [];
  const { about, target, unit } = contest;
  const before = standingOf(state);
  const said = { contestNo, about, target, unit, upheld, by: actor.id, reason };
  const ruled = (after: typeof before): OversightEvent => ({ type: 'ContestRuled', ...said, before, after });
  const then = [ruled(before), ...follows].reduce((now, event) => {
    const recorded = { event, at, id: '', writer: '', seq: 0 };
    return evolveOversight(now, recorded) as KnownOversight;
  }, state);
  return decided<OversightEvent>(ruled(standingOf(then)), ...follows);
}

function consequences(
  { no, about, target, unit }: Contest,
  state: KnownOversight,
  by: string,
  reason: string,
): readonly OversightEvent[] {
  const cause = `contest/${no}`;
  switch (about) {
    case 'card': {
      const fallen = cardsFalling(target, state.course.cards);
      const entries = state.entries.filter((entry) => fallen.includes(entry.about));
      return entries.flatMap((entry) => clearedWith(entry, state, 'contest-upheld', cause, by));
    }
    case 'deduction': {
      const found = state.deductions.filter((one) => String(one.no) === target && !one.withdrawn);
      return found.map((one) => withdrawn(one, 'contest-upheld', cause));
    }
    case 'rating': {
      const entries = state.entries.filter(
        (entry) => entry.ground === 'low-satisfaction' && entry.about === `round/${target}`,
      );
      const rated = state.course.ratings.find(({ round }) => String(round) === target);
      const excluded = { contestNo: no, unit, round: Number(target), rating: rated?.value ?? '', by, reason };
      return [
        { type: 'RatingExcluded', ...excluded },
        ...entries.flatMap((entry) => clearedWith(entry, state, 'contest-upheld', cause, by)),
      ];
    }
  }
}
