// Reading an instant that a person or another system wrote. Without an offset it is Chinese time, because
// that is what an office means when it writes half past nine.
import { ok, type Result, refuse } from '#kernel/result';
import { isCivilDay, startOfDay } from '#working-calendar/civil-day';

/** Why a text is no instant. */
export interface InstantProblem {
  readonly code: 'instant-missing' | 'instant-shape' | 'instant-no-such-time' | 'instant-out-of-range';
  readonly params: Readonly<Record<string, string>>;
}

// Before 1992 China had summer time, so +08:00 would be wrong; after 2100 nobody waits for us.
const EARLIEST = startOfDay('1992-01-01');
const LATEST = startOfDay('2101-01-01');
const SHAPE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Epoch ms of ISO 8601 `YYYY-MM-DD[THH:MM[:SS[.sss]][Z|±HH:MM]]`; no offset means +08:00, no time means
 * 00:00.
 */
export function parseInstant(text: unknown): Result<number, InstantProblem> {
  if (text === undefined || text === null || text === '') return problem('instant-missing', '');
  const shown = typeof text === 'string' ? text : (JSON.stringify(text) ?? '');
  const match = typeof text === 'string' ? SHAPE.exec(text.trim()) : null;
  if (match === null) return problem('instant-shape', shown);
  const [, day, hour = '0', minute = '0', second = '0', fraction = '', offset = '+08:00'] = match;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const sound = h <= 23 || (h === 24 && m === 0 && s === 0 && Number(fraction) === 0);
  const shift = offsetMinutes(offset);
  if (day === undefined || !isCivilDay(day) || !sound || m > 59 || s > 59 || shift === null) {
    return problem('instant-no-such-time', shown);
  }
  const clock = ((h * 60 + m) * 60 + s) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
  const at = Date.parse(`${day}T00:00:00Z`) + clock - shift * 60_000;
  return at < EARLIEST || at >= LATEST ? problem('instant-out-of-range', shown) : ok(at);
}

function offsetMinutes(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || '0')];
  if (hours > 14 || minutes > 59) return null;
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function problem(code: InstantProblem['code'], text: string): Result<never, InstantProblem> {
  return refuse({ code, params: { value: text.slice(0, 80) } });
}
