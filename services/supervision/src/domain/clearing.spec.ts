import { CLOCK, COMPLETED, LATE_FEEDBACK, ORDER, PEOPLE, RED, YELLOW, overseen } from '../../test/supervisor';
import type { OversightCause } from './oversight-events';

const EVASIVE = { ...COMPLETED, answerVerdict: 'evasive' } as OversightCause;
const UNSOLVED: OversightCause = { type: 'AppealReopened', round: 2, unit: 'tax', why: 'unsolved' };
const KEPT: OversightCause = { type: 'ObjectionRuled', dispatchNo: 1, unit: 'tax', upheld: false };
const CLOSED: OversightCause = { type: 'AppealClosed', why: 'rated' };
const YELLOW_BACK: OversightCause = { type: 'CardRevoked', cardId: `${CLOCK}/yellow`, unit: 'tax' };

const OF_OPINION = { ...LATE_FEEDBACK, clockId: 'opinion/tax/1/1' } as OversightCause;

const after = (...events: readonly OversightCause[]) =>
  events.reduce((seen, event) => seen.happens('2026-03-02 11:00', event), overseen());

describe('销号 by rule (SV-5)', () => {
  test.each<[string, readonly OversightCause[], string]>([
    ['late feedback', [YELLOW, LATE_FEEDBACK], 'feedback'],
    [
      'feedback in time leaves it to the revocation',
      [YELLOW, { ...LATE_FEEDBACK, inTime: true } as OversightCause],
      '',
    ],
    ['the card was taken back', [YELLOW, YELLOW_BACK], 'card-revoked'],
    ['the matter was taken away', [YELLOW, { ...LATE_FEEDBACK, void: true } as OversightCause], 'taken-away'],
    ['the feedback of another clock', [YELLOW, OF_OPINION], ''],
    ['the unit took it on', [KEPT, { type: 'WorkOrderAcknowledged', unit: 'tax', by: 'li' }], 'taken-on'],
    ['another unit took it on', [KEPT, { type: 'WorkOrderAcknowledged', unit: 'water', by: 'sun' }], ''],
    ['the same answer', [EVASIVE, EVASIVE], ''],
    [
      'an answer that is one, in the next round',
      [EVASIVE, { ...COMPLETED, round: 2 } as OversightCause],
      'feedback',
    ],
    [
      'the enterprise is content',
      [COMPLETED, UNSOLVED, { type: 'AppealRated', rating: 'satisfied', round: 2 }],
      'content',
    ],
    ['the case is over', [KEPT, CLOSED], 'closed'],
    ['it was withdrawn', [KEPT, { type: 'AppealClosed', why: 'withdrawn' }], 'taken-away'],
    ['the withdrawal was granted', [KEPT, { type: 'WithdrawalGranted' }], 'taken-away'],
  ])('%s', (_, events, why) => {
    const seen = after(...events);
    expect(seen.ownOf('EntryCleared').map((cleared) => cleared.why)).toEqual(why === '' ? [] : [why]);
    expect(seen.known.entries).toHaveLength(1);
  });

  test('what an order is out on stays open until it is ruled on, except with a wrong card', () => {
    const ordered = after(YELLOW);
    ordered.told('2026-03-02 11:10', PEOPLE.supervisor, ORDER);
    ordered.happens('2026-03-02 12:00', LATE_FEEDBACK).happens('2026-03-02 13:00', CLOSED);
    expect(ordered.register).toEqual(['E1 yellow tax open']);
    ordered.happens('2026-03-02 14:00', YELLOW_BACK);
    expect(ordered.register).toEqual(['E1 yellow tax cleared']);
    expect(ordered.known.orders.map(({ status }) => status)).toEqual(['withdrawn']);
  });

  test('with an order that ran out on a wrong card goes that it had no effect', () => {
    const ordered = after(YELLOW);
    ordered.told('2026-03-02 11:10', PEOPLE.supervisor, ORDER);
    ordered.until('2026-03-10 00:00').happens('2026-03-10 09:00', YELLOW_BACK);
    expect(ordered.register).toEqual(['E1 yellow tax cleared', 'E2 no-effect tax cleared']);
  });

  test('a supervisor takes an entry off with a reason, and the entry stays on record', () => {
    const seen = after(YELLOW, RED);
    const clear = (reason: string) =>
      seen.told('2026-03-02 12:00', PEOPLE.supervisor, { type: 'ClearEntry', entryId: 'E2', reason });
    expect(clear(' ')).toBe('REASON_MISSING');
    expect(
      seen.told('2026-03-02 12:00', PEOPLE.clerk, { type: 'ClearEntry', entryId: 'E2', reason: '误' }),
    ).toBe('ROLE_NOT_ALLOWED');
    expect(clear('停电一日，非单位原因')).toBe('EntryCleared');
    expect(clear('再次')).toBe('ENTRY_CLEARED');
    expect(seen.register).toEqual(['E1 yellow tax open', 'E2 red tax cleared']);
  });
});

describe('grounds that people state (SV-3)', () => {
  const state = (ground: string, unit = 'tax', reason = '两地均称不属本地') =>
    after().told('2026-03-02 12:00', PEOPLE.supervisor, { type: 'StateGround', ground, unit, reason });

  test('a person states what no rule notices, of a unit of the case, with the reason', () => {
    expect(state('several-regions')).toBe('GroundNoticed');
    expect(state('complicated', '')).toBe('GroundNoticed');
    expect(state('red')).toBe('GROUND_NOT_STATED');
    expect(state('annoying')).toBe('GROUND_NOT_STATED');
    expect(state('several-regions', 'water')).toBe('UNIT_NOT_OF_CASE');
    expect(state('several-regions', 'tax', '')).toBe('REASON_MISSING');
  });
});
