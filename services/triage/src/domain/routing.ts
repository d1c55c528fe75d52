// A routing 分办 is the part of an appeal's course in which it is settled who deals with it: the library, a
// unit, or the clerk who decides (RT-1, RT-2, KB-2). Triage owns the appeal from admission until a unit
// acknowledges; what it must still know afterwards – objection, completion, reopening – it hears from
// casework. The state says by its status what can be known: only an objected dispatch has an objection, only
// a waiting appeal has an end of its waiting.
import type { Ruling } from './routing-commands';
import type { Classification, DeskGround, Wording } from './routing-events';

/** What remains of the classification once the event is written: what the decision rests on. */
export interface Sorted {
  /** The likeliest lead; empty when none could be named. */
  readonly lead: string;
  readonly assist: readonly string[];
  readonly sure: boolean;
  /** Signals of the urgent class were heard; absent in documents from before they were kept. */
  readonly urgent?: boolean;
  readonly proposed: Classification['proposed'];
  /** The reasons in words, as a unit reads them. */
  readonly why: string;
}

/** What the library answered; `articleId` is empty when it found nothing. */
interface Sought {
  readonly articleId: string;
  readonly score: number;
  readonly sure: boolean;
}

/** What is known of the appeal whatever its status. */
export interface AppealFile {
  readonly wording: Wording;
  readonly kind: string;
  readonly topic: string;
  readonly region: string;
  /** Id of the problem template that was chosen; absent for none. */
  readonly template?: string;
  /** Ids of classes from the coarsest layer down (IN-3); absent while it is not classed. */
  readonly classes?: readonly string[];
  /** Content hash of the pack it was admitted under; empty before admission. */
  readonly packHash: string;
  /** The pack whose kinds `kind` is one of, where another governs it since (RT-5). */
  readonly admittedUnder?: string;
  /** Codes of the units a complaint names, as recorded (HD-10); absent where none were. */
  readonly complainedOf?: readonly string[];
  /** Those of them that a person found to be only named. */
  readonly cleared?: readonly string[];
  readonly sorted: Sorted | null;
  readonly sought: Sought | null;
  /** Number of the latest dispatch, 0 before the first. */
  readonly dispatchNo: number;
  /** Dispatches that count towards the ping-pong limit: all but those recalled without a mark (RT-2). */
  readonly sent: number;
  /** The latest unit a person named, from which the classifier learns; null while only rules decided. */
  readonly ruling: { readonly unit: string; readonly dispatchNo: number; readonly at: number } | null;
  /** Number of the dispatch whose county unit asks the city to take it, while nobody has ruled (RT-4). */
  readonly sentUp?: number;
  /** What a person said of its urgency (RT-6); absent while nobody has. */
  readonly urgency?: 'confirmed' | 'denied';
  /** Somebody has checked the facts of the matter (HD-7). */
  readonly factsChecked?: true;
  /** What several ruled while the facts were unchecked; carried out once they are (HD-7). */
  readonly ruled?: Ruling;
  /** The enterprise wishes to withdraw; granted by whoever owns the appeal, now or next. */
  readonly withdrawalWanted?: true;
}

/** A dispatch 派单 in force. */
export interface Dispatch {
  readonly no: number;
  readonly lead: string;
  readonly assist: readonly string[];
  /** When it was handed over (epoch ms). */
  readonly at: number;
}

/** State of a routing. */
export type Routing =
  | { readonly status: 'received'; readonly file: AppealFile }
  /** Admitted; the library has until `waitUntil` (epoch ms) to say whether it knows the answer. */
  | { readonly status: 'sorting'; readonly file: AppealFile; readonly waitUntil: number }
  | { readonly status: 'desk'; readonly file: AppealFile; readonly why: DeskGround }
  | { readonly status: 'dispatched'; readonly file: AppealFile; readonly dispatch: Dispatch }
  | {
      readonly status: 'objected';
      readonly file: AppealFile;
      readonly dispatch: Dispatch;
      readonly proposedUnit: string;
      /** After its time: heard, but it stopped no clock. */
      readonly late: boolean;
      /** Who has it if the objection is not upheld: a unit that acknowledged, or one that has not yet. */
      readonly resume: 'dispatched' | 'in-work';
    }
  | { readonly status: 'in-work'; readonly file: AppealFile; readonly dispatch: Dispatch }
  /** By a unit, or by the library: then there is no dispatch. */
  | { readonly status: 'answered'; readonly file: AppealFile; readonly dispatch: Dispatch | null }
  | {
      readonly status: 'closed';
      readonly file: AppealFile;
      readonly why: string;
      readonly dispatch: Dispatch | null;
    };

/** Before anything is known. */
export const NO_ROUTING: Routing = {
  status: 'received',
  file: {
    wording: { title: '', content: '' },
    kind: '',
    topic: '',
    region: '',
    packHash: '',
    sorted: null,
    sought: null,
    dispatchNo: 0,
    sent: 0,
    ruling: null,
  },
};

/** How long the library is waited for after admission: 60 s. */
export const LIBRARY_WAIT_MS = 60_000;

/** When the routing wants to be looked at again (epoch ms). */
export function dueAt(state: Routing): number | null {
  return state.status === 'sorting' ? state.waitUntil : null;
}

/** The dispatch in force, if there is one. */
export function dispatchOf(state: Routing): Dispatch | null {
  return 'dispatch' in state ? state.dispatch : null;
}

/** The status word shown to people (libs/contracts, appeal-status). */
export function statusWord(state: Routing): string {
  switch (state.status) {
    case 'received':
      return 'submitted';
    case 'sorting':
      return 'admitted';
    case 'in-work':
      return 'acknowledged';
    case 'answered':
      return state.dispatch === null ? 'answered' : 'completed';
    case 'closed':
      return state.why === 'withdrawn' || state.why === 'joined' ? state.why : 'closed';
    case 'desk':
    case 'dispatched':
    case 'objected':
      return state.status;
  }
}
