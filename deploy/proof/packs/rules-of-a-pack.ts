// What the rules of the services make of a pack, asked the way an officer would ask: who may do this, what
// becomes of it, what does the enterprise read. Every answer comes from the deciders that run in production;
// a pack's proofs compare them with what its document says.
import { deepEqual, equal } from 'node:assert/strict';
import type { Pack } from '#policy/pack';
import { figuresOf } from '#analytics/domain/figures';
import { termsOf } from '#analytics/domain/pack-terms';
import { checkWords, standardOf } from '#casework/domain/answer-remarks';
import type { WorkOrderCommand } from '#casework/domain/work-order-commands';
import { contactAfter } from '#casework/domain/contact-rule';
import { freshOrder } from '#casework/domain/work-order';
import type { IntakePorts } from '#intake/app/ports';
import { submitAppeal } from '#intake/app/submit-appeal';
import { findIdentity } from '#intake/domain/register-finding';
import type { RoutingCommand } from '#triage/domain/routing-commands';
import * as casework from '../../../services/casework/test/scenario';
import * as intake from '../../../services/intake/test/scenario';
import { MessageDesk, SUBMITTED, wall } from '../../../services/notification/test/desk';
import * as triage from '../../../services/triage/test/scenario';
import type { Proof, Proofs } from './proof';

type Past = keyof typeof casework.GIVEN;

/** What a command to a work order leads to: types of events joined by blanks, or the code of the refusal. */
export function orderLeadsTo(
  past: Past,
  actor: Readonly<{ role: string; id: string; unit?: string }>,
  command: object,
  expected: string,
  hour = 30,
): Proof {
  return (pack) => {
    const reply = casework.when(casework.GIVEN[past], actor, command as WorkOrderCommand, hour, pack);
    equal(reply.refused || reply.types.join(' '), expected);
  };
}

/** A completion as a unit fills it in. */
export function completion(type: string, over: object = {}): object {
  const fields = { answer: '已退税', basis: '', plan: '', plannedOn: '', agreement: null };
  const check = { verdict: 'unchecked', codes: [] };
  return { type: 'CompleteAppeal', dispatchNo: 1, completionType: type, ...fields, check, ...over };
}

/** Each type of completion owes what its standard names (HD-3); the ids are those of the article. */
export function completionFields(article: string): Proofs {
  const lacks = (type: string, over: object = {}) =>
    orderLeadsTo(
      'opinionGiven',
      casework.PEOPLE.taxHandler,
      completion(type, over),
      'COMPLETION_FIELD_MISSING',
    );
  return {
    [`${article}.result-is-written`]: lacks('solved', { answer: '' }),
    [`${article}.basis-is-named`]: lacks('explained'),
    [`${article}.plan-has-a-date`]: lacks('agreed-plan', { plan: '分期兑现' }),
    [`${article}.law-is-named`]: lacks('not-solvable'),
  };
}

/** What silence after the reminder counts as, six days later; before the fifth day ends nothing lapses. */
export function silenceCountsAs(expected: string): Proof {
  return (pack) => {
    const { system } = casework.PEOPLE;
    const lapse = (hour: number) =>
      casework.when(casework.GIVEN.reminded, system, { type: 'LapseRating' }, hour, pack);
    equal(lapse(26 + 24 * 4).refused, 'NOT_DUE');
    const [lapsed] = lapse(26 + 24 * 6).events;
    equal(lapsed?.type === 'RatingLapsed' && lapsed.countsAs, expected);
  };
}

/** An answer that leaves the amount open. */
export const HALF_AN_ANSWER = '留抵退税申请已于4月12日审核通过，已办理退库。其余事项请关注通知。';
/** An answer that leaves the time open too. */
export const NO_REAL_ANSWER = '留抵退税已办理退库，退库手续已完成，其余请关注通知。';

