// Any course of an overseen case: what others write, what people command and how long they wait, in any
// order.
import fc from 'fast-check';
import type { Actor } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { OversightCommand } from '../src/domain/oversight-commands';
import type { OversightCause } from '../src/domain/oversight-events';
import { YICHENG, wall } from './officer';
import { CLOCK, ORDER, type OverseenCase, PEOPLE, overseen } from './supervisor';

const no = fc.integer({ min: 1, max: 4 });
const unit = fc.constantFrom('tax', 'water');
const cardId = fc.constantFrom(
  `${CLOCK}/yellow`,
  `${CLOCK}/red`,
  'resolve/tax/1/1/yellow',
  'resolve/tax/1/1/red',
);
const clockId = fc.constantFrom(CLOCK, 'resolve/tax/1/1');
const type = <T extends OversightCause['type']>(name: T) => fc.constant(name);

const cause: fc.Arbitrary<OversightCause> = fc.oneof(
  fc.record({ type: type('YellowCardIssued'), cardId, unit }),
  fc.record({ type: type('RedCardIssued'), cardId, unit }),
  fc.record({ type: type('CardRevoked'), cardId, unit }),
  fc.record({ type: type('ClockStopped'), clockId, inTime: fc.boolean(), void: fc.boolean() }),
  fc.record({
    type: type('AppealDispatched'),
    dispatchNo: no,
    lead: unit,
    assist: fc.subarray(['tax', 'water']),
  }),
  fc.record({ type: type('ObjectionRuled'), dispatchNo: no, unit, upheld: fc.boolean() }),
  fc.record({ type: type('DispatchObjected'), dispatchNo: no, unit }),
  fc.record({ type: type('WorkOrderAcknowledged'), unit, by: fc.constant('li') }),
  fc.record({
    ...{ type: type('AppealCompleted'), unit, round: no, by: fc.constant('li') },
    ...{ completionType: fc.constant('solved'), answerVerdict: fc.constantFrom('answers', 'evasive') },
  }),
  fc.record({ type: type('AppealRated'), rating: fc.constantFrom('satisfied', 'dissatisfied'), round: no }),
  fc.record({ type: type('AppealReopened'), round: no, unit, why: fc.constantFrom('unsolved', 'ruled') }),
  fc.record({ type: type('AppealClosed'), why: fc.constantFrom('rated', 'withdrawn') }),
);

const within = fc.constantFrom('workingDays:1', 'hours:2');
const words = fc.constant('理由');
const entryId = no.map((n) => `E${n}`);
const step = fc.constantFrom('platform', 'platform', 'platform', 'discipline', 'leader');
const command: fc.Arbitrary<OversightCommand> = fc.oneof(
  fc.record({ ...only(ORDER), step, entryId, unit: fc.constantFrom('', 'tax', 'water') }),
  fc.record({ type: fc.constant('AnswerOrder' as const), orderNo: no, answer: words }),
  fc.record({
    ...{
      type: fc.constant('RuleOrder' as const),
      orderNo: no,
      reason: words,
      within,
      dueOn: fc.constant(''),
    },
    verdict: fc.constantFrom('accepted', 'not-accepted', 'raised'),
  }),
  fc.record({ type: fc.constant('RecordTransfer' as const), step, entryId, facts: words }),
  fc.record({ type: fc.constant('RecordTransferOutcome' as const), transferNo: no, outcome: words }),
  fc.record({ type: fc.constant('ClearEntry' as const), entryId, reason: words }),
  fc.record({
    ...{
      type: fc.constant('StateGround' as const),
      ground: fc.constantFrom('several-regions', 'unclear-duty'),
    },
    ...{ unit, reason: words },
  }),
  fc.record({
    ...{ type: fc.constant('GiveFindings' as const), checkNo: no, missing: fc.constant([]), demand: words },
    ...{ verdict: fc.constantFrom('passed', 'findings', 'perfunctory'), dueOn: fc.constant('') },
  }),
  fc.record({ type: fc.constant('MendAnswer' as const), checkNo: no, answer: words }),
  fc.record({
    ...{ type: fc.constant('RuleMending' as const), checkNo: no, accepted: fc.boolean() },
    ...{ reason: words, dueOn: fc.constant('') },
  }),
  fc
    .oneof(
      cardId.map((target) => ({ about: 'card', target })),
      no.map((n) => ({ about: 'deduction', target: String(n) })),
      no.map((n) => ({ about: 'rating', target: String(n) })),
    )
    .map((what) => ({ type: 'FileContest' as const, ...what, evidence: '附照片' })),
  fc.record({
    type: fc.constant('RuleContest' as const),
    contestNo: no,
    upheld: fc.boolean(),
    reason: words,
  }),
);
const OF_UNITS: readonly string[] = ['AnswerOrder', 'MendAnswer', 'FileContest'];

