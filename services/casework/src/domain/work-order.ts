// A work order 工单 is what a unit has in hand: one appeal, one dispatch, one unit, and a round for every
// time the answer was not accepted. Casework owns the appeal from the unit's acknowledgement until it is
// closed (RT-2, HD-1); before that triage does. The state says by its status what can be known: a
// completion has an answerer, a waiting one has not even a unit.

/** What is known of the appeal whatever its status. */
export interface AppealFile {
  readonly number: string;
  /** Content hash of the pack it was admitted under; empty before admission. */
  readonly packHash: string;
  readonly kind: string;
  /** No unit may know who the enterprise is (HD-10); absent where it may. */
  readonly protect?: true;
  /** Counts the answers: 1 for the first, one more after each reopening. */
  readonly round: number;
  /** Number of the latest dispatch seen, 0 before the first. */
  readonly dispatchNo: number;
  /** The enterprise wishes to withdraw; granted by whoever owns the appeal, now or next. */
  readonly withdrawalWanted?: true;
  /** Number of the session in which a panel rules on the answer; absent while none sits (HD-5). */
  readonly panel?: number;
  /** Somebody has checked the facts of the matter (HD-7). */
  readonly factsChecked?: true;
  /** Units of it that became part of others, as told: former code to successor. */
  readonly succeeded?: Readonly<Record<string, string>>;
}

/** The dispatch 派单 in hand, with what the unit has done in this round. */
export interface Order {
  readonly no: number;
  readonly unit: string;
  /** When it was handed over (epoch ms); the time to object counts from here. */
  readonly at: number;
  readonly attempts: number;
  readonly reached: boolean;
  readonly arrived: boolean;
  readonly visitWaived: boolean;
  readonly objection: 'none' | 'in-time' | 'late';
  /** The unit had answered it once already. */
  readonly reopened: boolean;
  /** What became of its requests for more time in this round; absent while it has made none. */
  readonly extension?: Extension;
  /** The ground on which a county unit asks the city to take it, while nobody has ruled (RT-4). */
  readonly escalation?: string;
  /** Where it is inside the unit; absent before it was assigned or drafted there. */
  readonly inside?: Inside;
  /** The units that assist in this dispatch; absent where none does. */
  readonly assisting?: readonly Assisting[];
}

/** 单位内部 (HD-9): who of the unit has the case in hand, and how far its draft is signed. */
export interface Inside {
  readonly section: string;
  /** Id of the person; empty while nobody was named. */
  readonly handler: string;
  /** Number of the latest draft, 0 before the first. */
  readonly draftNo: number;
  /** Absent while the draft is in the handler's hand. */
  readonly signing?: { readonly drafter: string; readonly signers: readonly string[] };
  /** When the awaited step began (epoch ms); absent: with the order. */
  readonly since?: number;
  /** It was said that the awaited step took too long. */
  readonly overdue?: true;
  /** Each thing done, in order. */
  readonly done: readonly InsideDone[];
}

/** Something done inside a unit, with its time. */
interface InsideDone {
  /** `assigned`, `handed-over`, `drafted`, `returned`, or the id of the step of the chain that was signed. */
  readonly step: string;
  readonly by: string;
  /** Since when the step it belongs to was awaited (epoch ms); absent in documents from before it was kept. */
  readonly startedAt?: number;
  readonly at: number;
}

const NOTHING_INSIDE: Inside = { section: '', handler: '', draftNo: 0, done: [] };

/** Where an order is inside its unit. */
export function insideOf({ inside = NOTHING_INSIDE }: Order): Inside {
  return inside;
}

/** How far an assisting unit has come with its part: a released one owes nothing any more. */
type AssistStep = 'asked' | 'acknowledged' | 'objected' | 'contributed' | 'released';

/**
 * 协办单位 of a dispatch with its part (RT-3). It stands within the order and is no aggregate of its own,
 * because the lead's completion is decided on what is given and what is missing, in one update with it.
 */
export interface Assisting {
  readonly unit: string;
  readonly step: AssistStep;
  /** Its objection was overruled: it has to keep its part. */
  readonly overruled?: true;
}

/** 延期 of an order. */
export interface Extension {
  /** The last day asked for while nobody has ruled, else empty. */
  readonly wishedOn: string;
  readonly granted: number;
  /** The deadline as last moved (epoch ms, exclusive); 0 while it was not. */
  readonly untilAt: number;
}

