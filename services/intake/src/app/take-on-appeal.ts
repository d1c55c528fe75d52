// Takes a submitted appeal on: asks the register, looks for the same matter of the same enterprise, asks
// screening, and puts all of it to the appeal in one command. Nothing is decided here; what was learned
// stands in the events.
import { natureOf } from '#policy/kinds';
import { type Appeal, filedUnder, type TakenAppeal } from '../domain/appeal';
import type { TakeOnAppeal } from '../domain/appeal-commands';
import { findIdentity, type RegisterFinding } from '../domain/register-finding';
import {
  matterPairs,
  matterSimilarity,
  SAME_MATTER_FROM,
  SAME_MATTER_WITHIN_MS,
} from '../domain/similar-matter';
import type { FoundAppeal, IntakePorts } from './ports';

type Submitted = Extract<Appeal, { status: 'submitted' }>;
type Twin = NonNullable<TakeOnAppeal['twin']>;

/**
 * Takes one appeal on. `waits`: an earlier one of the same matter is not through yet, or somebody was
 * faster.
 */
export async function takeOnAppeal(found: FoundAppeal, ports: IntakePorts): Promise<'done' | 'waits'> {
  const { appeal, id, seq } = found;
  if (appeal.status !== 'submitted') return 'done';
  const finding = appeal.identity.how === 'open' ? await askRegister(appeal, ports) : undefined;
  const settled = finding?.found === 'doubt' || finding?.found === 'elsewhere';
  const twin = settled ? undefined : await twinOf(found, appeal, finding, ports);
  if (twin === 'waits') return 'waits';
  const screening = settled || twin ? undefined : await ports.screening.ask(textOf(appeal, ports));
  const outcome = await ports.appeals.execute({
    id,
    command: {
      type: 'TakeOnAppeal',
      ...(finding && { finding }),
      ...(twin && { twin }),
      ...(screening && { screening }),
    },
    actor: { role: 'system', id: 'intake' },
    expectedSeq: seq,
  });
  return outcome !== 'number-taken' && outcome.ok ? 'done' : 'waits';
}

async function askRegister({ core }: Submitted, ports: IntakePorts): Promise<RegisterFinding> {
  const { uscc, tags } = core.given;
  const name = core.words === 'erased' ? '' : core.words.enterpriseName;
  const [sameCode, sameName] = await Promise.all([
    uscc === '' ? undefined : ports.register.byCode(uscc),
    name === '' ? [] : ports.register.byName(name),
  ]);
  const setting = ports.identity(core.channel, core.kind);
  return findIdentity({ uscc, name, topic: core.topic, tags }, sameCode, sameName, setting);
}

/**
 * The earlier open appeal of the same enterprise this one repeats; only earlier ones, so that two never
 * join each other, and only one as protected as it is: to name an open twin would say who the enterprise of
 * a protected appeal is (HD-10).
 */
async function twinOf(
  found: FoundAppeal,
  appeal: Submitted,
  finding: RegisterFinding | undefined,
  ports: IntakePorts,
): Promise<Twin | 'waits' | undefined> {
  const uscc = finding?.found === 'registered' ? finding.enterprise.uscc : filedUnder(appeal);
  if (uscc === '' || appeal.core.words === 'erased') return undefined;
  const { title, content } = appeal.core.words;
  const pairs = matterPairs(title, content);
  const alike = (await ports.appeals.openOf(uscc)).flatMap((other) => {
    if (!isEarlier(other, found.id, appeal) || other.appeal.core.words === 'erased') return [];
    const { words, number, protect } = other.appeal.core;
    if (protect !== appeal.core.protect) return [];
    const similarity = matterSimilarity(pairs, matterPairs(words.title, words.content));
    const status = other.appeal.status;
    return similarity >= SAME_MATTER_FROM ? [{ id: other.id, number, similarity, status }] : [];
  });
  const best = alike.sort((a, b) => b.similarity - a.similarity)[0];
  if (!best) return undefined;
  if (best.status === 'submitted') return 'waits';
  return { id: best.id, number: best.number, similarity: best.similarity };
}

function isEarlier(
  other: FoundAppeal,
  id: string,
  { core }: Submitted,
): other is FoundAppeal & { appeal: TakenAppeal } {
  if (other.appeal.status === 'none' || other.appeal.status === 'identity-review') return false;
  const earlierBy = core.submittedAt - other.appeal.core.submittedAt;
  return earlierBy === 0 ? other.id < id : earlierBy > 0 && earlierBy <= SAME_MATTER_WITHIN_MS;
}

function textOf({ core }: Submitted, { packFor }: IntakePorts) {
  const { channel, topic, words } = core;
  const kind = natureOf(packFor(channel, core.kind), core.kind);
  const { title, content } = words === 'erased' ? { title: '', content: '' } : words;
  return { title, content, kind, topic };
}
