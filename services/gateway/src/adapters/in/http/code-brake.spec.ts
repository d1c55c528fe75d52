import { codeBrake, WINDOW_S, WRONG_TRIES } from './code-brake';

const wrong = async () => ({ appealId: '' });
const right = async () => ({ appealId: 'a-1' });
const owner = { number: 'ZT2026-000001', address: '192.0.2.1' };
const guesser = { number: 'ZT2026-000001', address: '198.51.100.7' };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

async function spent(at = guesser) {
  const brake = codeBrake();
  for (let i = 0; i < WRONG_TRIES; i += 1) {
    expect(await brake.attempt(at, wrong)).toEqual({ appealId: '' });
  }
  return brake;
}

describe('the brake on query codes', () => {
  it('hears five wrong codes and then none, the right one neither', async () => {
    const brake = await spent();
    const look = jest.fn(right);
    expect(await brake.attempt(guesser, look)).toEqual({ braked: true, retryAfterS: WINDOW_S });
    expect(look).not.toHaveBeenCalled();
  });

  it('holds up nobody else: not the owner elsewhere, not another number', async () => {
    const brake = await spent();
    expect(await brake.attempt(owner, right)).toEqual({ appealId: 'a-1' });
    expect(await brake.attempt({ ...guesser, number: 'ZT2026-000002' }, right)).toEqual({ appealId: 'a-1' });
  });

  it('ends with its window, which trying on does not prolong', async () => {
    const brake = await spent();
    jest.advanceTimersByTime((WINDOW_S - 60) * 1000);
    expect(await brake.attempt(guesser, right)).toEqual({ braked: true, retryAfterS: 60 });
    jest.advanceTimersByTime(60_000);
    expect(await brake.attempt(guesser, right)).toEqual({ appealId: 'a-1' });
  });

  it('forgets the wrong tries of whoever then gives the right code', async () => {
    const brake = codeBrake();
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < WRONG_TRIES - 1; i += 1) await brake.attempt(owner, wrong);
      expect(await brake.attempt(owner, right)).toEqual({ appealId: 'a-1' });
    }
  });

  it('does not count what failed for reasons of ours', async () => {
    const brake = codeBrake();
    const away = () => brake.attempt(owner, async () => Promise.reject(new Error('away')));
    for (let i = 0; i < 3 * WRONG_TRIES; i += 1) await expect(away()).rejects.toThrow('away');
    expect(await brake.attempt(owner, right)).toEqual({ appealId: 'a-1' });
  });

  it('is not got round by a hundred at once', async () => {
    const brake = codeBrake();
    let heard = 0;
    const slow = async () => {
      heard += 1;
      await Promise.resolve();
      return { appealId: '' };
    };
    await Promise.all(Array.from({ length: 100 }, () => brake.attempt(guesser, slow)));
    expect(heard).toBe(WRONG_TRIES);
  });

  it.each([
    ['another spelling of the number', { ...guesser, number: ' zt2026-000001 ' }, guesser],
    [
      'another address of the same IPv6 network',
      { ...guesser, address: '2001:db8::7' },
      { ...guesser, address: '2001:db8:0:0:1:2:3:4' },
    ],
    ['IPv4 written as IPv6', { ...guesser, address: '::ffff:198.51.100.7' }, guesser],
  ])('is not got round by %s', async (_what, one, other) => {
    const brake = await spent(one);
    expect(await brake.attempt(other, right)).toMatchObject({ braked: true });
  });

  it('keeps IPv6 networks apart', async () => {
    const brake = await spent({ ...guesser, address: '2001:db8:0:1::7' });
    expect(await brake.attempt({ ...guesser, address: '2001:db8:0:2::7' }, right)).toEqual({
      appealId: 'a-1',
    });
  });
});
