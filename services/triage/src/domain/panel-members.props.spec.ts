// 回避 over courses nobody wrote down (KB-5): whatever happened to a matter, whichever unit became part of
// which, and whoever is named, a panel comes about exactly when all of its members may sit, and a vote counts
// exactly when he who casts it still may. Who may is worked out here a second time, from what happened and
// not from the state.
import fc from 'fast-check';
import { MORNING, PEOPLE, YICHENG } from '../../test/scenario';
import { CONVENE, type SessionPast, expert, sessionAfter, sessionPolicy } from '../../test/sessions';
import type { DeliberationPolicy, PanelExpert } from './deliberation-commands';
import { deliberationDecider } from './deliberation-decider';

const UNITS = ['tax', 'market', 'water', 'drainage', 'land'];
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03'];
const TODAY = '2026-03-02';
const IDS = ['an', 'bo', 'cheng', 'dai', 'en'];

/** What may happen to a matter; `nth` is the dispatch. */
type Step =
  | { readonly what: 'given'; readonly units: readonly string[] }
  | { readonly what: 'back'; readonly nth: number; readonly withoutMark: boolean }
  | { readonly what: 'met'; readonly units: readonly string[] };

const unit = fc.constantFrom(...UNITS);
const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 2 });
const step = fc.oneof(
  units.map((some): Step => ({ what: 'given', units: some })),
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.boolean())
    .map(([nth, withoutMark]): Step => ({ what: 'back', nth, withoutMark })),
  units.map((some): Step => ({ what: 'met', units: some })),
);
const open = { weight: 4, arbitrary: fc.constant(undefined) };
const person = fc.record({
  unit: fc.oneof(open, { weight: 4, arbitrary: unit }),
  since: fc.oneof(open, { weight: 1, arbitrary: fc.constantFrom(...DAYS) }),
  until: fc.oneof(open, { weight: 1, arbitrary: fc.constantFrom(...DAYS) }),
});
const course = fc.record({
  steps: fc.array(step, { maxLength: 3 }),
  later: fc.array(step, { maxLength: 2 }),
  complainedOf: fc.oneof(
    { weight: 2, arbitrary: fc.constant([] as string[]) },
    { weight: 1, arbitrary: units },
  ),
  people: fc.array(person, { minLength: 4, maxLength: 5 }),
  members: fc.shuffledSubarray(IDS, { minLength: 3, maxLength: 4 }),
  merged: fc.constantFrom(undefined, 'water', 'tax'),
  notOf: fc.constantFrom(
    undefined,
    ...([['in-charge', 'complained-of'], ['in-charge'], ['complained-of'], []] as const),
  ),
});
type Course = typeof course extends fc.Arbitrary<infer C> ? C : never;

function policyOf({ people, merged, notOf }: Course): DeliberationPolicy {
  const experts = new Map<string, PanelExpert>(
    people.map((one, i) => [IDS[i] ?? '', { name: `${i}`, ...one }]),
  );
  const { notOf: _, ...panel } = YICHENG.panel as NonNullable<typeof YICHENG.panel>;
  const pack = { ...YICHENG, panel: { ...panel, ...(notOf && { notOf: [...notOf] }) } };
  return {
    ...sessionPolicy(pack),
    expert: (id) => experts.get(id),
    unitExists: (code) => UNITS.includes(code),
    successorOf: (code) => (code === 'drainage' && merged !== undefined ? merged : code),
  };
}

/** The events of the steps, dispatches numbered from `first`. */
function eventsOf(steps: readonly Step[], first: number): readonly SessionPast[] {
  let dispatchNo = first - 1;
  let sessionNo = 0;
  return steps.flatMap((one): readonly SessionPast[] => {
    if (one.what === 'back')
      return [[0, { type: 'DispatchRecalled', dispatchNo: one.nth, withoutMark: one.withoutMark }]];
    if (one.what === 'given') {
      dispatchNo += 1;
      const [lead = '', ...assist] = one.units;
      return [[0, { type: 'AppealDispatched', dispatchNo, lead, assist }]];
    }
    sessionNo += 1;
    const called = { units: one.units, heldOn: TODAY, dueAt: MORNING, by: 'qin', reason: '' };
    const lapsed = { question: '', why: 'not-held', absent: [], recused: [] } as const;
    return [
      [0, { type: 'MeetingConvened', sessionNo, ...called }],
      [0, { type: 'SessionLapsed', sessionNo, ...lapsed }],
    ];
  });
}

