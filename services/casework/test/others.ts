// What the other services write about an appeal, as they would encode it.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as intake from '#contracts/gen/zhitong/intake/v1/events';
import * as knowledge from '#contracts/gen/zhitong/knowledge/v1/events';
import * as notification from '#contracts/gen/zhitong/notification/v1/events';
import * as supervision from '#contracts/gen/zhitong/supervision/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import { hours } from './scenario';
import type { Planted } from './world';

interface Message<M> {
  fromPartial(value: never): M;
  encode(message: M): { finish(): Uint8Array };
}

/** Words the enterprise wrote. */
export const SUBMITTED = {
  title: '退税未到账',
  content: '三月申请的留抵退税至今未到',
  enterpriseName: '榴园机械',
  contactName: '陈明',
  contactPhone: '19900001234',
};

const WRITERS: Readonly<Record<string, string>> = {
  intake: 'intake.appeal',
  triage: 'triage.routing',
  casework: 'casework.workorder',
  supervision: 'supervision.docket',
  notification: 'notification.messages',
  knowledge: 'knowledge.answering',
};

/** Makes one event; `sealed` is what goes into its box. */
export function said<M>(
  key: string,
  service: string,
  seq: number,
  hour: number,
  [name, message]: readonly [string, Message<M>],
  fields: object,
  sealed?: Uint8Array,
): Planted {
  return {
    key,
    writer: WRITERS[service] ?? service,
    seq,
    at: hours(hour),
    type: `zhitong.${service}.v1.${name}`,
    encode: (seal) => {
      const box = sealed ? { sealed: seal(sealed) } : {};
      return message.encode(message.fromPartial({ ...fields, ...box } as never)).finish();
    },
  };
}

/** Intake's part: submitted, as a protected appeal if so, and admitted. */
export function intakeSays(
  key: string,
  number: string,
  hour = 0,
  words = SUBMITTED,
  protect = false,
): readonly Planted[] {
  const box = intake.AppealSubmittedPrivate.encode(intake.AppealSubmittedPrivate.fromPartial(words)).finish();
  const facts = {
    number,
    channel: 'web',
    sourceNumber: `S-${number}`,
    kind: 'help',
    topic: 'tax',
    region: 'r1',
    protect,
  };
  const admission = { pack: 'yicheng', packHash: 'pack', kind: 'help', region: 'r1', uscc: 'U1' };
  return [
    said(key, 'intake', 1, hour, ['AppealSubmitted', intake.AppealSubmitted], facts, box),
    said(key, 'intake', 2, hour + 0.01, ['IdentityMatched', intake.IdentityMatched], {
      uscc: 'U1',
      domicileRegion: 'r1',
    }),
    said(key, 'intake', 3, hour + 0.02, ['AppealAdmitted', intake.AppealAdmitted], admission),
  ];
}

/** Triage's part: classified and dispatched to `lead`. */
export function triageSays(key: string, lead: string, hour = 0): readonly Planted[] {
  const reasons = [{ words: ['退税'], source: 'duty', ref: 'tax-1' }];
  const candidates = [{ unit: lead, score: 0.97, reasons }];
  return [
    said(key, 'triage', 1, hour + 0.03, ['AppealClassified', triage.AppealClassified], {
      topic: 'tax-refund',
      candidates,
      proposed: 'panel',
    }),
    said(key, 'triage', 2, hour + 0.04, ['AppealDispatched', triage.AppealDispatched], {
      dispatchNo: 1,
      lead,
      assist: ['market'],
      decidedBy: 'system',
    }),
  ];
}

/** A delivered reminder to rate. */
export function reminderDelivered(key: string, hour: number): Planted {
  return said(key, 'notification', 1, hour, ['MessageDelivered', notification.MessageDelivered], {
    messageId: 'm1',
    template: 'rating-reminder',
  });
}

function workCourse(key: string): readonly Planted[] {
  const order = { dispatchNo: 1, unit: 'tax', by: 'li' };
  const words = intake.Words.encode({ text: '已受理' }).finish();
  const answer = casework.AppealCompletedPrivate.encode(
    casework.AppealCompletedPrivate.fromPartial({ answer: '已退税' }),
  ).finish();
  return [
    said(key, 'casework', 1, 1, ['WorkOrderAcknowledged', casework.WorkOrderAcknowledged], order),
    said(key, 'casework', 2, 4, ['DispatchObjected', casework.DispatchObjected], {
      ...order,
      proposedUnit: 'market',
    }),
    said(key, 'casework', 3, 7, ['EnterpriseContacted', casework.EnterpriseContacted], {
      ...order,
      outcome: 'reached',
      satisfies: true,
    }),
    said(key, 'casework', 4, 8, ['PreliminaryOpinionGiven', casework.PreliminaryOpinionGiven], order, words),
    said(
      key,
      'casework',
      5,
      9,
      ['AppealCompleted', casework.AppealCompleted],
      { ...order, completionType: 'solved', round: 1 },
      answer,
    ),
    said(key, 'casework', 6, 12, ['AppealRated', casework.AppealRated], {
      rating: 'satisfied',
      by: 'enterprise',
      round: 1,
    }),
  ];
}

function clockCourse(key: string): readonly Planted[] {
  const clock = { clockId: 'c1', clock: 'contact', unit: 'tax', rule: 'hours:2' };
  return [
    said(key, 'supervision', 1, 0.05, ['ClockStarted', supervision.ClockStarted], {
      ...clock,
      startAt: hours(0.04),
      deadlineAt: hours(2.04),
    }),
    said(key, 'supervision', 2, 2.1, ['YellowCardIssued', supervision.YellowCardIssued], {
      ...clock,
      cardId: 'y1',
    }),
    said(key, 'supervision', 3, 7.1, ['ClockStopped', supervision.ClockStopped], {
      ...clock,
      stoppedAt: hours(7),
    }),
    said(key, 'supervision', 4, 9.2, ['ClockStarted', supervision.ClockStarted], {
      clockId: 'c2',
      clock: 'follow-up',
      startAt: hours(9),
      deadlineAt: hours(39),
    }),
  ];
}

/** The course of one whole case as each of six writers wrote it, in the order of each. */
export function wholeCourse(key: string): readonly (readonly Planted[])[] {
  return [
    [
      ...intakeSays(key, 'YC-1'),
      said(key, 'intake', 4, 3, ['AppealUrged', intake.AppealUrged], { count: 1 }),
    ],
    [
      ...triageSays(key, 'tax'),
      said(key, 'triage', 3, 5, ['ObjectionRuled', triage.ObjectionRuled], {
        dispatchNo: 1,
        unit: 'tax',
        upheld: false,
      }),
    ],
    workCourse(key),
    clockCourse(key),
    [reminderDelivered(key, 10)],
    [
      said(key, 'knowledge', 1, 0.025, ['AnswerSought', knowledge.AnswerSought], {
        articles: [{ articleId: 'K001', score: 0.4 }],
      }),
    ],
  ];
}
