// Sentences of people inside events: sealed on the way out, opened on the way in, `erased` where the person's
// key was destroyed. An empty sentence is not sealed, there is nothing in it.
import { Words } from './gen/zhitong/intake/v1/events';

const NOTHING = new Uint8Array(0);

/** Seals a sentence. */
export function sealWords(text: string, seal: (plain: Uint8Array) => Uint8Array): Uint8Array {
  return text === '' ? NOTHING : seal(Words.encode({ text }).finish());
}

/** Opens a sentence. */
export function openWords(sealed: Uint8Array, open: (box: Uint8Array) => Uint8Array | 'erased'): string {
  const plain = open(sealed);
  return plain === 'erased' ? 'erased' : Words.decode(plain).text;
}
