import { COMPLETED, ORDER, OverseenCase, PEOPLE, RED, YELLOW, overseen } from '../../test/supervisor';
import { YICHENG } from '../../test/officer';
import type { OversightCause } from './oversight-events';

const RATED: OversightCause = { type: 'AppealRated', rating: 'dissatisfied', round: 1 };
const objected = (dispatchNo: number): OversightCause => ({
  type: 'DispatchObjected',
  dispatchNo,
  unit: 'tax',
});

describe('what shows by itself enters the register (SV-5)', () => {
  test.each<[string, readonly OversightCause[], readonly string[]]>([
    ['a yellow card', [YELLOW], ['E1 yellow tax open']],
    ['a red one after it', [YELLOW, RED], ['E1 yellow tax open', 'E2 red tax open']],
    ['a card of the desk is no matter of a unit', [{ ...YELLOW, unit: '' } as OversightCause], []],
    [
      'an objection not upheld',
      [{ type: 'ObjectionRuled', dispatchNo: 1, unit: 'tax', upheld: false }],
      ['E1 shirking tax open'],
    ],
    [
      'one upheld is nobody’s fault',
      [{ type: 'ObjectionRuled', dispatchNo: 1, unit: 'tax', upheld: true }],
      [],
    ],
    ['the first objection', [objected(1)], []],
    [
      'one at the pack’s number of dispatches',
      [objected(YICHENG.objection.stopAfter)],
      ['E1 unclear-duty - open'],
    ],
    ['an answer that is one', [COMPLETED], []],
    [
      'an answer that answers nothing',
      [{ ...COMPLETED, answerVerdict: 'evasive' } as OversightCause],
      ['E1 perfunctory tax open'],
    ],
    [
      'an answer that solved nothing',
      [COMPLETED, { type: 'AppealReopened', round: 2, unit: 'tax', why: 'unsolved' }],
      ['E1 poor-quality tax open'],
    ],
    ['a dissatisfied enterprise', [COMPLETED, RATED], ['E1 low-satisfaction tax open']],
    ['one dissatisfied with the library', [RATED], []],
  ])('%s', (_, events, register) => {
    const seen = overseen();
    for (const event of events) seen.happens('2026-03-02 11:00', event);
    expect(seen.register).toEqual(register);
  });

  test('data that a unit owes another past its time is what the pack calls it, else nothing', () => {
    const overdue: OversightCause = { type: 'DataRequestOverdue', requestNo: 2, unit: 'water' };
    const dataRequests = { clause: 'c', readBy: [], templates: [], overdueIs: 'behind-schedule' } as const;
    const named = overseen({ ...YICHENG, dataRequests: dataRequests as never });
    expect(named.happens('2026-03-02 11:00', overdue).register).toEqual(['E1 behind-schedule water open']);
    expect(named.happens('2026-03-03 11:00', overdue).register).toHaveLength(1);
    expect(overseen().happens('2026-03-02 11:00', overdue).register).toEqual([]);
  });

  test.each<[string, OversightCause, string]>([
    ['it was answered', { type: 'DataAnswered', requestNo: 2 }, 'feedback'],
    ['it is needed no more', { type: 'DataRequestsGone', requestNos: [1, 2] }, 'taken-away'],
    ['another was answered', { type: 'DataAnswered', requestNo: 1 }, ''],
  ])('and is cleared when %s', (_, event, why) => {
    const dataRequests = { clause: 'c', readBy: [], templates: [], overdueIs: 'behind-schedule' } as const;
    const named = overseen({ ...YICHENG, dataRequests: dataRequests as never })
      .happens('2026-03-02 11:00', { type: 'DataRequestOverdue', requestNo: 2, unit: 'water' })
      .happens('2026-03-02 12:00', event);
    expect(named.ownOf('EntryCleared').map((one) => one.why)).toEqual(why === '' ? [] : [why]);
  });

  test('whoever owes data may be ordered to provide it, though it has no part in the case', () => {
    const steps = YICHENG.supervision.steps.map((step) => ({
      ...step,
      when: [...step.when, 'behind-schedule'],
    }));
    const dataRequests = { clause: 'c', readBy: [], templates: [], overdueIs: 'behind-schedule' };
    const pack = { ...YICHENG, dataRequests, supervision: { ...YICHENG.supervision, steps } } as never;
    const owes = overseen(pack).happens('2026-03-02 11:00', {
      ...{ type: 'DataRequestOverdue', requestNo: 2, unit: 'water' },
    });
    const order = { ...ORDER, unit: '' };
    expect(owes.told('2026-03-02 12:00', PEOPLE.supervisor, { ...order, unit: 'market' })).toBe(
      'UNIT_NOT_OF_CASE',
    );
    expect(owes.told('2026-03-02 12:00', PEOPLE.supervisor, order)).toBe('OrderIssued');
    const answered = { type: 'AnswerOrder', orderNo: 1, answer: '已提供' } as const;
    expect(owes.told('2026-03-02 13:00', PEOPLE.water, answered)).toBe('OrderAnswered');
  });

  test('a matter of several units is a ground only once it is late', () => {
    const together = overseen(YICHENG, ['water']);
    expect(together.register).toEqual([]);
    together.happens('2026-03-02 11:00', YELLOW);
    expect(together.register).toEqual(['E1 yellow tax open', 'E2 several-units tax open']);
  });

  test('the same ground about the same thing is one entry, with the event that showed it first', () => {
    const twice = overseen().happens('2026-03-02 11:00', COMPLETED).happens('2026-03-02 12:00', RATED);
    const first = twice.known.entries[0]?.cause;
    twice.happens('2026-03-02 13:00', RATED);
    expect(twice.known.entries.map(({ cause }) => cause)).toEqual([first]);
    expect(first).toBe('t/a1/other/5');
  });

  test('before admission there is nothing to oversee by', () => {
    expect(new OverseenCase().happens('2026-03-02 09:00', YELLOW).own).toEqual([]);
  });
});
