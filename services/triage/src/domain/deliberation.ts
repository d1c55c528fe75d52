// A deliberation 会商 is what several people settle about one appeal: a panel of experts rules on whose duty it
// is, whether its answer holds, or what is to be advised (KB-5, HD-5, YC-2); a joint meeting of units names
// who leads (RT-3, SV-3). One session sits at a time; what it settles the services that own the appeal's
// course hear from its events. An appeal is known here only as far as a session depends on it.
import type { PanelQuestion } from '#policy/panel-questions';

/** What a panel is asked. */
export type Question = PanelQuestion;

/** The appeal, as far as a session depends on it. */
export interface Matter {
  /** Content hash of the pack that governs it; empty before admission. */
  readonly packHash: string;
  readonly stage: 'before' | 'open' | 'answered' | 'over';
  /** Number of the latest dispatch, 0 before the first. */
  readonly dispatchNo: number;
  /** Number of the latest dispatch that was taken from its unit; absent for none. */
  readonly takenNo?: number;
  /** Sessions held or begun; the latest has this number. */
  readonly sessions: number;
  /** How many of them ended without a ruling. */
  readonly lapsed: number;
  /** Codes of the units a complaint names that nobody found to be only named (HD-10); absent for none. */
  readonly complainedOf?: readonly string[];
  /** Who has or had the matter in charge, in this order; absent for nobody. */
  readonly given?: readonly Given[];
}

/** Units a matter was given to 承办、协办, or that were called together about it. */
export interface Given {
  /** The dispatch; 0 for a joint meeting. */
  readonly dispatchNo: number;
  readonly units: readonly string[];
}

/** A vote of a member; his reason stands sealed in the event. */
export interface Vote {
  readonly member: string;
  readonly option: string;
}

/** A panel that sits 专家研判. */
export interface Panel {
  readonly kind: 'panel';
  readonly no: number;
  /** The pack by whose rules it was convened. */
  readonly packHash: string;
  readonly question: Question;
  readonly members: readonly string[];
  readonly chair: string;
  /** Until when votes count (epoch ms, exclusive). */
  readonly dueAt: number;
  readonly recused: readonly string[];
  readonly votes: readonly Vote[];
}

/** A joint meeting that is called 联席会议. */
export interface Meeting {
  readonly kind: 'joint-meeting';
  readonly no: number;
  readonly packHash: string;
  readonly units: readonly string[];
  /** The day it is held, `YYYY-MM-DD`. */
  readonly heldOn: string;
  /** By when its record must be there (epoch ms, exclusive). */
  readonly dueAt: number;
}

/** State of a deliberation. */
export type Deliberation =
  | { readonly status: 'idle'; readonly matter: Matter }
  | { readonly status: 'sitting'; readonly matter: Matter; readonly session: Panel | Meeting };

/** Before anything is known. */
export const NO_DELIBERATION: Deliberation = {
  status: 'idle',
  matter: { packHash: '', stage: 'before', dispatchNo: 0, sessions: 0, lapsed: 0 },
};

/** When the session is to be looked at again (epoch ms). */
export function sessionDueAt(state: Deliberation): number | null {
  return state.status === 'sitting' ? state.session.dueAt : null;
}

/**
 * Whether what a session sits about is no longer there: the appeal has ended, was answered, was taken up
 * anew, or passed to another pack.
 */
export function isMoot(session: Panel | Meeting, { stage, packHash }: Matter): boolean {
  if (stage === 'over' || packHash !== session.packHash) return true;
  if (session.kind === 'joint-meeting') return stage === 'answered';
  switch (session.question) {
    case 'responsibility':
      return stage === 'answered';
    case 'result':
      return stage !== 'answered';
    case 'advice':
      return false;
  }
}
