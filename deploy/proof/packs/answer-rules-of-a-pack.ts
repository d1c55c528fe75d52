// What a pack makes of a unit's answer: whether it owes the contributions of those who assist, who lets the
// enterprise read it, and where the case stands meanwhile, asked of the rules that run in production.
import { deepEqual, equal } from 'node:assert/strict';
import { stageOf } from '#casework/domain/case-stage';
import type { WorkOrderCommand } from '#casework/domain/work-order-commands';
import { reached } from '../../../services/casework/test/milestones';
import * as casework from '../../../services/casework/test/scenario';
import { MessageDesk, SUBMITTED, wall } from '../../../services/notification/test/desk';
import { byTemplate } from '#intake/domain/problem-template';
import { SUBMISSION } from '../../../services/intake/test/scenario';
import type { Proof } from './proof';
import { completion } from './rules-of-a-pack';

/**
 * The status a case has when the unit has completed: the enterprise hears of it, or the platform holds it.
 */
export function completionLeadsTo(status: string): Proof {
  return (pack) => {
    const { taxHandler } = casework.PEOPLE;
    const command = completion('solved') as WorkOrderCommand;
    equal(casework.when(casework.GIVEN.opinionGiven, taxHandler, command, 30, pack).status, status);
  };
}

/** The enterprise reads the answer with the last of these events, and nothing of it before. */
export function answerReaches(events: readonly ('AppealCompleted' | 'AnswerReleased')[]): Proof {
  return (pack) => {
    const at = wall('2026-03-02 09:00');
    const desk = new MessageDesk(pack)
      .happens(at, SUBMITTED)
      .happens(at + 1, { type: 'AppealAdmitted', packHash: 'p' });
    const told = events.map((type, i) => {
      desk.happens(at + 2 + i, { type, unit: 'tax', result: '已退税' });
      return desk.letters.some((letter) => letter.includes('已退税'));
    });
    deepEqual(
      told,
      events.map((_, i) => i === events.length - 1),
    );
  };
}

/** Completing while an assisting unit has given nothing: refused, and open to a reason (RT-3). */
export const contributionsOwed: Proof = (pack) => {
  const { taxHandler } = casework.PEOPLE;
  const lead = (over: object) =>
    casework.when(
      casework.GIVEN.assisted,
      taxHandler,
      completion('solved', over) as WorkOrderCommand,
      30,
      pack,
    );
  equal(lead({}).refused, 'CONTRIBUTION_MISSING');
  deepEqual(lead({ withoutContributions: '已催告' }).types, ['AppealCompleted']);
};

/** The stage in which a case stands after each of these courses, a blank between the steps (SV-1). */
export function standsIn(stages: Readonly<Record<string, string>>): Proof {
  return (pack) => {
    const found = Object.keys(stages).map((course) => [course, stageOf(reached(course), pack.stages)]);
    deepEqual(Object.fromEntries(found), stages);
  };
}

/** What a problem template makes of an appeal: its class and what it still owes, or what speaks against it. */
export function templateAsks(
  template: string,
  filled: Readonly<Record<string, string>>,
  expected: string,
): Proof {
  return (pack) => {
    const blank = { ...SUBMISSION, kind: '', topic: '', template, filled };
    const read = byTemplate(blank, pack.templates);
    const owed = read.ok
      ? [read.value.kind, read.value.topic]
      : read.error.map(({ field, code }) => `${field} ${code}`);
    equal(owed.join(' '), expected);
  };
}
