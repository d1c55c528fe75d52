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
      const headers = { etag: `"${version}"`, ...(eventId !== '' && { 'x-event-id': eventId }) };
      return answered(200, { eventId, version, status }, headers);
    }
    case 'rejected': {
      const { code, rule, params } = outcome.value;
      return { refused: true, service, code, rule, params, fields: [] };
    }
    case undefined:
      throw new Error(`${service} answered nothing`);
  }
}
