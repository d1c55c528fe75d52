// A source writes its numbers as it likes (IN-1): the same writing finds the same appeal, also when the rest
// of the push cannot be read any more.
import { receiptOf, startWorld, submissionWire } from '../test/world';

test.each([
  ['blanks within', 'A  17'],
  ['a letter of two characters', 'Nume\u0301ro 17'],
  ['a line end', 'A\r\n17'],
])('a number with %s is found again by a push that would be refused', async (_what, sourceNumber) => {
  const world = await startWorld();
  const first = receiptOf(await world.submit(submissionWire({ sourceNumber })));
  const again = await world.submit(submissionWire({ sourceNumber, title: '' }));
  expect(again.outcome).toEqual({ $case: 'repeated', value: first });
  await world.stop();
});
