// The urgent class (RT-6, YC-8): one hour to be there instead of two, from the confirmation or from the
// hand-over.
import { OfficersDocket, dispatched, wall } from '../../test/officer';

const urgent = { type: 'UrgencyConfirmed' } as const;
const toTax = { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] } as const;

test('confirmed before the hand-over, the hand-over starts the urgent clock alone', () => {
  const docket = new OfficersDocket()
    .happens(wall('2026-03-02 08:50'), { type: 'AppealSubmitted' })
    .happens(wall('2026-03-02 08:51'), { type: 'AppealAdmitted', packHash: 'p' })
    .happens(wall('2026-03-02 08:55'), urgent)
    .happens(wall('2026-03-02 09:00'), toTax);
  expect(docket.said('contact')).toEqual([]);
  expect(docket.said('urgent-contact')).toEqual([
    '2026-03-02 09:00 started urgent-contact/tax/1/1 until 2026-03-02 10:00',
  ]);
  expect(docket.said('resolve')).toHaveLength(1);
});

test('confirmed while a unit has it, its ordinary clock is taken away and the urgent one starts', () => {
  const docket = dispatched('2026-03-02 09:00').happens(wall('2026-03-02 09:30'), urgent);
  expect(docket.said('contact')[1]).toBe('2026-03-02 09:30 stopped void');
  expect(docket.said('urgent-contact')).toEqual([
    '2026-03-02 09:30 started urgent-contact/tax/1/1 until 2026-03-02 10:30',
  ]);
});

test('what had been done already is not asked again; what is ordinary stays ordinary', () => {
  const visited = {
    type: 'EnterpriseContacted',
    ...{ dispatchNo: 1, unit: 'tax', reached: true, arrived: true, satisfies: true },
  } as const;
  const docket = dispatched('2026-03-02 09:00')
    .happens(wall('2026-03-02 09:20'), visited)
    .happens(wall('2026-03-02 09:30'), urgent);
  expect(docket.said('urgent-contact')).toEqual([]);
  expect(dispatched('2026-03-02 09:00').said('urgent-contact')).toEqual([]);
});

test('a card that stands, stands: the ordinary time had passed', () => {
  const docket = dispatched('2026-03-02 09:00')
    .looksUntil(wall('2026-03-02 12:00'))
    .happens(wall('2026-03-02 12:00'), urgent);
  expect(docket.own.filter(({ type }) => type === 'YellowCardIssued')).toHaveLength(1);
  expect(docket.own.some(({ type }) => type === 'CardRevoked')).toBe(false);
});
