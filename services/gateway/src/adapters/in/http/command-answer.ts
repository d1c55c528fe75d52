// What an owner answered to a command, as the web door passes it on: the last event to be quoted as
// `covering`, or the refusal with the clause it rests on.
import type { Peers } from '../../out/peers.grpc';
import { type Answer, type Refused, answered } from './route';

type CommandAnswer = Awaited<ReturnType<Peers['casework']['execute']>>;

/** The answer to a command that `service` decided. */
export function answerOf(service: string, { outcome }: CommandAnswer): Answer {
  switch (outcome?.$case) {
    case 'accepted': {
      const { eventId, version, status } = outcome.value;
      const headers = eventId === '' ? {} : { etag: `"${version}"`, 'x-event-id': eventId };
      return answered(200, { eventId, version, ...(status !== '' && { status }) }, headers);
    }
    case 'rejected': {
      const { code, rule, asOf } = outcome.value;
      const fields = outcome.value.fields.map((one) => ({ ...one, params: clippedAll(one.params) }));
      return { refused: true, service, code, rule, params: clippedAll(outcome.value.params), fields, asOf };
    }
    case undefined:
      throw new Error(`${service} answered nothing`);
  }
}

/** The same refusal with the field of the body in which an unknown or former unit stands. */
export function withUnitField(refusal: Refused, body: object): Refused {
  const { code, params } = refusal;
  if ((code !== 'UNIT_UNKNOWN' && code !== 'UNIT_SUCCEEDED') || refusal.fields.length > 0) return refusal;
  const names = (value: unknown) =>
    typeof value === 'string' && value.slice(0, 40) === params['unit']?.slice(0, 40);
  const found = Object.entries(body).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.flatMap((one, i) => (names(one) ? [`${name}[${i}]`] : []));
    return UNIT_FIELDS.includes(name) && names(value) ? [name] : [];
  });
  return { ...refusal, fields: found.slice(0, 1).map((field) => ({ code, field, params })) };
}

const UNIT_FIELDS: readonly string[] = ['lead', 'toUnit', 'proposedUnit', 'ofUnit'];

function clippedAll(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(clipped));
}

/**
 * What was sent where a code belongs may be as long as a body; a refusal repeats no more than its beginning.
 */
function clipped([name, value]: readonly [string, string]): readonly [string, string] {
  const longest = 200;
  return [name, value.length > longest ? `${value.slice(0, longest)}…` : value];
}
