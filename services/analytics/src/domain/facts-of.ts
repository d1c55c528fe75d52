// What each event makes of the facts. An event sets its own columns of one row and reads none, so that a
// repeat and any order between the writers end in the same tables.
import { type Recorded, unreachable } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import { type AppraisalFact, appraisalFact } from './appraisal-facts';
import type { FactEvent } from './fact-events';
import { type FactWrite, factWrite } from './fact-tables';
import { termsOf } from './pack-terms';
import { reportedFacts } from './reported-facts';

type Seen<T extends string> = Extract<FactEvent, { type: T }>;
type ClockOrCard = Seen<
  | 'ClockStarted'
  | 'ClockStopped'
  | 'DeadlineRecomputed'
  | 'YellowCardIssued'
  | 'RedCardIssued'
  | 'CardRevoked'
  | 'TimeLost'
>;
type Verdict = Seen<
  'AppealFollowedUp' | 'AppealRated' | 'RatingLapsed' | 'AnswerReturned' | 'AppealReopened' | 'AppealClosed'
>;
type Handling = Seen<
  | 'AnsweredDirectly'
  | 'AppealDispatched'
  | 'DispatchRecalled'
  | 'ObjectionRuled'
  | 'EnterpriseContacted'
  | 'AppealCompleted'
>;
type Course = Seen<
  | 'AppealSubmitted'
  | 'AppealDeclined'
  | 'AppealJoined'
  | 'AppealWithdrawn'
  | 'WithdrawalGranted'
  | 'AppealClassified'
>;

/** The writes of an event about `key`; `packOf` finds the pack of a hash. */
export function factsOf(
  key: string,
  { event, at, id }: Recorded<FactEvent>,
  packOf: (hash: string) => Pack,
): readonly FactWrite[] {
  switch (event.type) {
    case 'AppealSubmitted':
    case 'AppealDeclined':
    case 'AppealJoined':
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
    case 'AppealClassified':
      return [factWrite('appeal', key, key, appealColumns(event, at))];
    case 'AppealAdmitted':
      return admitted(key, event, at, packOf(event.packHash));
    case 'AppealReported':
      return reportedFacts(key, { event, at, id }, packOf(event.packHash));
    case 'ClassSet':
      return [classing(key, event.path, at, id)];
    case 'PackChanged':
      return packChanged(key, event, at, id, packOf(event.packHash));
    case 'AnsweredDirectly':
    case 'AppealDispatched':
    case 'DispatchRecalled':
    case 'ObjectionRuled':
    case 'EnterpriseContacted':
    case 'AppealCompleted':
      return handlingFacts(key, event, at, id);
    case 'AppealFollowedUp':
    case 'AppealRated':
    case 'RatingLapsed':
    case 'AnswerReturned':
    case 'AppealReopened':
    case 'AppealClosed':
      return verdictFacts(key, event, at, id);
    default:
      return supervisionFacts(key, event, at, id);
  }
}

function classing(
  key: string,
  [class_1 = '', class_2 = '', class_3 = '']: readonly string[],
  at: number,
  id: string,
): FactWrite {
  return factWrite('classing', id, key, { class_1, class_2, class_3, classed_at: at });
}

function supervisionFacts(
  key: string,
  event: ClockOrCard | AppraisalFact,
  at: number,
  id: string,
): readonly FactWrite[] {
  switch (event.type) {
    case 'ClockStarted':
    case 'ClockStopped':
    case 'DeadlineRecomputed':
    case 'YellowCardIssued':
    case 'RedCardIssued':
    case 'CardRevoked':
    case 'TimeLost':
      return clockFacts(key, event, at);
    default:
      return [appraisalFact(key, event, at, id)];
  }
}

function appealColumns(event: Course, at: number): Parameters<typeof factWrite<'appeal'>>[3] {
  switch (event.type) {
    case 'AppealSubmitted': {
      const { channel, kind, topic, region, receivedAt = at } = event;
      const said = { submitted_kind: kind, submitted_topic: topic, submitted_region: region };
      return { submitted_at: receivedAt, channel, ...said };
    }
    case 'AppealDeclined':
      return { declined_at: at };
    case 'AppealJoined':
      return { joined_at: at };
    case 'AppealWithdrawn':
      return { withdrawn_at: at };
    case 'WithdrawalGranted':
      return { withdrawal_granted_at: at };
    case 'AppealClassified':
      return { classified_topic: event.topic };
    default:
      return unreachable(event);
  }
}

function admitted(
  key: string,
  { packHash, kind, topic, region }: Seen<'AppealAdmitted'>,
  at: number,
  pack: Pack,
): readonly FactWrite[] {
  const { nature, counted, unratedInDenominator, completionClocks } = termsOf(pack, kind);
  return [
    factWrite('appeal', key, key, {
      admitted_at: at,
      pack: pack.id,
      pack_hash: packHash,
      kind,
      nature,
      topic,
      region,
      counted,
      unrated_in_denominator: unratedInDenominator,
    }),
    ...clockRows(packHash, completionClocks),
  ];
}

