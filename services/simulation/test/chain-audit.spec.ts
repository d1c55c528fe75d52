// The audit of the chain inside units (HD-9), asked itself: of courses made by hand, sound ones and one stuck
// or wrong in each way it can be. In the chain a drafts, b reads, c signs; days count from the first event.
import * as casework from '#contracts/gen/zhitong/casework/v1/events';
import * as triage from '#contracts/gen/zhitong/triage/v1/events';
import type { Pack } from '#policy/pack';
import { DAY_MS } from '#working-calendar/civil-day';
import { DRAFTED_WITHIN, type Happened, READ_WITHIN, chainCourse } from './chain-audit';

type Said = readonly [day: number, type: string, value: Uint8Array];

const title = { zh: '步骤', en: 'step' };
const PACK: Pick<Pack, 'unitChain'> = {
  unitChain: {
    clause: 'HD-9',
    steps: [
      { id: 'draft', title, by: 'handler' },
      { id: 'section', title, by: 'section-head' },
      { id: 'leader', title, by: 'unit-leader' },
    ],
  },
};

const plain =
  (type: string) =>
  (day: number): Said => [day, type, new Uint8Array()];
const dispatched = plain('triage.v1.AppealDispatched');
const acknowledged = plain('casework.v1.WorkOrderAcknowledged');
const returned = plain('casework.v1.DraftReturned');
const completed = plain('casework.v1.AppealCompleted');
const sentBack = plain('casework.v1.AnswerReturned');
/** What takes a case out of the unit's hands. */
const TAKEN = [
  'triage.v1.AppealDispatched',
  'triage.v1.DispatchRecalled',
  'triage.v1.AnsweredDirectly',
  'triage.v1.WithdrawalGranted',
  'intake.v1.AppealWithdrawn',
  'casework.v1.AppealClosed',
];

function drafted(day: number, by = 'a'): Said {
  const value = casework.DraftSubmitted.encode(casework.DraftSubmitted.fromPartial({ by })).finish();
  return [day, 'casework.v1.DraftSubmitted', value];
}

function signed(day: number, step: string, by: string): Said {
  const value = casework.DraftSigned.encode(casework.DraftSigned.fromPartial({ step, by })).finish();
  return [day, 'casework.v1.DraftSigned', value];
}

function objected(day: number, when: 'in time' | 'late'): Said {
  const event = casework.DispatchObjected.fromPartial({ late: when === 'late' });
  return [day, 'casework.v1.DispatchObjected', casework.DispatchObjected.encode(event).finish()];
}

function ruled(day: number, how: 'upheld' | 'overruled'): Said {
  const event = triage.ObjectionRuled.fromPartial({ upheld: how === 'upheld' });
  return [day, 'triage.v1.ObjectionRuled', triage.ObjectionRuled.encode(event).finish()];
}

function reopened(day: number, unit = 'tax'): Said {
  const event = casework.AppealReopened.fromPartial({ unit });
  return [day, 'casework.v1.AppealReopened', casework.AppealReopened.encode(event).finish()];
}

const BEGUN = [dispatched(0), acknowledged(0)];
/** From a draft of the day to an answer two days later. */
const answered = (day: number): readonly Said[] => [
  ...[drafted(day), signed(day + 1, 'section', 'b'), signed(day + 2, 'leader', 'c')],
  completed(day + 2),
];
/** What is not drafted, or lies unread, waits too long at the end of these. */
const READ_DAYS = READ_WITHIN / DAY_MS;
const DRAFT_DAYS = DRAFTED_WITHIN / DAY_MS;

function audited(said: readonly Said[], untilDay: number) {
  const happened = said.map(([day, type, value]): Happened => {
    return { type: `zhitong.${type}`, at: day * DAY_MS, value };
  });
  return chainCourse(happened, PACK, untilDay * DAY_MS);
}

test.each<[string, readonly Said[], answers: number]>([
  ['is answered through the chain', [...BEGUN, ...answered(1)], 1],
  [
    'is given back and then answered, by the same persons',
    [...BEGUN, drafted(1), signed(2, 'section', 'b'), returned(3), ...answered(4)],
    1,
  ],
  ['is answered, reopened and answered again', [...BEGUN, ...answered(1), reopened(9), ...answered(12)], 2],
  ['has its held answer returned and replaced', [...BEGUN, ...answered(1), sentBack(9), ...answered(12)], 2],
  [
    'is objected to too late while a draft lies there, which stops nothing',
    [
      ...[...BEGUN, drafted(1), signed(2, 'section', 'b'), objected(3, 'late'), ruled(4, 'overruled')],
      ...[signed(5, 'leader', 'c'), completed(5)],
    ],
    1,
  ],
  [
    'is objected to while a draft lies there, which goes on when the objection is overruled',
    [
      ...[...BEGUN, drafted(1), objected(2, 'in time'), ruled(30, 'overruled')],
      ...[signed(31, 'section', 'b'), signed(32, 'leader', 'c'), completed(32)],
    ],
    1,
  ],
  ['is objected to and not ruled on, which is the desk’s', [...BEGUN, drafted(1), objected(2, 'in time')], 0],
  ['is another’s after an objection', [...BEGUN, drafted(1), objected(2, 'in time'), ruled(3, 'upheld')], 0],
  ['is another’s after a late objection', [...BEGUN, drafted(1), objected(2, 'late'), ruled(3, 'upheld')], 0],
  ['lies with a unit that does not acknowledge it', [dispatched(0)], 0],
  ['is reopened without a unit, which is the desk’s', [...BEGUN, ...answered(1), reopened(9, '')], 1],
])('nothing is wrong with what %s', (_what, said, answers) => {
  expect(audited(said, 100)).toEqual({ answers, problems: [] });
});

