import { ClockStarted } from '#contracts/gen/zhitong/supervision/v1/events';
import type { ReadRecord } from '#platform/journal/record';
import { auditJournal } from './journal-audit';

const INTAKE = 'intake.appeal';
const TRIAGE = 'triage.routing';
const SUPERVISION = 'supervision.docket';

function record(
  writer: string,
  seq: number,
  type: string,
  value: Uint8Array = new Uint8Array([seq]),
): ReadRecord {
  const id = `proof/a/${writer}/${seq}`;
  const envelope = { basis: {}, commandId: '', minReader: 1, instance: 'proof', traceparent: '' };
  return { ...envelope, id, key: 'a', writer, seq, type, at: seq, value, partition: 0, offset: 0 };
}

const submitted = record(INTAKE, 1, 'zhitong.intake.v1.AppealSubmitted');
const admitted = record(INTAKE, 2, 'zhitong.intake.v1.AppealAdmitted');
const dispatched = record(TRIAGE, 1, 'zhitong.triage.v1.AppealDispatched');
const started = (seq: number, clockId: string): ReadRecord =>
  record(
    SUPERVISION,
    seq,
    'zhitong.supervision.v1.ClockStarted',
    ClockStarted.encode(ClockStarted.create({ clockId, cause: dispatched.id })).finish(),
  );

describe('audit of a journal', () => {
  it('has nothing to say of a sound one, repeats included', () => {
    const audit = auditJournal([
      submitted,
      admitted,
      submitted,
      dispatched,
      started(1, 'c1'),
      started(2, 'c2'),
    ]);
    expect(audit).toMatchObject({ problems: [], records: 6, repeats: 1, clocks: 2 });
    expect([...audit.appeals]).toEqual(['a']);
  });

  it.each([
    ['a gap', [submitted, record(INTAKE, 3, 'x')], 'follows upon seq 1'],
    ['first occurrences out of order', [admitted, submitted], 'follows upon seq 0'],
    ['a seq used for two events', [submitted, { ...submitted, value: new Uint8Array([9]) }], 'two different'],
    ['an appeal submitted twice', [submitted, { ...admitted, type: submitted.type }], 'submitted by two'],
    ['a clock started twice', [dispatched, started(1, 'c'), started(2, 'c')], 'started twice'],
    ['a hand-over without clocks', [submitted, dispatched], 'no clock was started'],
  ])('names %s', (_, items, sentence) => {
    expect(auditJournal(items).problems.join()).toContain(sentence);
  });
});
