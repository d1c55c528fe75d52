// 保护诉求 (HD-10): asked for at the door, opened by whom the pack lets and on record, lifted by the enterprise
// alone.
import { GIVEN, PEOPLE, SUBMISSION, happened, stateAfter, submit, when } from '../../test/scenario';
import type { AppealCause, AppealEvent } from './appeal-events';
import { readSubmission } from './submission';

const { clerk, door, enterprise, handler, supervisor } = PEOPLE;
const protectedOne = happened([door, submit({ ...SUBMISSION, protect: true })]);
const open = { type: 'OpenProtected', reason: '回访核实' } as const;
const lift = { type: 'LiftProtection' } as const;
const after = (...more: readonly (AppealEvent | AppealCause)[]) => [...protectedOne, ...more];

test('a submission asks for it by a plain yes', () => {
  const { enterpriseName: name, uscc, region, tags, contactName, contactPhone: phone, ...rest } = SUBMISSION;
  const raw = { ...rest, enterprise: { name, uscc, region, tags }, contact: { name: contactName, phone } };
  const lists = {
    ...{ channels: ['web'], kinds: ['help'], topics: ['construction'], regions: ['gusu'] },
    phone: (text: string) => text,
  };
  const read = (protect: unknown) => {
    const found = readSubmission({ ...raw, protect }, lists);
    return found.ok ? found.value.protect : found.error;
  };
  expect([read(true), read(false), read(undefined)]).toEqual([true, undefined, undefined]);
  expect(protectedOne).toMatchObject([{ type: 'AppealSubmitted', protect: true }]);
  expect(GIVEN.submitted[0]).not.toHaveProperty('protect');
});

test('opened as often as there is a reason, each time on record, after the end too', () => {
  expect(when(after(), clerk, open).events).toEqual([
    { type: 'ProtectedOpened', by: 'wang', reason: '回访核实' },
  ]);
  const opened = after({ type: 'ProtectedOpened', by: 'wang', reason: '回访核实' });
  expect(when(opened, clerk, open).types).toEqual(['ProtectedOpened']);
  expect(when(after({ type: 'AppealClosed' }), clerk, open).types).toEqual(['ProtectedOpened']);
  expect(stateAfter(opened)).toEqual(stateAfter(protectedOne));
});

test.each([
  ['a unit opens it', after(), handler, open, 'ROLE_NOT_ALLOWED'],
  ['a role without the word opens it', after(), supervisor, open, 'ROLE_NOT_ALLOWED'],
  ['opened without a reason', after(), clerk, { ...open, reason: ' ' }, 'REASON_MISSING'],
  ['nothing to open', GIVEN.submitted, clerk, open, 'NOT_PROTECTED'],
  ['nothing to lift', GIVEN.submitted, enterprise, lift, 'NOT_PROTECTED'],
  ['lifted by the platform', after(), clerk, lift, 'ROLE_NOT_ALLOWED'],
  ['lifted by the unit', after(), handler, lift, 'ROLE_NOT_ALLOWED'],
  ['nobody’s', [], clerk, open, 'NOT_SUBMITTED'],
] as const)('%s: refused', (_, past, who, command, code) => {
  expect(when(past, who, command).refused).toBe(code);
});

test('lifted by the enterprise it is an appeal like any other', () => {
  expect(when(after(), enterprise, lift).types).toEqual(['ProtectionLifted']);
  const lifted = after({ type: 'ProtectionLifted' });
  expect(when(lifted, clerk, open).refused).toBe('NOT_PROTECTED');
  expect(stateAfter(lifted)).not.toHaveProperty('core.protect');
});
