// Any course of one appeal: people who do fitting and unfitting things, hours and weeks between them, and
// services that break down and come back.
import fc from 'fast-check';
import type { Actor } from '#kernel/decider';
import { orderOf } from '#casework/domain/work-order';
import type { Pack } from '#policy/pack';
import { type Asked, BEGINNINGS, type Deed, deed } from './any-asked';
import { OneAppeal } from './one-appeal';
import type { Outage } from './part';
import type { Matter } from './parts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Something that happens, after a while. */
export interface Step {
  /** Milliseconds after the step before. */
  readonly after: number;
  /** Shifts who reads and publishes first. */
  readonly turn: number;
  readonly what: Deed | { readonly breaks: string; readonly outage: Outage | undefined };
}

/** The appeal and everything that happens to it. */
export interface Course {
  readonly matter: Matter;
  /** Epoch ms. */
  readonly startAt: number;
  readonly steps: readonly Step[];
}

const PEOPLE: Readonly<Record<string, Actor>> = {
  clerk: { role: 'clerk', id: 'wang' },
  supervisor: { role: 'supervisor', id: 'zhou' },
  leader: { role: 'leader', id: 'qian' },
  caller: { role: 'followup', id: 'sun' },
  enterprise: { role: 'enterprise', id: 'enterprise' },
};

const breakdown = fc.record({
  breaks: fc.constantFrom(
    'intake.appeal',
    'triage.routing',
    'casework.workorder',
    'supervision.docket',
    'notification.messages',
    'knowledge.answering',
  ),
  outage: fc.constantFrom<Outage | undefined>('relay', 'reader', 'silent', undefined, undefined),
});
const after = fc.oneof(
  fc.nat(20 * MINUTE),
  fc.constant(0),
  fc.nat(3 * HOUR),
  fc.nat(2 * DAY),
  fc.integer({ min: 4 * DAY, max: 16 * DAY }),
);

const what = fc.oneof({ weight: 6, arbitrary: deed }, { weight: 1, arbitrary: breakdown });

/** Any course: it begins as most do, and then anything may happen. */
export const anyCourse: fc.Arbitrary<Course> = fc
  .record({
    matter: fc.record({
      kind: fc.constantFrom('help', 'help', 'complaint', 'consultation'),
      ground: fc.constantFrom<Matter['ground']>('', '', '', '', '', '', 'litigation'),
      known: fc.constantFrom(false, false, false, true),
      sure: fc.constantFrom(true, true, true, false),
      failing: fc.constantFrom(0, 0, 3),
    }),
    // From Monday 2 March 2026, 09:00, on: weekends, Qingming and Labour Day lie ahead.
    startAt: fc.nat(50 * DAY).map((ms) => Date.UTC(2026, 2, 2, 1) + ms),
    begun: fc.tuple(fc.constantFrom(...BEGINNINGS), fc.constantFrom(HOUR, 30 * HOUR)),
    steps: fc.array(fc.record({ after, turn: fc.nat(5), what }), { maxLength: 20, size: 'max' }),
  })
  .map(({ begun: [beginning, apart], steps, ...course }) => {
    const done = beginning.map((one) => ({ after: apart, turn: 0, what: one }));
    return { ...course, steps: [...done, ...steps] };
  });

/** Asks for something now; answers the code of a refusal. */
export function asks(appeal: OneAppeal, who: string, asked: Asked): string {
  const actor = actorOf(appeal, who);
  const { intake, triage, casework } = appeal.parts;
  switch (asked.of) {
    case 'intake':
      return intake.command(asked.command, actor, appeal.now);
    case 'triage':
      return triage.command(aimed(asked.command, triage.state.file.dispatchNo), actor, appeal.now);
    case 'casework':
      return casework.command(aimed(asked.command, casework.state.file.dispatchNo), actor, appeal.now);
  }
}

function actorOf({ parts }: OneAppeal, who: string): Actor {
  const known = PEOPLE[who];
  if (known !== undefined) return known;
  const unit = who === 'lead' ? (orderOf(parts.casework.state)?.unit ?? 'tax') : who;
  return { role: 'handler', id: `handler-${unit}`, unit };
}

function aimed<T extends object>(command: T, current: number): T {
  return 'dispatchNo' in command && command.dispatchNo === 0 ? { ...command, dispatchNo: current } : command;
}

/** Lives a course. */
export async function live(pack: Pack, { matter, startAt, steps }: Course): Promise<OneAppeal> {
  const appeal = new OneAppeal(pack, matter, startAt);
  await appeal.pass(90_000, 0);
  for (const { after: ms, turn, what: happens } of steps) {
    await appeal.pass(ms, turn);
    if ('breaks' in happens) appeal.breaks(happens.breaks, happens.outage);
    else asks(appeal, happens.who, happens.asked);
    await appeal.pass(0, turn);
  }
  return appeal;
}
