// What the overseeing of cases makes of a pack's settings, asked the way a supervisor would ask: which step
// is proposed when, who may take it, what becomes of it.
import { deepEqual, equal } from 'node:assert/strict';
import type { Actor } from '#kernel/decider';
import type { OversightCommand } from '#supervision/domain/oversight-commands';
import type { OversightCause } from '#supervision/domain/oversight-events';
import { isDrawn } from '#supervision/domain/drawing';
import { wall } from '../../../services/supervision/test/officer';
import {
  CLOCK,
  COMPLETED,
  ORDER,
  type OverseenCase,
  PEOPLE,
  RED,
  YELLOW,
  overseen,
} from '../../../services/supervision/test/supervisor';
import type { Proof } from './proof';

const NOON = '2026-03-02 12:00';
const KEPT: OversightCause = { type: 'ObjectionRuled', dispatchNo: 1, unit: 'tax', upheld: false };

/** What is wrong with the case in question: late since 11:00 on Monday 2026-03-02, and more. */
const LATE = {
  'red card': (pack) => late(overseen(pack)).happens('2026-03-04 00:00', RED),
  shirking: (pack) => late(overseen(pack)).happens(NOON, KEPT),
  'several units': (pack) => late(overseen(pack, ['water'])),
} satisfies Readonly<Record<string, (pack: Parameters<typeof overseen>[0]) => OverseenCase>>;

function late(seen: OverseenCase): OverseenCase {
  return seen.happens('2026-03-02 11:00', YELLOW);
}

/** Which steps are proposed by themselves within a month, and when. */
export function proposes(wrong: keyof typeof LATE, expected: readonly string[]): Proof {
  return (pack) => deepEqual(LATE[wrong](pack).until('2026-04-01 00:00').proposed, expected);
}

/** What an order of that role on that entry leads to a month later. */
export function orderOf(role: string, step: string, entryId: string, expected: string): Proof {
  return commanded(role, { ...ORDER, step, entryId }, expected);
}

/** To whom a case is handed by a step that is another body's. */
export function handsOverTo(role: string, step: string, expected: string): Proof {
  return (pack) => {
    const seen = LATE.shirking(pack);
    const actor: Actor = { role, id: 'x' };
    const command: OversightCommand = { type: 'RecordTransfer', step, entryId: 'E2', facts: '经核属实' };
    equal(seen.told('2026-03-05 09:00', actor, command), 'CaseTransferred');
    equal(seen.ownOf('CaseTransferred')[0]?.to, expected);
  };
}

function commanded(role: string, command: OversightCommand, expected: string): Proof {
  return (pack) => {
    const seen = LATE['several units'](pack);
    equal(seen.told('2026-04-01 09:00', { role, id: 'x' }, command), expected);
  };
}

/** Which of the appeals a-0 … a-59 completed in March 2026 are drawn for a spot check. */
export function draws(expected: readonly string[]): Proof {
  return ({ review }) => {
    const ids = Array.from({ length: 60 }, (_, i) => `a-${i}`);
    const drawn = review && ids.filter((id) => isDrawn(review, wall('2026-03-10 10:00'), id));
    deepEqual(drawn, expected);
  };
}

/** What the findings of that role on a drawn case lead to. */
export function findingsBy(role: string, expected: string): Proof {
  return (pack) => {
    const review = pack.review && { ...pack.review, share: 1, seed: 's', every: 'month' as const };
    const seen = overseen({ ...pack, review }).happens('2026-03-03 10:00', COMPLETED);
    const findings = { checkNo: 1, verdict: 'passed', missing: [], demand: '', dueOn: '' };
    equal(seen.told('2026-03-04 09:00', { role, id: 'x' }, { type: 'GiveFindings', ...findings }), expected);
  };
}

/** The last minute in which a card shown on Monday 2026-03-02 at eleven may be contested. */
export function contestedUntil(last: string, tooLate: string): Proof {
  return (pack) => {
    const file = {
      type: 'FileContest',
      about: 'card',
      target: `${CLOCK}/yellow`,
      evidence: '附照片',
    } as const;
    equal(late(overseen(pack)).told(tooLate, PEOPLE.tax, file), 'CONTEST_TOO_LATE');
    equal(late(overseen(pack)).told(last, PEOPLE.tax, file), 'ContestFiled');
  };
}

/** What the ruling of that role on a contested card leads to. */
export function contestRuledBy(role: string, expected: string): Proof {
  return (pack) => {
    const seen = late(overseen(pack));
    const file = {
      type: 'FileContest',
      about: 'card',
      target: `${CLOCK}/yellow`,
      evidence: '附照片',
    } as const;
    equal(seen.told(NOON, PEOPLE.tax, file), 'ContestFiled');
    const rule = { type: 'RuleContest', contestNo: 1, upheld: false, reason: '证据不足' } as const;
    equal(seen.told('2026-03-03 09:00', { role, id: 'x' }, rule), expected);
  };
}

/** What is deducted from a unit that shirked, answered nothing and left the enterprise dissatisfied. */
export function deducts(expected: readonly string[]): Proof {
  return (pack) => {
    const seen = overseen(pack).happens(NOON, KEPT);
    const evasive = { ...COMPLETED, answerVerdict: 'evasive' } as OversightCause;
    seen.happens('2026-03-03 10:00', evasive);
    seen.happens('2026-03-04 10:00', { type: 'AppealRated', rating: 'dissatisfied', round: 1 });
    const told = seen.ownOf('DeductionRecorded').map((one) => `${one.deduction} ${one.points}`);
    deepEqual(told, expected);
  };
}
