// Rows of events that analytics reads and never writes.
import type { EventRow, WireMessage } from '#platform/runtime/codec';
import type { FactEvent } from '../../domain/fact-events';

/** A row for an event of another service. */
export function readRow<M>(
  domainType: FactEvent['type'],
  message: WireMessage<M>,
  toDomain: (wire: M) => FactEvent,
): EventRow<FactEvent> {
  return {
    domainType,
    encode: () => {
      throw new Error(`${domainType} is written by another service`);
    },
    decode: (value) => toDomain(message.decode(value)),
  };
}

/** A word of a closed list; another one parks the key rather than being counted as something. */
export function one<W extends string>(words: readonly W[], word: string): W {
  const found = words.find((known) => known === word);
  if (found === undefined) throw new Error(`Unknown word ${word.slice(0, 40)}`);
  return found;
}
