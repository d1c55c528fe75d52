import fc from 'fast-check';
import { MessageDesk, SUBMITTED, wall } from '../../test/desk';
import type { Report } from './message-commands';
import { messageDecider } from './message-decider';
import type { MessageCause, MessageEvent } from './message-events';
import { NO_MESSAGES } from './messages';

const unit = fc.constantFrom('tax', 'water', 'nobody', '');
const cause: fc.Arbitrary<MessageCause> = fc.oneof(
  fc.constantFrom<MessageCause>(
    SUBMITTED,
    { type: 'AppealAdmitted', packHash: 'p' },
    { type: 'AppealUrged' },
    { type: 'AppealFollowedUp', content: true },
    { type: 'AppealFollowedUp', content: false },
    { type: 'WithdrawalGranted' },
  ),
  fc.record({
    type: fc.constant('AppealDispatched' as const),
    lead: unit,
    assist: fc.array(unit, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('AppealReopened' as const),
    unit,
    reason: fc.constantFrom('', 'erased', '未解决'),
  }),
  fc.record({ type: fc.constant('RedCardIssued' as const), unit, clock: fc.constantFrom('contact', 'gone') }),
);
type Act =
  | { readonly cause: MessageCause }
  | { readonly pick: number; readonly kind: Report['outcome'] | 'delivery' };
const act: fc.Arbitrary<Act> = fc.oneof(
  cause.map((event) => ({ cause: event })),
  fc.record({
    pick: fc.nat(30),
    kind: fc.constantFrom('sent' as const, 'failed' as const, 'delivery' as const),
  }),
);

function live(acts: readonly Act[]): MessageDesk {
  const desk = new MessageDesk();
  for (const [index, one] of acts.entries()) {
    const at = wall('2026-03-02 09:00') + index * 60_000;
    if ('cause' in one) {
      desk.happens(at, one.cause);
      continue;
    }
    const { messages } = desk.state;
    const messageId = messages[one.pick % Math.max(1, messages.length)]?.id ?? 'unknown';
    const sent = {
      messageId,
      outcome: 'sent',
      provider: 'x',
      providerId: 'p',
      delivered: one.pick % 2 === 0,
    } as const;
    const failed = { messageId, outcome: 'failed', reason: 'busy', final: one.pick % 3 === 0 } as const;
    if (one.kind === 'delivery') desk.command(at, { type: 'ReportDelivery', messageIds: [messageId] });
    else desk.command(at, { type: 'ReportSending', reports: [one.kind === 'sent' ? sent : failed] });
  }
  return desk;
}

function erased(event: MessageEvent | MessageCause): MessageEvent | MessageCause {
  if (event.type === 'AppealSubmitted') return { ...event, words: 'erased' };
  return event.type === 'MessageClaimed' ? { ...event, letter: 'erased' } : event;
}

const acts = fc.array(act, { maxLength: 40, size: 'max' });
const RUNS = { numRuns: 200 };

describe('messages under any course', () => {
  test('the events alone give the state again, after an erasure the same messages and states', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const { book, state } = live(course);
        const again = (change: typeof erased) =>
          book.reduce((before, { event, at, id }, index) => {
            const recorded = { event: change(event), at, id, writer: 'w', seq: index + 1 };
            return messageDecider.evolve(before, recorded);
          }, NO_MESSAGES);
        expect(again((event) => event)).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        const bare = ({ messages }: typeof state) => messages.map(({ id, status }) => `${id} ${status}`);
        expect(bare(again(erased))).toEqual(bare(state));
      }),
      RUNS,
    );
  });

  test('each message is claimed once, sent at most once, and given up or delivered, never both', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const counts = new Map<string, string[]>();
        for (const event of live(course).own)
          counts.set(event.messageId, [...(counts.get(event.messageId) ?? []), wordOf(event)]);
        for (const words of counts.values()) {
          expect(words.filter((word) => word === 'MessageClaimed')).toHaveLength(1);
          expect(words.filter((word) => word === 'MessageSent').length).toBeLessThanOrEqual(1);
          const ends = words.filter((word) => word === 'MessageDelivered' || word === 'given up');
          expect(ends.length).toBeLessThanOrEqual(1);
          if (ends.length === 1) expect(words.at(-1)).toBe(ends[0]);
          if (words.includes('MessageDelivered')) expect(words).toContain('MessageSent');
        }
      }),
      RUNS,
    );
  });
});

function wordOf(event: MessageEvent): string {
  return event.type === 'MessageFailed' && event.givenUp ? 'given up' : event.type;
}