/** The units concerned once the steps have been taken, as they are called today. */
function concerned({ complainedOf, notOf }: Course, steps: readonly Step[], policy: DeliberationPolicy) {
  const given = steps.filter(({ what }) => what === 'given');
  const undone = (one: Step) =>
    steps.some((later, at) => {
      const nth = given.indexOf(one) + 1;
      return later.what === 'back' && later.withoutMark && later.nth === nth && at > steps.indexOf(one);
    });
  const inCharge = steps.flatMap((one) => (one.what === 'back' || undone(one) ? [] : one.units));
  const minded = notOf ?? ['in-charge', 'complained-of'];
  const all = [
    ...(minded.some((kind) => kind === 'in-charge') ? inCharge : []),
    ...(minded.some((kind) => kind === 'complained-of') ? complainedOf : []),
  ];
  return new Set(all.map((code) => policy.successorOf(code)));
}

test('a panel is of those who may sit, and the votes are of those who still may', () => {
  const met = new Map<string, number>();
  const seen = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
  fc.assert(
    fc.property(course, (drawn) => {
      const policy = policyOf(drawn);
      const { steps, later, complainedOf, members } = drawn;
      const of = (id: string) => policy.expert(id)?.unit;
      const isFree = (id: string, from: ReadonlySet<string>) =>
        of(id) === undefined || !from.has(policy.successorOf(of(id) ?? ''));
      const isThere = (id: string) => {
        const { since = TODAY, until = TODAY } = policy.expert(id) ?? { since: '9999' };
        return since <= TODAY && TODAY <= until;
      };
      const past: readonly SessionPast[] = [
        [0, { type: 'AppealAdmitted', packHash: 'pack' }],
        [0, { type: 'AppealClassified', complainedOf }],
        ...eventsOf(steps, 1),
      ];
      const at = { at: MORNING, commandId: 'c' };
      const asked = { ...CONVENE, members, chair: members[0] ?? '' };
      const answer = deliberationDecider.decide(asked, sessionAfter(past), policy, {
        ...at,
        actor: PEOPLE.clerk,
      });
      const before = concerned(drawn, steps, policy);
      const may = members.every((id) => isThere(id) && isFree(id, before));
      expect(answer.ok).toBe(may);
      seen(answer.ok ? 'convened' : answer.error.code);
      if (!answer.ok) return;

      // A meeting is not called while the panel sits.
      const meanwhile = later.filter(({ what }) => what !== 'met');
      const first = steps.filter(({ what }) => what === 'given').length + 1;
      const now = [
        ...past,
        ...answer.value.map((event): SessionPast => [0, event]),
        ...eventsOf(meanwhile, first),
      ];
      const after = concerned(drawn, [...steps, ...meanwhile], policy);
      const option = UNITS.find(
        (code) => !complainedOf.some((one) => policy.successorOf(one) === policy.successorOf(code)),
      );
      for (const id of members) {
        const vote = {
          type: 'CastVote',
          sessionNo: sessionAfter(now).matter.sessions,
          option: option ?? '',
          reason: '依职责',
        } as const;
        const cast = deliberationDecider.decide(vote, sessionAfter(now), policy, {
          ...at,
          actor: expert(id),
        });
        expect(cast.ok ? '' : cast.error.code).toBe(isFree(id, after) ? '' : 'EXPERT_CONCERNED');
        seen(cast.ok ? 'voted' : 'lost the vote');
      }
    }),
    { numRuns: 3000 },
  );
  const ways = [
    'convened',
    'EXPERT_UNKNOWN',
    'EXPERT_NOT_IN_OFFICE',
    'EXPERT_CONCERNED',
    'voted',
    'lost the vote',
  ];
  expect(ways.filter((way) => (met.get(way) ?? 0) < 25)).toEqual([]);
});