/** After a dissatisfied rating the case stays open and the enterprise may be called once more (SZ 二-2). */
export const followedUpAgain: Proof = (pack) => {
  const { followup, enterprise } = casework.PEOPLE;
  const call = (satisfied: boolean) =>
    ({ type: 'FollowUpAppeal', contacted: true, solved: satisfied, satisfied, reasons: '' }) as const;
  const first = casework.when(casework.GIVEN.completed, followup, call(false), 30, pack);
  const past = [...casework.GIVEN.completed, ...first.events.map((event) => [30, event] as const)];
  const rated = casework.when(
    past,
    enterprise,
    { type: 'RateAppeal', rating: 'dissatisfied', comment: '' },
    31,
    pack,
  );
  deepEqual([...first.types, ...rated.types], ['AppealFollowedUp', 'AppealRated', 'AppealRated']);
  const then = [...past, ...rated.events.map((event) => [31, event] as const)];
  deepEqual(casework.when(then, followup, call(true), 40, pack).types, ['AppealFollowedUp', 'AppealClosed']);
};

/** What the answer check says of a text by the standard of a type. */
export function answerIs(type: string, answer: string, expected: string): Proof {
  return (pack) => {
    const standard = standardOf(pack.completionTypes, type);
    const asked = {
      title: '留抵退税未到账',
      content: '公司三月申请留抵退税，至今未到账，请问何时退、退多少？',
    };
    const given = { answer, basis: '', plan: '', plannedOn: '' };
    equal(standard && checkWords(asked, given, standard).verdict, expected);
  };
}

/** Whether an objection at that hour after the hand-over is late. */
export function objectionIsLate(hour: number, late: boolean): Proof {
  return (pack) => {
    const command = {
      type: 'ObjectToDispatch',
      dispatchNo: 1,
      proposedUnit: 'water',
      reason: '非职责',
    } as const;
    const { taxHandler } = casework.PEOPLE;
    const [objected] = casework.when(casework.GIVEN.dispatched, taxHandler, command, hour, pack).events;
    equal(objected?.type === 'DispatchObjected' && objected.late, late);
  };
}

/** Whether so many attempts, of which the last one did or did not reach, satisfy the rule of contact. */
export function contactSatisfies(
  attempts: number,
  last: { outcome: 'reached' | 'attempt'; arrived: boolean; visitWaived: boolean },
  expected: boolean,
): Proof {
  return ({ contact }) => {
    const order = { ...freshOrder(1, 'tax', 0), attempts: attempts - 1 };
    const after = contactAfter(order, last, contact);
    equal(after.ok && after.value.satisfies, expected);
  };
}

/** What a door does with a credit code that cannot be right: it refuses, or takes it in for review. */
export function doorWithWrongCode(channel: string, expected: 'refused' | 'taken in'): Proof {
  return async (pack) => {
    const { SUBMISSION } = intake;
    const { enterpriseName: name, region, contactName, contactPhone, ...rest } = SUBMISSION;
    const enterprise = { name, uscc: 'BROKEN', region, tags: [] };
    const raw = { ...rest, channel, enterprise, contact: { name: contactName, phone: contactPhone } };
    const answer = await submitAppeal(raw, doorPorts(pack)).catch((error: Error) => {
      return { outcome: error.message, problems: [] };
    });
    equal(answer.outcome, expected);
  };
}

/** Ports of a door behind which nothing is stored. */
function doorPorts(pack: Pack): IntakePorts {
  const lists = {
    channels: pack.doors.map(({ id }) => id),
    kinds: pack.kinds.map(({ id }) => id),
    ...{ topics: [intake.SUBMISSION.topic], regions: [intake.SUBMISSION.region] },
    phone: (text: string) => text,
  };
  return {
    packFor: () => pack,
    lists: () => lists,
    isShut: () => false,
    identity: () => ({ regionPrefixes: ['3205'], places: [], nameDiffers: pack.admission.identity }),
    codes: { appealId: () => 'id', queryCode: () => 'Q' },
    appeals: {
      get: async () => undefined,
      admitKey: async () => {
        throw new Error('taken in');
      },
    },
  } as unknown as IntakePorts;
}

type RoutingPast = keyof typeof triage.GIVEN;

/** What a command at the desk leads to. */
export function deskLeadsTo(
  past: RoutingPast,
  role: keyof typeof triage.PEOPLE | 'panel' | 'expert',
  command: RoutingCommand,
  expected: string,
): Proof {
  return (pack) => {
    const actor = role === 'panel' || role === 'expert' ? { role, id: 'x' } : triage.PEOPLE[role];
    const reply = triage.when(triage.GIVEN[past], actor, command, 120, pack);
    equal(reply.refused || reply.types.join(' '), expected);
  };
}

