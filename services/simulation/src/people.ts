// Everybody outside the platform: what is heard about an appeal, and who then plans to do what. Of the
// appeal's course they keep only what a person at that place would remember.
import type { Act, Heard } from './domain/acts';
import * as deliberation from './domain/deliberation-behaviour';
import { handsAfter } from './domain/chain-behaviour';
import * as desk from './domain/desk-behaviour';
import type { Story } from './domain/drawn-appeals';
import * as enterprise from './domain/enterprise-behaviour';
import { NOTHING_OPEN, type OpenThings, areOpen, openAfter } from './domain/open-things';
import * as request from './domain/request-behaviour';
import {
  type OrderInHand,
  type Town,
  assistOrder,
  draftAgain,
  handleOrder,
  keepOrder,
  keepPart,
  readDraft,
} from './domain/unit-behaviour';
import { type Overseer, overseersHear } from './overseers';

/** What is remembered of an appeal's course. */
interface Course extends Overseer {
  readonly story: Story;
  unit: string;
  dispatchNo: number;
  /** The how-manieth answer is sought. */
  round: number;
  /** Who had the draft in hand inside the unit, its drafter first; nobody while none goes round. */
  hands: readonly string[];
  /** Counts what takes the case out of the hands it was in; acts planned before are then overtaken. */
  turn: number;
  over: boolean;
  /** The unit has begun to work on it. */
  begun: boolean;
  /** There is an answer, and the enterprise has not rated it yet. */
  ratable: boolean;
  /** It waits for the desk: to be sent, or for a ruling on an objection. */
  waits: 'no' | 'dispatch' | 'ruling';
  /** How often something of this kind has happened to it. */
  readonly counts: Map<string, number>;
  things: OpenThings;
}

/** Takes the case out of the hands it was in. */
const TURNS: readonly Heard['type'][] = [
  'AppealDispatched',
  'DispatchRecalled',
  'ObjectionRuled',
  'AppealCompleted',
  'AppealReopened',
];

/** What may be done at any time while the case is open. */
const LASTING: readonly string[] = ['addMaterial', 'urge', 'withdraw', 'stateGround'];

/** The people of a town, by the appeals they have to do with. */
export class People {
  private readonly courses = new Map<string, Course>();

  constructor(
    private readonly town: Town,
    private readonly registered: (uscc: string) => boolean,
  ) {}

  /** An appeal was taken in. */
  know(appealId: string, story: Story): void {
    const begun = {
      unit: '',
      dispatchNo: 0,
      round: 1,
      turn: 0,
      over: false,
      begun: false,
      ratable: false,
    } as const;
    const held = { counts: new Map(), things: NOTHING_OPEN, hands: [], steps: new Map(), answeredBy: '' };
    this.courses.set(appealId, { story, waits: 'no', ...begun, ...held });
  }

  /** What is planned because of what is heard; nothing about an appeal nobody knows. */
  hear(appealId: string, at: number, heard: Heard): readonly Act[] {
    const course = this.courses.get(appealId);
    if (course === undefined) return [];
    const nth = (course.counts.get(heard.type) ?? 0) + 1;
    course.counts.set(heard.type, nth);
    const { hands } = course;
    remember(course, heard);
    const { turn } = course;
    const before = { appealId, at, story: course.story, nth };
    const acts = [
      ...this.react(before, heard, course),
      ...this.insideUnit(before, heard, course, hands),
      ...overseersHear(before, heard, course, this.town),
      ...this.unitAsks(before, heard, course),
    ];
    return acts.map((act) => watched(act, course, turn));
  }

  private react(before: desk.Before, heard: Heard, course: Course): readonly Act[] {
    const { town } = this;
    switch (heard.type) {
      case 'AppealAdmitted':
        return enterprise.afterAdmission(before, town);
      case 'AppealSentBack':
        return enterprise.mend(before, town);
      case 'IdentityQueried':
        return desk.ruleIdentity(before, this.registered(before.story.uscc), town);
      case 'ScreeningHeld':
        return desk.screen(before, heard.ground, town);
      case 'ReminderDelivered':
        return enterprise.afterReminder(before, course.unit, town);
      case 'AppealCompleted': {
        const doubted = deliberation.panelOnResult(before, heard, town);
        if (heard.held) return [...desk.release(before, heard.dispatchNo, town), ...doubted];
        return [...desk.followUp(before, heard.unit, town), ...doubted];
      }
      case 'AnswerReleased':
        return desk.followUp(before, heard.unit, town);
      case 'AppealDispatched':
      case 'ObjectionRuled':
      case 'AppealReopened':
      case 'AssistObjectionRuled':
        return this.unitReacts(before, heard, course);
      case 'EnterpriseRated':
        return heard.content ? [] : desk.afterDiscontent(before, course.unit, town);
      case 'Discontent':
        return desk.afterDiscontent(before, course.unit, town);
      default:
        return this.deskReacts(before, heard, course);
    }
  }

  private deskReacts(before: desk.Before, heard: Heard, course: Course): readonly Act[] {
    const { town } = this;
    const { unit, dispatchNo } = course;
    switch (heard.type) {
      case 'DeskEntered': {
        const itself = desk.dispatchFromDesk(before, town);
        const advised = deliberation.panelOnAdvice(before, unit, town);
        return [
          ...deliberation.elseOtherwise(deliberation.panelOnDuty(before, unit, town), itself),
          ...advised,
        ];
      }
      case 'DispatchObjected': {
        const itself = desk.ruleObjection(before, heard.dispatchNo, heard.unit, town);
        return deliberation.elseOtherwise(deliberation.sessionOnObjection(before, heard.unit, town), itself);
      }
      case 'SessionLapsed':
        if (course.waits === 'dispatch') return desk.dispatchFromDesk(before, town);
        return course.waits === 'ruling' ? desk.ruleObjection(before, dispatchNo, unit, town) : [];
      case 'PanelConvened':
        return deliberation.vote(before, heard, unit, town);
      case 'MeetingConvened':
        return deliberation.recordMeeting(before, heard, town);
      case 'AssistObjected':
        return desk.rulePart(before, heard.dispatchNo, heard.unit, town);
      case 'UrgencyProposed':
        return desk.ruleUrgency(before, town);
      default:
        return [];
    }
  }

