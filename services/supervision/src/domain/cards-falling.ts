// A red card rests on the yellow notice before it (SV-2): taken back by ruling, a yellow card takes the red
// one with it that was counted from it. What a later yellow card led to stands.

interface OnClock {
  readonly id: string;
  readonly colour: 'yellow' | 'red';
  readonly at: number;
}

/** Ids of the cards that fall when `cardId` is taken back, itself first; empty when it is not among them. */
export function cardsFalling(cardId: string, cards: readonly OnClock[]): readonly string[] {
  const card = cards.find(({ id }) => id === cardId);
  if (card === undefined) return [];
  if (card.colour === 'red') return [cardId];
  const clock = clockOf(card);
  const later = cards.filter((one) => clockOf(one) === clock && one.at > card.at);
  const next = later.find(({ colour }) => colour === 'yellow')?.at ?? Number.POSITIVE_INFINITY;
  return [cardId, ...later.filter(({ colour, at }) => colour === 'red' && at < next).map(({ id }) => id)];
}

function clockOf({ id, colour }: OnClock): string {
  return id.slice(0, id.lastIndexOf(`/${colour}`));
}
