// Appeals as an officer would write them into a table: one line each, in days of March 2026, and the events
// that such a line stands for.
import { type Told, told } from './others';

const DAY = 86_400_000;

/** Midnight of 1 March 2026 in Shanghai. */
export const MARCH = Date.UTC(2026, 1, 28, 16);

/** An instant so many days after the beginning of March. */
export const day = (count: number): number => Math.round(MARCH + count * DAY);

/** One appeal. Days count from 1 March 0:00; what is absent did not happen. */
export interface Line {
  readonly id: string;
  readonly kind?: 'consultation' | 'help' | 'complaint' | 'suggestion';
  readonly channel?: string;
  readonly topic?: string;
  readonly region?: string;
  readonly pack?: string;
  /** Day of submission and admission. */
  readonly in?: number;
  readonly joined?: number;
  readonly answered?: number;
  /** Unit and day of each dispatch. */
  readonly to?: readonly (readonly [unit: string, day: number])[];
  /** How it was classed, each with its day. */
  readonly classed?: readonly (readonly [path: readonly string[], day: number])[];
  /** Number and day of a recall, of an upheld objection. */
  readonly recalled?: readonly [no: number, day: number];
  readonly upheld?: readonly [no: number, day: number];
  /** Days of completion and of the clock's deadline. */
  readonly due?: number;
  readonly done?: number;
  /** contacted, solved, satisfied. */
  readonly asked?: readonly [day: number, contacted: boolean, solved: boolean, satisfied: boolean];
  readonly rated?: readonly [day: number, rating: 'satisfied' | 'dissatisfied'];
  readonly lapsed?: readonly [day: number, countsAs: 'satisfied' | 'unrated'];
  readonly reopened?: number;
}

/** The events of one line, each writer's in order. */
export function eventsOf(line: Line): readonly Told[] {
  const { id, kind = 'help', channel = 'web', topic = 'tax', region = 'r1', pack = 'pack' } = line;
  const start = day(line.in ?? 1);
  const said = { number: id, channel, kind, topic, region };
  const intake = [told(id, 'intake', 'AppealSubmitted', start, said)];
  if (line.joined === undefined)
    intake.push(told(id, 'intake', 'AppealAdmitted', start + 1, { packHash: pack, kind, topic, region }));
  else intake.push(told(id, 'intake', 'AppealJoined', day(line.joined), { joinedTo: 'other' }));
  return [...intake, ...triagePart(line), ...caseworkPart(line), ...supervisionPart(line)];
}

function triagePart({ id, to = [], answered, recalled, upheld, classed = [] }: Line): Told[] {
  const events = to.map(([lead, on], index) =>
    told(id, 'triage', 'AppealDispatched', day(on), { dispatchNo: index + 1, lead }),
  );
  for (const [path, on] of classed)
    events.push(told(id, 'triage', 'ClassSet', day(on), { path: [...path], by: 'rule' }));
  if (answered !== undefined) events.push(told(id, 'triage', 'AnsweredDirectly', day(answered)));
  if (recalled)
    events.push(told(id, 'triage', 'DispatchRecalled', day(recalled[1]), { dispatchNo: recalled[0] }));
  if (upheld)
    events.push(
      told(id, 'triage', 'ObjectionRuled', day(upheld[1]), { dispatchNo: upheld[0], upheld: true }),
    );
  return events.sort((one, other) => one.at - other.at);
}

function caseworkPart({ id, to = [], done, asked, rated, lapsed, reopened }: Line): Told[] {
  const [unit, dispatchNo] = [to.at(-1)?.[0] ?? '', to.length];
  const events: Told[] = [];
  const say = (name: string, on: number, fields: object) =>
    events.push(told(id, 'casework', name, day(on), { round: 1, ...fields }));
  if (done !== undefined) say('AppealCompleted', done, { dispatchNo, unit });
  if (asked) {
    const [on, contacted, solved, satisfied] = asked;
    say('AppealFollowedUp', on, { contacted, solved, satisfied });
  }
  if (rated) say('AppealRated', rated[0], { rating: rated[1], by: 'enterprise' });
  if (lapsed) say('RatingLapsed', lapsed[0], { countsAs: lapsed[1] });
  if (reopened !== undefined) say('AppealReopened', reopened, { round: 2, unit });
  return events.sort((one, other) => one.at - other.at);
}

function supervisionPart({ id, to = [], due, done }: Line): Told[] {
  const last = to.at(-1);
  if (!last || due === undefined) return [];
  const clock = { clockId: 'c1', clock: 'resolve', unit: last[0] };
  const started = { ...clock, startAt: day(last[1]), deadlineAt: day(due) };
  const events = [told(id, 'supervision', 'ClockStarted', day(last[1]), started)];
  if (done !== undefined) {
    const stopped = { ...clock, stoppedAt: day(done), inTime: done < due };
    events.push(told(id, 'supervision', 'ClockStopped', day(done), stopped));
  }
  return events;
}

/** A small town; what an officer counted from it by hand stands in the tests. */
export const TOWN: readonly Line[] = [
  { id: 'A1', to: [['tax', 2]], due: 9, done: 8, asked: [9, true, true, true], rated: [9, 'satisfied'] },
  {
    id: 'A2',
    to: [['tax', 2]],
    due: 9,
    done: 10,
    asked: [11, true, false, false],
    rated: [11, 'dissatisfied'],
  },
  { id: 'A3', topic: 'water', channel: 'hotline', to: [['water', 3]], due: 10 },
  { id: 'A4', topic: 'water', to: [['water', 3]], due: 39, done: 6, lapsed: [13, 'unrated'] },
  { id: 'A5', kind: 'suggestion', to: [['water', 4]], due: 11, done: 5, rated: [6, 'dissatisfied'] },
  { id: 'A6', joined: 1 },
  { id: 'A7', kind: 'consultation', answered: 1.5, rated: [2, 'satisfied'] },
  { id: 'A8', kind: 'consultation', to: [['tax', 5]], due: 12, done: 7, asked: [8, false, false, false] },
  {
    id: 'A9',
    to: [
      ['tax', 3],
      ['water', 5],
    ],
    recalled: [1, 4],
    due: 12,
    done: 11,
    reopened: 12,
  },
  {
    id: 'B1',
    to: [
      ['water', 2],
      ['tax', 4],
    ],
    upheld: [1, 3],
    due: 11,
    done: 9,
  },
];
