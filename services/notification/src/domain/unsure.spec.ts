import { MessageDesk, SUBMITTED, YICHENG, wall } from '../../test/desk';
import type { UnsureReport } from './message-commands';
import { waitingOf } from './messages';

const NINE = wall('2026-03-02 09:00');

function told(told: UnsureReport['told'], unsure: 'repeat' | 'report', times = 1) {
  const messages = YICHENG.messages.map((message) => ({ ...message, unsure }));
  const desk = new MessageDesk({ ...YICHENG, messages }).happens(NINE, SUBMITTED);
  for (let time = 0; time < times; time += 1) {
    const [waiting] = waitingOf(desk.state);
    if (!waiting) break;
    const at = NINE + (time + 1) * 3_600_000;
    desk.command(at, { type: 'OfferMessages', provider: 'p', messageIds: [waiting.id] });
    const report = { messageId: waiting.id, outcome: 'unsure', provider: 'p', reason: 'lost', told } as const;
    desk.command(at + 1000, { type: 'ReportSending', reports: [report] });
  }
  const { type } = desk.own.at(-1) ?? {};
  const [message] = desk.state.messages;
  const offered = message?.status === 'claimed' && message.offered !== undefined;
  return [type, message?.status, offered];
}

test.each<[UnsureReport['told'], 'repeat' | 'report', number, ReturnType<typeof told>]>([
  // It may still be told: it is asked again, and stays with the provider that may have it.
  ['later', 'repeat', 1, ['MessageUnsure', 'claimed', true]],
  ['later', 'report', 1, ['MessageUnsure', 'claimed', true]],
  ['unknown', 'repeat', 1, ['MessageFailed', 'claimed', false]],
  ['unknown', 'report', 1, ['MessageFailed', 'given-up', false]],
  ['unknown', 'repeat', 2, ['MessageFailed', 'given-up', false]],
  // Its provider is gone, another would take it: only what may be told twice goes there.
  ['silent', 'repeat', 1, ['MessageFailed', 'claimed', false]],
  ['silent', 'report', 1, ['MessageUnsure', 'claimed', true]],
])('%s under %s, %i times', (what, rule, times, expected) => {
  expect(told(what, rule, times)).toEqual(expected);
});
