// Which case is meant: staff name it by its id or by its number.
import type { Edge } from '../edge';
import { type Refused, refused } from '../route';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The question to casework for an id or a number. */
export function questionFor(idOrNumber: string, covering: string) {
  const named = UUID.test(idOrNumber)
    ? { appealId: idOrNumber.toLowerCase(), number: '' }
    : { appealId: '', number: idOrNumber };
  return { ...named, view: 'staff', covering };
}

/** The appeal's id, or that there is none. An id is believed: its owner knows best whether it exists. */
export async function openCase({ peers }: Edge, idOrNumber: string): Promise<string | Refused> {
  const question = questionFor(idOrNumber, '');
  if (question.appealId !== '') return question.appealId;
  const { case: found } = await peers.casework.getCase(question);
  return found?.summary?.appealId ?? refused('NOT_FOUND');
}
