// An appeal that comes under another pack (RT-5): what ran under the old one is taken away without a card,
// what the new one counts starts then, and a clock of the same name is another clock.
import { OfficersDocket, wall } from '../../test/officer';
import { runningOf } from './docket';

const admitted = () =>
  new OfficersDocket()
    .happens(wall('2026-03-02 08:50'), { type: 'AppealSubmitted' })
    .happens(wall('2026-03-02 08:51'), { type: 'AppealAdmitted', packHash: 'p' });
const ids = ({ docket }: OfficersDocket) => runningOf(docket).map(({ id }) => id);

test('from a unit at work: its clocks end void, those of the desk start, and of the next hand-over', () => {
  const docket = admitted()
    .happens(wall('2026-03-02 09:00'), { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] })
    .happens(wall('2026-03-02 10:00'), { type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' })
    .happens(wall('2026-03-02 10:00'), { type: 'PackChanged', packHash: 'q' })
    .happens(wall('2026-03-02 10:00'), { type: 'DeskEntered' });
  expect(docket.docket).toMatchObject({ packHash: 'q', course: { packNo: 1 } });
  expect(ids(docket)).toEqual(['desk/-/1/1/1']);
  docket.happens(wall('2026-03-02 10:10'), {
    type: 'AppealDispatched',
    ...{ dispatchNo: 2, lead: 'market', assist: [] },
  });
  expect(ids(docket)).toEqual(
    ['contact', 'opinion', 'resolve', 'objection'].map((id) => `${id}/market/2/1/1`),
  );
  expect(docket.said('contact')).toEqual([
    '2026-03-02 09:00 started contact/tax/1/1 until 2026-03-02 11:00',
    '2026-03-02 10:00 stopped void',
    '2026-03-02 10:10 started contact/market/2/1/1 until 2026-03-02 12:10',
  ]);
});

test('from the desk: its clock ends without a card, and starts anew', () => {
  const docket = admitted()
    .happens(wall('2026-03-02 09:00'), { type: 'DeskEntered' })
    .happens(wall('2026-03-02 09:10'), { type: 'PackChanged', packHash: 'q' })
    .happens(wall('2026-03-02 09:10'), { type: 'DeskEntered' })
    .looks(wall('2026-03-02 09:20'));
  expect(docket.said('desk')).toEqual([
    '2026-03-02 09:00 started desk/-/0/1 until 2026-03-02 09:15',
    '2026-03-02 09:10 stopped void',
    '2026-03-02 09:10 started desk/-/0/1/1 until 2026-03-02 09:25',
  ]);
  expect(docket.own.some(({ type }) => type === 'YellowCardIssued')).toBe(false);
});

test('an extension granted under the new pack moves the clock of the new pack', () => {
  const docket = admitted()
    .happens(wall('2026-03-02 09:00'), { type: 'PackChanged', packHash: 'q' })
    .happens(wall('2026-03-02 09:10'), { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] })
    .happens(wall('2026-03-03 09:00'), {
      type: 'ExtensionRuled',
      ...{ dispatchNo: 1, unit: 'tax', clock: 'resolve', round: 1, granted: true },
      deadlineAt: wall('2026-03-14 00:00'),
    });
  const resolve = runningOf(docket.docket).find(({ clock }) => clock === 'resolve');
  expect([resolve?.id, resolve?.deadlineAt]).toEqual(['resolve/tax/1/1/1', wall('2026-03-14 00:00')]);
});
