// Contradictions in the course a pack lays down: clocks that never start or can never be met, stages nobody
// reaches or leaves, periods that stand twice and differ. Whether a moment can come at all depends on what
// the roles may do (scopes) and on the messages the pack sends.
import type { Clock, PackFile } from './pack';
import type { Message } from './pack-texts';
import type { Path, Report } from './pack-report';
import type { Moment, PackCommand } from './pack-words';
import { ruleOf } from './rule';
import { tellsPlatform } from './told-platform';

/** Template of the message whose delivery starts the time to rate (HD-4). */
const RATING_REMINDER = 'rating-reminder';

/** The command without which a moment never comes. */
const BROUGHT_BY: Readonly<Partial<Record<Moment, PackCommand>>> = {
  acknowledged: 'AcknowledgeDispatch',
  objected: 'ObjectToDispatch',
  'objection-ruled': 'RuleObjection',
  recalled: 'RecallDispatch',
  contacted: 'RecordContact',
  arrived: 'RecordContact',
  'contacted-and-arrived': 'RecordContact',
  'assist-acknowledged': 'AcknowledgeDispatch',
  'assist-objected': 'ObjectToDispatch',
  'assist-released': 'RuleObjection',
  contributed: 'GiveContribution',
  'opinion-given': 'GivePreliminaryOpinion',
  completed: 'CompleteAppeal',
  'followed-up': 'FollowUpAppeal',
  'escalation-requested': 'RequestEscalation',
  'escalation-ruled': 'RuleEscalation',
};
/** Moments that end a clock without its being met. */
const ENDINGS: readonly Moment[] = [
  'recalled',
  'objection-ruled',
  'assist-released',
  'reopened',
  'closed',
  'withdrawn',
];
/** Moments of an assisting unit's part: they concern its own clocks and no others (RT-3). */
const OF_A_PART: readonly Moment[] = [
  'assist-acknowledged',
  'assist-objected',
  'assist-released',
  'contributed',
];

/** Whose clocks those who check have: they are of no unit that works on the case. */
const TIMED_BY_THEMSELVES: readonly Clock['appliesTo'][] = ['desk', 'platform'];

/** Tells what is wrong with clocks and stages. */
export function courseProblems(pack: PackFile, messages: readonly Message[], report: Report): void {
  const comes = possibleMoments(pack, messages);
  pack.clocks.forEach((clock, i) => {
    const path: Path = ['clocks', i];
    clockProblems(clock, path, report);
    reachOfClock(clock, path, comes, report);
    agreements(clock, path, pack, report);
    clockOfAnother(clock, path, report);
  });
  stageProblems(pack, comes, report);
  stepsUntold(pack, messages, report);
  checkProblems(pack, report);
}

/** Nobody is told by message what he may not read yet (HD-2); the path is that of messages.yaml. */
export function earlyAnswers({ answering }: PackFile, messages: readonly Message[], report: Report): void {
  if (answering.by === 'unit') return;
  messages.forEach(({ id, on, to }, i) => {
    if (on === 'completed' && to === 'enterprise') report('answer-told-early', ['messages', i, 'on'], { id });
  });
}

/**
 * Whether the platform is told of what units find and do stands once as a setting, and again in the texts
 * (YC-6).
 */
export function platformTexts({ answering }: PackFile, messages: readonly Message[], report: Report): void {
  const first = messages.findIndex(tellsPlatform);
  if (answering.platformIsTold && first < 0) report('platform-not-told', ['messages']);
  if (!answering.platformIsTold && first >= 0)
    report('platform-told-anyway', ['messages', first, 'to'], { id: messages[first]?.id ?? '' });
}

/** A time inside a unit that nobody would hear of when it is up (HD-9). */
function stepsUntold({ unitChain }: PackFile, messages: readonly Message[], report: Report): void {
  if (messages.some(({ on, to }) => on === 'inside-overdue' && to === 'unit')) return;
  const timed = unitChain?.steps.findIndex(({ within }) => within !== undefined) ?? -1;
  const step = unitChain?.steps[timed]?.id ?? '';
  if (timed >= 0) report('step-without-notice', ['unitChain', 'steps', timed, 'within'], { step });
}

/** A text on a time inside a unit that no step has (HD-9); the path is that of messages.yaml. */
export function noticesWithoutStep(
  { unitChain }: PackFile,
  messages: readonly Message[],
  report: Report,
): void {
  if (unitChain?.steps.some(({ within }) => within !== undefined) === true) return;
  messages.forEach(({ id, on }, i) => {
    if (on === 'inside-overdue') report('notice-without-step', ['messages', i, 'on'], { id });
  });
}

/** Length of a rule for comparing: hours, a day counted as 24 and a working hour as one. */
export function roughHours(text: string): number {
  const { kind, amount } = ruleOf(text);
  if (kind === 'workingMinutes') return amount / 60;
  return kind === 'hours' || kind === 'workingHours' ? amount : amount * 24;
}

function possibleMoments(pack: PackFile, messages: readonly Message[]): (moment: Moment) => boolean {
  const given = new Set(pack.scopes.flatMap(({ may }) => may));
  return (moment) => {
    if (moment === 'rating-reminder-delivered') return messages.some(({ id }) => id === RATING_REMINDER);
    const held = moment === 'answer-released' || moment === 'answer-returned';
    if (held && pack.answering.by === 'unit') return false;
    if (moment === 'facts-checked') return pack.checks?.facts !== undefined;
    if (moment === 'result-checked') return pack.checks?.result !== undefined;
    const command = BROUGHT_BY[moment];
    return command === undefined || given.has(command);
  };
}

