import { assertStoreReachable } from './store';
import { LaunchFailure } from './launch-failure';

describe('the address of a store that is not ours', () => {
  it('is refused with a sentence when it is no address at all', async () => {
    const refused = assertStoreReachable('foo');
    await expect(refused).rejects.toBeInstanceOf(LaunchFailure);
    await expect(refused).rejects.toThrow(/^连不上 MongoDB\(foo\).*请检查 MONGODB_URI/);
  });
});
