// The list of pushes that wait for a person 待核推送 (IN-1): the oldest first, each with the fields that were
// read and the codes nobody knows. Behind each stands an enterprise whose desk clock runs.
import type { AppealWords, Unmapped } from '../domain/appeal';
import type { FoundAppeal, IntakePorts } from './ports';

/** A push that waits. */
export interface HeldPush {
  readonly id: string;
  readonly number: string;
  readonly door: string;
  readonly sourceNumber: string;
  readonly since: number;
  /** End of the desk clock; 0 where the pack has none. */
  readonly dueAt: number;
  readonly unmapped: Unmapped;
  readonly kind: string;
  readonly topic: string;
  readonly region: string;
  readonly uscc: string;
  readonly words: AppealWords;
}

/** At most so many of each door. */
export async function listHeld(
  doors: readonly string[],
  limit: number,
  { appeals }: Pick<IntakePorts, 'appeals'>,
): Promise<readonly HeldPush[]> {
  const found = await Promise.all(doors.map((door) => appeals.heldAt(door, limit)));
  return found
    .flat()
    .flatMap(heldOf)
    .sort((a, b) => a.since - b.since);
}

function heldOf({ id, appeal }: FoundAppeal): readonly HeldPush[] {
  if (appeal.status !== 'held') return [];
  const { core, unmapped } = appeal;
  const { number, channel: door, sourceNumber, submittedAt: since, deskDueAt: dueAt, words } = core;
  const { kind, topic, given } = core;
  const read = { kind, topic, region: given.region, uscc: given.uscc, words };
  return [{ id, number, door, sourceNumber, since, dueAt, unmapped, ...read }];
}
