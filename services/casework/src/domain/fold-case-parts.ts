// What each service's events make of its own part of the case file. One writer's events are read in their
// order, so within a part the later simply replaces the earlier.
import type { ClockFact, IntakeFact, TriageFact } from './case-facts';
import type { AssistingPart, CaseClock, IntakePart, TriagePart, WorkPart } from './case-file';
import type { AssistEvent, WorkOrderEvent } from './work-order-events';

/** Intake's part after an event. */
export function foldIntake(part: IntakePart, fact: IntakeFact, at: number): IntakePart {
  switch (fact.type) {
    case 'AppealSubmitted': {
      const { type: _type, receivedAt = at, by: _by, ...said } = fact;
      return { ...part, ...said, submittedAt: receivedAt };
    }
    case 'IdentityMatched':
      return { ...part, uscc: fact.uscc, region: fact.region || part.region, industry: fact.industry };
    case 'IdentityQueried':
      return { ...part, identityReason: fact.reason };
    case 'ScreeningHeld':
      return { ...part, screeningGround: fact.ground, screeningOpen: true };
    case 'AppealAdmitted':
      return {
        ...part,
        pack: fact.pack,
        packHash: fact.packHash,
        kind: fact.kind || part.kind,
        topic: fact.topic || part.topic,
        region: fact.region || part.region,
        uscc: fact.uscc || part.uscc,
        screeningOpen: false,
      };
    case 'AppealDeclined':
      return { ...part, screeningGround: fact.ground, screeningOpen: false };
    case 'AppealJoined':
      return { ...part, joinedToNumber: fact.joinedToNumber };
    case 'AppealUrged':
      return { ...part, urged: fact.count };
    case 'ProtectionLifted': {
      const { protect: _lifted, ...open } = part;
      return open;
    }
    default:
      return part;
  }
}

/** Triage's part after an event. */
export function foldTriage(part: TriagePart, fact: TriageFact): TriagePart {
  switch (fact.type) {
    case 'AppealClassified': {
      const { topic, candidates, proposed, urgent } = fact;
      return { ...part, topic, candidates, proposed, urgent };
    }
    case 'DeskEntered':
      return { ...part, proposed: fact.proposed || part.proposed };
    case 'AnsweredDirectly':
      return { ...part, articleId: fact.articleId, proposed: '' };
    case 'AppealDispatched':
      return { ...part, lead: fact.lead, assist: fact.assist, dispatchNo: fact.dispatchNo, proposed: '' };
    case 'DispatchRecalled':
      return takenBack(part, fact.dispatchNo);
    case 'ObjectionRuled':
      return fact.upheld ? takenBack(part, fact.dispatchNo) : part;
    case 'UrgencyConfirmed':
      return { ...part, urgent: true };
    case 'UrgencyDenied':
      return { ...part, urgent: false };
    case 'ClassSet':
      return { ...part, classes: fact.path };
    case 'PackChanged':
      return { ...part, pack: fact.toPack, packHash: fact.packHash };
    case 'EscalationRuled':
    case 'WithdrawalGranted':
      return part;
  }
}

function takenBack(part: TriagePart, dispatchNo: number): TriagePart {
  const takenBackNo = Math.max(part.takenBackNo, dispatchNo);
  return dispatchNo < part.dispatchNo
    ? { ...part, takenBackNo }
    : { ...part, takenBackNo, lead: '', assist: [] };
}

/** What the platform does in its place says nothing of how far the unit is (HD-10). */
function contactedWork(
  part: WorkPart,
  { satisfies, byPlatform }: Extract<WorkOrderEvent, { type: 'EnterpriseContacted' }>,
): WorkPart {
  return satisfies && !byPlatform && part.step !== 'opinion-given' ? { ...part, step: 'contacted' } : part;
}

