import { MessageDesk, SUBMITTED, YICHENG, wall } from '../../test/desk';

const NINE = wall('2026-03-02 09:00');

function told(channel: 'sms' | 'email' | 'both') {
  const messages = YICHENG.messages
    .filter(({ id }) => ['dispatched-unit', 'dispatched-assist'].includes(id))
    .map((message) => ({ ...message, channel }));
  const desk = new MessageDesk({ ...YICHENG, messages })
    .happens(NINE, SUBMITTED)
    .happens(NINE, { type: 'AppealAdmitted', packHash: 'p' })
    .happens(NINE, { type: 'AppealDispatched', lead: 'tax', assist: ['water'] });
  return desk.own.flatMap((event) => {
    if (event.type !== 'MessageClaimed' || event.letter === 'erased') return [];
    const { channel: by, letter, messageId } = event;
    return [`${by} ${letter.address} ${messageId.split('#').slice(1).join('#')}`];
  });
}

// The tax bureau has an e-mail, the water bureau a phone alone.
test.each<['sms' | 'email' | 'both', readonly string[]]>([
  ['sms', ['sms 19900009901 dispatched-unit#tax', 'sms 19900009902 dispatched-assist#water']],
  ['email', ['email tax@example.com dispatched-unit#tax#email', 'sms 19900009902 dispatched-assist#water']],
  [
    'both',
    [
      'sms 19900009901 dispatched-unit#tax',
      'email tax@example.com dispatched-unit#tax#email',
      'sms 19900009902 dispatched-assist#water',
    ],
  ],
])('a text by %s reaches whom it can', (channel, letters) => {
  expect(told(channel)).toEqual(letters);
});
