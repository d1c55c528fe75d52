// How a completion goes through the chain inside a unit (HD-9), where the pack has one: the handler drafts,
// each signer reads and signs, the deputy now and then in the holder's place; the first of them gives some
// drafts back. Some take their time over it.
import type { Post } from '#policy/profile-people';
import type { Act, Command, Person } from './acts';
import { INCLINATIONS } from './inclinations';
import type { Offices } from './offices';
import { afterOfficeTime } from './office-time';
import { between } from './seeded-draws';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A draft that is to go through the chain. */
interface Chained {
  readonly order: { readonly appealId: string; readonly unit: string; readonly dispatchNo: number };
  readonly fields: Command['fields'];
  /** When the draft is ready (epoch ms). */
  readonly at: number;
  readonly by: Person;
  readonly drawn: (purpose: string) => number;
  readonly town: {
    readonly offices: Offices;
    readonly posts: readonly Post[];
    readonly calendar: Parameters<typeof afterOfficeTime>[2];
  };
}

/** Draft and signatures, the last of which completes. */
export function throughTheChain(chained: Chained): readonly Act[] {
  const { at, drawn } = chained;
  const [first] = signersOf(chained);
  if (first === undefined || drawn('draft-returned') >= INCLINATIONS.draftReturned)
    return [draft(chained, at), ...signatures(chained, at, '')];
  const read = readAfter(chained, at, 'reads');
  const again = readAfter(chained, read, 'writes-again');
  const { dispatchNo } = chained.order;
  const reason = '依据不足，请补充政策条款后再报。';
  return [
    draft(chained, at),
    act(chained, first, 'returnDraft', { dispatchNo, reason }, read),
    draft(chained, again),
    ...signatures(chained, again, '-again'),
  ];
}

/** What is missing of an assisting unit is said with the draft. */
function draft(chained: Chained, at: number): Act {
  const { by, fields } = chained;
  const withoutContributions = '已电话催告协办单位，本单位职责内事项已办结。';
  const without = { ...fields, withoutContributions };
  const whenRefused = {
    CONTRIBUTION_MISSING: act(chained, by, 'submitDraft', { completion: without }, at + MINUTE),
  };
  return { ...act(chained, by, 'submitDraft', { completion: fields }, at), whenRefused };
}

function signatures(chained: Chained, since: number, which: string): readonly Act[] {
  const { dispatchNo } = chained.order;
  let at = since + 2 * MINUTE;
  return signersOf(chained).map((signer, i) => {
    at = readAfter(chained, at, `signs-${i}${which}`);
    return act(chained, signer, 'signDraft', { dispatchNo }, at);
  });
}

/** The holder of each post that signs, or his deputy; nobody signs twice. */
function signersOf({ order, drawn, town, by }: Chained): readonly Person[] {
  const { signedBy } = town.offices.units;
  const taken = new Set<string>();
  return signedBy.flatMap((kind) => {
    const post = town.posts.find((one) => one.unit === order.unit && one.kind === kind);
    if (post === undefined) return [];
    const persons = drawn(`deputy-${kind}`) < INCLINATIONS.deputySigns ? [...post.deputies] : [];
    const id = [...persons, post.holder, ...post.deputies].find((one) => !taken.has(one)) ?? post.holder;
    taken.add(id);
    return [{ ...by, id }];
  });
}

function readAfter({ drawn, town }: Chained, at: number, purpose: string): number {
  const slow = drawn(`${purpose}-slowly`) < INCLINATIONS.signsSlowly;
  const hours = slow ? between(drawn(purpose), 8, 20) : between(drawn(purpose), 0.2, 3);
  return afterOfficeTime(at, hours * HOUR, town.calendar);
}

function act({ order }: Chained, by: Person, name: string, fields: Command['fields'], at: number): Act {
  return { at, appealId: order.appealId, by, command: { door: 'casework', name, fields } };
}
