// The envelope of a command, read and answered alike by every service that takes one: whose appeal, who acts,
// which command it repeats, which state the person saw. What has the wrong shape is answered here and never
// reaches a rule. The shapes are those of the contract `zhitong.command.v1`.
//
// A repeat is the same id with the same words of the same person. Clients count their ids from one, or reuse
// one for whatever they do on a page; whoever says something else under an id used before must not be told
// that it is done.
import { createHash } from 'node:crypto';
import type { Actor, Rejection, WrongField } from '#kernel/decider';
import type { Order } from '../runtime/aggregate';

/** The envelope on the wire; an empty text stands for what was not given. */
export interface WireMeta {
  readonly commandId: string;
  readonly appealId: string;
  readonly expectedSeq?: number | undefined;
  readonly actor?: Required<Actor> | undefined;
}

/** An order read, or the field whose shape is wrong. */
export type ReadOrder<C> =
  | { readonly ok: true; readonly order: Order<C> }
  | { readonly ok: false; readonly field: string };

/** What became of an order, as far as the answer tells it. */
type Told<S> =
  | { readonly ok: true; readonly eventId: string; readonly state: S }
  | { readonly ok: false; readonly rejection: Rejection; readonly asOf: string };

/** The answer on the wire. */
interface Accepted {
  readonly $case: 'accepted';
  readonly value: { eventId: string; version: number; status: string };
}
interface Rejected {
  readonly $case: 'rejected';
  readonly value: {
    code: string;
    rule: string;
    params: Record<string, string>;
    asOf: string;
    fields: WireField[];
  };
}
interface WireField {
  code: string;
  field: string;
  params: Record<string, string>;
}

/**
 * Reads a command with its envelope; `readCommand` answers the service's command or the name of the field
 * whose shape is wrong. The envelope is judged first: appeal, actor, then the command itself.
 */
export function readOrder<Wire, C extends object>(
  request: { readonly meta?: WireMeta | undefined; readonly command?: Wire | undefined },
  readCommand: (command: Wire | undefined) => C | string,
): ReadOrder<C> {
  const { meta } = request;
  if (!meta || meta.appealId === '') return { ok: false, field: 'meta.appealId' };
  if (!meta.actor || meta.actor.role === '' || meta.actor.id === '')
    return { ok: false, field: 'meta.actor' };
  const command = readCommand(request.command);
  if (typeof command === 'string') return { ok: false, field: command };
  const { role, id, unit } = meta.actor;
  return {
    ok: true,
    order: {
      id: meta.appealId,
      command,
      actor: { role, id, ...(unit !== '' && { unit }) },
      ...(meta.commandId !== '' && { commandId: boundId(meta.commandId, [role, id, unit, request.command]) }),
      ...(meta.expectedSeq !== undefined && { expectedSeq: meta.expectedSeq }),
    },
  };
}

/**
 * The id, bound to who says what. What it is bound to stands first, so that no id can pass for one of ours.
 */
function boundId(commandId: string, said: readonly unknown[]): string {
  const bond = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22);
  return `${bond}.${commandId}`;
}

/** The answer to a command of the wrong shape. */
export function malformed(field: string): { outcome: Rejected } {
  return {
    outcome: {
      $case: 'rejected',
      value: { code: 'MALFORMED', rule: '', params: { field }, asOf: '', fields: [] },
    },
  };
}

/** What is wrong field by field, as it stands on the wire. */
export function fieldsWire(fields: readonly WrongField[] = []): WireField[] {
  return fields.map(({ code, field, params }) => ({ code, field, params: { ...params } }));
}

/**
 * The answer to a decided command; `statusOf` words the state the command led to. Its version is the seq of
 * the last event, which is what `expectedSeq` is held against: the document's own count rises with everything
 * it hears from others as well, and whoever quoted it would be refused for nothing.
 */
export function commandAnswer<S>(
  outcome: Told<S>,
  statusOf: (state: S) => string,
): { outcome: Accepted | Rejected } {
  if (!outcome.ok) {
    const { code, rule, params, fields } = outcome.rejection;
    const { asOf } = outcome;
    const value = { code, rule, params: { ...params }, asOf, fields: fieldsWire(fields) };
    return { outcome: { $case: 'rejected', value } };
  }
  const { eventId, state } = outcome;
  const version = Number(eventId.slice(eventId.lastIndexOf('/') + 1));
  return { outcome: { $case: 'accepted', value: { eventId, version, status: statusOf(state) } } };
}
