// Carries out a person's command, and lets the classifier learn from it once it is durable: never before, or
// it would know a ruling that was not made.
import type { RoutingOutcome, RoutingRequest, Routings } from './ports';
import type { Rulings } from './rulings';

/** Decides the command; a fresh dispatch by a person is taught. */
export async function orderRouting(
  request: RoutingRequest,
  routings: Routings,
  rulings: Rulings,
): Promise<RoutingOutcome> {
  const outcome = await routings.execute(request);
  if (outcome.ok && !outcome.repeated) rulings.add([{ id: request.id, state: outcome.state }]);
  return outcome;
}
