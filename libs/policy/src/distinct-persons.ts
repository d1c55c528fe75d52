// Several tasks, each for another person (HD-9): whether they can all be done.

/**
 * The first place for which nobody is left, however the places up to it are shared out; -1 when each can be
 * given to another person. `choices`: for each place the persons who may take it. Tries all ways: meant for
 * chains of a few steps.
 */
export function placeWithoutPerson(choices: readonly (readonly string[])[]): number {
  return choices.findIndex((_, place) => !canShareOut(choices.slice(0, place + 1), []));
}

function canShareOut(choices: readonly (readonly string[])[], taken: readonly string[]): boolean {
  const [first, ...rest] = choices;
  if (first === undefined) return true;
  return first.some((person) => !taken.includes(person) && canShareOut(rest, [...taken, person]));
}
