import fc from 'fast-check';
import type { DataRequestCause } from './data-request-events';
import { NO_DATA_REQUESTS, complainedOfIn, inHandOf } from './data-requests';
import { evolveDataRequests } from './evolve-data-requests';

/** What the three writers said of one case, each in its own order. */
const WRITERS: Readonly<Record<string, readonly DataRequestCause[]>> = {
  intake: [
    { type: 'AppealSubmitted', protect: true },
    { type: 'AppealAdmitted', packHash: 'p1' },
    { type: 'ProtectionLifted' },
  ],
  triage: [
    { type: 'AppealClassified', complainedOf: ['tax', 'market'] },
    { type: 'AppealDispatched', dispatchNo: 1, unit: 'tax', cleared: ['tax'] },
    { type: 'DispatchEnded', dispatchNo: 1 },
    { type: 'PackChanged', packHash: 'p2' },
    { type: 'AppealDispatched', dispatchNo: 2, unit: 'water' },
  ],
  workorder: [
    { type: 'WorkOrderAcknowledged', dispatchNo: 2 },
    { type: 'AppealCompleted' },
    { type: 'AppealReopened', unit: 'water' },
  ],
};

function after(causes: readonly DataRequestCause[]) {
  return causes.reduce(
    (state, event) => evolveDataRequests(state, { event, at: 0, id: '', writer: '', seq: 0 }),
    NO_DATA_REQUESTS,
  );
}

/** Every way to lay the writers side by side: which of them speaks next. */
const turns = fc.shuffledSubarray(
  Object.entries(WRITERS).flatMap(([writer, causes]) => causes.map(() => writer)),
  { minLength: 11, maxLength: 11 },
);

test('what three writers said of a case means the same in whatever order they are heard', () => {
  const expected = after(Object.values(WRITERS).flat());
  fc.assert(
    fc.property(turns, (order) => {
      const left = Object.fromEntries(Object.entries(WRITERS).map(([name, causes]) => [name, [...causes]]));
      const heard = order.flatMap((writer) => left[writer]?.splice(0, 1) ?? []);
      expect(after(heard)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  expect(inHandOf(expected)).toEqual({ packHash: 'p2', stage: 'open', unit: 'water', acknowledged: true });
  expect(complainedOfIn(expected)).toEqual(['market']);
});

test.each<[string, readonly DataRequestCause[], object]>([
  ['nothing yet', [], { stage: 'before', unit: '' }],
  ['taken back', [{ type: 'DispatchEnded', dispatchNo: 2 }], { stage: 'before', unit: '' }],
  [
    'reopened for another dispatch',
    [...(WRITERS['workorder'] ?? []), { type: 'AppealReopened', unit: '' }],
    { unit: '' },
  ],
  ['answered from the library', [{ type: 'AnsweredDirectly' }], { stage: 'answered' }],
  ['withdrawn', [{ type: 'AppealGone' }], { stage: 'over' }],
])('a case that is %s', (_, causes, expected) => {
  expect(inHandOf(after(causes))).toMatchObject(expected);
});