function clockProblems(clock: Clock, path: Path, report: Report): void {
  const { id } = clock;
  if (clock.stops.length === 0) report('clock-without-stop', [...path, 'stops'], { id });
  const both = clock.starts.find((moment) => clock.stops.includes(moment));
  if (both !== undefined) report('clock-stops-as-it-starts', [...path, 'stops'], { id, moment: both });
  if ((clock.pausesOn ?? []).length > 0 !== (clock.resumesOn ?? []).length > 0) {
    report('clock-pause-without-resume', path, { id });
  }
  if (clock.red !== undefined && !clock.yellow) report('red-without-yellow', [...path, 'red'], { id });
  nearProblems(clock.near, { id, rule: clock.rule }, [...path, 'near', 'before'], report);
}

/** A reminder is set in hours or days, and lies after the start of what it reminds of. */
export function nearProblems(
  near: Clock['near'],
  { id, rule }: { readonly id: string; readonly rule: string },
  path: Path,
  report: Report,
): void {
  if (near === undefined || !('before' in near)) return;
  const { before } = near;
  const { kind } = ruleOf(before);
  if (kind === 'workingHours' || kind === 'workingMinutes') report('near-rule', path, { value: before });
  else if (roughHours(before) >= roughHours(rule))
    report('near-before-start', path, { id, value: before, rule });
}

function reachOfClock(
  { id, starts, stops }: Clock,
  path: Path,
  comes: (moment: Moment) => boolean,
  report: Report,
): void {
  if (!starts.some(comes))
    report('clock-never-starts', [...path, 'starts'], { id, moments: starts.join(' ') });
  const meets = stops.filter((moment) => !ENDINGS.includes(moment));
  if (stops.length > 0 && !meets.some(comes)) {
    report('clock-cannot-be-met', [...path, 'stops'], { id, moments: meets.join(' ') || '—' });
  }
}

/** Whoever is to check is timed himself: else a unit is late for what it waits for (HD-7). */
function checkProblems({ checks, clocks }: PackFile, report: Report): void {
  for (const what of ['facts', 'result'] as const) {
    const moment = `${what}-checked` as const;
    const timed = clocks.some(
      ({ appliesTo, stops }) => TIMED_BY_THEMSELVES.includes(appliesTo) && stops.includes(moment),
    );
    if (checks?.[what] !== undefined && !timed)
      report('check-without-clock', ['checks', what], { what, moment });
  }
}

/** An assisting unit's clock begins with the dispatch; nobody else's hangs on what an assisting unit does. */
function clockOfAnother({ id, appliesTo, starts, stops }: Clock, path: Path, report: Report): void {
  const foreign =
    appliesTo === 'assist'
      ? starts.find((moment) => moment !== 'dispatched' && !OF_A_PART.includes(moment))
      : [...starts, ...stops].find((moment) => OF_A_PART.includes(moment));
  if (foreign !== undefined) report('clock-of-another', path, { id, appliesTo, moment: foreign });
}

/** The same period may stand as a setting and as a clock; then they must say the same. */
function agreements(
  { id, rule, starts, stops, onLapse }: Clock,
  path: Path,
  pack: PackFile,
  report: Report,
): void {
  const at = [...path, 'rule'];
  if (starts.includes('rating-reminder-delivered')) {
    const { within, unratedIs } = pack.rating;
    if (rule !== within) report('rating-clock-differs', at, { id, rule, within });
    if (onLapse !== unratedIs) report('lapse-differs', path, { id, onLapse: onLapse ?? '—', unratedIs });
  }
  if (stops.includes('objected') && onLapse === 'flag' && rule !== pack.objection.within) {
    report('objection-clock-differs', at, { id, rule, within: pack.objection.within });
  }
}

function stageProblems(pack: PackFile, comes: (moment: Moment) => boolean, report: Report): void {
  const { stages } = pack;
  const clocks = pack.clocks.map(({ id }) => id);
  const reached = reachedStages(stages, comes);
  stages.forEach(({ id, begins, ends, clocks: named, untimed }, i) => {
    const path: Path = ['stages', i];
    if ((named === undefined) === (untimed === undefined)) report('stage-time-unsaid', path, { id });
    named?.forEach((clock, k) => {
      if (!clocks.includes(clock)) {
        report('unknown-clock', [...path, 'clocks', k], { clock, known: clocks.join(' ') });
      }
    });
    if (!reached.has(id)) {
      report('stage-unreachable', [...path, 'begins'], { id, moments: begins.join(' ') });
      return;
    }
    const leads = ends.some((end) => end === 'closed' || stages.some((other) => other.begins.includes(end)));
    if (!leads || !ends.some(comes)) {
      report('stage-without-way-out', [...path, 'ends'], { id, moments: ends.join(' ') });
    }
  });
}

/** Stages that begin with the submission, or with a moment that ends a stage already reached. */
function reachedStages(stages: PackFile['stages'], comes: (moment: Moment) => boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = new Set<Moment>(['submitted']);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id, begins, ends } of stages) {
      if (reached.has(id) || !begins.some((moment) => open.has(moment) && comes(moment))) continue;
      reached.add(id);
      for (const moment of ends) open.add(moment);
      grew = true;
    }
  }
  return reached;
}