/** Casework's part after an event. */
export function foldWork(before: WorkPart, fact: WorkOrderEvent, seq: number, at: number): WorkPart {
  const part = { ...before, seq };
  switch (fact.type) {
    case 'WorkOrderAcknowledged':
      return { ...part, step: 'acknowledged', dispatchNo: fact.dispatchNo };
    case 'EnterpriseContacted':
      return contactedWork(part, fact);
    case 'PreliminaryOpinionGiven':
      return { ...part, step: 'opinion-given' };
    case 'AppealCompleted':
      return completedWork(part, fact);
    case 'AnswerReleased': {
      const { held: _held, ...released } = part;
      return released;
    }
    case 'AnswerReturned':
      return { ...part, step: 'acknowledged' };
    case 'DraftSubmitted': {
      const { type: _type, unit: _unit, ...draft } = fact;
      return { ...part, draft };
    }
    case 'AssistAcknowledged':
    case 'AssistObjected':
    case 'AssistObjectionRuled':
    case 'ContributionGiven':
      return { ...part, assisting: assistingAfter(part.assisting ?? [], fact, at) };
    case 'ExtensionRequested':
      return { ...part, extensionWishedOn: fact.wishedOn };
    case 'ExtensionRuled':
      return { ...part, extensionWishedOn: '' };
    case 'AppealRated':
      return { ...part, rating: fact.rating };
    case 'RatingLapsed':
      return { ...part, rating: fact.countsAs };
    case 'AppealReopened':
      return { ...part, rating: '', step: fact.unit === '' ? '' : 'reopened' };
    default:
      return part;
  }
}

function completedWork(
  { held: _before, ...part }: WorkPart,
  { held, answer, answerVerdict, findingCodes }: Extract<WorkOrderEvent, { type: 'AppealCompleted' }>,
): WorkPart {
  return { ...part, ...(held && { held }), answer, answerVerdict, findingCodes, extensionWishedOn: '' };
}

function assistingAfter(
  parts: readonly AssistingPart[],
  fact: AssistEvent,
  at: number,
): readonly AssistingPart[] {
  const { dispatchNo, unit } = fact;
  const mine = parts.find((part) => part.dispatchNo === dispatchNo && part.unit === unit);
  const now = { dispatchNo, unit, at, ...wordOf(fact, mine?.step === 'contributed' ? mine.said : '') };
  return [...parts.filter((part) => part !== mine), now];
}

function wordOf(fact: AssistEvent, before: string): Pick<AssistingPart, 'step' | 'said'> {
  switch (fact.type) {
    case 'AssistAcknowledged':
      return { step: 'acknowledged', said: '' };
    case 'AssistObjected':
      return { step: 'objected', said: fact.reason };
    case 'AssistObjectionRuled':
      return { step: fact.upheld ? 'released' : 'acknowledged', said: fact.note };
    case 'ContributionGiven':
      return { step: 'contributed', said: before === '' ? fact.text : `${before}\n${fact.text}` };
  }
}

/** The clocks after an event of supervision. */
export function foldClocks(clocks: readonly CaseClock[], fact: ClockFact): readonly CaseClock[] {
  if (fact.type === 'ClockStarted') {
    const { type: _type, ...said } = fact;
    const clock = { ...said, stoppedAt: 0, inTime: false, void: false, cards: [] };
    return [...clocks.filter(({ clockId }) => clockId !== fact.clockId), clock];
  }
  return clocks.map((clock) => (clock.clockId === fact.clockId ? foldClock(clock, fact) : clock));
}

function excused(clock: CaseClock, excusedUntilAt: number): CaseClock {
  const { stoppedAt, inTime } = clock;
  const late = stoppedAt > 0 && !inTime && !clock.void && stoppedAt < excusedUntilAt;
  return { ...clock, excusedUntilAt, ...(late && { lateBySystem: true as const }) };
}

function foldClock(clock: CaseClock, fact: Exclude<ClockFact, { type: 'ClockStarted' }>): CaseClock {
  switch (fact.type) {
    case 'ClockStopped':
      return {
        ...clock,
        ...{ stoppedAt: fact.stoppedAt, inTime: fact.inTime, void: fact.void },
        ...(fact.lateBySystem && { lateBySystem: fact.lateBySystem }),
      };
    case 'TimeLost':
      return fact.colour === 'yellow' ? excused(clock, fact.untilAt) : clock;
    case 'DeadlineRecomputed':
      return {
        ...clock,
        deadlineAt: fact.deadlineAt,
        provisional: fact.provisional,
        firstDeadlineAt: clock.firstDeadlineAt ?? clock.deadlineAt,
        movedBecause: fact.reason,
      };
    case 'DeadlineNear':
      return clock;
    case 'YellowCardIssued':
      return { ...clock, cards: [...clock.cards, { id: fact.cardId, colour: 'yellow', revoked: false }] };
    case 'RedCardIssued':
      return { ...clock, cards: [...clock.cards, { id: fact.cardId, colour: 'red', revoked: false }] };
    case 'CardRevoked':
      return {
        ...clock,
        cards: clock.cards.map((card) => (card.id === fact.cardId ? { ...card, revoked: true } : card)),
      };
  }
}
