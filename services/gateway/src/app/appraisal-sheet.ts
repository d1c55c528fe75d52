// 考评表 of a unit (SV-6, AN-2, HD-11): its figures of a period beside what they were before rulings, and
// everything that stands against it with the number of its case – cards, orders, deductions, contests with
// what stood before and after, ratings left out with the reason. What things are called the pack says;
// nothing is on the sheet that does not lead back to a case.
import type { Pack } from '#policy/pack';

/** A name in two languages. */
interface Title {
  readonly zh: string;
  readonly en: string;
}

/** What stood for a case. */
export interface Stood {
  readonly yellow: number;
  readonly red: number;
  readonly deductions: number;
  readonly points: number;
  readonly rating: string;
}

/** Something that stands, or stood, against the unit; words by kind as in analytics' service.proto. */
export interface AppraisedThing {
  readonly kind: string;
  readonly appealId: string;
  readonly unit: string;
  readonly no: number;
  readonly what: string;
  readonly ground: string;
  readonly at: number;
  readonly state: string;
  readonly endedAt: number;
  readonly points: number;
  readonly before: Stood | undefined;
  readonly after: Stood | undefined;
}

/** It as the sheet shows it. */
export interface SheetItem extends AppraisedThing {
  /** Number of the case. */
  readonly number: string;
  /**
   * What it is called by the pack: clock of a card, step of an order, rule of a deduction; else by its code.
   */
  readonly title: Title;
  /** Why it was ruled so; empty where nothing was ruled. */
  readonly reason: string;
}

/** What numbers and reasons are read from. */
export interface AppraisalSources {
  readonly numbers: (appealIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Reasons of the rulings on a case's contests, by their number. */
  readonly reasons: (appealId: string) => Promise<ReadonlyMap<number, string>>;
}

const RULED: readonly string[] = ['contest', 'exclusion'];

/** The lines of a sheet, in the order of the things. */
export async function sheetItems(
  things: readonly AppraisedThing[],
  pack: Pack,
  sources: AppraisalSources,
): Promise<readonly SheetItem[]> {
  const numbers = await sources.numbers([...new Set(things.map(({ appealId }) => appealId))]);
  const reasons = new Map<string, ReadonlyMap<number, string>>();
  for (const { kind, appealId } of things)
    if (RULED.includes(kind) && !reasons.has(appealId))
      reasons.set(appealId, await sources.reasons(appealId));
  return things.map((thing) => {
    const { kind, appealId, no } = thing;
    const reason = RULED.includes(kind) ? (reasons.get(appealId)?.get(no) ?? '') : '';
    return { ...thing, number: numbers.get(appealId) ?? '', title: titleOf(thing, pack), reason };
  });
}

/** The points that stand at the cut-off. */
export function standingPoints(things: readonly AppraisedThing[]): number {
  return things.reduce((sum, { state, points }) => (state === 'standing' ? sum + points : sum), 0);
}

const ABOUT: Readonly<Record<string, Title>> = {
  card: { zh: '亮牌', en: 'card' },
  deduction: { zh: '扣分', en: 'deduction' },
  rating: { zh: '评价', en: 'rating' },
  satisfied: { zh: '满意', en: 'satisfied' },
  dissatisfied: { zh: '不满意', en: 'dissatisfied' },
};

function titleOf({ kind, what, ground }: AppraisedThing, pack: Pack): Title {
  const named = (rows: readonly { readonly id: string; readonly title: Title }[], id: string) =>
    rows.find((row) => row.id === id)?.title ?? { zh: id, en: id };
  switch (kind) {
    case 'card':
      return named(pack.clocks, ground);
    case 'order':
      return named(pack.supervision.steps, what);
    case 'deduction':
      return named(pack.deductions, what);
    default:
      return ABOUT[what] ?? { zh: what, en: what };
  }
}
