// Time that our own outages took from a clock 系统停机耽误 (SV-2, YC-7): nobody is carded for the platform's own
// delay. The deadline in law stays; the yellow card waits until as much of the clock's own kind of time has
// run again after it, the red one in the same way after its time from the yellow notice, and feedback up to
// then is late by the system alone.
import { computeDeadline } from '#policy/deadline';
import type { Deadline } from '#policy/deadline-types';
import { type LostTime, lostTime } from '#policy/lost-time';
import { ruleOf } from '#policy/rule';
import { pausesOf, ruleOfClock } from './counting';
import { type Card, type Clock, type KnownDocket, cardOf } from './docket';
import type { DocketPolicy } from './docket-commands';

/** An end in law, and what was lost before it. */
export interface LostBefore extends LostTime {
  readonly lawfulAt: number;
}

/** What a clock lost before its deadline; undefined while a pause lasts. */
export function lostBeforeDeadline(
  clock: Clock,
  docket: KnownDocket,
  policy: DocketPolicy,
): LostBefore | undefined {
  const { startAt, deadlineAt: lawfulAt } = clock;
  if (lawfulAt === null) return undefined;
  const rule = ruleOfClock(docket, clock.clock, policy);
  const pauses = rule === undefined ? [] : pausesOf(clock, rule, docket.course);
  const run = { rule: ruleOf(clock.rule), startAt, deadlineAt: lawfulAt, pauses };
  return { lawfulAt, ...lostTime({ ...run, ...world(docket, policy) }) };
}

/** What was lost of the time after the yellow notice; undefined where no red card can follow it. */
export function lostBeforeRed(
  clock: Clock,
  docket: KnownDocket,
  policy: DocketPolicy,
): LostBefore | undefined {
  const yellow = cardOf(clock, 'yellow');
  const red = ruleOfClock(docket, clock.clock, policy)?.red;
  const lawfulAt = yellow && redLawfulAt(clock, yellow, docket, policy);
  if (yellow === undefined || red === undefined || lawfulAt === undefined) return undefined;
  const run = { rule: ruleOf(red), startAt: yellow.issuedAt, deadlineAt: lawfulAt };
  return { lawfulAt, ...lostTime({ ...run, ...world(docket, policy) }) };
}

/**
 * When a yellow card turns red in law; undefined when it never does, or not yet for certain. Counted again,
 * because days off may have become known since the notice; never before what it said.
 */
export function redLawfulAt(
  clock: Clock,
  { redDueAt, issuedAt }: Card,
  docket: KnownDocket,
  policy: DocketPolicy,
): number | undefined {
  const red = redAfter(clock, docket, policy, issuedAt);
  if (redDueAt === null || red === undefined || red.deadlineAt === null || red.provisional) return undefined;
  return Math.max(redDueAt, red.deadlineAt);
}

/** The pack's time after a notice; undefined when no red card follows. */
export function redAfter(
  clock: Clock,
  docket: KnownDocket,
  policy: DocketPolicy,
  noticeAt: number,
): Deadline | undefined {
  const red = ruleOfClock(docket, clock.clock, policy)?.red;
  if (red === undefined) return undefined;
  const { officeHours } = policy.pack(docket.packHash);
  return computeDeadline({ rule: ruleOf(red), startAt: noticeAt, calendar: policy.calendar(), officeHours });
}

function world(docket: KnownDocket, policy: DocketPolicy) {
  const { officeHours } = policy.pack(docket.packHash);
  return { calendar: policy.calendar(), officeHours, outages: policy.outages() };
}
