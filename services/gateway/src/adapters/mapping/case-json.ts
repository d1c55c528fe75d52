// Answers of the services as the public JSON shows them: times in ISO 8601 with +08:00, nothing where the
// wire has 0.
import {
  type AnswerFinding,
  type CaseDetail,
  CaseSummary,
  type ClockView,
  type InsideView,
} from '#contracts/gen/zhitong/casework/v1/service';
import { renderSentence } from '#contracts/render-sentence';
import { INTAKE_NEXT_STEPS } from '#contracts/sentences/intake';
import type { Receipt } from '#contracts/gen/zhitong/intake/v1/service';
import type { Message } from '#contracts/gen/zhitong/notification/v1/service';
import type { Card } from '#contracts/gen/zhitong/supervision/v1/service';

const SHANGHAI_MS = 8 * 3_600_000;
const NO_SUMMARY = CaseSummary.fromPartial({});

/** ISO 8601 of Chinese time with milliseconds; null for an instant that is not known. */
export function isoOf(at: number): string | null {
  return at > 0 ? new Date(at + SHANGHAI_MS).toISOString().replace('Z', '+08:00') : null;
}

/** What the enterprise holds in its hands. */
export function receiptJson({ id, number, queryCode, status, nextStep, dueAt, submittedAt }: Receipt) {
  const due = isoOf(dueAt)?.replace(/\.\d{3}/, '') ?? null;
  const steps: Readonly<Record<string, { zh: string; en: string }>> = INTAKE_NEXT_STEPS;
  const nextStepText = steps[nextStep] ?? { zh: nextStep, en: nextStep };
  return {
    id,
    number,
    queryCode,
    status,
    nextStep,
    nextStepText,
    dueAt: due,
    submittedAt: isoOf(submittedAt),
  };
}

/** A line of a list. */
export function summaryJson({ uscc: _uscc, ...summary }: CaseSummary) {
  return {
    ...summary,
    submittedAt: isoOf(summary.submittedAt),
    nextDeadlineAt: isoOf(summary.nextDeadlineAt),
    statusAt: isoOf(summary.statusAt),
  };
}

/** A clock. */
function clockJson(clock: ClockView) {
  return {
    ...clock,
    startAt: isoOf(clock.startAt),
    deadlineAt: isoOf(clock.deadlineAt),
    firstDeadlineAt: isoOf(clock.firstDeadlineAt),
    stoppedAt: isoOf(clock.stoppedAt),
    excusedUntilAt: isoOf(clock.excusedUntilAt),
    systemDelay: systemDelayOf(clock),
  };
}

/** What our own outages mean for a clock, in words (SV-2); null where they mean nothing. */
function systemDelayOf({ lateBySystem, excusedUntilAt, stoppedAt }: ClockView) {
  if (lateBySystem) return renderSentence('supervision', 'late-by-system', {});
  const until = stoppedAt === 0 ? isoOf(excusedUntilAt) : null;
  if (until === null) return null;
  return renderSentence('supervision', 'excused', { until: until.slice(0, 16).replace('T', ' ') });
}

/** A remark on an answer with its sentences. */
export function findingJson({ code, quotes }: AnswerFinding) {
  const said = quotes.length === 0 ? {} : { quotes: quotes.join('；') };
  return { code, quotes, messages: renderSentence('answer-check', code, said) };
}

/** What an event of the course says: an instant is written like any other, one that is not known is empty. */
function saidJson(fields: Readonly<Record<string, string>>): Record<string, string> {
  const said = ([name, value]: readonly [string, string]) =>
    /At$/.test(name) && /^\d+$/.test(value) ? [name, isoOf(Number(value)) ?? ''] : [name, value];
  return Object.fromEntries(Object.entries(fields).map(said));
}

function insideJson({ steps, mayReturn: _offered, ...rest }: InsideView) {
  const timed = steps.map((one) => ({
    ...one,
    startedAt: isoOf(one.startedAt),
    endedAt: isoOf(one.endedAt),
    dueAt: isoOf(one.dueAt),
  }));
  return { ...rest, steps: timed };
}

/** A case file. */
export function caseJson(detail: CaseDetail) {
  const { summary, timeline, clocks, stepTimes, findings, assisting, inside, ...rest } = detail;
  return {
    ...summaryJson(summary ?? NO_SUMMARY),
    ...rest,
    timeline: timeline.map((entry) => ({ ...entry, at: isoOf(entry.at), fields: saidJson(entry.fields) })),
    clocks: clocks.map(clockJson),
    findings: findings.map(findingJson),
    inside: inside ? insideJson(inside) : null,
    assisting: assisting.map((part) => ({ ...part, at: isoOf(part.at) })),
    stepTimes: Object.fromEntries(Object.entries(stepTimes).map(([step, at]) => [step, isoOf(at)])),
  };
}

/** What the enterprise sees of its case. */
export function enterpriseJson(detail: CaseDetail) {
  const {
    number,
    channel,
    kind,
    topic,
    title,
    status,
    statusAt,
    submittedAt,
    lead,
    rating,
    urged,
    nameProtected,
  } = summaryJson(detail.summary ?? NO_SUMMARY);
  const { content, timeline, stepTimes, articleId, answer, joinedToNumber } = caseJson(detail);
  return {
    ...{
      number,
      channel,
      kind,
      topic,
      title,
      content,
      status,
      statusAt,
      submittedAt,
      lead,
      answer,
      articleId,
    },
    ...{ joinedToNumber, rating, urged, nameProtected, stepTimes },
    timeline: timeline.map(({ at, type, unit, fields }) => ({ at, type, unit, fields })),
  };
}

/** A message that went out, or would have. */
export function messageJson(message: Message) {
  return { ...message, claimedAt: isoOf(message.claimedAt), deliveredAt: isoOf(message.deliveredAt) };
}

/** A card. */
export function cardJson(card: Card) {
  return { ...card, issuedAt: isoOf(card.issuedAt) };
}