test.each(TAKEN)('after %s the unit is waited for no more', (type) => {
  const taken = plain(type)(2);
  expect([audited([...BEGUN, taken], 100), audited([...BEGUN, drafted(1), taken], 100)]).toEqual([
    { answers: 0, problems: [] },
    { answers: 0, problems: [] },
  ]);
});

describe('is never drafted', () => {
  test.each<[string, readonly Said[], since: number]>([
    ['what was acknowledged', BEGUN, 0],
    ['what was answered and reopened', [...BEGUN, ...answered(1), reopened(9)], 9],
    [
      'what was reopened, though acknowledged once more',
      [...BEGUN, ...answered(1), reopened(9), acknowledged(12)],
      9,
    ],
    ['what was sent back before it went out', [...BEGUN, ...answered(1), sentBack(9)], 9],
    ['what was given back', [...BEGUN, drafted(1), returned(2)], 2],
    [
      'what was acknowledged and its objection overruled',
      [...BEGUN, objected(1, 'in time'), ruled(3, 'overruled')],
      3,
    ],
    ['what was objected to too late', [...BEGUN, objected(1, 'late')], 0],
    [
      'what was objected to too late and overruled',
      [...BEGUN, objected(1, 'late'), ruled(3, 'overruled')],
      0,
    ],
  ])('%s', (_what, said, since) => {
    expect(audited(said, since + DRAFT_DAYS).problems).toEqual([]);
    expect(audited(said, since + DRAFT_DAYS + 1).problems).toEqual(['is never drafted']);
  });
});

describe('lies unread', () => {
  const read = signed(2, 'section', 'b');
  test.each<[string, readonly Said[], since: number, hands: number]>([
    ['with its drafter', [...BEGUN, drafted(1)], 1, 1],
    ['with the second', [...BEGUN, drafted(1), read], 2, 2],
    ['signed by all, and no answer', [...BEGUN, drafted(1), read, signed(3, 'leader', 'c')], 3, 3],
    ['after a late objection', [...BEGUN, drafted(1), read, objected(4, 'late')], 2, 2],
    [
      'after an objection was overruled',
      [...BEGUN, drafted(1), read, objected(4, 'in time'), ruled(9, 'overruled')],
      9,
      2,
    ],
  ])('%s', (_where, said, since, hands) => {
    expect(audited(said, since + READ_DAYS).problems).toEqual([]);
    expect(audited(said, since + READ_DAYS + 1).problems).toEqual([`lies with ${hands} hands`]);
  });
});

test.each<[string, readonly Said[], string]>([
  ['without a draft', [...BEGUN, completed(2)], 'is answered after nothing'],
  ['by a draft nobody signed', [...BEGUN, drafted(1), completed(2)], 'is answered after draft'],
  [
    'without the head',
    [...BEGUN, drafted(1), signed(2, 'leader', 'c'), completed(2)],
    'is answered after draft leader',
  ],
  [
    'out of turn',
    [...BEGUN, drafted(1), signed(2, 'leader', 'c'), signed(3, 'section', 'b'), completed(3)],
    'is answered after draft leader section',
  ],
  [
    'on the signatures of the draft before',
    [
      ...[...BEGUN, drafted(1), signed(2, 'section', 'b'), returned(3), drafted(4)],
      ...[signed(5, 'leader', 'c'), completed(5)],
    ],
    'is answered after draft leader',
  ],
  [
    'once more on the signatures of the answer before',
    [...BEGUN, ...answered(1), reopened(9), completed(10)],
    'is answered after nothing',
  ],
  [
    'by one person who drafted and signed',
    [...BEGUN, drafted(1), signed(2, 'section', 'b'), signed(3, 'leader', 'a'), completed(3)],
    'somebody had it in hand twice',
  ],
])('an answer given %s is wrong', (_how, said, problem) => {
  expect(audited(said, 11).problems).toEqual([problem]);
});
