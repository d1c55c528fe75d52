// What triage's verbs need from outside.
import type { Actor, Rejection } from '#kernel/decider';
import type { Deliberation } from '../domain/deliberation';
import type { DeliberationCommand } from '../domain/deliberation-commands';
import type { Routing } from '../domain/routing';
import type { RoutingCommand } from '../domain/routing-commands';

/** A command with its envelope. */
interface Request<Command> {
  readonly id: string;
  readonly command: Command;
  readonly commandId?: string;
  readonly actor: Actor;
  /** Seq of triage's document the person saw. */
  readonly expectedSeq?: number;
}

/** A command to a routing. */
export type RoutingRequest = Request<RoutingCommand>;

/** What became of a command; `eventId` is empty when it changed nothing. */
type Outcome<State> =
  | { readonly ok: true; eventId: string; version: number; repeated: boolean; state: State }
  | { readonly ok: false; rejection: Rejection; asOf: string; state: State };

/** What became of a command to a routing. */
export type RoutingOutcome = Outcome<Routing>;

/** The routings. */
export interface Routings {
  /** Decides and makes durable; throws while the journal has not been read or the store cannot be reached. */
  execute(request: RoutingRequest): Promise<RoutingOutcome>;
}

/** The deliberations. */
export interface Deliberations {
  /** Decides and makes durable; throws like `Routings.execute`. */
  execute(request: Request<DeliberationCommand>): Promise<Outcome<Deliberation>>;
}

/** A routing a person decided, by its appeal. */
export interface RuledRouting {
  readonly id: string;
  readonly state: Routing;
}
