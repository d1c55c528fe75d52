// What is open about a case, as people see it who planned something about it.
import type { Heard } from './acts';
import { NOTHING_OPEN, NO_SESSION, areOpen, openAfter, stepThing } from './open-things';

const CAUSE = 'demo/a1/supervision.docket/4';
const ORDER = { type: 'OrderIssued', orderNo: 1, step: 'platform', unit: 'tax', cause: CAUSE } as const;
const RULED = { type: 'OrderRuled', orderNo: 1, unit: 'tax' } as const;

function after(...heard: readonly Heard[]) {
  const things = heard.reduce(openAfter, NOTHING_OPEN);
  return { areOpen: (about: readonly string[]) => areOpen(things, about) };
}

test('an order waits for its answer, then for a ruling; not accepted, it is demanded again', () => {
  const answered = { type: 'OrderAnswered', orderNo: 1, unit: 'tax', late: false } as const;
  expect(after(ORDER).areOpen(['order/1/open'])).toBe(true);
  expect(after(ORDER, answered).areOpen(['order/1/open'])).toBe(false);
  expect(after(ORDER, answered).areOpen(['order/1/answered'])).toBe(true);
  expect(after(ORDER, answered, { ...RULED, verdict: 'not-accepted' }).areOpen(['order/1/open'])).toBe(true);
  expect(after(ORDER, answered, { ...RULED, verdict: 'accepted' }).areOpen(['order/1/answered'])).toBe(false);
});

test('a step is taken once on a cause, however often it is proposed', () => {
  const proposed = {
    type: 'StepProposed',
    step: 'platform',
    entryId: 'E1',
    unit: 'tax',
    cause: CAUSE,
  } as const;
  const step = [stepThing('platform', CAUSE)];
  expect(after(proposed).areOpen(step)).toBe(true);
  expect(after(proposed, ORDER, proposed).areOpen(step)).toBe(false);
});

test('a session sits until it is ruled, and meanwhile no other is convened', () => {
  const convened = {
    type: 'PanelConvened',
    sessionNo: 1,
    question: 'result',
    members: ['panel-1'],
    dueAt: 1,
  } as const;
  const ruled = { type: 'PanelRuled', sessionNo: 1, question: 'result', option: 'approved' } as const;
  expect(after().areOpen([NO_SESSION])).toBe(true);
  expect(after(convened).areOpen([NO_SESSION])).toBe(false);
  expect(after(convened).areOpen(['session/1'])).toBe(true);
  expect(after(convened, ruled).areOpen([NO_SESSION])).toBe(true);
  expect(after(convened, ruled).areOpen(['session/1'])).toBe(false);
});

test('a case opened again overtakes its spot check', () => {
  const drawn = { type: 'SpotCheckDrawn', checkNo: 1, unit: 'tax', standard: [] } as const;
  expect(after(drawn).areOpen(['check/1/drawn'])).toBe(true);
  const reopened = { type: 'AppealReopened', round: 2, unit: 'tax' } as const;
  expect(after(drawn, reopened).areOpen(['check/1/drawn'])).toBe(false);
});

test('a revoked card is contested no more', () => {
  const shown = { type: 'CardShown', cardId: 'c1', colour: 'yellow', clock: 'reply', unit: 'tax' } as const;
  expect(after(shown).areOpen(['card/c1'])).toBe(true);
  expect(after(shown, { type: 'CardRevoked', cardId: 'c1', unit: 'tax' }).areOpen(['card/c1'])).toBe(false);
});
