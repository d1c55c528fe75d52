import { someonePosts } from './kafka-neighbour';

/** A board with a first and a next offset; `posting` moves the next one while somebody listens. */
const board = (first: number, next: number) => {
  const state = { next, listened: 0 };
  const bounds = async (earliest: boolean) => new Map([[0, earliest ? first : state.next]]);
  const pause = (posting: number) => async () => {
    state.listened += 1;
    state.next += posting;
  };
  return { bounds, pause, state };
};

describe('an instance of the same name', () => {
  it('runs when its board grows while one listens', async () => {
    const { bounds, pause } = board(3, 40);
    expect(await someonePosts(bounds, pause(2))).toBe(true);
  });

  it('does not run when old heartbeats stand there and no new one comes', async () => {
    const { bounds, pause } = board(3, 40);
    expect(await someonePosts(bounds, pause(0))).toBe(false);
  });

  it('is not waited for when nothing ever stood there', async () => {
    const { bounds, pause, state } = board(7, 7);
    expect(await someonePosts(bounds, pause(1))).toBe(false);
    expect(state.listened).toBe(0);
  });
});
