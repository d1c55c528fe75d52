// Who contacts an enterprise that no unit may know, and whom the clock of it is for (HD-10), asked of the
// rules.
import { deepEqual, equal } from 'node:assert/strict';
import { when } from '../../../services/casework/test/scenario';
import { OfficersDocket, wall } from '../../../services/supervision/test/officer';
import type { Proof } from './proof';

const CONTACT = {
  type: 'RecordContact',
  dispatchNo: 1,
  outcome: 'reached',
  arrived: true,
  visitWaived: false,
  note: '',
} as const;

/**
 * A role of the platform contacts it, before the unit has acknowledged too, and the clock is the platform's.
 */
export function contactsProtected(role: string, clock: string): Proof {
  return (pack) => {
    const past = [
      [0, { type: 'AppealSubmitted', number: 'N-1', protect: true }],
      [0, { type: 'AppealAdmitted', packHash: 'pack', kind: 'help' }],
      [0, { type: 'AppealDispatched', dispatchNo: 1, lead: 'tax' }],
    ] as const;
    deepEqual(when(past, { role, id: 'wang' }, CONTACT, 1, pack).types, ['EnterpriseContacted']);
    equal(when(past, { role: 'handler', id: 'li', unit: 'tax' }, CONTACT, 1, pack).types.length, 0);
    const docket = new OfficersDocket(pack)
      .happens(wall('2026-03-02 08:50'), { type: 'AppealSubmitted', protect: true })
      .happens(wall('2026-03-02 08:51'), { type: 'AppealAdmitted', packHash: 'p' })
      .happens(wall('2026-03-02 09:00'), {
        ...{ type: 'AppealDispatched', dispatchNo: 1, lead: 'tax', assist: [] },
      });
    equal(docket.said(clock)[0]?.split(' ')[3], `${clock}/-/1/1`);
  };
}
