// What triage's verbs need from outside.
import type { Actor, Rejection } from '#kernel/decider';
import type { Routing } from '../domain/routing';
import type { RoutingCommand } from '../domain/routing-commands';

/** A command with its envelope. */
export interface RoutingRequest {
  readonly id: string;
  readonly command: RoutingCommand;
  readonly commandId?: string;
  readonly actor: Actor;
  /** Seq of triage's document the person saw. */
  readonly expectedSeq?: number;
}

/** What became of a command; `eventId` is empty when it changed nothing. */
export type RoutingOutcome =
  | { readonly ok: true; eventId: string; version: number; repeated: boolean; state: Routing }
  | { readonly ok: false; rejection: Rejection; state: Routing };

/** The routings. */
export interface Routings {
  /** Decides and makes durable; throws while the journal has not been read or the store cannot be reached. */
  execute(request: RoutingRequest): Promise<RoutingOutcome>;
}

/** A routing a person decided, by its appeal. */
export interface RuledRouting {
  readonly id: string;
  readonly state: Routing;
}
