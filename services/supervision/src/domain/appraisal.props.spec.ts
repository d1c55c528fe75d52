import { YICHENG } from '../../test/officer';
import { holdsForAny, unlike } from '../../test/any-oversight';
import type { OverseenCase } from '../../test/supervisor';
import { type KnownOversight, NO_OVERSIGHT, type Oversight } from './oversight';
import { oversightDecider } from './oversight-decider';
import { standingOf } from './standing';

const title = { zh: '扣分', en: 'deduction' };
const MORE: Readonly<Record<string, (typeof YICHENG.scopes)[number]['may']>> = {
  supervisor: ['GiveFindings', 'RuleMending'],
  handler: ['MendAnswer'],
};
const PACK: typeof YICHENG = {
  ...YICHENG,
  scopes: YICHENG.scopes.map((scope) => ({ ...scope, may: [...scope.may, ...(MORE[scope.role] ?? [])] })),
  review: {
    clause: 'SV-4',
    by: ['supervisor'],
    every: 'month',
    share: 1,
    seed: 's',
    mendWithin: 'workingDays:2',
  },
  deductions: [
    { id: 'late', title, clause: 'SV-6', when: ['yellow', 'red'], points: 2 },
    { id: 'content', title, clause: 'SZ 三-3', when: ['low-satisfaction', 'poor-quality', 'perfunctory'] },
  ],
};
const holds = (rule: (seen: OverseenCase) => void) => holdsForAny(rule, PACK);

/** What stood before each entry of the book, by its place in it. */
function statesOf({ book }: OverseenCase): readonly Oversight[] {
  return book.reduce<Oversight[]>(
    (states, { event, at, id, own }) => {
      const recorded = { event, at, id, writer: own ? 'own' : 'other', seq: 1 };
      return [...states, oversightDecider.evolve(states.at(-1) ?? NO_OVERSIGHT, recorded)];
    },
    [NO_OVERSIGHT],
  );
}

describe('deductions, checks and contests under any course (SV-4, SV-6, HD-11)', () => {
  test('a deduction is recorded once per rule and cause, taken back once; the sums are what is left', () => {
    holds((seen) => {
      const taken = seen.ownOf('DeductionRecorded');
      const back = seen.ownOf('DeductionWithdrawn').map(({ deductionNo }) => String(deductionNo));
      unlike(taken.map(({ deduction, cause }) => `${deduction} ${cause}`));
      unlike(back);
      const left = taken.filter(({ deductionNo }) => !back.includes(String(deductionNo)));
      const { deductions, points } = standingOf(seen.known);
      expect(deductions).toBe(left.length);
      expect(points).toBe(left.reduce((sum, one) => sum + one.points, 0));
    });
  });

  test('a thing is contested once, by its unit, and ruled once', () => {
    holds((seen) => {
      const filed = seen.ownOf('ContestFiled');
      unlike(filed.map(({ about, target }) => `${about} ${target}`));
      const ruled = seen.ownOf('ContestRuled');
      unlike(ruled.map(({ contestNo }) => String(contestNo)));
      for (const { contestNo, unit } of ruled)
        expect(filed.find((one) => one.contestNo === contestNo)?.unit).toBe(unit);
    });
  });

  test('a ruling says what stood before it, and what stands once all has followed from it', () => {
    holds((seen) => {
      const states = statesOf(seen);
      seen.book.forEach(({ event }, i) => {
        const state = states[i];
        if (event.type !== 'ContestRuled' || !('before' in event) || state?.status === 'waiting' || !state)
          return;
        expect(event.before).toEqual(standingOf(state));
        if (!event.upheld) expect(event.after).toEqual(event.before);
        else
          expect(weightOf(event.before) - weightOf(event.after)).toBeGreaterThanOrEqual(stood(event, state));
      });
    });
  });

  test('what was upheld stands against nobody any more', () => {
    holds((seen) => {
      const { course, deductions } = seen.known;
      for (const { about, target, upheld } of seen.ownOf('ContestRuled')) {
        if (!upheld) continue;
        if (about === 'deduction')
          expect(deductions.find(({ no }) => String(no) === target)?.withdrawn).toBe(true);
        if (about === 'rating')
          expect(course.ratings.find(({ round }) => String(round) === target)?.excluded).toBe(true);
        if (about === 'card') expect(course.cards.find(({ id }) => id === target)?.revoked).toBe(true);
      }
    });
  });

  test('a check ends once: passed, mended or reopened, and is mended only after it was handed back', () => {
    holds((seen) => {
      unlike(seen.ownOf('SpotCheckPassed').map(({ checkNo }) => String(checkNo)));
      unlike(seen.ownOf('SpotCheckFailed').map(({ checkNo }) => String(checkNo)));
      const handedBack = seen.ownOf('SpotCheckFailed').filter(({ reopen }) => !reopen);
      for (const { checkNo } of seen.ownOf('AnswerMended'))
        expect(handedBack.map((one) => one.checkNo)).toContain(checkNo);
      unlike(
        seen.ownOf('MendingRuled').flatMap(({ checkNo, accepted }) => (accepted ? [String(checkNo)] : [])),
      );
    });
  });
});

/** 1 when what is ruled on still counted: it was not taken back meanwhile, nor overtaken by a later rating. */
function stood({ about, target }: { about: string; target: string }, { course, deductions }: KnownOversight) {
  const found = {
    card: course.cards.some(({ id, revoked }) => id === target && !revoked),
    deduction: deductions.some(({ no, withdrawn }) => String(no) === target && !withdrawn),
    rating: course.ratings.findIndex(({ round }) => String(round) === target) === course.ratings.length - 1,
  };
  return about in found && found[about as keyof typeof found] ? 1 : 0;
}

/** Everything that counts against the unit, as one number. */
function weightOf({ yellow, red, deductions, rating }: ReturnType<typeof standingOf>): number {
  return yellow + red + deductions + (rating === '' ? 0 : 1);
}
