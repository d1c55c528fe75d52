// Sentences of people inside events: sealed on the way out, opened on the way in, `erased` where the
// person's key was destroyed. An empty sentence is not sealed, there is nothing in it.
import { AppealCompletedPrivate } from '#contracts/gen/zhitong/casework/v1/events';
import { Words } from '#contracts/gen/zhitong/intake/v1/events';
import type { EventRow, Open, Seal, WireMessage } from '#platform/runtime/codec';
import type { Answer } from '../../domain/work-order-events';

const NOTHING = new Uint8Array(0);

/** Seals a sentence. */
export function sealWords(text: string, seal: Seal): Uint8Array {
  return text === '' ? NOTHING : seal(Words.encode({ text }).finish());
}

/** Opens a sentence. */
export function openWords(sealed: Uint8Array, open: Open): string {
  const plain = open(sealed);
  return plain === 'erased' ? 'erased' : Words.decode(plain).text;
}

/** A row for an event of another service: read here, never written. */
export function readRow<E extends { type: string }, M>(
  domainType: E['type'],
  message: WireMessage<M>,
  toDomain: (wire: M, open: Open) => E,
): EventRow<E> {
  return {
    domainType,
    encode: () => {
      throw new Error(`${domainType} is written by another service`);
    },
    decode: (value, open) => toDomain(message.decode(value), open),
  };
}

/** Seals an answer; an erased one stays empty. */
export function sealAnswer(answer: Answer, seal: Seal): Uint8Array {
  if (answer === 'erased') return new Uint8Array(0);
  return seal(AppealCompletedPrivate.encode({ withoutReason: '', ...answer }).finish());
}

/** Opens an answer. */
export function openAnswer(sealed: Uint8Array, open: Open): Answer {
  const plain = open(sealed);
  if (plain === 'erased') return 'erased';
  const { withoutReason, ...answer } = AppealCompletedPrivate.decode(plain);
  return { ...answer, ...(withoutReason !== '' && { withoutReason }) };
}
