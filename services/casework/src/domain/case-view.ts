// Who sees what of a case (TR-2). Staff see the file. The enterprise sees its own words, where its case
// stands, the steps and the answers – no candidates, no clocks and cards of units, no objections between
// offices, no names of officers.
import type { AnswerFinding } from './answer-check';
import { remarksWith } from './answer-remarks';
import type { CandidateFact } from './case-facts';
import type { AssistingPart, CaseFile } from './case-file';
import { shownIntake, shownRow } from './protected-case';
import { type CaseSummary, cardOf, summaryOf } from './case-summary';
import type { TimelineRow } from './timeline';

/** A clock as shown. */
interface ClockView {
  readonly clockId: string;
  readonly clock: string;
  readonly unit: string;
  readonly rule: string;
  readonly startAt: number;
  readonly deadlineAt: number;
  readonly provisional: boolean;
  readonly stoppedAt: number;
  readonly inTime: boolean;
  readonly void: boolean;
  readonly card: string;
  /** 0 while the deadline stands as it was counted first. */
  readonly firstDeadlineAt: number;
  readonly movedBecause: string;
  /** Late in law, within the time our own outages had taken. */
  readonly lateBySystem: boolean;
  /** Until when nobody is carded on it because of our own outages; 0 when they took no time from it. */
  readonly excusedUntilAt: number;
}

/** A line of the course as shown. */
interface TimelineView {
  readonly eventId: string;
  readonly at: number;
  readonly type: string;
  readonly by: string;
  readonly unit: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly internal: boolean;
}

/** An assisting unit of the current dispatch as shown; one that has not said a word was asked. */
interface AssistingView {
  readonly unit: string;
  readonly step: 'asked' | AssistingPart['step'];
  readonly said: string;
  /** Of its latest word, 0 before it. */
  readonly at: number;
}

/** A case as shown. */
export interface CaseView {
  readonly summary: CaseSummary;
  readonly content: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly uscc: string;
  readonly timeline: readonly TimelineView[];
  readonly clocks: readonly ClockView[];
  readonly candidates: readonly CandidateFact[];
  readonly assisting: readonly AssistingView[];
  readonly articleId: string;
  readonly answer: string;
  /** Remarks on the latest answer, with the clauses they mean. */
  readonly findings: readonly AnswerFinding[];
  readonly stepTimes: Readonly<Record<string, number>>;
  readonly screeningGround: string;
  readonly identityReason: string;
  readonly joinedToNumber: string;
  readonly seen: Readonly<Record<string, number>>;
}

/** Status words that speak of matters between offices, as the enterprise reads them. */
const OUTSIDE_WORD: Readonly<Record<string, string>> = { objected: 'dispatched', desk: 'admitted' };

/** Steps the enterprise is told. */
const OUTSIDE_STEPS = [
  'submitted',
  'admitted',
  'answered',
  'dispatched',
  'acknowledged',
  'contacted',
  'opinion-given',
  'completed',
  'followed-up',
  'rated',
  'reopened',
  'closed',
  'withdrawn',
  'declined',
  'sent-back',
  'joined',
];

/** Everything, but who a protected enterprise is. */
export function staffView(
  appealId: string,
  file: CaseFile,
  rows: readonly TimelineRow[],
  seen: Readonly<Record<string, number>>,
): CaseView {
  const hidden = file.intake.protect === true;
  const shown = { ...file, intake: shownIntake(file.intake) };
  return identifiedView(appealId, shown, hidden ? rows.map(shownRow) : rows, seen);
}

