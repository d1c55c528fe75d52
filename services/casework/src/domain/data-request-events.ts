// What happens to requests for data 数据调用: the events casework writes under `casework.datarequests`, and of
// the other events of the case only those fields the rules look at. Words of people – what it is for, what
// was provided, why not – travel sealed and read `erased` once the key is gone; no rule looks at them.
import type { VoidGround } from './data-requests';

/** What was provided, or `erased`. */
export type Provided =
  | { readonly fields: Readonly<Record<string, string>>; readonly text: string }
  | 'erased';

/** Events written by `casework.datarequests`. */
export type DataRequestEvent =
  | {
      readonly type: 'DataRequested';
      requestNo: number;
      /** Content hash of the pack whose template it is. */
      packHash: string;
      template: string;
      fromUnit: string;
      ofUnit: string;
      dueAt: number;
      /** When the asked unit is reminded; absent: it is not. */
      nearAt?: number;
      by: string;
      purpose: string;
    }
  | {
      readonly type: 'DataProvided';
      requestNo: number;
      unit: string;
      by: string;
      late: boolean;
      /** Who asked; empty: the desk. */
      fromUnit: string;
      provided: Provided;
    }
  | {
      readonly type: 'DataRefused';
      requestNo: number;
      unit: string;
      by: string;
      late: boolean;
      /** Who asked; empty: the desk. */
      fromUnit: string;
      /** The ground on which nothing is provided. */
      reason: string;
    }
  | { readonly type: 'DataRequestWithdrawn'; requestNo: number; by: string; reason: string }
  | { readonly type: 'DataRequestsVoided'; requestNos: readonly number[]; why: VoidGround }
  | { readonly type: 'DataRequestNear'; requestNo: number; unit: string; dueAt: number }
  /** `fromUnit` is absent where the desk asked. */
  | { readonly type: 'DataRequestOverdue'; requestNo: number; unit: string; fromUnit?: string }
  | {
      readonly type: 'DataRead';
      requestNo: number;
      /** Empty for the desk and for roles above the units. */
      unit: string;
      role: string;
      by: string;
      purpose: string;
    };

const TYPES: readonly string[] = [
  'DataRequested',
  'DataProvided',
  'DataRefused',
  'DataRequestWithdrawn',
  'DataRequestsVoided',
  'DataRequestNear',
  'DataRequestOverdue',
  'DataRead',
] satisfies readonly DataRequestEvent['type'][];

/** Whether an event of a case is about data. */
export function isAboutRequests({ type }: { readonly type: string }): boolean {
  return TYPES.includes(type);
}

/** Events of the others, and of the work order, that the requests of a case take into account. */
export type DataRequestCause =
  | { readonly type: 'AppealSubmitted'; protect?: true }
  | { readonly type: 'ProtectionLifted' }
  | { readonly type: 'AppealAdmitted'; packHash: string }
  | { readonly type: 'PackChanged'; packHash: string }
  | { readonly type: 'AppealClassified'; complainedOf: readonly string[] }
  /** `cleared`: named by a complaint, but not complained of. */
  | { readonly type: 'AppealDispatched'; dispatchNo: number; unit: string; cleared?: readonly string[] }
  | { readonly type: 'WorkOrderAcknowledged'; dispatchNo: number }
  /** Recalled, or its objection upheld. */
  | { readonly type: 'DispatchEnded'; dispatchNo: number }
  | { readonly type: 'AnsweredDirectly' }
  | { readonly type: 'AppealCompleted' }
  /** `unit` empty: it waits for another dispatch. */
  | { readonly type: 'AppealReopened'; unit: string }
  | { readonly type: 'AppealClosed' }
  /** Withdrawn, or joined to another. */
  | { readonly type: 'AppealGone' };
