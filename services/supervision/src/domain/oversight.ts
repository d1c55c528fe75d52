// The overseeing of a case 督办考评 (SV-3, SV-5): the register of what was found wrong with it, and what was done
// about it at which level. One document per appeal beside its docket, which shows the cards: an order is a
// person's, a card the clock's. What the levels are, on what grounds and after what time, is the pack's.
import type { Ground } from '#policy/pack-words';
import type { Contestable } from './appraisal-events';

/** An entry of the problem register 台账. It is never taken out; cleared, it is open no longer. */
export interface Entry {
  /** `E1`, `E2` … in the order noticed. */
  readonly id: string;
  readonly ground: Ground;
  /** Empty when no unit in particular. */
  readonly unit: string;
  readonly cause: string;
  /** What of the case it is about: a card, `round/2`, `dispatch/3`, `order/1/0`. */
  readonly about: string;
  readonly at: number;
  readonly open: boolean;
}

/** A supervision order 督办单. */
export interface SupervisionOrder {
  readonly no: number;
  readonly number: string;
  readonly step: string;
  readonly entryId: string;
  readonly unit: string;
  readonly cause: string;
  readonly deadlineAt: number;
  /** How many deadlines it has had. */
  readonly deadlines: number;
  readonly overdue: boolean;
  readonly status: 'open' | 'answered' | 'accepted' | 'raised' | 'withdrawn';
}

/** A hand-over to a body outside the platform 移送. */
interface Transfer {
  readonly no: number;
  readonly step: string;
  readonly entryId: string;
  readonly unit: string;
  readonly cause: string;
  readonly ended: boolean;
}

/** A step that may be taken now. */
interface Proposal {
  readonly step: string;
  readonly entryId: string;
  readonly cause: string;
}

/** A deduction 扣分. */
export interface Deduction {
  readonly no: number;
  readonly deduction: string;
  readonly entryId: string;
  readonly unit: string;
  readonly cause: string;
  readonly points: number;
  readonly at: number;
  readonly withdrawn: boolean;
}

/** A spot check 抽查 of one round. */
export interface SpotCheck {
  readonly no: number;
  readonly unit: string;
  readonly round: number;
  readonly standard: readonly string[];
  readonly status: 'drawn' | 'mending' | 'mended' | 'passed' | 'reopened' | 'overtaken';
  /** 0 before it was handed back. */
  readonly deadlineAt: number;
  readonly overdue: boolean;
}

/** 申诉 of a unit. */
export interface Contest {
  readonly no: number;
  readonly about: Contestable;
  readonly target: string;
  readonly unit: string;
  readonly ruled: boolean;
}

/** The rating of a round, the enterprise's own in the place of what the follow-up heard. */
interface RatingHeld {
  readonly round: number;
  readonly value: string;
  /** The unit whose answer was rated; empty for the library's. */
  readonly unit: string;
  readonly at: number;
  readonly excluded: boolean;
}

/** A card as far as the levels count from it. */
export interface ShownCard {
  readonly id: string;
  readonly colour: 'yellow' | 'red';
  readonly unit: string;
  readonly at: number;
  readonly revoked: boolean;
}

/** What happened to the case, as far as the rules depend on it. */
export interface Course {
  readonly number: string;
  readonly dispatchNo: number;
  readonly lead: string;
  readonly assist: readonly string[];
  /** Every unit it was ever sent to. */
  readonly units: readonly string[];
  /** The unit that answered last; empty before. */
  readonly answeredBy: string;
  readonly cards: readonly ShownCard[];
  readonly ratings: readonly RatingHeld[];
  /** Ids of the people who worked on it. */
  readonly handledBy: readonly string[];
}

/** Before admission there is no pack, and therefore nothing to oversee by. */
export type Oversight =
  | { readonly status: 'waiting'; readonly course: Course }
  | {
      readonly status: 'known';
      readonly course: Course;
      readonly packHash: string;
      readonly entries: readonly Entry[];
      readonly proposals: readonly Proposal[];
      readonly orders: readonly SupervisionOrder[];
      readonly transfers: readonly Transfer[];
      readonly deductions: readonly Deduction[];
      readonly checks: readonly SpotCheck[];
      readonly contests: readonly Contest[];
    };

/** A case whose pack is known. */
export type KnownOversight = Extract<Oversight, { status: 'known' }>;

/** Before anything happened. */
export const NO_OVERSIGHT: Oversight = {
  status: 'waiting',
  course: {
    number: '',
    dispatchNo: 0,
    lead: '',
    assist: [],
    units: [],
    answeredBy: '',
    cards: [],
    ratings: [],
    handledBy: [],
  },
};

/** Entries that are open. */
export function openEntries({ entries }: KnownOversight): readonly Entry[] {
  return entries.filter(({ open }) => open);
}

/** Orders nobody has ruled on for good. */
export function openOrders({ orders }: KnownOversight): readonly SupervisionOrder[] {
  return orders.filter(({ status }) => status === 'open' || status === 'answered');
}

/** What an entry is about that tells of an order. */
export function aboutOrder(orderNo: number): string {
  return `order/${orderNo}`;
}

/** The number an order bears, `<appeal number>-D<n>`: derived, so that no two are alike. */
export function orderNumber({ course }: KnownOversight, orderNo: number): string {
  return `${course.number}-D${orderNo}`;
}
