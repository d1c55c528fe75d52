// The answer given with a completion (HD-3): sealed on the way out, opened on the way in, `erased` where the
// person's key was destroyed.
import { AppealCompletedPrivate } from '#contracts/gen/zhitong/casework/v1/events';
import type { Open, Seal } from '#platform/runtime/codec';
import type { Answer } from '../../domain/given-answer';

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
