// The clock of contact where no unit may know the enterprise (HD-10): the platform's, or nobody's.
import { OfficersDocket, YICHENG, wall } from '../../test/officer';

const toTax = { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] } as const;
const CONTACTED = {
  type: 'EnterpriseContacted',
  ...{ dispatchNo: 1, unit: 'tax', reached: true, arrived: false, satisfies: true },
} as const;
const { ofProtected: _nobody, ...unsaid } = YICHENG.contact;

function handedOver(pack = YICHENG, protect = true) {
  return new OfficersDocket(pack)
    .happens(wall('2026-03-02 08:50'), { type: 'AppealSubmitted', ...(protect && { protect }) })
    .happens(wall('2026-03-02 08:51'), { type: 'AppealAdmitted', packHash: 'p' })
    .happens(wall('2026-03-02 09:00'), toTax);
}

test('it is the platform’s and met by the platform; what else the unit owes it is timed for', () => {
  const docket = handedOver();
  expect(docket.said('contact')).toEqual(['2026-03-02 09:00 started contact/-/1/1 until 2026-03-02 11:00']);
  expect(docket.said('opinion')[0]).toContain('opinion/tax/1/1');
  docket.happens(wall('2026-03-02 10:00'), CONTACTED);
  expect(docket.said('contact')[1]).toBe('2026-03-02 10:00 stopped in time');
});

test('a card for it falls on no unit', () => {
  const docket = handedOver().looksUntil(wall('2026-03-02 12:00'));
  const cards = docket.own.filter((event) => event.type === 'YellowCardIssued' && event.clock === 'contact');
  expect(cards).toMatchObject([{ unit: '' }]);
});

test('taken back it ends, and the next dispatch starts another', () => {
  const docket = handedOver()
    .happens(wall('2026-03-02 09:30'), { type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' })
    .happens(wall('2026-03-02 09:40'), { ...toTax, dispatchNo: 2, lead: 'water' });
  expect(docket.said('contact')).toEqual([
    '2026-03-02 09:00 started contact/-/1/1 until 2026-03-02 11:00',
    '2026-03-02 09:30 stopped void',
    '2026-03-02 09:40 started contact/-/2/1 until 2026-03-02 11:40',
  ]);
});

test('confirmed as urgent it is the platform’s urgent one', () => {
  const docket = handedOver().happens(wall('2026-03-02 09:30'), { type: 'UrgencyConfirmed' });
  expect(docket.said('contact')[1]).toBe('2026-03-02 09:30 stopped void');
  expect(docket.said('urgent-contact')[0]).toContain('urgent-contact/-/1/1');
});

test('lifted, the next dispatch times the unit again', () => {
  const docket = handedOver()
    .happens(wall('2026-03-02 09:10'), { type: 'ProtectionLifted' })
    .happens(wall('2026-03-02 09:30'), { type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' })
    .happens(wall('2026-03-02 09:40'), { ...toTax, dispatchNo: 2, lead: 'water' });
  expect(docket.said('contact').at(-1)).toContain('started contact/water/2/1');
});

test('where the pack names nobody it does not start; of an open appeal it is the unit’s', () => {
  const none = handedOver({ ...YICHENG, contact: unsaid });
  none.happens(wall('2026-03-02 09:30'), { type: 'UrgencyConfirmed' });
  expect([...none.said('contact'), ...none.said('urgent-contact')]).toEqual([]);
  expect(handedOver(YICHENG, false).said('contact')[0]).toContain('contact/tax/1/1');
});
