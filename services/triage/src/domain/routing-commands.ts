// What may be asked of a routing, why it may be refused, and what the rules must be able to look up. The
// refusals are a closed list; their sentences stand in libs/contracts/src/sentences/triage.ts.
import type { Pack } from '#policy/pack';
import type { Classification } from './routing-events';

/** Commands of people. `onlyNamed`: the units given are named by a complaint, another is meant (HD-10). */
export type ClerkCommand =
  | {
      readonly type: 'DispatchAppeal';
      lead: string;
      assist: readonly string[];
      why: string;
      onlyNamed?: boolean;
    }
  | { readonly type: 'AnswerAppeal'; articleId: string }
  | { readonly type: 'RecallDispatch'; dispatchNo: number; reason: string }
  /** Upheld: to `toUnit`, or to the desk when that is empty. Not upheld: the unit keeps it. */
  | {
      readonly type: 'RuleObjection';
      dispatchNo: number;
      upheld: boolean;
      toUnit: string;
      note: string;
      onlyNamed?: boolean;
    }
  | { readonly type: 'TransferAppeal'; toPack: string; ground: string; reason: string }
  | { readonly type: 'SetClass'; classId: string }
  | { readonly type: 'ConfirmUrgent'; reason: string }
  | { readonly type: 'DenyUrgent'; reason: string }
  | {
      readonly type: 'RuleEscalation';
      dispatchNo: number;
      accepted: boolean;
      /** Of the city, where it is accepted. */
      toUnit: string;
      reason: string;
      onlyNamed?: boolean;
    };

/** A ruling: who leads, who assists (null: who assists now), and which body ruled in which session. */
export interface Ruling {
  readonly lead: string;
  readonly assist: readonly string[] | null;
  readonly body: 'panel' | 'joint-meeting';
  readonly sessionNo: number;
}

/**
 * Commands that events and time bring about; they are never refused, where they do not fit they change
 * nothing.
 */
export type OwnCommand =
  | { readonly type: 'ClassifyAppeal'; readonly classification: Classification }
  | { readonly type: 'SettleRouting' }
  | { readonly type: 'EnterDesk' }
  | { readonly type: 'ObeyRuling'; readonly ruling: Ruling }
  | { readonly type: 'GrantWithdrawal' }
  /** Takes a complaint from a unit that has come to be the one complained of. */
  | { readonly type: 'WithholdComplaint' };

/** Everything that may be asked of a routing. */
export type RoutingCommand = ClerkCommand | OwnCommand;

/** Why a command is refused. */
export type RoutingRefusal =
  | 'ALREADY_DISPATCHED'
  | 'ALREADY_URGENT'
  | 'ARTICLE_NOT_IN_FORCE'
  | 'ASSIST_IS_LEAD'
  | 'CLASS_UNKNOWN'
  | 'CLOSED'
  | 'FACTS_NOT_CHECKED'
  | 'NOT_ADMITTED'
  | 'NOT_DISPATCHED'
  | 'NOT_OWNER'
  | 'NOT_PROPOSED'
  | 'NOT_UPHELD_KEEPS_UNIT'
  | 'NO_ESCALATION'
  | 'NO_OBJECTION'
  | 'OBJECTION_PENDING'
  | 'PACK_NOT_IN_FORCE'
  | 'PING_PONG_STOPPED'
  | 'REASON_MISSING'
  | 'ROLE_NOT_ALLOWED'
  | 'SAME_CLASS'
  | 'SAME_PACK'
  | 'SAME_UNIT'
  | 'STALE_DISPATCH'
  | 'STILL_SORTING'
  | 'TRANSFER_NOT_FORESEEN'
  | 'UNIT_SUCCEEDED'
  | 'UNIT_NOT_OF_CITY'
  | 'UNIT_COMPLAINED_OF'
  | 'UNIT_UNKNOWN'
  | 'URGENCY_NOT_FORESEEN';

/** What the rules look up. */
export interface RoutingPolicy {
  /** The pack an appeal was admitted under, by content hash. */
  pack(hash: string): Pack;
  /** Content hash of the pack of that id as it is in force here; undefined when none is. */
  packInForce(id: string): string | undefined;
  unitExists(code: string): boolean;
  /** The unit a code stands for now: itself, or the one it was merged into. */
  successorOf(code: string): string;
  /** The tier of a unit: city, county, township (RT-4). */
  unitTier(code: string): string;
  /** Whether the library has the article and it is valid on the day of the instant (epoch ms). */
  articleInForce(id: string, at: number): boolean;
  /** Codes of the units a text names, by their official or usual names. */
  unitsNamed(text: string): readonly string[];
}
