// What a kind of appeal is to the product 诉求性质, whatever the programme calls it: a question the library may
// answer (KB-2), a wish for help, a complaint, whose units are not to rule on themselves (RT-1), a
// suggestion.
import type { Pack } from './pack';
import { NATURES, type Nature } from './pack-words';

/** Whether a word is one of `NATURES`. */
export function isNature(word: string): word is Nature {
  return (NATURES as readonly string[]).includes(word);
}

/** The nature of a kind; a kind the pack does not know has the nature its id names, else none. */
export function natureOf({ kinds }: Pick<Pack, 'kinds'>, kind: string): Nature | '' {
  const said = kinds.find(({ id }) => id === kind)?.nature;
  return said ?? (isNature(kind) ? kind : '');
}
