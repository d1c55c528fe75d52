// Texts about a protected appeal (HD-10): units and roles read 〔已保护〕 where its enterprise reads its own name.
import { MessageDesk, SUBMITTED, WORDS, YICHENG, wall } from '../../test/desk';
import type { MessageCause } from './message-events';

const text = { zh: '{enterprise}·{contact}·{queryCode}', en: '{enterprise} {contact} {queryCode}' };
const told = (id: string, to: string) => ({
  id,
  on: 'dispatched' as const,
  to,
  channel: 'sms' as const,
  text,
});
const PACK = {
  ...YICHENG,
  messages: [
    told('unit', 'unit'),
    told('assist', 'assist'),
    told('role', 'clerk'),
    told('own', 'enterprise'),
  ],
};
const at = wall('2026-03-02 09:00');
const DISPATCHED: MessageCause = { type: 'AppealDispatched', lead: 'tax', assist: ['water'] };

function letters(...events: readonly MessageCause[]): readonly string[] {
  const desk = new MessageDesk(PACK);
  for (const [i, event] of events.entries()) desk.happens(at + i, event);
  return desk.letters.map((letter) => letter.replace(/ \d+:/, ':'));
}

const OWN = `${WORDS.enterprise}·${WORDS.contact}·${WORDS.queryCode}`;
const HIDDEN = '〔已保护〕·〔已保护〕·〔已保护〕';
const shown = (who: string) => [`tax: ${who}`, `water: ${who}`, `clerk : ${who}`, `enterprise: ${OWN}`];

test('nobody but the enterprise reads who it is', () => {
  expect(letters({ ...SUBMITTED, protect: true }, DISPATCHED)).toEqual(shown(HIDDEN));
  expect(letters(SUBMITTED, DISPATCHED)).toEqual(shown(OWN));
});

test('lifted, as any other', () => {
  expect(letters({ ...SUBMITTED, protect: true }, { type: 'ProtectionLifted' }, DISPATCHED)).toEqual(
    shown(OWN),
  );
});
