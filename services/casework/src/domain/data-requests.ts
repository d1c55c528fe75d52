// Requests for data 数据调用 (HD-8; CR 二-4): from a case the unit that has it, or the desk, asks another unit –
// of any tier – for what a template of the pack foresees. They stand in a document of their own beside the
// work order: nothing of the case's course is decided by them, and no clock of it stops for them (ADR 0008).
// What was provided is not held here, only that it was, and every opening of it is an event first.

/** How far a request is; whatever is not open stays as it is. */
export type RequestStep = 'open' | 'provided' | 'refused' | 'withdrawn' | 'void';

/** Why a request needs no answer any more: the case has ended, or another has it now. */
export type VoidGround = 'closed' | 'moved';

/** One request. */
export interface DataRequest {
  /** Counts the requests of the case from 1. */
  readonly no: number;
  /** Content hash of the pack whose template it is. */
  readonly packHash: string;
  readonly template: string;
  /** The unit that asks, by its code on the dispatch; empty: the desk. */
  readonly fromUnit: string;
  /** The unit that is asked, by its code when it was asked. */
  readonly ofUnit: string;
  /** By when it is answered (epoch ms, exclusive). */
  readonly dueAt: number;
  readonly step: RequestStep;
  /** The time passed without an answer. */
  readonly overdue?: true;
}

/** The case, as far as a request depends on it. */
export interface CaseInHand {
  /** Content hash of the pack that governs it; empty before admission. */
  readonly packHash: string;
  readonly stage: 'before' | 'open' | 'answered' | 'over';
  /** The unit it was handed to; empty while no unit has it. */
  readonly unit: string;
  /** That unit has taken it on. */
  readonly acknowledged: boolean;
  /** Number of the latest dispatch. */
  readonly dispatchNo: number;
  /** 保护诉求 (HD-10); absent once lifted. */
  readonly protect?: true;
}

/** All requests of one case. */
export interface DataRequests {
  readonly inHand: CaseInHand;
  readonly requests: readonly DataRequest[];
}

/** Most requests in one case, which keeps the document small. */
export const MOST_REQUESTS = 50;

/** Before anything is known. */
export const NO_DATA_REQUESTS: DataRequests = {
  inHand: { packHash: '', stage: 'before', unit: '', acknowledged: false, dispatchNo: 0 },
  requests: [],
};

/** When the first open request is overdue (epoch ms); null while none can be. */
export function requestsDueAt({ requests }: DataRequests): number | null {
  const due = requests.filter(({ step, overdue }) => step === 'open' && overdue !== true);
  return due.length === 0 ? null : Math.min(...due.map(({ dueAt }) => dueAt));
}

/** Open requests nobody owes any more, and why: the case is over, or left the hand of the unit that asked. */
export function mootRequests({ inHand, requests }: DataRequests): readonly [no: number, why: VoidGround][] {
  return requests.flatMap(({ no, step, fromUnit }): [number, VoidGround][] => {
    if (step !== 'open') return [];
    if (inHand.stage === 'over') return [[no, 'closed']];
    return fromUnit !== '' && fromUnit !== inHand.unit ? [[no, 'moved']] : [];
  });
}
