// 内部审签 (HD-9) over whatever posts a unit may have and whatever its people do: as long as nobody changes the
// profile, a draft that waits has somebody who may sign it, no step is another's twice, and what completes
// was drafted and signed by as many people as the chain has steps.
import fc from 'fast-check';
import type { Post } from '#policy/profile-people';
import { GIVEN, type Past, YICHENG, hours, policyOf, stateAfter } from '../../test/scenario';
import { mayDo } from './chain-posts';
import { type WorkOrder, insideOf } from './work-order';
import type { WorkOrderCommand } from './work-order-commands';
import { workOrderDecider } from './work-order-decider';
import type { WorkOrderEvent } from './work-order-events';

const PERSONS = ['an', 'bo', 'cheng', 'dai', 'en'];
const title = { zh: '步骤', en: 'step' };
const steps = [
  { id: 'draft', title, by: 'handler' as const },
  { id: 'section', title, by: 'section-head' as const },
  { id: 'leader', title, by: 'unit-leader' as const },
];
const PACK = {
  ...YICHENG,
  unitChain: { clause: 'HD-9', steps },
  scopes: YICHENG.scopes.map((scope) =>
    scope.role === 'handler'
      ? { ...scope, may: [...scope.may, 'AssignInside', 'SignDraft'] as const }
      : scope,
  ) as unknown as typeof YICHENG.scopes,
};
const SOLVED = {
  ...{ dispatchNo: 1, completionType: 'solved', answer: '已退税', basis: '', plan: '', plannedOn: '' },
  ...{ agreement: null, check: { verdict: 'answers' as const, codes: [] } },
};

const person = fc.constantFrom(...PERSONS);
const seat = fc.record({
  kind: fc.constantFrom('section-head' as const, 'unit-leader' as const),
  holder: person,
  deputies: fc.uniqueArray(person, { maxLength: 2 }),
  section: fc.constantFrom(undefined, undefined, 'levy', 'refunds'),
});
const seats = fc.array(seat, { minLength: 2, maxLength: 5 }).map((drawn) =>
  drawn.map((one, i): Post => {
    const { section, ...rest } = one;
    return { id: `p${i}`, title: 'x', unit: 'tax', ...rest, ...(section && { section }) };
  }),
);
const section = fc.constantFrom('', 'levy', 'refunds');
const act = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('AssignInside' as const), section, handler: person }),
  },
  { weight: 4, arbitrary: fc.constant({ type: 'SubmitDraft' as const, ...SOLVED }) },
  { weight: 6, arbitrary: fc.constant({ type: 'SignDraft' as const }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ReturnDraft' as const, reason: '依据不足' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('HandOverInside' as const),
      fromHandler: person,
      toHandler: person,
    }),
  },
);
const course = fc.array(fc.tuple(act, person), { minLength: 5, maxLength: 40, size: 'max' });

function latestDraft(past: readonly Past[]) {
  const drafts = past.flatMap(([, event]) => (event.type === 'DraftSubmitted' ? [event] : []));
  const latest = drafts.at(-1);
  if (latest === undefined) return null;
  const { type: _type, dispatchNo: _no, unit: _unit, ...draft } = latest;
  return draft;
}

/** Who put his name to the completion: its drafter and whoever signed after him. */
function namesBehind(past: readonly WorkOrderEvent[]): readonly string[] {
  const from = past.findLastIndex(({ type }) => type === 'DraftSubmitted');
  return past
    .slice(from)
    .flatMap((event) => (event.type === 'DraftSubmitted' || event.type === 'DraftSigned' ? [event.by] : []));
}

test('a draft that waits can be signed; what completes was signed by as many people as it has steps', () => {
  let [waited, refused, completed] = [0, 0, 0];
  fc.assert(
    fc.property(seats, course, (posts, acts) => {
      const unit = { sections: ['levy', 'refunds'], people: PERSONS, posts };
      const policy = { ...policyOf(PACK), inside: () => unit };
      let past: readonly Past[] = GIVEN.opinionGiven;
      let state: WorkOrder = stateAfter(past);
      for (const [given, id] of acts) {
        const about = { ...given, dispatchNo: 1 };
        const draft = latestDraft(past);
        const draftNo = draft?.draftNo ?? 0;
        const signing = state.status === 'in-work' ? insideOf(state.order).signing : undefined;
        const step = steps[(signing?.signers.length ?? 0) + 1]?.id ?? '';
        const read = { ...about, draftNo, step };
        const command = about.type === 'SignDraft' ? { ...read, draft } : read;
        const actor = { role: 'handler', id, unit: 'tax' };
        const decision = { at: hours(30), commandId: 'c', actor };
        const answer = workOrderDecider.decide(command as WorkOrderCommand, state, policy, decision);
        if (!answer.ok) {
          refused += answer.error.code === 'POST_VACANT' ? 1 : 0;
          continue;
        }
        past = [...past, ...answer.value.map((event): Past => [30, event])];
        state = stateAfter(past);
        if (state.status !== 'in-work') break;
        const inside = insideOf(state.order);
        if (inside.signing === undefined) continue;
        waited += 1;
        expect(mayDo(inside, PACK, unit)).not.toEqual([]);
      }
      if (state.status !== 'completed') return;
      completed += 1;
      const names = namesBehind(past.map(([, event]) => event as WorkOrderEvent));
      expect(new Set(names).size).toBe(steps.length);
    }),
    { numRuns: 400 },
  );
  expect(waited).toBeGreaterThan(200);
  expect(refused).toBeGreaterThan(100);
  expect(completed).toBeGreaterThan(40);
});
