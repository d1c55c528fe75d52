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
  /** How often something of this kind has happened to it. */
  readonly counts: Map<string, number>;
}

/** The people of a town, by the appeals they have to do with. */
export class People {
  private readonly courses = new Map<string, Course>();

  constructor(
    private readonly town: Town,
    private readonly registered: (uscc: string) => boolean,
  ) {}

  /** An appeal was taken in. */
  know(appealId: string, story: Story): void {
    this.courses.set(appealId, { story, unit: '', dispatchNo: 0, counts: new Map() });
  }

  /** What is planned because of what is heard; nothing about an appeal nobody knows. */
  hear(appealId: string, at: number, heard: Heard): readonly Act[] {
    const course = this.courses.get(appealId);
    if (course === undefined) return [];
    const nth = (course.counts.get(heard.type) ?? 0) + 1;
    course.counts.set(heard.type, nth);
    return this.react({ appealId, at, story: course.story, nth }, heard, course);
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
      case 'AnsweredDirectly':
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

function orderOf({ appealId, at }: desk.Before, { unit, dispatchNo }: Course, round: number): OrderInHand {
  return { appealId, at, unit, dispatchNo, round };
}