/** A ruling that the unit was right, sent on to water. */
export const UPHELD = (dispatchNo: number): RoutingCommand => ({
  ...{ type: 'RuleObjection', dispatchNo, upheld: true, toUnit: 'water', note: '' },
});

/** What a clerk, or another role, may do with an appeal that is held on a ground. */
export function admittedBy(role: 'clerk' | 'supervisor', expected: string): Proof {
  return (pack) => {
    const policy = intake.policyOf(pack);
    const reply = intake.when(intake.GIVEN.screening, intake.PEOPLE[role], { type: 'AdmitAppeal' }, policy);
    equal(reply.refused || reply.types.join(' '), expected);
  };
}

/** Grounds on which a clerk may decline. */
export function declines(ground: string): Proof {
  return (pack) => {
    const command = { type: 'DeclineAppeal', ground, explanation: '不属受理范围' } as const;
    const reply = intake.when(intake.GIVEN.screening, intake.PEOPLE.clerk, command, intake.policyOf(pack));
    deepEqual(reply.types, ['AppealDeclined']);
  };
}

/** What becomes of an enterprise whose name differs a little from the register's. */
export function nameThatDiffers(expected: 'registered' | 'doubt'): Proof {
  return ({ admission }) => {
    const claim = { uscc: intake.YIHUI.uscc, name: '太仓奕辉新能源充换电有限公司', topic: 'tax', tags: [] };
    const setting = { regionPrefixes: ['3205'], places: ['太仓', '太仓市'], nameDiffers: admission.identity };
    equal(findIdentity(claim, intake.YIHUI, [], setting).found, expected);
  };
}

/** Until when the desk must have handed over what came in on Monday 2026-03-02 at 09:00. */
export function deskDue(expected: string): Proof {
  return (pack) => {
    const { events } = intake.when([], intake.PEOPLE.door, intake.submit(), intake.policyOf(pack));
    const [submitted] = events;
    const dueAt = submitted?.type === 'AppealSubmitted' ? submitted.deskDueAt : 0;
    equal(new Date(dueAt + 8 * 3_600_000).toISOString().slice(0, 16), expected);
  };
}

/** The text the enterprise gets as its receipt. */
export function receiptSays(expected: string): Proof {
  return (pack) => {
    const { letters } = new MessageDesk(pack).happens(wall('2026-03-02 09:00'), SUBMITTED);
    equal(
      letters.some((letter) => letter.includes(expected)),
      true,
    );
  };
}

/** Who is told of a yellow card of a unit. */
export function yellowTells(expected: readonly string[]): Proof {
  const at = wall('2026-03-02 09:00');
  return tells({ type: 'YellowCardIssued', clock: 'reply', deadlineAt: at, unit: 'tax' }, expected);
}

/** Who is told of what happened to an appeal on the desk. */
export function tells(event: Parameters<MessageDesk['happens']>[1], expected: readonly string[]): Proof {
  return (pack) => {
    const at = wall('2026-03-02 09:00');
    const desk = new MessageDesk(pack)
      .happens(at, SUBMITTED)
      .happens(at + 1, { type: 'AppealAdmitted', packHash: 'p' });
    const before = desk.letters.length;
    desk.happens(at + 2, event);
    deepEqual(
      desk.letters.slice(before).map((letter) => letter.split(' ')[0]),
      expected,
    );
  };
}

/** How a kind is counted. */
export function counted(kind: string, expected: boolean): Proof {
  return (pack) => equal(termsOf(pack, kind).counted, expected);
}

/** Whether the unrated stand in the denominator of the official satisfaction. */
export function unratedInDenominator(expected: boolean): Proof {
  return (pack) => equal(termsOf(pack, 'help').unratedInDenominator, expected);
}

/** The clocks the on-time rate counts. */
export function onTimeCounts(expected: readonly string[]): Proof {
  return (pack) => deepEqual(termsOf(pack, 'help').completionClocks, expected);
}

/** That a figure is computed. */
export function computes(figure: string): Proof {
  return (pack) =>
    equal(
      figuresOf([pack]).some(({ name }) => name === figure),
      true,
    );
}