function packChanged(
  key: string,
  { packHash, kind }: Seen<'PackChanged'>,
  at: number,
  id: string,
  pack: Pack,
): readonly FactWrite[] {
  const { nature, counted, unratedInDenominator, completionClocks } = termsOf(pack, kind);
  const terms = { nature, counted, unrated_in_denominator: unratedInDenominator };
  return [
    factWrite('pack_change', id, key, { changed_at: at, pack_hash: packHash, pack: pack.id, ...terms }),
    ...clockRows(packHash, completionClocks),
  ];
}

function clockRows(packHash: string, clocks: readonly string[]): readonly FactWrite[] {
  return clocks.map((clock) => factWrite('completion_clock', `${packHash}/${clock}`, packHash, { clock }));
}

function handlingFacts(key: string, event: Handling, at: number, id: string): readonly FactWrite[] {
  switch (event.type) {
    case 'AnsweredDirectly':
      return [factWrite('answer', id, key, { answered_at: at })];
    case 'AppealDispatched': {
      const { dispatchNo, unit } = event;
      return [onDispatch(key, dispatchNo, { dispatch_no: dispatchNo, unit, dispatched_at: at })];
    }
    case 'DispatchRecalled':
      return [onDispatch(key, event.dispatchNo, { recalled_at: at })];
    case 'ObjectionRuled':
      return event.upheld ? [onDispatch(key, event.dispatchNo, { taken_back_at: at })] : [];
    case 'EnterpriseContacted': {
      const { unit, reached, satisfies } = event;
      return [factWrite('contact', id, key, { unit, reached, satisfies, contacted_at: at })];
    }
    case 'AppealCompleted': {
      const { dispatchNo, unit, round } = event;
      return [factWrite('completion', id, key, { dispatch_no: dispatchNo, unit, round, completed_at: at })];
    }
    default:
      return unreachable(event);
  }
}

function onDispatch(
  key: string,
  no: number,
  columns: Parameters<typeof factWrite<'dispatch'>>[3],
): FactWrite {
  return factWrite('dispatch', `${key}/${no}`, key, columns);
}

function verdictFacts(key: string, event: Verdict, at: number, id: string): readonly FactWrite[] {
  switch (event.type) {
    case 'AppealFollowedUp': {
      const { round, contacted, solved, satisfied } = event;
      return [factWrite('followup', id, key, { round, contacted, solved, satisfied, followed_up_at: at })];
    }
    case 'AppealRated': {
      const { round, rating, by } = event;
      return [factWrite('rating', id, key, { round, verdict: rating, rated_by: by, rated_at: at })];
    }
    case 'RatingLapsed': {
      const verdict = event.countsAs === 'satisfied' ? 'satisfied-by-default' : 'unrated';
      return [factWrite('rating', id, key, { round: event.round, verdict, rated_by: 'lapse', rated_at: at })];
    }
    // Given back by the platform the appeal is not completed, as little as a reopened one (HD-2).
    case 'AnswerReturned':
    case 'AppealReopened':
      return [factWrite('reopening', id, key, { round: event.round, reopened_at: at })];
    case 'AppealClosed':
      return [factWrite('closing', id, key, { why: event.why, closed_at: at })];
    default:
      return unreachable(event);
  }
}

function clockFacts(key: string, event: ClockOrCard, at: number): readonly FactWrite[] {
  switch (event.type) {
    case 'ClockStarted': {
      const { clockId, clock, unit, startAt, deadlineAt } = event;
      const started = { clock, unit, started_at: startAt, deadline_at: deadlineAt };
      return [factWrite('clock', `${key}/${clockId}`, key, started)];
    }
    case 'ClockStopped': {
      const in_time = event.inTime || event.lateBySystem;
      const stopped = { stopped_at: event.stoppedAt, in_time, void: event.void };
      return [factWrite('clock', `${key}/${event.clockId}`, key, stopped)];
    }
    case 'TimeLost':
      return event.colour === 'yellow'
        ? [factWrite('clock', `${key}/${event.clockId}`, key, { excused_until: event.untilAt })]
        : [];
    case 'DeadlineRecomputed':
      return [factWrite('clock', `${key}/${event.clockId}`, key, { deadline_at: event.deadlineAt })];
    case 'YellowCardIssued': {
      const { clock, unit } = event;
      return [factWrite('card', `${key}/${event.cardId}`, key, { clock, unit, yellow_at: at })];
    }
    case 'RedCardIssued': {
      const { clock, unit } = event;
      return [factWrite('card', `${key}/${event.cardId}`, key, { clock, unit, red_at: at })];
    }
    case 'CardRevoked':
      return [
        factWrite('card', `${key}/${event.cardId}`, key, { revoked_at: at, contested: event.contested }),
      ];
    default:
      return unreachable(event);
  }
}
