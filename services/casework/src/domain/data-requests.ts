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
  /** When the asked unit is reminded (epoch ms); absent: it is not, or has been. */
  readonly nearAt?: number;
  readonly step: RequestStep;
  /** The time passed without an answer. */
  readonly overdue?: true;
}

/**
 * What others said of the case, each writer's words apart: they come without order between them, and however
 * they come, they must mean the same.
 */
export interface CaseTold {
  /**
   * Intake: content hash of the pack it was admitted under, empty before; protection (HD-10), until lifted.
   */
  readonly admittedUnder: string;
  readonly protect?: true;
  /** It was withdrawn or joined, at intake or triage. */
  readonly gone: boolean;
  /** Triage: the pack it was changed to, empty for none (RT-5). */
  readonly changedTo: string;
  /** Codes of the units a complaint names (HD-10), and those of them a person found to be only named. */
  readonly complainedOf?: readonly string[];
  readonly cleared?: readonly string[];
  /** The latest dispatch and its lead; the latest that was taken back; an answer from the library since. */
  readonly dispatchNo: number;
  readonly lead: string;
  readonly takenBackNo: number;
  readonly answeredDirectly: boolean;
  /** The work order: the latest dispatch taken on, and what became of it since. */
  readonly takenOnNo: number;
  readonly last: '' | 'completed' | 'reopened' | 'closed';
  /** The unit it was reopened with; empty when it waits for another dispatch. */
  readonly reopenedWith: string;
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
}

/** All requests of one case. */
export interface DataRequests {
  readonly told: CaseTold;
  readonly requests: readonly DataRequest[];
}

/** Most requests in one case, which keeps the document small. */
export const MOST_REQUESTS = 50;

/** Before anything is known. */
export const NO_DATA_REQUESTS: DataRequests = {
  told: {
    ...{ admittedUnder: '', gone: false, changedTo: '' },
    ...{ dispatchNo: 0, lead: '', takenBackNo: 0, answeredDirectly: false },
    ...{ takenOnNo: 0, last: '', reopenedWith: '' },
  },
  requests: [],
};

/** Where the case is by all that was said of it. */
export function inHandOf({ told }: DataRequests): CaseInHand {
  const { dispatchNo, takenBackNo, takenOnNo, last, reopenedWith } = told;
  const packHash = told.changedTo || told.admittedUnder;
  const reopened = last === 'reopened' && takenOnNo >= dispatchNo;
  const has = reopened ? reopenedWith : told.lead;
  const unit = takenBackNo < dispatchNo ? has : '';
  const acknowledged = unit !== '' && takenOnNo === dispatchNo;
  return { packHash, stage: stageOf(told, packHash), unit, acknowledged };
}

function stageOf({ gone, last, answeredDirectly }: CaseTold, packHash: string): CaseInHand['stage'] {
  if (gone || last === 'closed') return 'over';
  if (last === 'completed' || (answeredDirectly && last === '')) return 'answered';
  return packHash === '' ? 'before' : 'open';
}

/** Units complained of, by their codes then: the case is not theirs to know of (HD-10). */
export function complainedOfIn({ told }: DataRequests): readonly string[] {
  const { complainedOf = [], cleared = [] } = told;
  return complainedOf.filter((code) => !cleared.includes(code));
}

/** When the first open request is to be reminded of, or is overdue (epoch ms); null while none can be. */
export function requestsDueAt({ requests }: DataRequests): number | null {
  const due = requests.filter(({ step, overdue }) => step === 'open' && overdue !== true);
  return due.length === 0 ? null : Math.min(...due.map(({ nearAt, dueAt }) => nearAt ?? dueAt));
}

/** Open requests nobody owes any more, and why: the case is over, or left the hand of the unit that asked. */
export function mootRequests(state: DataRequests): readonly [no: number, why: VoidGround][] {
  const inHand = inHandOf(state);
  return state.requests.flatMap(({ no, step, fromUnit }): [number, VoidGround][] => {
    if (step !== 'open') return [];
    if (inHand.stage === 'over') return [[no, 'closed']];
    return fromUnit !== '' && fromUnit !== inHand.unit ? [[no, 'moved']] : [];
  });
}
