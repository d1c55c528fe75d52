// Who contacts an enterprise no unit may know (HD-10), and what that says of the unit's work.
import { PEOPLE, YICHENG, type Past, stateAfter, when } from '../../test/scenario';
import type { UnitCommand } from './work-order-commands';

const { taxHandler, clerk, followup } = PEOPLE;
const given = (protect: boolean): readonly Past[] => [
  [0, { type: 'AppealSubmitted', number: 'YC-1', ...(protect && { protect }) }],
  [0, { type: 'AppealAdmitted', packHash: 'pack', kind: 'help' }],
  [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax' }],
];
const ACKNOWLEDGED: Past = [1, { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax', by: 'li' }];
const CONTACT: UnitCommand = {
  ...{
    type: 'RecordContact',
    dispatchNo: 1,
    outcome: 'reached',
    arrived: true,
    visitWaived: false,
    note: '',
  },
};

test('the platform does, before the unit has begun too, and the unit is no further by it', () => {
  const reply = when(given(true), clerk, CONTACT, 1);
  expect(reply.events).toMatchObject([{ unit: 'tax', satisfies: true, byPlatform: true, by: 'wang' }]);
  expect(reply.status).toBe('dispatched');
  const after: readonly Past[] = [...given(true), [0.5, reply.events[0] as never], ACKNOWLEDGED];
  expect(stateAfter(after)).toMatchObject({ step: 'acknowledged', order: { reached: true, attempts: 1 } });
  expect(when([...given(true), ACKNOWLEDGED], clerk, CONTACT).status).toBe('acknowledged');
});

test.each([
  ['not the unit', given(true), taxHandler, 'CONTACT_BY_PLATFORM'],
  ['not another role', given(true), followup, 'ROLE_NOT_ALLOWED'],
  ['not the platform where the unit may know it', [...given(false), ACKNOWLEDGED], clerk, 'ROLE_NOT_ALLOWED'],
  [
    'not the platform once it is lifted',
    [...given(true), ACKNOWLEDGED, [2, { type: 'ProtectionLifted' }] as Past],
    clerk,
    'ROLE_NOT_ALLOWED',
  ],
  ['not the unit before it acknowledged', given(false), taxHandler, 'NOT_ACKNOWLEDGED'],
] as const)('%s', (_, past, who, code) => {
  expect(when(past, who, CONTACT).refused).toBe(code);
});

test('where the pack names nobody the unit records what it was told; nobody else may', () => {
  const { ofProtected: _nobody, ...contact } = YICHENG.contact;
  const pack = { ...YICHENG, contact };
  const past = [...given(true), ACKNOWLEDGED];
  expect(when(past, taxHandler, CONTACT, 30, pack).types).toEqual(['EnterpriseContacted']);
  expect(when(past, clerk, CONTACT, 30, pack).refused).toBe('ROLE_NOT_ALLOWED');
});
