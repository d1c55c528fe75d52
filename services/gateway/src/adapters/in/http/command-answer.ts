// What an owner answered to a command, as the web door passes it on: the last event to be quoted as
// `covering`, or the refusal with the clause it rests on.
import type { Peers } from '../../out/peers.grpc';
import { type Answer, answered } from './route';

type CommandAnswer = Awaited<ReturnType<Peers['casework']['execute']>>;

/** The answer to a command that `service` decided. */
export function answerOf(service: string, { outcome }: CommandAnswer): Answer {
  switch (outcome?.$case) {
    case 'accepted': {
      const { eventId, version, status } = outcome.value;
      const headers = eventId === '' ? {} : { etag: `"${version}"`, 'x-event-id': eventId };
      return answered(200, { eventId, version, status }, headers);
    }
    case 'rejected': {
      const { code, rule } = outcome.value;
      const params = Object.fromEntries(Object.entries(outcome.value.params).map(clipped));
      return { refused: true, service, code, rule, params, fields: [] };
    }
    case undefined:
      throw new Error(`${service} answered nothing`);
  }
}

/**
 * What was sent where a code belongs may be as long as a body; a refusal repeats no more than its beginning.
 */
function clipped([name, value]: readonly [string, string]): readonly [string, string] {
  const longest = 200;
  return [name, value.length > longest ? `${value.slice(0, longest)}…` : value];
}
