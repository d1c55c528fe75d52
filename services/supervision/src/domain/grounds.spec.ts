import { COMPLETED, OverseenCase, RED, YELLOW, overseen } from '../../test/supervisor';
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
