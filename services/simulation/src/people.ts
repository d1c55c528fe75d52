// Everybody outside the platform: what is heard about an appeal, and who then plans to do what. Of the
// appeal's course they keep only what a person at that place would remember.
import type { Act, Heard } from './domain/acts';
import * as desk from './domain/desk-behaviour';
import type { Story } from './domain/drawn-appeals';
import * as enterprise from './domain/enterprise-behaviour';
import { type OrderInHand, type Town, assistOrder, handleOrder, keepOrder } from './domain/unit-behaviour';

/** What is remembered of an appeal's course. */
interface Course {
  readonly story: Story;
  unit: string;
  dispatchNo: number;
  /** Counts what takes the case out of the hands it was in; acts planned before are then overtaken. */
  turn: number;
  over: boolean;
  /** The unit has begun to work on it. */
  begun: boolean;
  /** There is an answer, and the enterprise has not rated it yet. */
  ratable: boolean;
  /** How often something of this kind has happened to it. */
  readonly counts: Map<string, number>;
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
const LASTING: readonly string[] = ['addMaterial', 'urge', 'withdraw'];

/** The people of a town, by the appeals they have to do with. */
export class People {
  private readonly courses = new Map<string, Course>();

  constructor(
    private readonly town: Town,
    private readonly registered: (uscc: string) => boolean,
  ) {}

  /** An appeal was taken in. */
  know(appealId: string, story: Story): void {
    this.courses.set(appealId, {
      story,
      unit: '',
      dispatchNo: 0,
      turn: 0,
      over: false,
      begun: false,
      ratable: false,
      counts: new Map(),
    });
  }

  /** What is planned because of what is heard; nothing about an appeal nobody knows. */
  hear(appealId: string, at: number, heard: Heard): readonly Act[] {
    const course = this.courses.get(appealId);
    if (course === undefined) return [];
    const nth = (course.counts.get(heard.type) ?? 0) + 1;
    course.counts.set(heard.type, nth);
    if (TURNS.includes(heard.type)) course.turn += 1;
    course.over = heard.type === 'AppealOver' || (course.over && heard.type !== 'AppealReopened');
    course.begun =
      heard.type === 'WorkOrderAcknowledged' || (course.begun && heard.type !== 'AppealDispatched');
    if (isAnswer(heard)) course.ratable = true;
    else if (TURNS.includes(heard.type) || heard.type === 'EnterpriseRated') course.ratable = false;
    const { turn } = course;
    return this.react({ appealId, at, story: course.story, nth }, heard, course).map((act) => ({
      ...act,
      overtaken: () => isOvertaken(act, course, turn),
    }));
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
      case 'DeskEntered':
        return desk.dispatchFromDesk(before, town);
      case 'DispatchObjected':
        return desk.ruleObjection(before, heard.dispatchNo, heard.unit, town);
      case 'ReminderDelivered':
        return enterprise.afterReminder(before, course.unit, town);
      case 'AppealCompleted':
        return heard.held
          ? desk.release(before, heard.dispatchNo, town)
          : desk.followUp(before, heard.unit, town);
      case 'AnswerReleased':
        return desk.followUp(before, heard.unit, town);
      case 'AppealDispatched':
      case 'ObjectionRuled':
      case 'AppealReopened':
        return this.unitReacts(before, heard, course);
      case 'EnterpriseRated':
        return heard.content ? [] : desk.afterDiscontent(before, course.unit, town);
      case 'Discontent':
        return desk.afterDiscontent(before, course.unit, town);
      case 'AnsweredDirectly':
      case 'DispatchRecalled':
      case 'WorkOrderAcknowledged':
      case 'AppealOver':
      case 'CardShown':
      case 'CardRevoked':
        return [];
    }
  }

  private unitReacts(
    before: desk.Before,
    heard: Extract<Heard, { type: 'AppealDispatched' | 'ObjectionRuled' | 'AppealReopened' }>,
    course: Course,
  ): readonly Act[] {
    const { town } = this;
    if (heard.type === 'AppealDispatched') {
      course.unit = heard.unit;
      course.dispatchNo = heard.dispatchNo;
      const order = orderOf(before, course, 1);
      const recalled = desk.perhapsRecall(before, heard.dispatchNo, heard.unit, town);
      const parts = heard.assist.flatMap((unit) => assistOrder({ ...order, unit }, before.story, town));
      return [...handleOrder(order, before.story, town), ...parts, ...recalled];
    }
    if (heard.type === 'ObjectionRuled')
      return heard.upheld ? [] : keepOrder(orderOf(before, course, 1), before.story, town);
    if (heard.unit === '') return [];
    return keepOrder(orderOf(before, course, heard.round), before.story, town);
  }
}

/** The enterprise has an answer it can rate. */
function isAnswer(heard: Heard): boolean {
  if (heard.type === 'AppealCompleted') return !heard.held;
  return heard.type === 'AnswerReleased' || heard.type === 'AnsweredDirectly';
}

/** Whoever looks at the case sees what can still be done. */
function isOvertaken(
  { command: { name } }: Act,
  { over, turn, ratable, begun }: Course,
  plannedIn: number,
): boolean {
  if (over) return true;
  if (name === 'rate') return !ratable;
  if (name === 'recall' && begun) return true;
  return turn !== plannedIn && !LASTING.includes(name);
}

function orderOf({ appealId, at }: desk.Before, { unit, dispatchNo }: Course, round: number): OrderInHand {
  return { appealId, at, unit, dispatchNo, round };
}
