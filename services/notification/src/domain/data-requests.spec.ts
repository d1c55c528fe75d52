// Who is told of data that one unit asks of another (HD-8): the asked unit of the request and of its being
// overdue, the asking one of the answer – never what was provided.
import { occasionsOf } from './occasions';

const course = { units: ['tax', 'market'] } as unknown as Parameters<typeof occasionsOf>[1];

test('the asked unit is told what for and until when, though the case is not its own', () => {
  const event = { type: 'DataRequested', unit: 'water', purpose: '核实停产损失', dueAt: 5 } as const;
  expect(occasionsOf(event, course)).toEqual([
    { on: 'data-requested', units: ['water'], values: { reason: '核实停产损失' }, deadlineAt: 5 },
  ]);
});

test('from a protected appeal what for is not in the message (HD-10)', () => {
  const event = { type: 'DataRequested', unit: 'water', purpose: '核实榴园机械', dueAt: 5 } as const;
  const [occasion] = occasionsOf(event, { ...course, protect: true });
  expect(occasion?.values).toEqual({ reason: '〔已保护〕' });
});

test('when overdue it is told again; of the answer the asking unit, none where the desk asked', () => {
  const told = (type: 'DataRequestOverdue' | 'DataAnswered', unit: string) =>
    occasionsOf({ type, unit }, course).map(({ on, units, values }) => [on, units, values]);
  expect(told('DataRequestOverdue', 'water')).toEqual([['data-overdue', ['water'], {}]]);
  expect(told('DataAnswered', 'tax')).toEqual([['data-answered', ['tax'], {}]]);
  expect(told('DataAnswered', '')).toEqual([['data-answered', [], {}]]);
});
