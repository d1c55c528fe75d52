// Who is told of data that one unit asks of another (HD-8): the asked unit of the request and when it is
// due soon, both when it is overdue, the asking one of the answer – never what was provided.
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

test('before it is due it is reminded, with the deadline', () => {
  expect(occasionsOf({ type: 'DataRequestNear', unit: 'water', dueAt: 7 }, course)).toEqual([
    { on: 'data-near', units: ['water'], values: {}, deadlineAt: 7 },
  ]);
});

test('when overdue both are told, the asked unit first; where the desk asked, it alone', () => {
  const overdue = (fromUnit: string) =>
    occasionsOf({ type: 'DataRequestOverdue', unit: 'water', fromUnit }, course);
  expect(overdue('tax')).toEqual([{ on: 'data-overdue', units: ['water', 'tax'], values: {} }]);
  expect(overdue('')).toEqual([{ on: 'data-overdue', units: ['water'], values: {} }]);
});

test('of the answer the asking unit is told, nobody where the desk asked', () => {
  const told = (unit: string) =>
    occasionsOf({ type: 'DataAnswered', unit }, course).map(({ on, units, values }) => [on, units, values]);
  expect(told('tax')).toEqual([['data-answered', ['tax'], {}]]);
  expect(told('')).toEqual([['data-answered', [], {}]]);
});
