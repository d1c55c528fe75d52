// One row of the route table: everything the web door knows of an address. The router, the check of roles,
// the OpenAPI document and the tests are all made of these rows, so that none of them can say something the
// others do not.
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { ProblemChange, ProblemClause, Sentence } from '#contracts/problem';
import type { Actor, Entry } from '../../../app/roles';

/** A refusal before it is written for a reader. `service` names the table its sentences stand in. */
export interface Refused {
  readonly refused: true;
  readonly service: string;
  readonly code: string;
  readonly rule: string;
  readonly params: Readonly<Record<string, string>>;
  /** What is wrong field by field. */
  readonly fields: readonly FieldRefusal[];
  readonly caseStatus?: string;
  readonly instead?: readonly string[];
  readonly clause?: ProblemClause;
  readonly changed?: readonly ProblemChange[];
  /** Last event of the document that refused; empty or absent where none did. */
  readonly asOf?: string;
  /** Whole seconds until it may be tried again. */
  readonly retryAfterS?: number;
}

/** One field that is wrong. */
export interface FieldRefusal {
  readonly code: string;
  readonly field: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What a handler answers. */
export type Answer = Answered | Refused | Streamed | Flowing | Relayed;

/** A body with its status. */
export interface Answered {
  readonly refused: false;
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body that is written while it is made. */
interface Flowing {
  readonly refused: 'flowing';
  readonly body: Readable;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a door with a protocol of its own answers, as it is. */
interface Relayed {
  readonly refused: 'relayed';
  readonly status: number;
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came in at a door with a protocol of its own, untouched. */
export interface RawBody {
  /** By name in lower case; one that stands twice is left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parameters of the address; one that stands twice is left out. */
  readonly query: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** The live stream takes the connection over; counts of all cases are told to whom they belong. */
interface Streamed {
  readonly refused: 'stream';
  readonly counts: boolean;
}

/** Who asks, and how. */
export interface Asking {
  readonly role: string;
  readonly actor: Actor;
  /** Address the request came from; it is neither stored nor logged. */
  readonly address: string;
  /** From `Idempotency-Key`, or made here. */
  readonly commandId: string;
  /** What the client would rather read. */
  readonly accept: string;
  /** From `If-Match`. */
  readonly expectedSeq: number | undefined;
}

type Shape = z.ZodObject;

/** What a handler is given; each part has the shape its row demands. */
export interface Input<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly asking: Asking;
}

/** A row. */
export interface Route {
  /** Name of the operation, unique. */
  readonly id: string;
  readonly method: 'GET' | 'POST';
  /** With {names} for the parts that vary. */
  readonly path: string;
  /** The command or the reading it is; who may come in follows from the packs. */
  readonly enter: Entry;
  readonly tag: string;
  readonly summary: Sentence;
  readonly params: Shape | undefined;
  readonly query: Shape | undefined;
  readonly body: Shape | undefined;
  /** Body by status of success. */
  readonly replies: Readonly<Record<number, z.ZodType>>;
  /** A command: takes Idempotency-Key and If-Match, answers X-Event-Id. */
  readonly command: boolean;
  readonly stream: boolean;
  /** Bodies of any type are handed on as they came; the handler's body is a `RawBody`. */
  readonly raw: boolean;
  /** Most bytes of a body; those of every other body when absent. */
  readonly bodyBytes?: number;
  /** Requests of this row under way at once, so that bodies held in memory have a bound; none when absent. */
  readonly atOnce?: number;
  readonly handle: (input: Input<never, never, never>) => Promise<Answer>;
}

type BodyOf<S, Raw> = Raw extends true ? RawBody : Of<S>;
type Of<S> = S extends z.ZodType ? z.output<S> : Record<never, never>;

/** Makes a row; the handler's input has the types of the schemas. */
export function route<
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends Shape | undefined = undefined,
  Raw extends true | undefined = undefined,
>(
  row: Pick<Route, 'id' | 'method' | 'path' | 'enter' | 'tag' | 'summary' | 'replies'> & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    readonly command?: true;
    readonly stream?: true;
    readonly raw?: Raw;
    readonly bodyBytes?: number;
    readonly atOnce?: number;
    readonly handle: (input: Input<Of<P>, Of<Q>, BodyOf<B, Raw>>) => Promise<Answer>;
  },
): Route {
  return {
    ...row,
    params: row.params,
    query: row.query,
    body: row.body,
    command: row.command ?? false,
    stream: row.stream ?? false,
    raw: row.raw ?? false,
    handle: row.handle as Route['handle'],
  };
}

/** Id of the operation behind an act: `give-opinion` on a `Case` is `giveOpinionCase`. */
export function operationId(act: string, on: 'Case' | 'OwnAppeal'): string {
  return `${act.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}${on}`;
}

/** Answers with a body. */
export function answered(status: number, body: unknown, headers?: Record<string, string>): Answered {
  return { refused: false, status, body, ...(headers && { headers }) };
}

/** Answers 200 with a body that is written while it is made. */
export function streamed(body: Readable, contentType: string, headers: Record<string, string> = {}): Answer {
  return { refused: 'flowing', body, contentType, headers };
}

/** Answers as the door behind it says. */
export function relayed(
  { status, body, contentType }: Pick<Relayed, 'status' | 'body' | 'contentType'>,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { refused: 'relayed', status, body, contentType, headers };
}

/** Refusals of the door itself that rest on a rule: who may come in. */
const RULES: Readonly<Record<string, string>> = {
  ROLE_NOT_ALLOWED: 'TR-2',
  ROLE_UNKNOWN: 'TR-2',
  TOKEN_MISSING: 'TR-2',
  TOKEN_WRONG: 'TR-2',
  TOO_MANY_TRIES: 'IN-7',
  UNIT_HEADER_MISSING: 'TR-2',
};

/** Refuses at the door itself. */
export function refused(
  code: string,
  params: Readonly<Record<string, string>> = {},
  fields: readonly FieldRefusal[] = [],
): Refused {
  const rule = RULES[code] ?? '';
  return { refused: true, service: 'gateway', code, rule, params, fields };
}