  /** Who inside the unit has the draft in hand next; `held` it until now. */
  private insideUnit(
    before: desk.Before,
    heard: Heard,
    course: Course,
    held: readonly string[],
  ): readonly Act[] {
    const order = orderOf(before, course, course.round);
    switch (heard.type) {
      case 'DraftSubmitted':
      case 'DraftSigned': {
        const { hands } = course;
        return readDraft(order, { draftNo: heard.draftNo, hands }, before.story, this.town);
      }
      case 'DraftReturned':
        return draftAgain(order, { ...heard, hands: held }, before.story, this.town);
      default:
        return [];
    }
  }

  /** What the unit asks of those above it, and how they rule. */
  private unitAsks(before: desk.Before, heard: Heard, course: Course): readonly Act[] {
    const { town } = this;
    switch (heard.type) {
      case 'ClockStarted': {
        const { extension } = town.offices.oversight;
        if (heard.clock !== extension?.clock || heard.unit !== course.unit) return [];
        const asked = (course.counts.get(`time/${course.dispatchNo}`) ?? 0) > 0;
        course.counts.set(`time/${course.dispatchNo}`, 1);
        return asked ? [] : request.perhapsAskForTime(before, course, heard.deadlineAt, town);
      }
      case 'ExtensionRequested':
        return request.ruleTime(before, heard, town);
      case 'WorkOrderAcknowledged':
        return request.perhapsSendUp(before, heard, town);
      case 'EscalationRequested':
        return request.auditSentUp(before, heard, town);
      default:
        return [];
    }
  }

  private unitReacts(
    before: desk.Before,
    heard: Extract<
      Heard,
      { type: 'AppealDispatched' | 'ObjectionRuled' | 'AppealReopened' | 'AssistObjectionRuled' }
    >,
    course: Course,
  ): readonly Act[] {
    const { town } = this;
    if (heard.type === 'AppealDispatched') {
      const order = orderOf(before, course, 1);
      const recalled = desk.perhapsRecall(before, heard.dispatchNo, heard.unit, town);
      const parts = heard.assist.flatMap((unit) => assistOrder({ ...order, unit }, before.story, town));
      return [...handleOrder(order, before.story, town), ...parts, ...recalled];
    }
    if (heard.type === 'AssistObjectionRuled') {
      const part = { ...orderOf(before, course, 1), unit: heard.unit };
      return heard.upheld ? [] : keepPart(part, before.story, town);
    }
    if (heard.type === 'ObjectionRuled')
      return heard.upheld ? [] : keepOrder(orderOf(before, course, 1), before.story, town);
    if (heard.unit === '') return [];
    return keepOrder(orderOf(before, course, heard.round), before.story, town);
  }
}

function remember(course: Course, heard: Heard): void {
  course.things = openAfter(course.things, heard);
  if (TURNS.includes(heard.type)) course.turn += 1;
  course.over = heard.type === 'AppealOver' || (course.over && heard.type !== 'AppealReopened');
  course.begun =
    heard.type === 'WorkOrderAcknowledged' || (course.begun && heard.type !== 'AppealDispatched');
  if (isAnswer(heard)) course.ratable = true;
  else if (TURNS.includes(heard.type) || heard.type === 'EnterpriseRated') course.ratable = false;
  if (heard.type === 'DeskEntered') course.waits = 'dispatch';
  else if (heard.type === 'DispatchObjected') course.waits = 'ruling';
  else if (TURNS.includes(heard.type)) course.waits = 'no';
  if (heard.type === 'AppealCompleted') course.answeredBy = heard.unit;
  course.hands = handsAfter(course.hands, heard);
  if (heard.type === 'AppealReopened') course.round = heard.round;
  if (heard.type === 'AppealDispatched') {
    course.round = 1;
    course.unit = heard.unit;
    course.dispatchNo = heard.dispatchNo;
  }
}

/** The enterprise has an answer it can rate. */
function isAnswer(heard: Heard): boolean {
  if (heard.type === 'AppealCompleted') return !heard.held;
  return heard.type === 'AnswerReleased' || heard.type === 'AnsweredDirectly';
}

/** An act, and what is done in its place, given up once it is overtaken. */
function watched(act: Act, course: Course, turn: number): Act {
  const instead = Object.entries(act.whenRefused ?? {});
  return {
    ...act,
    overtaken: () => isOvertaken(act, course, turn),
    ...(instead.length > 0 && {
      whenRefused: Object.fromEntries(instead.map(([code, one]) => [code, watched(one, course, turn)])),
    }),
  };
}

/** Whoever looks at the case sees what can still be done. */
function isOvertaken(
  { command: { name }, about }: Act,
  { over, turn, ratable, begun, things }: Course,
  plannedIn: number,
): boolean {
  if (about !== undefined) return !areOpen(things, about);
  if (over) return true;
  if (name === 'rate' || name === 'dispute') return !ratable;
  if (name === 'recall' && begun) return true;
  if (name === 'requestExtension' && !begun) return true;
  return turn !== plannedIn && !LASTING.includes(name);
}

function orderOf({ appealId, at }: desk.Before, { unit, dispatchNo }: Course, round: number): OrderInHand {
  return { appealId, at, unit, dispatchNo, round };
}
