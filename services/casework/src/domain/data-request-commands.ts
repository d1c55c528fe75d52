// What may be asked of the requests for data of a case, why it may be refused, and what their rules must be
// able to look up. The refusals are a closed list; their sentences stand in
// libs/contracts/src/sentences/casework.ts.
import type { Pack } from '#policy/pack';
import type { WorkingCalendar } from '#working-calendar/calendar';

/** Commands of people. */
export type DataCommand =
  | { readonly type: 'RequestData'; template: string; ofUnit: string; purpose: string }
  | {
      readonly type: 'ProvideData';
      requestNo: number;
      fields: Readonly<Record<string, string>>;
      text: string;
    }
  | { readonly type: 'RefuseData'; requestNo: number; ground: string }
  | { readonly type: 'WithdrawDataRequest'; requestNo: number; reason: string }
  | {
      readonly type: 'ReadData';
      requestNo: number;
      purpose: string;
      /** Whether the door has the words at hand; the rules hold none. */
      atHand: boolean;
    };

/** Commands that time and events bring about; where they do not fit they change nothing. */
type OwnDataCommand = { readonly type: 'MarkDueRequests' } | { readonly type: 'VoidRequests' };

/** Everything that may be asked. */
export type DataRequestCommand = DataCommand | OwnDataCommand;

/** Why a command is refused. */
export type DataRequestRefusal =
  | 'ALREADY_ASKED'
  | 'ALREADY_COMPLETED'
  | 'CLOSED'
  | 'DATA_MISSING'
  | 'DATA_NOT_AT_HAND'
  | 'DATA_NOT_FORESEEN'
  | 'DATA_FIELD_MISSING'
  | 'DATA_FIELD_UNKNOWN'
  | 'NOT_ACKNOWLEDGED'
  | 'NOT_DISPATCHED'
  | 'NOT_PROVIDED'
  | 'NOT_YOUR_REQUEST'
  | 'NOT_YOUR_UNIT'
  | 'PROTECTED'
  | 'REASON_MISSING'
  | 'REQUESTS_FULL'
  | 'REQUEST_ENDED'
  | 'REQUEST_UNKNOWN'
  | 'ROLE_NOT_ALLOWED'
  | 'TEMPLATE_UNKNOWN'
  | 'UNIT_COMPLAINED_OF'
  | 'UNIT_IS_ASKING'
  | 'UNIT_UNKNOWN';

/** What the rules look up. */
export interface DataRequestPolicy {
  /** The pack a case is governed by, by content hash. */
  pack(hash: string): Pack;
  calendar(): WorkingCalendar;
  unitExists(code: string): boolean;
  /** The unit a code stands for now: itself, or the one it was merged into. */
  successorOf(code: string): string;
}
