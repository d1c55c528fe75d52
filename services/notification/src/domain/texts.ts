// Fills the texts of a pack (messages.yaml). A deadline is shown to the minute, the end of a day as 24:00;
// what is not known is shown as a dash, a long answer is cut where a short message ends and is read in full
// at the portal.
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import type { Message as MessageSetting } from '#policy/pack-texts';
import type { MessageVariable, Moment } from '#policy/pack-words';
import { PROTECTED } from '#policy/protected';
import { ruleOf } from '#policy/rule';
import { runsFor } from '#policy/urgency';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { isoShanghai } from '#working-calendar/civil-day';
import type { Course } from './messages';
import type { Occasion } from './occasions';

/** What the texts look up beside the appeal. */
export interface TextSources {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly platform: string;
  readonly unitName: (code: string) => string;
  readonly article: (id: string) => { readonly title: string; readonly body: string } | undefined;
}

const LONGEST_VALUE = 120;
const UNKNOWN = '—';
const ERASED = '（已删除）';
const NEXT_STEP: Readonly<Partial<Record<Occasion['on'], string>>> = {
  submitted: '平台甄别转办',
  admitted: '转办承办单位',
};

/** A text as it is read, and what stands in it for its variables. */
export interface Worded {
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The text of a message in Chinese for a unit or, without one, for the enterprise or a role. */
export function worded(
  setting: MessageSetting,
  occasion: Occasion,
  at: number,
  course: Course,
  sources: TextSources,
  unit = occasion.units[0] ?? '',
): Worded {
  const deadlineAt = occasion.deadlineAt ?? expectedDeadline(setting, occasion.on, at, course, sources, unit);
  const article = occasion.articleId === undefined ? undefined : sources.article(occasion.articleId);
  const words = shownWords(course, setting.to);
  const ground = sources.pack.admission.decline.find(({ id }) => id === occasion.ground);
  const clock = sources.pack.clocks.find(({ id }) => id === occasion.clock);
  const values: Readonly<Record<MessageVariable, string | undefined>> = {
    number: course.number,
    queryCode: words?.queryCode ?? ERASED,
    title: words?.title ?? ERASED,
    enterprise: words?.enterprise ?? ERASED,
    contact: words?.contact ?? ERASED,
    unit: unit === '' ? '' : sources.unitName(unit),
    platform: sources.platform,
    clock: clock?.title.zh ?? occasion.clock,
    step: sources.pack.unitChain?.steps.find(({ id }) => id === occasion.step)?.title.zh ?? occasion.step,
    deadline: deadlineAt === null ? '' : shownDeadline(deadlineAt),
    opinion: occasion.values.opinion,
    result: occasion.values.result,
    reason: occasion.values.reason || ground?.title.zh,
    article: article?.title ?? occasion.articleId,
    answer: article?.body,
    nextStep: NEXT_STEP[occasion.on],
  };
  return filled(setting.text.zh, values);
}

function filled(text: string, values: Readonly<Record<MessageVariable, string | undefined>>): Worded {
  const params: Record<string, string> = {};
  const whole = text.replace(/\{([^{}]*)\}([。；，]?)/g, (_, name: MessageVariable, stop: string) => {
    const shown = shownValue(values[name]);
    // A value that ends its own sentence needs no second stop.
    const value = stop === '' ? shown : shown.replace(/[。；，.]+$/, '');
    params[name] = value;
    return value + stop;
  });
  return { text: whole, params };
}

/** Who a protected enterprise is no text says but those to itself (HD-10). */
function shownWords({ words, protect }: Course, to: MessageSetting['to']) {
  if (words === 'erased') return undefined;
  if (protect !== true || to === 'enterprise') return words;
  return { ...words, enterprise: PROTECTED, contact: PROTECTED, queryCode: PROTECTED };
}

function shownValue(value: string | undefined): string {
  if (value === undefined || value === '') return UNKNOWN;
  if (value === 'erased') return ERASED;
  const characters = [...value.replace(/\s+/g, ' ')];
  return characters.length > LONGEST_VALUE ? `${characters.slice(0, LONGEST_VALUE).join('')}…` : value;
}

/** `2026-10-01 16:00`; the exclusive end of a day reads 24:00 of that day. */
export function shownDeadline(at: number): string {
  if (at === 0) return '';
  const text = isoShanghai(at).slice(0, 16).replace('T', ' ');
  return text.endsWith(' 00:00') ? `${isoShanghai(at - 1).slice(0, 10)} 24:00` : text;
}

/**
 * The deadline a text speaks of when the event names none: of the clocks the occasion starts the first to
 * end – for an assisting unit of its own (RT-3); for urging the last of the unit's clocks; for the request to
 * rate the clock its delivery will start.
 */
function expectedDeadline(
  setting: MessageSetting,
  on: Occasion['on'],
  at: number,
  course: Course,
  sources: TextSources,
  unit: string,
): number | null {
  const { pack, calendar } = sources;
  const assists = course.units.indexOf(unit) > 0;
  const startingAt = (moments: readonly (Moment | Occasion['on'])[], startAt: number): readonly number[] =>
    pack.clocks
      .filter(({ appliesTo }) => (appliesTo === 'assist') === assists)
      .filter((clock) => runsFor(clock, course.urgent === true))
      .filter(({ starts }) => starts.some((moment) => moments.includes(moment)))
      .flatMap(({ rule }) => {
        const { officeHours } = pack;
        return computeDeadline({ rule: ruleOf(rule), startAt, calendar, officeHours }).deadlineAt ?? [];
      });
  if (setting.id === RATING_REMINDER) return firstOf(startingAt(['rating-reminder-delivered'], at));
  if (on !== 'urged') return firstOf(startingAt([on], at));
  return course.orderedAt === 0 ? null : lastOf(startingAt(['dispatched', 'reopened'], course.orderedAt));
}

/** The text that asks the enterprise to rate; its delivery starts the clock of the rating. */
export const RATING_REMINDER = 'rating-reminder';

function firstOf(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.min(...instants);
}

function lastOf(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.max(...instants);
}
