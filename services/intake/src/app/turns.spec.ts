// One after the other for one, side by side for others.
import { turns } from './turns';

/** Works that say when they begin and end, and end when they are told to. */
function works() {
  const said: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (name: string) => async () => {
    said.push(`${name} begins`);
    await new Promise<void>((resolve, reject) => {
      ends.set(name, (error) => (error ? reject(error) : resolve()));
    });
    said.push(`${name} ends`);
  };
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await new Promise(setImmediate);
  };
  return { said, work, end };
}

test('a second work of the same person begins when the first has ended; others do not wait', async () => {
  const { said, work, end } = works();
  const inTurn = turns();
  const all = [inTurn('p', work('a')), inTurn('p', work('b')), inTurn('q', work('c'))];
  await new Promise(setImmediate);
  expect(said).toEqual(['a begins', 'c begins']);
  await end('a');
  expect(said).toEqual(['a begins', 'c begins', 'a ends', 'b begins']);
  await end('b');
  await end('c');
  await Promise.all(all);
});

test('a work that failed holds nobody up, and is told to who asked for it', async () => {
  const { said, work, end } = works();
  const inTurn = turns();
  const first = inTurn('p', work('a'));
  const second = inTurn('p', work('b'));
  await new Promise(setImmediate);
  const failed = expect(first).rejects.toThrow('away');
  await end('a', new Error('away'));
  await failed;
  expect(said).toEqual(['a begins', 'b begins']);
  await end('b');
  await second;
});
