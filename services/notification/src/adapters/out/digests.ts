// Digests 汇总: what the quiet hours held back for one officer would come as a burst in the morning. Texts the
// pack marks so that go to the same address at the same time go as one, under the template `digest`; a
// provider that has none gets them one by one. Which messages a digest holds is written down before it goes
// out, so that each of them can be asked for by the digest's id.
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Table } from '#platform/host-ports';
import type { Handover, Outgoing, Provider } from '../../app/ports';

/** The template's name with providers. */
const DIGEST = 'digest';

/** How long letters to one address are gathered (ms): many appeals are handed over at the same time. */
const GATHER_MS = 250;
/** Numbers of appeals a digest names. */
const MOST_NAMED = 5;

/** In which digest a message went out. */
export interface DigestRow {
  /** The message's id. */
  readonly id: string;
  readonly digest: string;
}

type Gathered = readonly [letter: Outgoing, answer: (said: Promise<Handover>) => void];

/** The same provider, with digests. */
export function withDigests(
  provider: Provider,
  table: Pick<Table<DigestRow>, 'get' | 'put'>,
  platform: () => string,
): Provider {
  let open: Gathered[] | undefined;
  const one = async (letter: Outgoing): Promise<Handover> =>
    (await provider.send([letter]))[0] ?? { outcome: 'unsure', reason: 'no-answer' };
  const together = async (letters: readonly Outgoing[]): Promise<Handover> => {
    const [first] = letters;
    if (first === undefined || letters.length === 1) return one(first as Outgoing);
    const digest = digestOf(letters, platform());
    await table.put(letters.map(({ messageId: id }) => ({ id, digest: digest.messageId })));
    return one(digest);
  };
  const flush = (gathered: readonly Gathered[]): void => {
    const placeOf = ({ channel, address }: Outgoing) => `${channel} ${address}`;
    for (const place of new Set(gathered.map(([letter]) => placeOf(letter)))) {
      const mine = gathered.filter(([letter]) => placeOf(letter) === place);
      const said = together(mine.map(([letter]) => letter));
      for (const [, answer] of mine) answer(said);
    }
  };
  const gather = async (letter: Outgoing): Promise<Handover> => {
    if (open === undefined) {
      const gathered: Gathered[] = [];
      open = gathered;
      void pause(GATHER_MS).then(() => {
        open = undefined;
        flush(gathered);
      });
    }
    const gathered = open;
    return await new Promise((resolve) => gathered.push([letter, resolve]));
  };
  return {
    ...provider,
    send: async (letters) => {
      const joins = ({ digest, channel }: Outgoing) =>
        digest === true && provider.carries({ template: DIGEST, channel });
      const alone = letters.filter((letter) => !joins(letter));
      const [answers, gathered] = await Promise.all([
        alone.length === 0 ? [] : provider.send(alone),
        Promise.all(letters.filter(joins).map(gather)),
      ]);
      const [singles, joined] = [[...answers], [...gathered]];
      return letters.map(
        (letter) => (joins(letter) ? joined : singles).shift() ?? { outcome: 'unsure', reason: 'no-answer' },
      );
    },
    find: async (letters) => {
      const rows = await table.get(letters.map(({ messageId }) => messageId));
      const digestOfId = new Map(rows.map(({ id, digest }) => [id, digest]));
      const asked = letters.map((letter) => {
        const digest = digestOfId.get(letter.messageId);
        return digest === undefined ? letter : { ...letter, messageId: digest, template: DIGEST };
      });
      return await provider.find(asked);
    },
  };
}

function digestOf(letters: readonly Outgoing[], platform: string): Outgoing {
  const ids = letters.map(({ messageId }) => messageId).sort();
  const hash = createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 32);
  const all = [...new Set(letters.flatMap(({ params }) => params['number'] ?? []))];
  const named = all.slice(0, MOST_NAMED).join('、');
  const numbers = all.length > MOST_NAMED ? `${named}等` : named;
  const count = String(letters.length);
  const text = `【${platform}】您有${count}条通知，涉及${numbers}，请登录平台查看。`;
  const [first] = letters as readonly [Outgoing];
  const { recipient, unit, channel, address, claimedAt } = first;
  const about = { recipient, unit, channel, address, claimedAt };
  const params = { platform, count, numbers };
  return { ...about, messageId: `${DIGEST}/${hash}`, appealId: '', template: DIGEST, text, params };
}
