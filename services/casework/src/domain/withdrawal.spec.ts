// A wish to withdraw may cross an answer of the library on its way: triage had answered before it heard the
// wish, casework heard it before the answer. Whoever owns the appeal next grants it.
import { GIVEN, PEOPLE, type Past, stateAfter, when } from '../../test/scenario';
import { reactToCause } from './work-order-decider';
import type { WorkOrderCause } from './work-order-events';

const wish: Past = [0.1, { type: 'WithdrawalRequested' }];
const answered: WorkOrderCause = { type: 'AnsweredDirectly', articleId: 'K001' };

function reaction(past: readonly Past[], cause: WorkOrderCause): readonly string[] {
  const all: readonly Past[] = [...past, [1, cause]];
  const recorded = { event: cause, at: 0, id: 'x', writer: 'w', seq: 99 };
  const command = reactToCause(recorded, stateAfter(all));
  return command === undefined ? [] : when(all, PEOPLE.system, command, 2).types;
}

it('is granted when the answer of the library crossed it', () => {
  expect(reaction([...GIVEN.admitted, wish], answered)).toEqual(['AppealClosed']);
});

it('is not made of an answer alone', () => {
  expect(reaction(GIVEN.admitted, answered)).toEqual([]);
});
