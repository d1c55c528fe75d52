// 情况核实与结果核查 (HD-7; CD 二-3) have clocks of their own: nobody is carded for what another owes.
import { OfficersDocket, YICHENG, wall } from '../../test/officer';
import type { DocketCause } from './docket-events';

const [model] = YICHENG.clocks.filter(({ id }) => id === 'resolve');
if (!model) throw new Error('The pack has no resolve clock');
const { pausesOn: _p, resumesOn: _r, near: _n, onlyIf: _o, ...base } = model;
type Clock = (typeof YICHENG)['clocks'][number];
const clock = (change: Partial<Clock>): Clock => ({ ...base, ...change });
const PACK = {
  ...YICHENG,
  clocks: [
    clock({
      ...{ id: 'look', appliesTo: 'platform', rule: 'workingDays:1' },
      ...{ starts: ['admitted', 'dispatched'], stops: ['facts-checked', 'closed'] },
    }),
    clock({
      ...{ id: 'solve', appliesTo: 'unit', rule: 'workingDays:1', starts: ['dispatched'] },
      ...{ stops: ['completed', 'recalled'], pausesOn: ['acknowledged'], resumesOn: ['facts-checked'] },
    }),
    clock({
      ...{ id: 'again', appliesTo: 'platform', rule: 'workingDays:1' },
      ...{ starts: ['completed'], stops: ['result-checked', 'reopened', 'closed'] },
    }),
  ],
};
const FACTS: DocketCause = { type: 'FactsChecked' };
const RESULT: DocketCause = { type: 'ResultChecked' };
const acknowledged: DocketCause = { type: 'WorkOrderAcknowledged', dispatchNo: 1, unit: 'tax' };
const completed = (round: number): DocketCause => {
  return { type: 'AppealCompleted', dispatchNo: 1, unit: 'tax', round };
};
const sentTo = (lead: string, dispatchNo: number): DocketCause => {
  return { type: 'AppealDispatched', dispatchNo, lead, assist: [] };
};
const admitted = (on: string) =>
  new OfficersDocket(PACK)
    .happens(wall(on), { type: 'AppealSubmitted' })
    .happens(wall(on), { type: 'AppealAdmitted', packHash: 'p' });

test('who checks the facts too late is late himself; the unit that waits for him is not', () => {
  const docket = admitted('2026-03-02 09:00')
    .happens(wall('2026-03-02 10:00'), sentTo('tax', 1))
    .happens(wall('2026-03-02 11:00'), acknowledged)
    .looksUntil(wall('2026-03-06 09:00'))
    .happens(wall('2026-03-06 09:00'), FACTS);
  expect(docket.said('look').at(-1)).toBe('2026-03-06 09:00 stopped late');
  expect(docket.said('solve').filter((line) => line.includes('yellow'))).toEqual([]);
  expect(docket.said('solve').at(-1)).toMatch(/^2026-03-06 09:00 recomputed \(pause\) until 2026-03-1/);
});

test('once checked, nothing waits for it in another dispatch', () => {
  const docket = admitted('2026-03-02 09:00')
    .happens(wall('2026-03-02 09:30'), FACTS)
    .happens(wall('2026-03-02 10:00'), sentTo('tax', 1))
    .happens(wall('2026-03-02 11:00'), acknowledged);
  expect(docket.said('look')).toHaveLength(2);
  expect(docket.said('look').at(-1)).toBe('2026-03-02 09:30 stopped in time');
  expect(docket.said('solve')).toEqual(['2026-03-02 10:00 started solve/tax/1/1 until 2026-03-04 00:00']);
});

test('the result of every round has its own time, met by looking, whatever was found', () => {
  const docket = admitted('2026-03-02 09:00')
    .happens(wall('2026-03-02 10:00'), sentTo('tax', 1))
    .happens(wall('2026-03-02 15:00'), completed(1))
    .happens(wall('2026-03-02 16:00'), RESULT)
    .happens(wall('2026-03-02 16:00'), { type: 'AppealReopened', round: 2, unit: 'tax' })
    .happens(wall('2026-03-03 10:00'), completed(2))
    .looksUntil(wall('2026-03-06 09:00'));
  const said = docket.said('again');
  expect(said.slice(0, 2)).toEqual([
    '2026-03-02 15:00 started again/-/1/1 until 2026-03-04 00:00',
    '2026-03-02 16:00 stopped in time',
  ]);
  expect(said[2]).toBe('2026-03-03 10:00 started again/-/1/2 until 2026-03-05 00:00');
  expect(said[3]).toMatch(/yellow/);
});
