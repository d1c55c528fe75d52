// A push with codes nobody knows, and what a person makes of it, under the pack of Yicheng.
import {
  MORNING,
  PEOPLE,
  policyOf,
  stateAfter,
  SUBMISSION,
  submit,
  when,
  YICHENG,
} from '../../test/scenario';
import type { AppealCommand, HeldPushCommand } from './appeal-commands';
import { appealLookup } from './appeal-decider';

const DOOR = { role: 'door', id: 'leader-board' };
const push: Extract<HeldPushCommand, { type: 'HoldPush' }> = {
  type: 'HoldPush',
  submission: { ...SUBMISSION, channel: 'leader-board', sourceNumber: 'LB-1', kind: '', region: '' },
  unmapped: { kind: '77', region: '某县' },
  number: 'ZT-1',
  queryCode: 'ABCD2345',
};
const held = when([], DOOR, push).events;
const meant: AppealCommand = { type: 'ReleasePush', kind: 'help', topic: '', region: 'gusu' };

test('is kept under its number, found by its door, and nobody has an appeal yet', () => {
  const state = stateAfter(held);
  expect(state).toMatchObject({ status: 'held', unmapped: push.unmapped, core: { number: 'ZT-1' } });
  expect(appealLookup(state)).toEqual({ number: 'ZT-1', heldAt: 'leader-board' });
  const urge = { type: 'UrgeAppeal', note: '' } as const;
  expect(when(held, PEOPLE.enterprise, urge).refused).toBe('NOT_SUBMITTED');
  expect(when(held, PEOPLE.clerk, { type: 'AdmitAppeal' }).refused).toBe('NOT_AT_THIS_STAGE');
});

test('a person says what the codes mean: time and desk clock are those of the push', () => {
  const [event] = when([...held], PEOPLE.clerk, meant).events;
  expect(event).toMatchObject({
    ...{ type: 'AppealSubmitted', number: 'ZT-1', kind: 'help', region: 'gusu', topic: 'construction' },
    ...{ receivedAt: MORNING, releasedBy: 'wang', words: { queryCode: 'ABCD2345' } },
  });
  const [first] = held;
  expect(event?.type === 'AppealSubmitted' && event.deskDueAt).toBe(
    first?.type === 'PushHeld' ? first.deskDueAt : 0,
  );
  const state = stateAfter([...held, ...(event ? [event] : [])]);
  expect(state).toMatchObject({ status: 'submitted', core: { submittedAt: MORNING } });
});

const refused: readonly (readonly [string, HeldPushCommand, string])[] = [
  ['not all of what was asked', { ...meant, region: '' } as HeldPushCommand, 'MEANING_MISSING'],
  ['more than was asked', { ...meant, topic: 'tax' } as HeldPushCommand, 'MEANING_NOT_ASKED'],
  ['no reason', { type: 'RejectPush', reason: ' ' }, 'REASON_MISSING'],
  [
    'what the door refuses',
    { ...meant, problem: { code: 'USCC_MISSING', field: 'enterprise.uscc', params: {} } } as HeldPushCommand,
    'MEANING_REFUSED',
  ],
];
test.each(refused)('%s is no word on it', (_what, command, code) => {
  expect(when(held, PEOPLE.clerk, command).refused).toBe(code);
});

test('whoever the pack does not give it says nothing', () => {
  expect(when(held, PEOPLE.handler, meant).refused).toBe('ROLE_NOT_ALLOWED');
  const scopes = YICHENG.scopes.filter(({ may }) => !may.includes('ReleasePush'));
  expect(when(held, PEOPLE.clerk, meant, policyOf({ ...YICHENG, scopes })).refused).toBe('ROLE_NOT_ALLOWED');
});

test('rejected it stays rejected, and nobody says a second word', () => {
  const said = when(held, PEOPLE.clerk, { type: 'RejectPush', reason: '不属企业诉求' }).events;
  expect(stateAfter([...held, ...said])).toMatchObject({ status: 'rejected', reason: '不属企业诉求' });
  expect(when([...held, ...said], PEOPLE.clerk, meant).refused).toBe('NOT_AT_THIS_STAGE');
  expect(when([...held, ...said], DOOR, push).events).toEqual([]);
});

test('repeated it changes nothing; repeated when its mapping knows the codes it needs nobody', () => {
  expect(when(held, DOOR, push).events).toEqual([]);
  const again = { ...submit(), submission: { ...push.submission, kind: 'complaint', region: 'taicang' } };
  const released = when(held, DOOR, again as AppealCommand).events;
  expect(released).toMatchObject([
    { type: 'AppealSubmitted', kind: 'complaint', number: 'ZT-1', releasedBy: '' },
  ]);
});
