// What a process writes to stdout: one JSON object a line, with a code instead of prose, the ids of the
// trace, and nothing personal. Three things keep it so: only listed fields with scalar values pass, texts
// lose phone and identity numbers, and every run of Chinese characters is blanked, since ids and codes have
// none while names, titles and contents have little else.
import { isSpanContextValid, trace } from '@opentelemetry/api';
import type { DestinationStream } from 'pino';
import pino from 'pino';

const allowed = [
  ...[
    'key',
    'appealId',
    'eventId',
    'commandId',
    'number',
    'writer',
    'group',
    'topic',
    'type',
    'code',
    'rule',
  ],
  ...[
    'instance',
    'service',
    'peer',
    'method',
    'route',
    'status',
    'signal',
    'reason',
    'check',
    'action',
    'version',
  ],
  ...['unit', 'role', 'state', 'step', 'kind', 'address', 'host', 'port', 'pid', 'exitCode'],
  ...['partition', 'offset', 'from', 'to', 'seq', 'count', 'lag', 'bytes', 'attempt', 'limit', 'size', 'ok'],
  ...['durationMs', 'ageMs', 'behindMs', 'waitMs', 'at', 'sinceAt', 'dueAt'],
  ...['error', 'errorCode', 'message', 'frames'],
] as const;

/**
 * A field that may be logged: an id, a code, a number, a duration. Anything else is dropped, and the drop is
 * noted.
 */
export type LogField = (typeof allowed)[number];

/** Fields of one line. */
export type LogFields = { readonly [Field in LogField]?: string | number | boolean | null | undefined };

/** Writes lines. `code` is dotted lower case, e.g. `journal.caught-up`. */
export interface Log {
  info(code: string, fields?: LogFields): void;
  warn(code: string, fields?: LogFields): void;
  /** An error's class, code, frames and cleaned message go with the line. */
  error(code: string, error?: unknown, fields?: LogFields): void;
}

const allowedNames: ReadonlySet<string> = new Set(allowed);
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MOBILE = '(?<!\\d)(?:\\+?86[- ]?)?1\\d{2}[- ]?\\d{4}[- ]?\\d{4}(?!\\d)';
const LANDLINE = '(?<!\\d)0\\d{2,3}-\\d{7,8}(?!\\d)';
const IDENTITY = '(?<!\\d)\\d{17}[\\dXx](?![\\dA-Za-z])';
const numbers = new RegExp(`${UUID}|${MOBILE}|${LANDLINE}|${IDENTITY}`, 'gi');
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;
const LONGEST = 300;

/** A text without phone and identity numbers and without Chinese words; ids stay as they are. */
export function scrub(text: string): string {
  const bare = text.replace(numbers, (found) => (/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(found) ? found : '***'));
  return bare.replace(chinese, '…').slice(0, LONGEST);
}

/** The fields of a line as they are written. */
export function cleanFields(
  fields: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean> {
  const clean: Record<string, string | number | boolean> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    if (!allowedNames.has(name)) dropped.push(name);
    else if (typeof value === 'string') clean[name] = scrub(value);
    else if (typeof value === 'boolean') clean[name] = value;
    else if (typeof value === 'number') clean[name] = scrub(String(value)) === String(value) ? value : '***';
    else dropped.push(name);
  }
  if (dropped.length > 0) clean['dropped'] = scrub(dropped.join(','));
  return clean;
}

/** What may be told of an error. Its message is cleaned, its frames are places in the program. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error))
    return error === undefined ? {} : { error: typeof error, message: String(error) };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    error: error.name === 'Error' ? error.constructor.name : error.name,
    errorCode: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    message: error.message,
    frames: frames
      .slice(0, 4)
      .map((line) => line.trim().replace(/^at /, ''))
      .join(' < '),
  };
}

/** Opens the log of a service; lines go to stdout unless a destination is given. */
export function createLog(options: { service: string; destination?: DestinationStream }): Log {
  const logger = pino(
    {
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
      mixin: traceIds,
    },
    options.destination ?? pino.destination({ fd: 1, sync: true }),
  );
  return {
    info: (code, fields = {}) => logger.info(cleanFields(fields), scrub(code)),
    warn: (code, fields = {}) => logger.warn(cleanFields(fields), scrub(code)),
    error: (code, error, fields = {}) =>
      logger.error(cleanFields({ ...errorFields(error), ...fields }), scrub(code)),
  };
}

function traceIds(): object {
  const context = trace.getActiveSpan()?.spanContext();
  return context && isSpanContextValid(context) ? { traceId: context.traceId, spanId: context.spanId } : {};
}
