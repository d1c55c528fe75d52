// Who of a unit is told that a step inside it took too long (HD-9): everybody who may do it, by the way he
// has; who cannot be reached stands on record, and where nobody can, the unit's contact is told as well.
import type { Message } from '#policy/pack-texts';
import { MessageDesk, SUBMITTED, YICHENG, wall } from '../../test/desk';

const at = wall('2026-03-04 09:00');
const text = { zh: '{number}应办未办', en: '{number} is owed' };

function told(persons: readonly string[], channel: Message['channel'] = 'sms'): readonly string[] {
  const overdue: Message = { id: 'inside', on: 'inside-overdue', to: 'unit', channel, text };
  const desk = new MessageDesk({ ...YICHENG, messages: [overdue] })
    .happens(at, SUBMITTED)
    .happens(at + 1, { type: 'AppealDispatched', lead: 'tax', assist: [] })
    .happens(at + 2, { type: 'InsideStepOverdue', unit: 'tax', step: 'draft', dueAt: at, persons });
  return desk.own.flatMap((event) => {
    if (event.type === 'MessageClaimed' && event.letter !== 'erased')
      return [`${event.messageId.replace(/^[^#]*#/, '')} ${event.letter.address}`];
    return event.type === 'MessageFailed' ? [`${event.reason}, given up: ${event.givenUp}`] : [];
  });
}

const HEAD = 'inside#tax/tax-3 19900009913';
const HEAD_MAIL = 'inside#tax/tax-3#email head@example.com';
const DEPUTY = 'inside#tax/tax-4 19900009914';
const GONE = ['inside#tax/tax-9 ', 'no-address, given up: true'];

test.each<[string, readonly string[], Message['channel'], readonly string[]]>([
  ['each of them', ['tax-3', 'tax-4'], 'sms', [HEAD, DEPUTY]],
  [
    'by e-mail whoever has one, the others by short message',
    ['tax-3', 'tax-4'],
    'email',
    [HEAD_MAIL, DEPUTY],
  ],
  ['both ways', ['tax-3'], 'both', [HEAD, HEAD_MAIL]],
  ['one who is gone on record, the others all the same', ['tax-9', 'tax-3'], 'sms', [...GONE, HEAD]],
  ['with nobody left the contact of the unit', ['tax-9'], 'sms', [...GONE, 'inside#tax 19900009901']],
  ['with nobody named the contact alone', [], 'sms', ['inside#tax 19900009901']],
])('%s', (_, persons, channel, letters) => {
  expect(told(persons, channel)).toEqual(letters);
});
