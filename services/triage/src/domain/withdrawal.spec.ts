// A wish to withdraw may cross a reopening on its way: casework had given the appeal back before it heard the
// wish, triage heard it before the appeal was back. Whoever owns the appeal next grants it.
import { GIVEN, PEOPLE, type Past, stateAfter, when } from '../../test/scenario';
import { reactToCause } from './routing-decider';
import type { RoutingCause } from './routing-events';

const wish: Past = [60, { type: 'WithdrawalRequested' }];

function reaction(past: readonly Past[], cause: RoutingCause): readonly string[] {
  const all: readonly Past[] = [...past, [90, cause]];
  const recorded = { event: cause, at: 0, id: 'x', writer: 'w', seq: 99 };
  const command = reactToCause(recorded, stateAfter(all), () => {
    throw new Error('not to be classified');
  });
  return command === undefined ? [] : when(all, PEOPLE.system, command, 91).types;
}

const back: RoutingCause = { type: 'AppealReopened', unit: '' };

it('is granted when the reopening of a library answer crossed it', () => {
  const types = reaction([...GIVEN.answered, wish], back);
  expect(types).toEqual(['DeskEntered', 'WithdrawalGranted']);
});

it('is not made of a reopening alone', () => {
  expect(reaction(GIVEN.answered, back)).toEqual(['DeskEntered']);
});
