// How a completion goes through the chain inside a unit (HD-9), where the pack has one: somebody in a
// handler's post drafts, each signer reads and signs, now and then one who stands in for him; the first of
// them gives some drafts back, and whoever would sign a plan whose day has passed. Some take their time over
// it. Nobody has the same draft in hand twice, and all of them look ahead: whoever would be needed further on
// leaves this step to another. Where nobody is left for a step, the drafter takes his draft back and another
// drafts.
import { placeWithoutPerson } from '#policy/distinct-persons';
import type { Post } from '#policy/profile-people';
import type { Act, Command, Heard, Person } from './acts';
import { INCLINATIONS } from './inclinations';
import { type Offices, handlerOf } from './offices';
import { afterOfficeTime } from './office-time';
import { between } from './seeded-draws';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** An order whose completion needs signatures, and who there is to give them. */
export interface Chained {
  readonly order: { readonly appealId: string; readonly unit: string; readonly dispatchNo: number };
  readonly drawn: (purpose: string) => number;
  readonly town: {
    readonly offices: Offices;
    readonly posts: readonly Post[];
    readonly calendar: Parameters<typeof afterOfficeTime>[2];
  };
}

/** A draft as it lies before the next signer. */
export interface DraftInHand {
  /** Since when (epoch ms). */
  readonly at: number;
  readonly draftNo: number;
  /** Who had it in hand: the drafter, then who signed. */
  readonly hands: readonly string[];
}

/** Whose hands a draft has gone through after an event; nobody's once it is an answer or given back. */
export function handsAfter(hands: readonly string[], heard: Heard): readonly string[] {
  switch (heard.type) {
    case 'DraftSubmitted':
      return [heard.by];
    case 'DraftSigned':
      return [...hands, heard.by];
    case 'DraftReturned':
    case 'AppealCompleted':
    case 'AppealReopened':
    case 'AppealDispatched':
    case 'DispatchRecalled':
      return [];
    default:
      return hands;
  }
}

/** Somebody drafts at the instant; not he who took his own draft back for want of a signer. */
export function draft(
  chained: Chained,
  completion: Command['fields'],
  at: number,
  tookBack?: string,
): readonly Act[] {
  const able = draftersOf(chained).filter((one) => one !== tookBack);
  const drafter = able.find((one) => allSigned(chained, kindsOf(chained), [one]));
  const by = drafter ?? (tookBack === undefined ? able[0] : undefined);
  if (by === undefined) return [];
  const withoutContributions = '已电话催告协办单位，本单位职责内事项已办结。';
  const without = { completion: { ...completion, withoutContributions } };
  const whenRefused = { CONTRIBUTION_MISSING: act(chained, by, 'submitDraft', without, at + MINUTE) };
  return [{ ...act(chained, by, 'submitDraft', { completion }, at), whenRefused }];
}

/** A draft that was given back is written again. */
export function againAt(chained: Chained, { at, draftNo }: Pick<DraftInHand, 'at' | 'draftNo'>): number {
  return readAfter(chained, at, `writes-again-${draftNo}`);
}

/** What the next signer does with it; nothing where nobody need sign any more. */
export function read(chained: Chained, { at, draftNo, hands }: DraftInHand): readonly Act[] {
  const { drawn, order } = chained;
  const { dispatchNo } = order;
  const [drafter = ''] = hands;
  const [kind, ...later] = kindsOf(chained).slice(hands.length - 1);
  const { step = '' } = chained.town.offices.units.signedBy[hands.length - 1] ?? {};
  if (kind === undefined) return [];
  const signer = inPostsOf(chained, kind).find(
    (one) => !hands.includes(one) && allSigned(chained, later, [...hands, one]),
  );
  const then = readAfter(chained, at + MINUTE, `reads-${hands.length}-${draftNo}`);
  const nobody = { dispatchNo, draftNo, step, reason: '后续岗位暂无人可签，先行撤回，改由其他同志拟稿。' };
  if (signer === undefined) return [act(chained, drafter, 'returnDraft', nobody, then)];
  if (hands.length === 1 && drawn(`draft-returned-${draftNo}`) < INCLINATIONS.draftReturned) {
    const wanting = { dispatchNo, draftNo, step, reason: '依据不足，请补充政策条款后再报。' };
    return [act(chained, signer, 'returnDraft', wanting, then)];
  }
  const past = { dispatchNo, draftNo, step, reason: '计划日期已过，请重拟。' };
  const whenRefused = {
    POST_VACANT: act(chained, drafter, 'returnDraft', nobody, then + MINUTE),
    DATE_PAST: act(chained, signer, 'returnDraft', past, then + MINUTE),
  };
  return [{ ...act(chained, signer, 'signDraft', { dispatchNo, draftNo, step }, then), whenRefused }];
}

/** Whether each of the signatures can still be given by somebody who has not had the draft in hand. */
function allSigned(chained: Chained, kinds: readonly PostKind[], hands: readonly string[]): boolean {
  const choices = kinds.map((kind) => inPostsOf(chained, kind).filter((one) => !hands.includes(one)));
  return placeWithoutPerson(choices) === -1;
}

type PostKind = NonNullable<Post['kind']>;

function kindsOf({ town }: Chained): readonly PostKind[] {
  return town.offices.units.signedBy.map(({ kind }) => kind);
}

/** Those in handlers' posts, then whoever else the unit has; one without a name where it has no posts. */
function draftersOf(chained: Chained): readonly string[] {
  const { town, order } = chained;
  const others = town.posts.filter(({ unit }) => unit === order.unit).map(({ holder }) => holder);
  const named = [...new Set([...inPostsOf(chained, 'handler'), ...others])];
  return named.length > 0 ? named : [handlerOf(order.unit, town).id];
}

/**
 * Holders of the unit's posts of a kind and who stands in for them, in the order in which they come to it.
 */
function inPostsOf({ order, drawn, town }: Chained, kind: PostKind): readonly string[] {
  const posts = town.posts.filter((one) => one.unit === order.unit && one.kind === kind);
  const holders = posts.map(({ holder }) => holder);
  const deputies = posts.flatMap((post) => post.deputies);
  return drawn(`deputy-${kind}`) < INCLINATIONS.deputySigns
    ? [...deputies, ...holders]
    : [...holders, ...deputies];
}

function readAfter({ drawn, town }: Chained, at: number, purpose: string): number {
  const slow = drawn(`${purpose}-slowly`) < INCLINATIONS.signsSlowly;
  const hours = slow ? between(drawn(purpose), 8, 20) : between(drawn(purpose), 0.2, 3);
  return afterOfficeTime(at, hours * HOUR, town.calendar);
}

function act({ order, town }: Chained, id: string, name: string, fields: Command['fields'], at: number): Act {
  const by: Person = { ...handlerOf(order.unit, town), id };
  return { at, appealId: order.appealId, by, command: { door: 'casework', name, fields } };
}