/** Everything. */
export function identifiedView(
  appealId: string,
  file: CaseFile,
  rows: readonly TimelineRow[],
  seen: Readonly<Record<string, number>>,
): CaseView {
  const { words } = file.intake;
  const own = words === 'erased' ? { content: words, contactName: words, contactPhone: words } : words;
  return {
    summary: summaryOf(appealId, file, [], true),
    content: own.content,
    contactName: own.contactName,
    contactPhone: own.contactPhone,
    uscc: file.intake.uscc,
    timeline: rows.map(({ id, at, type, by, unit, fields, internal }) => {
      return { eventId: id, at, type, by, unit, fields, internal };
    }),
    clocks: file.clocks.map(({ cards, ...clock }) => {
      const { firstDeadlineAt = 0, movedBecause = '', lateBySystem = false, excusedUntilAt = 0 } = clock;
      const moved = { firstDeadlineAt, movedBecause, lateBySystem, excusedUntilAt };
      return { ...clock, ...moved, card: cardOf({ ...clock, cards }) };
    }),
    candidates: file.triage.candidates,
    assisting: assistingOf(file),
    articleId: file.triage.articleId,
    answer: file.work.answer === 'erased' ? 'erased' : file.work.answer.answer,
    findings: findingsOf(file),
    stepTimes: file.steps,
    screeningGround: file.intake.screeningGround,
    identityReason: file.intake.identityReason,
    joinedToNumber: file.intake.joinedToNumber,
    seen,
  };
}

function assistingOf({ triage, work }: CaseFile): readonly AssistingView[] {
  const said = work.assisting?.filter(({ dispatchNo }) => dispatchNo === triage.dispatchNo) ?? [];
  return triage.assist.map((unit) => {
    const part = said.find((one) => one.unit === unit);
    return part
      ? { unit, step: part.step, said: part.said, at: part.at }
      : { unit, step: 'asked', said: '', at: 0 };
  });
}

function findingsOf({ intake, work }: CaseFile): readonly AnswerFinding[] {
  const { findingCodes, answer } = work;
  if (intake.words === 'erased' || answer === 'erased')
    return findingCodes.map((code) => ({ code, quotes: [] }));
  return remarksWith(findingCodes, intake.words, answer);
}

/** What the enterprise sees of its case. */
export function enterpriseView(
  appealId: string,
  file: CaseFile,
  rows: readonly TimelineRow[],
  seen: Readonly<Record<string, number>>,
): CaseView {
  const all = staffView(appealId, file, rows, seen);
  const { held = false } = file.work;
  const summary = {
    ...all.summary,
    status: outsideStatus(all.summary.status, file),
    nextClock: '',
    worstCard: '',
    urgent: false,
    proposed: '',
    answerVerdict: '',
    extensionWishedOn: '',
  };
  const told = held ? OUTSIDE_STEPS.filter((step) => step !== 'completed') : OUTSIDE_STEPS;
  const steps = Object.entries(all.stepTimes).filter(([step]) => told.includes(step));
  return {
    ...all,
    summary,
    timeline: rows.filter((row) => !row.internal && isReleased(row, rows)).map(outsideRow),
    answer: held ? '' : all.answer,
    clocks: [],
    candidates: [],
    assisting: [],
    findings: [],
    stepTimes: Object.fromEntries(steps),
    screeningGround: '',
    identityReason: '',
    seen: {},
  };
}

/** A held answer is the platform's and the unit's matter: to the enterprise the unit is still at work. */
function outsideStatus(status: string, { work }: CaseFile): string {
  if (status === 'answer-held') return work.step || 'acknowledged';
  return OUTSIDE_WORD[status] ?? status;
}

/** An answer that was held is told once its release stands in the course; one given back never (HD-2). */
function isReleased({ type, fields }: TimelineRow, rows: readonly TimelineRow[]): boolean {
  if (type !== 'AppealCompleted' || fields.held !== 'true') return true;
  return rows.some((row) => row.type === 'AnswerReleased' && row.fields.round === fields.round);
}

function outsideRow(row: TimelineRow): TimelineView {
  const fields = Object.entries(row.fields).filter(([name]) => row.shown.includes(name));
  return {
    eventId: row.id,
    at: row.at,
    type: row.type,
    by: '',
    unit: row.unit,
    fields: Object.fromEntries(fields),
    internal: false,
  };
}
