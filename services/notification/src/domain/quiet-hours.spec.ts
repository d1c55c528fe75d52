import { MessageDesk, SUBMITTED, YICHENG, wall } from '../../test/desk';
import { nextSendAt, waitingOf } from './messages';

const messages = YICHENG.messages.map((message) =>
  message.id === 'received' ? { ...message, waits: true as const } : message,
);
const QUIET = { ...YICHENG, messages, quietHours: { from: '22:00', until: '07:00' } };

test('by night a receipt waits for the morning, an order to the unit goes at once', () => {
  const night = wall('2026-03-02 23:10');
  const desk = new MessageDesk(QUIET).happens(night, SUBMITTED);
  expect(nextSendAt(desk.state)).toBe(wall('2026-03-03 07:00'));
  desk
    .happens(night, { type: 'AppealAdmitted', packHash: 'p' })
    .happens(night, { type: 'AppealDispatched', lead: 'tax', assist: [] });
  const early = waitingOf(desk.state).filter(({ tryAt }) => tryAt < wall('2026-03-03 00:00'));
  expect(early.map(({ template }) => template)).toEqual(['dispatched-enterprise', 'dispatched-unit']);
});

test('what waits for the morning and is marked so goes into a digest; by day it goes by itself', () => {
  const recalled = { ...SUBMITTED, type: 'DispatchRecalled', unit: 'tax', reason: '转错' } as const;
  const marked = YICHENG.messages.map((message) =>
    message.id === 'recalled-unit' ? { ...message, waits: true as const, digest: true as const } : message,
  );
  const digested = (at: string) =>
    new MessageDesk({ ...QUIET, messages: marked })
      .happens(wall(at), recalled)
      .state.messages.map((message) => message.status === 'claimed' && message.digest);
  expect(digested('2026-03-02 23:10')).toEqual([true]);
  expect(digested('2026-03-02 12:00')).toEqual([undefined]);
});

test('by day nothing waits', () => {
  const noon = wall('2026-03-02 12:00');
  const [received] = waitingOf(new MessageDesk(QUIET).happens(noon, SUBMITTED).state);
  expect(received?.tryAt).toBeLessThan(noon + 1000);
});