/** How far the unit has come; it never goes back within a round. */
export type Step = 'reopened' | 'acknowledged' | 'contacted' | 'opinion-given';

/** What is known about how the answer was received. */
export interface Verdict {
  /** Delivery of the rating reminder, from which the time to rate runs; null until then. */
  readonly reminderAt: number | null;
  readonly rating: {
    readonly value: 'satisfied' | 'dissatisfied';
    readonly by: 'enterprise' | 'follow-up';
  } | null;
  readonly followUp: { readonly by: string; readonly content: boolean } | null;
  readonly disputed: boolean;
  /**
   * Whether the enterprise was content when it last spoke, whichever way; absent while it has not, and in
   * documents from before it was kept.
   */
  readonly content?: boolean;
  /** The result was checked and confirmed (HD-7). */
  readonly confirmed?: true;
}

/** Why no unit has the appeal in hand. */
type WaitingFor =
  | 'dispatch'
  | 'dispatch-after-recall'
  | 'dispatch-after-objection'
  | 'dispatch-after-dispute'
  | 'joined';

/** State of a work order. */
export type WorkOrder =
  | { readonly status: 'waiting'; readonly file: AppealFile; readonly for: WaitingFor }
  | { readonly status: 'dispatched'; readonly file: AppealFile; readonly order: Order }
  | {
      readonly status: 'objected';
      readonly file: AppealFile;
      readonly order: Order;
      readonly resume: 'dispatched' | Step;
    }
  | { readonly status: 'in-work'; readonly file: AppealFile; readonly order: Order; readonly step: Step }
  | {
      readonly status: 'answered';
      readonly file: AppealFile;
      readonly articleId: string;
      readonly verdict: Verdict;
    }
  | {
      /** The unit has answered and the enterprise has not heard of it: the platform answers (HD-2). */
      readonly status: 'held';
      readonly file: AppealFile;
      readonly order: Order;
      readonly completedBy: string;
    }
  | {
      readonly status: 'completed';
      readonly file: AppealFile;
      readonly order: Order;
      readonly completedBy: string;
      readonly verdict: Verdict;
    }
  | {
      readonly status: 'closed';
      readonly file: AppealFile;
      readonly why: string;
      /** The unit that had it last; null when the library answered or none did. */
      readonly order: Order | null;
    };

/** An answer was given and its reception is awaited. */
export type Finished = Extract<WorkOrder, { status: 'answered' | 'completed' }>;

/** Before anything is known. */
export const NO_WORK_ORDER: WorkOrder = {
  status: 'waiting',
  file: { number: '', packHash: '', kind: '', round: 1, dispatchNo: 0 },
  for: 'dispatch',
};

/** A dispatch just handed over. */
export function freshOrder(no: number, unit: string, at: number, assist: readonly string[] = []): Order {
  const others = [...new Set(assist)].filter((one) => one !== unit);
  return {
    ...(others.length > 0 && { assisting: others.map((one) => ({ unit: one, step: 'asked' as const })) }),
    no,
    unit,
    at,
    attempts: 0,
    reached: false,
    arrived: false,
    visitWaived: false,
    objection: 'none',
    reopened: false,
  };
}

/** Nothing heard yet. */
export const NO_VERDICT: Verdict = { reminderAt: null, rating: null, followUp: null, disputed: false };

/** The unit's order while one exists, whatever became of it. */
export function orderOf(state: WorkOrder): Order | null {
  return 'order' in state ? state.order : null;
}

/** The unit has done its part of this round: its answer is held, or its reception awaited. */
export function hasCompleted(
  state: WorkOrder,
): state is Extract<WorkOrder, { status: 'held' | 'completed' }> {
  return state.status === 'held' || state.status === 'completed';
}

/** True while the reception of an answer is awaited. */
export function isFinished(state: WorkOrder): state is Finished {
  return state.status === 'answered' || state.status === 'completed';
}

/**
 * The status word shown to people (libs/contracts, appeal-status); empty while casework has nothing to say.
 */
export function statusWord(state: WorkOrder): string {
  switch (state.status) {
    case 'waiting':
      return state.for === 'dispatch-after-dispute' ? 'reopened' : '';
    case 'in-work':
      return state.step;
    case 'answered':
    case 'completed':
      return state.verdict.followUp === null ? state.status : 'followed-up';
    case 'held':
      return 'answer-held';
    case 'closed':
      return state.why === 'withdrawn' ? 'withdrawn' : 'closed';
    case 'dispatched':
    case 'objected':
      return state.status;
  }
}
