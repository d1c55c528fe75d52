// While a panel rules on whether an answer holds, the case stays open; what it rules is carried out (HD-5,
// YC-2).
import { GIVEN, PEOPLE, type Past, policyOf, stateAfter, when } from '../../test/scenario';
import { ratingLapsesAt } from './rating-time';
import { reactToCause } from './work-order-decider';
import type { WorkOrderCause } from './work-order-events';

const { clerk, followup, enterprise, system } = PEOPLE;
const sits: Past = [27, { type: 'PanelConvened', sessionNo: 2, question: 'result' }];
const elsewhere: Past = [27, { type: 'PanelConvened', sessionNo: 2, question: 'advice' }];
const ruled = (option: string, question = 'result'): WorkOrderCause => {
  return { type: 'PanelRuled', sessionNo: 2, question, option };
};
const lapsed: WorkOrderCause = { type: 'SessionLapsed', sessionNo: 2, question: 'result' };
const CLOSE = { type: 'CloseAppeal', why: 'no-further-action', reason: '' } as const;
const RATE = { type: 'RateAppeal', rating: 'satisfied', comment: '' } as const;
const CALL = { type: 'FollowUpAppeal', contacted: true, solved: true, satisfied: true, reasons: '' } as const;

/** What a cause brings about by itself. */
function brings(past: readonly Past[], cause: WorkOrderCause) {
  const all: readonly Past[] = [...past, [50, cause]];
  const command = reactToCause({ event: cause, at: 0, id: 'x', writer: 'w', seq: 99 }, stateAfter(all));
  return command === undefined ? [] : when(all, system, command, 51).events;
}

describe('while a panel sits on the result', () => {
  test('nobody closes; before and after it anybody may who may', () => {
    expect(when([...GIVEN.completed, sits], clerk, CLOSE).refused).toBe('PANEL_PENDING');
    expect(when([...GIVEN.completed, sits, [28, ruled('approved')]], clerk, CLOSE).types).toEqual([
      'AppealClosed',
    ]);
    expect(when([...GIVEN.completed, sits, [28, lapsed]], clerk, CLOSE).types).toEqual(['AppealClosed']);
    expect(when([...GIVEN.completed, elsewhere], clerk, CLOSE).types).toEqual(['AppealClosed']);
  });

  test('the end of another session leaves it sitting', () => {
    const other: Past = [28, { type: 'SessionLapsed', sessionNo: 1, question: 'result' }];
    expect(when([...GIVEN.completed, sits, other], clerk, CLOSE).refused).toBe('PANEL_PENDING');
  });

  test('call and rating are taken down, the closing waits; the approval brings it', () => {
    const called = when([...GIVEN.completed, sits], followup, CALL);
    expect(called.types).toEqual(['AppealFollowedUp', 'AppealRated']);
    const past = [...GIVEN.completed, sits, ...called.events.map((event): Past => [30, event])];
    const rated = when(past, enterprise, RATE);
    expect(rated.types).toEqual(['AppealRated']);
    const then = [...past, ...rated.events.map((event): Past => [31, event])];
    expect(brings(then, ruled('approved'))).toMatchObject([
      { type: 'AppealClosed', why: 'rated', by: 'panel' },
    ]);
    expect(brings(past, ruled('approved'))).toEqual([]);
  });

  test('silence does not lapse', () => {
    expect(ratingLapsesAt(stateAfter(GIVEN.reminded), policyOf())).not.toBeNull();
    expect(ratingLapsesAt(stateAfter([...GIVEN.reminded, sits]), policyOf())).toBeNull();
  });
});

describe('the ruling', () => {
  test('rejected, the unit has it again for another round', () => {
    expect(brings([...GIVEN.completed, sits], ruled('rejected'))).toEqual([
      { type: 'AppealReopened', round: 2, unit: 'tax', why: 'ruled', by: 'panel', reason: '' },
    ]);
  });

  test('an answer the platform still holds goes back to its unit; approved or lapsed, it stays held', () => {
    const past = [...GIVEN.held, sits];
    expect(brings(past, ruled('rejected'))).toEqual([
      { type: 'AnswerReturned', dispatchNo: 1, unit: 'tax', by: 'panel', round: 2, reason: '' },
    ]);
    expect(brings(past, ruled('approved'))).toEqual([]);
    expect(brings(past, lapsed)).toEqual([]);
  });

  test('on something else, or after the case went on, changes nothing', () => {
    expect(brings(GIVEN.completed, ruled('water', 'responsibility'))).toEqual([]);
    expect(brings(GIVEN.acknowledged, ruled('rejected'))).toEqual([]);
    expect(brings(GIVEN.closed, ruled('rejected'))).toEqual([]);
  });
});
