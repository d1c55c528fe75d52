/**
 * What must be true of a journal whatever happened to those who wrote it: within a key the events of a
 * writer first stand in order and without a gap, a repeat is the same event to the byte, an appeal is
 * submitted once, a clock is started once, and a hand-over starts the clocks of its unit.
 */
import { ClockStarted } from '#contracts/gen/zhitong/supervision/v1/events';
import { type ReadItem, type ReadRecord, isUnreadable } from '#platform/journal/record';

/** What an audit found. */
export interface Audit {
  /** Sentences; empty when all is well. */
  readonly problems: readonly string[];
  /** Keys of the appeals submitted. */
  readonly appeals: ReadonlySet<string>;
  /** Ids of all events. */
  readonly events: ReadonlySet<string>;
  readonly records: number;
  /** Records that repeat an earlier one. */
  readonly repeats: number;
  readonly clocks: number;
}

const SUBMITTED = 'zhitong.intake.v1.AppealSubmitted';
const DISPATCHED = 'zhitong.triage.v1.AppealDispatched';
const STARTED = 'zhitong.supervision.v1.ClockStarted';

/** Audits the items, which stand in the order of their partitions. */
export function auditJournal(items: readonly ReadItem[]): Audit {
  const { firsts, repeats, problems } = firstOccurrences(items);
  const started = startedClocks(firsts, problems);
  const submissions = firsts.filter(({ type }) => type === SUBMITTED);
  const appeals = new Set(submissions.map(({ key }) => key));
  if (appeals.size !== submissions.length) problems.push('an appeal is submitted by two events');
  for (const { id, type } of firsts)
    if (type === DISPATCHED && !started.causes.has(id)) problems.push(`${id}: no clock was started by it`);
  return {
    problems,
    appeals,
    events: new Set(firsts.map(({ id }) => id)),
    records: items.length,
    repeats,
    clocks: started.count,
  };
}

function firstOccurrences(items: readonly ReadItem[]) {
  const seen = new Map<string, ReadRecord[]>();
  const firsts: ReadRecord[] = [];
  const problems: string[] = [];
  let repeats = 0;
  for (const item of items) {
    if (isUnreadable(item)) {
      problems.push(`${item.partition}/${item.offset}: ${item.unreadable}`);
      continue;
    }
    const of = `${item.key} ${item.writer}`;
    const known = seen.get(of) ?? [];
    const first = known[item.seq - 1];
    if (first !== undefined) {
      repeats += 1;
      if (!sameEvent(first, item)) problems.push(`${item.id}: two different events of this id`);
    } else if (item.seq === known.length + 1) {
      seen.set(of, [...known, item]);
      firsts.push(item);
    } else problems.push(`${item.id}: follows upon seq ${known.length}`);
  }
  return { firsts, repeats, problems };
}

function sameEvent(a: ReadRecord, b: ReadRecord): boolean {
  const alike = a.id === b.id && a.type === b.type && a.at === b.at && a.commandId === b.commandId;
  return alike && Buffer.compare(a.value, b.value) === 0;
}

function startedClocks(firsts: readonly ReadRecord[], problems: string[]) {
  const clocks = new Set<string>();
  const causes = new Set<string>();
  for (const { key, type, value } of firsts) {
    if (type !== STARTED) continue;
    const { clockId, cause } = ClockStarted.decode(value);
    if (clocks.has(`${key} ${clockId}`)) problems.push(`${key}: clock ${clockId} was started twice`);
    clocks.add(`${key} ${clockId}`);
    causes.add(cause);
  }
  return { count: clocks.size, causes };
}
