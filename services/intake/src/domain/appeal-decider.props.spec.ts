import fc from 'fast-check';
import {
  MORNING,
  NOTHING_AGAINST,
  PEOPLE,
  policyOf,
  REGISTERED,
  submit,
  SUBMISSION,
} from '../../test/scenario';
import { type Appeal, isOpen } from './appeal';
import type { AppealCommand } from './appeal-commands';
import { appealDecider, appealLookup, takeOnDueAt } from './appeal-decider';
import type { AppealCause, AppealEvent } from './appeal-events';

const { clerk, enterprise, system, door } = PEOPLE;
type Step = { readonly command: AppealCommand } | { readonly cause: AppealCause };

const command = fc.constantFrom<AppealCommand>(
  submit(),
  submit({ ...SUBMISSION, uscc: '' }),
  { type: 'TakeOnAppeal', finding: REGISTERED, screening: NOTHING_AGAINST },
  { type: 'TakeOnAppeal', screening: { ground: 'not-enterprise', words: ['家庭'], score: 0.8 } },
  { type: 'TakeOnAppeal', finding: { found: 'doubt', reason: 'code-missing', candidates: [] } },
  { type: 'TakeOnAppeal', finding: REGISTERED, twin: { id: 'o', number: 'N', similarity: 0.9 } },
  { type: 'AdmitAppeal' },
  { type: 'DeclineAppeal', ground: 'litigation', explanation: '已由法院受理' },
  { type: 'SendBackAppeal', wanted: '请补充' },
  { type: 'RuleIdentity', ruling: { ruling: 'founding' } },
  { type: 'RuleIdentity', ruling: { ruling: 'not-registered' } },
  { type: 'AddMaterial', text: '补充', attachments: [] },
  { type: 'UrgeAppeal', note: '' },
  { type: 'WithdrawAppeal', reason: '' },
);
const cause = fc.constantFrom<AppealCause>(
  { type: 'AppealClosed' },
  { type: 'AppealReopened' },
  { type: 'WithdrawalGranted' },
);
const steps = fc.array<Step>(
  fc.oneof(
    { weight: 9, arbitrary: command.map((one) => ({ command: one })) },
    { weight: 1, arbitrary: cause.map((one) => ({ cause: one })) },
  ),
  { maxLength: 40, size: 'max' },
);

type Past = readonly (AppealEvent | AppealCause)[];

function actorOf({ type }: AppealCommand) {
  if (type === 'TakeOnAppeal') return system;
  if (type === 'SubmitAppeal') return door;
  return /^(Add|Urge|Withdraw)/.test(type) ? enterprise : clerk;
}

function fold(past: Past, from: Appeal = appealDecider.initial, start = 0): Appeal {
  return past.reduce((state, event, index) => {
    const seq = start + index + 1;
    return appealDecider.evolve(state, { event, at: MORNING + seq, id: `e${seq}`, writer: 'w', seq });
  }, from);
}

/** Plays steps, calling back after each with what it made happen. */
function play(all: readonly Step[], seen: (before: Appeal, after: Appeal, events: Past, step: Step) => void) {
  let state = appealDecider.initial;
  const past: (AppealEvent | AppealCause)[] = [];
  for (const step of all) {
    const before = state;
    const events = eventsOf(step, before, past.length);
    state = fold(events, before, past.length);
    past.push(...events);
    seen(before, state, events, step);
  }
  return { state, past };
}

function eventsOf(step: Step, state: Appeal, count: number): Past {
  // Others act on an appeal only after it was handed over to them.
  if ('cause' in step) return state.status === 'admitted' || state.status === 'closed' ? [step.cause] : [];
  const decision = { at: MORNING + count + 1, commandId: 'c', actor: actorOf(step.command) };
  const answer = appealDecider.decide(step.command, state, policyOf(), decision);
  return answer.ok ? answer.value : [];
}

describe('an appeal at intake, whatever is asked of it in whatever order', () => {
  test('is what its events make of it, through any store', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { state, past } = play(all, () => undefined);
        expect(JSON.parse(JSON.stringify(fold(past)))).toEqual(state);
      }),
    );
  });
  test('is submitted at most once, and admitted, declined or joined at most once', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { past } = play(all, () => undefined);
        const count = (...types: string[]) => past.filter(({ type }) => types.includes(type)).length;
        expect(count('AppealSubmitted')).toBeLessThanOrEqual(1);
        expect(count('AppealAdmitted', 'AppealDeclined', 'AppealJoined')).toBeLessThanOrEqual(1);
      }),
    );
  });
  test('once at an end of intake’s own, nothing moves it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (before, after) => {
          if (['declined', 'joined', 'withdrawn'].includes(before.status)) expect(after).toEqual(before);
        });
      }),
    );
  });
  test('counts every urge and every addition', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { state, past } = play(all, () => undefined);
        if (state.status === 'none') return;
        expect(state.core.urges).toBe(past.filter(({ type }) => type === 'AppealUrged').length);
        expect(state.core.materials).toBe(past.filter(({ type }) => type === 'MaterialAdded').length);
      }),
    );
  });
  test('keeps number and source for ever; is due only while it waits; is found only while open', () => {
    fc.assert(
      fc.property(steps, (all) => {
        play(all, (before, after) => {
          expect(takeOnDueAt(after) !== null).toBe(after.status === 'submitted');
          if (!isOpen(after)) expect(appealLookup(after)).not.toHaveProperty('openOf');
          if (before.status === 'none' || after.status === 'none') return;
          expect(after.core.number).toBe(before.core.number);
          expect(after.core.submittedAt).toBe(before.core.submittedAt);
        });
      }),
    );
  });
  test('erasing the person changes no status, count or date', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { state, past } = play(all, () => undefined);
        const erased = fold(
          past.map((event) =>
            event.type === 'AppealSubmitted' ? { ...event, words: 'erased' as const } : event,
          ),
        );
        if (state.status === 'none') return expect(erased).toEqual(state);
        expect(erased).toEqual({ ...state, core: { ...state.core, words: 'erased' } });
      }),
    );
  });
});
