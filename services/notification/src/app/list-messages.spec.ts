import { MessageDesk, SUBMITTED, wall } from '../../test/desk';
import { listMessages } from './list-messages';

const NINE = wall('2026-03-02 09:00');

it('shows no empty line for a role without a phone; a unit without one is shown as given up', async () => {
  const desk = new MessageDesk()
    .happens(NINE, SUBMITTED)
    .happens(NINE, { type: 'AppealAdmitted', packHash: 'p' })
    .happens(NINE, { type: 'AppealDispatched', lead: 'nowhere', assist: [] })
    .happens(NINE + 1000, { type: 'YellowCardIssued', unit: 'tax', clock: 'contact', deadlineAt: NINE });
  expect(desk.state.messages.map(({ template }) => template)).toContain('yellow-supervisor');
  const shown = await listMessages('a1', 50, {
    files: { find: async () => desk.state, erased: async () => false },
    outbox: { ofAppeal: async () => [], latest: async () => [] },
    receipts: { latest: async () => [] },
  } as unknown as Parameters<typeof listMessages>[2]);
  const told = shown.map(({ template, unit, status }) => [template, unit, status]);
  expect(told).toEqual([
    ['received', '', 'claimed'],
    ['dispatched-enterprise', '', 'claimed'],
    ['dispatched-unit', 'nowhere', 'given-up'],
    ['yellow-unit', 'tax', 'claimed'],
  ]);
});
