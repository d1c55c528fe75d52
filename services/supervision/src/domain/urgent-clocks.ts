// Clocks of the urgent class (RT-6, YC-8). When a person confirms that an appeal is urgent, clocks for
// ordinary appeals are taken away, and those for urgent ones start then and there, wherever what starts them
// has happened and nothing that stops them since; from then on each hand-over starts the urgent ones. An
// assisting unit gets its urgent clock with the next hand-over.
import type { Pack } from '#policy/pack';
import { contactsInstead, waitsForContact } from '#policy/protected-contact';
import { startClock } from './clock-rules';
import { ruleOfClock } from './counting';
import { type Course, type Docket, runningOf } from './docket';
import type { DocketPolicy, Say } from './docket-commands';

/** The confirmation: when, and by which event. */
interface Confirmation {
  readonly at: number;
  readonly cause: string;
}

/** Takes ordinary clocks away and starts urgent ones. */
export function turnUrgent(
  docket: Docket,
  policy: DocketPolicy,
  { at, cause }: Confirmation,
  say: Say,
): void {
  if (docket.status !== 'open') return;
  for (const clock of runningOf(docket)) {
    if (ruleOfClock(docket, clock.clock, policy)?.onlyIf !== 'ordinary') continue;
    const { id: clockId, clock: name, unit, deadlineAt } = clock;
    const inTime = deadlineAt === null || at < deadlineAt;
    say({ type: 'ClockStopped', clockId, clock: name, unit, stoppedAt: at, inTime, cause, void: true });
  }
  const { course } = docket;
  const lead = course.leads[course.dispatchNo] ?? '';
  const pack = policy.pack(docket.packHash);
  for (const rule of pack.clocks) {
    if (rule.onlyIf !== 'urgent' || rule.appliesTo === 'assist' || !isOpen(rule, course)) continue;
    const instead = course.protect === true && waitsForContact(rule);
    if (instead && contactsInstead(pack, true) === undefined) continue;
    const unit = rule.appliesTo === 'unit' && !instead ? lead : '';
    startClock(
      rule,
      unit,
      { dispatchNo: course.dispatchNo, round: course.round, at, cause },
      docket,
      policy,
      say,
    );
  }
}

/** Whether the last thing that starts the clock has not been followed by one that stops it. */
function isOpen({ starts, stops }: Pack['clocks'][number], { taken }: Course): boolean {
  const last = (moments: readonly string[]) =>
    taken.map(({ moment }) => moments.includes(moment)).lastIndexOf(true);
  return last(starts) > last(stops);
}
