// Many deadlines at once, for the operator's tool and for checking the engine against tables of other people:
// every row comes back with all its fields and either its deadline or what is wrong with it. One bad row
// spoils no other.
import { ok, type Result, refuse } from '#kernel/result';
import type { WorkingCalendar } from '#working-calendar/calendar';
import { isoShanghai } from '#working-calendar/civil-day';
import { computeDeadline } from './deadline';
import type { DeadlineInput, OfficeSpan, Pause } from './deadline-types';
import { parseInstant } from './instant';
import { parseRule, type Rule } from './rule';
import { policySentence } from './sentences';

/** What is wrong with a row; `row` counts from 1. */
export interface RowError {
  readonly code: string;
  readonly row: number;
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
  readonly zh: string;
  readonly en: string;
}

type Row = Readonly<Record<string, unknown>>;
type Refusal = {
  readonly code: string;
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
};

/**
 * Computes the deadline of every row `{rule, start, pauses?: [{from, until?}], extensions?: [rule]}`.
 * `deadline` is ISO 8601 with +08:00, 24:00 as the next day 00:00, or null while a pause lasts; `provisional:
 * true` is added where the calendar had to be guessed. A row that cannot be read gets `error` instead.
 */
export function deadlineVectors(
  rows: readonly unknown[],
  calendar: WorkingCalendar,
  officeHours?: readonly OfficeSpan[],
): readonly Record<string, unknown>[] {
  return rows.map((row, i) => {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      return { error: rowError(i + 1, { code: 'row-not-object', field: '', params: {} }) };
    }
    const input = inputOf(row as Row, calendar, officeHours);
    if (!input.ok) return { ...row, error: rowError(i + 1, input.error) };
    const { deadlineAt, provisional } = computeDeadline(input.value);
    const deadline = deadlineAt === null ? null : isoShanghai(deadlineAt);
    return { ...row, deadline, ...(provisional ? { provisional } : {}) };
  });
}

function inputOf(
  row: Row,
  calendar: WorkingCalendar,
  officeHours: readonly OfficeSpan[] | undefined,
): Result<DeadlineInput, Refusal> {
  const rule = parseRule(row.rule);
  if (!rule.ok) return rule;
  const start = instant(row.start, 'start');
  if (!start.ok) return start;
  const pauses = pausesOf(row.pauses);
  if (!pauses.ok) return pauses;
  const extensions = extensionsOf(row.extensions);
  if (!extensions.ok) return extensions;
  return ok({
    rule: rule.value,
    startAt: start.value,
    calendar,
    officeHours,
    pauses: pauses.value,
    extensions: extensions.value,
  });
}

function pausesOf(value: unknown): Result<readonly Pause[], Refusal> {
  if (value === undefined) return ok([]);
  if (!Array.isArray(value)) return refuse({ code: 'pauses-shape', field: 'pauses', params: {} });
  const pauses: Pause[] = [];
  for (const [i, item] of (value as readonly unknown[]).entries()) {
    const field = `pauses.${i}`;
    if (item === null || typeof item !== 'object') return refuse({ code: 'pauses-shape', field, params: {} });
    const { from, until } = item as { from?: unknown; until?: unknown };
    const fromAt = instant(from, `${field}.from`);
    if (!fromAt.ok) return fromAt;
    const untilAt = until === undefined ? ok(undefined) : instant(until, `${field}.until`);
    if (!untilAt.ok) return untilAt;
    if (untilAt.value !== undefined && untilAt.value < fromAt.value) {
      return refuse({ code: 'pauses-shape', field, params: {} });
    }
    pauses.push({ fromAt: fromAt.value, untilAt: untilAt.value });
  }
  return ok(pauses);
}

function extensionsOf(value: unknown): Result<readonly Rule[], Refusal> {
  if (value === undefined) return ok([]);
  if (!Array.isArray(value)) return refuse({ code: 'extensions-shape', field: 'extensions', params: {} });
  const rules: Rule[] = [];
  for (const [i, item] of (value as readonly unknown[]).entries()) {
    const rule = parseRule(item);
    if (!rule.ok) {
      return refuse({ ...rule.error, field: `extensions.${i}` });
    }
    rules.push(rule.value);
  }
  return ok(rules);
}

function instant(value: unknown, field: string): Result<number, Refusal> {
  const at = parseInstant(value);
  return at.ok ? at : refuse({ code: at.error.code, field, params: at.error.params });
}

function rowError(row: number, refusal: Refusal): RowError {
  const params = { ...refusal.params, row: String(row), field: refusal.field };
  return { ...refusal, row, params: refusal.params, ...policySentence(refusal.code, params) };
}