/** Mostly somebody who may, or few commands would ever be granted. */
const asked = command.chain((told) =>
  fc
    .oneof(
      {
        weight: 4,
        arbitrary: fc.constant<Actor>(OF_UNITS.includes(told.type) ? PEOPLE.tax : PEOPLE.supervisor),
      },
      { weight: 1, arbitrary: fc.constantFrom<Actor>(PEOPLE.leader, PEOPLE.water, PEOPLE.tax) },
    )
    .chain((actor) =>
      fc.record({ pick: fc.nat(11), aimed: fc.nat(5) }).map((aim) => ({ command: told, actor, ...aim })),
    ),
);

/** Minutes since the step before, and what then happens or is commanded. */
const happening = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 3000 })),
  what: fc.oneof(
    cause.map((event) => ({ event })),
    asked,
  ),
});
const course = fc.array(happening, { minLength: 20, maxLength: 80, size: 'max' });

function only<T extends object>(value: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  const fields = Object.entries(value).map(([name, held]) => [name, fc.constant(held)]);
  return Object.fromEntries(fields) as { [K in keyof T]: fc.Arbitrary<T[K]> };
}

/** The command at something that is there, or few would ever hit anything. */
function aimed(told: OversightCommand, pick: number, { known }: OverseenCase): OversightCommand {
  const of = <T>(things: readonly T[]): T | undefined => things[pick % Math.max(things.length, 1)];
  const { course: past, contests, checks, orders, transfers, entries, deductions } = known;
  const aim = {
    entryId: of(entries.filter((entry) => entry.open))?.id,
    orderNo: of(orders)?.no,
    transferNo: of(transfers)?.no,
    checkNo: of(checks)?.no,
    contestNo: of(contests.filter(({ ruled }) => !ruled))?.no,
  };
  const targets: Readonly<Record<string, string | undefined>> = {
    card: of(past.cards)?.id,
    deduction: of(deductions)?.no.toString(),
    rating: of(past.ratings)?.round.toString(),
  };
  const target = told.type === 'FileContest' ? targets[told.about] : undefined;
  const hits = Object.entries({ ...aim, target }).filter(
    ([name, value]) => name in told && value !== undefined,
  );
  return { ...told, ...Object.fromEntries(hits) } as OversightCommand;
}

/** A card is issued once, and taken back only while it stands: the docket sees to that. */
function mayHappen(event: OversightCause, { known }: OverseenCase): boolean {
  if (!('cardId' in event)) return true;
  const card = known.course.cards.find(({ id }) => id === event.cardId);
  return event.type === 'CardRevoked' ? card !== undefined && !card.revoked : card === undefined;
}

/** The case that lived through these steps under a pack, and twenty days of silence. */
function live(
  steps: readonly (typeof happening extends fc.Arbitrary<infer T> ? T : never)[],
  pack: Pack,
): OverseenCase {
  const seen = overseen(pack);
  let at = wall('2026-03-02 10:00');
  for (const { after, what } of steps) {
    at += after * 60_000;
    seen.until(at);
    if ('event' in what) {
      if (mayHappen(what.event, seen)) seen.happens(at, what.event);
    } else seen.told(at, what.actor, what.aimed > 0 ? aimed(what.command, what.pick, seen) : what.command);
  }
  return seen.until(at + 20 * 86_400_000);
}

/** Holds a rule against many courses under a pack. */
export function holdsForAny(rule: (seen: OverseenCase) => void, pack: Pack = YICHENG): void {
  fc.assert(
    fc.property(course, (steps) => rule(live(steps, pack))),
    { numRuns: 300 },
  );
}

/** No two of them are alike. */
export const unlike = (values: readonly string[]): void => expect(new Set(values).size).toBe(values.length);
