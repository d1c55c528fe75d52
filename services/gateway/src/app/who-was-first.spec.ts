// Who was there before, read out of the course of a case.
import { packOf } from '../../test/world';
import { changesOf, isOvertaken, roleBehind } from './who-was-first';

const entry = (writer: string, seq: number, type: string, by: string) => {
  return { eventId: `test/x/${writer}/${seq}`, at: seq, type, by, unit: '' };
};
const course = [
  entry('intake.appeal', 1, 'AppealSubmitted', ''),
  entry('triage.routing', 1, 'DeskEntered', ''),
  entry('triage.routing', 2, 'AppealDispatched', 'wang'),
  entry('triage.routing', 3, 'DispatchRecalled', 'li'),
  entry('casework.workorder', 1, 'WorkOrderAcknowledged', 'zhao'),
  entry('triage.routing', 4, 'AppealDispatched', 'zhou'),
];
const asOf = 'test/x/triage.routing/4';
const told = (code: string, seen?: number) =>
  changesOf({ service: 'triage', code, asOf, seen }, course).map(({ type, by }) => `${type} ${by}`);

describe('who is refused because of somebody else', () => {
  it('is told everything that document wrote since he saw it', () => {
    const all = ['AppealDispatched wang', 'DispatchRecalled li', 'AppealDispatched zhou'];
    expect([told('CHANGED_MEANWHILE', 1), told('CHANGED_MEANWHILE', 3)]).toEqual([all, all.slice(2)]);
    expect(told('CHANGED_MEANWHILE', 4)).toEqual([]);
  });

  it('is told what stands in the way', () => {
    expect(told('STALE_DISPATCH')).toEqual(['AppealDispatched zhou']);
    expect(told('ALREADY_ACKNOWLEDGED')).toEqual(['WorkOrderAcknowledged zhao']);
    expect([told('UNIT_UNKNOWN'), isOvertaken('UNIT_UNKNOWN')]).toEqual([[], false]);
  });

  it('is told who ruled on the order, the entry or the contest', () => {
    const overseen = [
      entry('supervision.oversight', 1, 'OrderIssued', 'xu'),
      entry('supervision.oversight', 2, 'OrderAnswered', 'li'),
      entry('supervision.oversight', 3, 'OrderRuled', 'he'),
      entry('supervision.oversight', 4, 'EntryCleared', 'he'),
    ];
    const first = (code: string) =>
      changesOf(
        { service: 'supervision', code, asOf: 'test/x/supervision.oversight/4', seen: undefined },
        overseen,
      ).map(({ type, by }) => `${type} ${by}`);
    const codes = ['ORDER_ENDED', 'ALREADY_ANSWERED', 'ALREADY_ORDERED', 'ENTRY_CLEARED'];
    expect(codes.flatMap(first)).toEqual([
      ...['OrderRuled he', 'OrderAnswered li', 'OrderIssued xu', 'EntryCleared he'],
    ]);
  });

  it('is told who convened the session that sits, and which answer came before the question', () => {
    const sat = [
      entry('triage.deliberation', 1, 'PanelConvened', 'wang'),
      entry('triage.deliberation', 2, 'SessionLapsed', ''),
      entry('triage.deliberation', 3, 'MeetingConvened', 'qin'),
      entry('casework.workorder', 9, 'AppealCompleted', 'li'),
      entry('supervision.oversight', 2, 'OrderAnswered', 'zhao'),
    ];
    const first = (code: string) => {
      const refused = { service: 'triage', code, asOf: '', seen: undefined };
      return changesOf(refused, sat).map(({ type, by }) => `${type} ${by}`);
    };
    const codes = ['SESSION_PENDING', 'NO_SESSION', 'STALE_SESSION', 'ALREADY_ANSWERED'];
    expect(codes.flatMap(first)).toEqual([
      ...['MeetingConvened qin', 'SessionLapsed ', 'MeetingConvened qin', 'AppealCompleted li'],
    ]);
  });

  it('is told the role where only one may do this', () => {
    const pack = packOf('yicheng');
    const roles = course.map((one) => roleBehind(pack, one));
    expect(roles).toEqual(['', '', '', '', 'handler', '']);
  });
});
