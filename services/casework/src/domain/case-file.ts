// The case file 案卷 is everything about one appeal on one page, folded from what all services wrote. They
// write without order between them, so each one's facts are kept apart, and what they share – the status,
// the time of a step – is decided by the events' times alone: the file comes out the same in whatever order
// they are read.
import type { AnswerFindingCode } from './answer-check';
import type { AnswerVerdict, AnswerWords } from './answer-remarks';
import type { Draft } from './work-order-commands';
import type { FiledRequest } from './case-data-requests';
import type { CandidateFact, SubmittedWords } from './case-facts';

/** What intake said. */
export interface IntakePart {
  readonly number: string;
  readonly channel: string;
  readonly sourceNumber: string;
  readonly kind: string;
  readonly topic: string;
  readonly uscc: string;
  readonly region: string;
  readonly words: SubmittedWords;
  /** Who the enterprise is is not shown (HD-10); absent where it is. */
  readonly protect?: true;
  readonly submittedAt: number;
  readonly identityReason: string;
  readonly screeningGround: string;
  /** A ground for declining is proposed and nobody has decided yet. */
  readonly screeningOpen: boolean;
  readonly joinedToNumber: string;
  readonly urged: number;
  /** The pack that governs, by id and version, from admission on. */
  readonly pack?: string;
  readonly packHash?: string;
  /** Industry by the register; absent when the enterprise is not in it. */
  readonly industry?: string;
}

/** What triage said. */
export interface TriagePart {
  readonly topic: string;
  readonly candidates: readonly CandidateFact[];
  readonly proposed: string;
  /** Signals of the urgent class, until a person has confirmed or denied them (RT-6). */
  readonly urgent: boolean;
  readonly articleId: string;
  readonly lead: string;
  readonly assist: readonly string[];
  readonly dispatchNo: number;
  /** Ids of classes from the coarsest layer down (IN-3); absent while it is not classed. */
  readonly classes?: readonly string[];
  /** Highest number of a dispatch that was taken back from its unit. */
  readonly takenBackNo: number;
  /** The pack it was handed to since its admission, by id and version (RT-5). */
  readonly pack?: string;
  readonly packHash?: string;
}

/** What casework said. */
export interface WorkPart {
  readonly step: string;
  readonly dispatchNo: number;
  /** The latest answer as it was given, with what was remarked on it. */
  readonly answer: AnswerWords | 'erased';
  readonly answerVerdict: AnswerVerdict | '';
  readonly findingCodes: readonly AnswerFindingCode[];
  /** The latest answer has not been released to the enterprise (HD-2). */
  readonly held?: boolean;
  readonly rating: string;
  /** The last day asked for while nobody has ruled; absent when nothing was ever asked. */
  readonly extensionWishedOn?: string;
  /** The latest draft inside the unit, for whoever signs it; absent while there is none (HD-9). */
  readonly draft?: Draft & { readonly dispatchNo: number };
  /** What assisting units of any dispatch said, the latest of each; absent while none has said a word. */
  readonly assisting?: readonly AssistingPart[];
  /** Who of the unit may be asked, where it told of the appeal itself (SZ 附3); absent otherwise. */
  readonly unitContact?: string;
  readonly unitPhone?: string;
  /** Own seq of the work order, by which a command says which state it saw. */
  readonly seq: number;
}

/** 协办: how far an assisting unit is, and what it said last – its contribution, or why it objects. */
export interface AssistingPart {
  readonly dispatchNo: number;
  readonly unit: string;
  readonly step: 'acknowledged' | 'objected' | 'contributed' | 'released';
  readonly said: string;
  readonly at: number;
}

/** A clock with its cards. */
export interface CaseClock {
  readonly clockId: string;
  readonly clock: string;
  readonly unit: string;
  readonly rule: string;
  readonly startAt: number;
  readonly deadlineAt: number;
  readonly provisional: boolean;
  /** The deadline before it was moved first, and why it was moved last; absent while it was not. */
  readonly firstDeadlineAt?: number;
  readonly movedBecause?: string;
  /** 0 while it runs. */
  readonly stoppedAt: number;
  readonly inTime: boolean;
  readonly void: boolean;
  /** Late in law, and within the time our own outages had taken; absent otherwise. */
  readonly lateBySystem?: true;
  /** The end with the time our own outages took from it (epoch ms); absent while they took none. */
  readonly excusedUntilAt?: number;
  readonly cards: readonly {
    readonly id: string;
    readonly colour: 'yellow' | 'red';
    readonly revoked: boolean;
  }[];
}

/** The latest word about the status, with what decides between two: time, then writer, then seq. */
export interface StatusMark {
  readonly word: string;
  readonly at: number;
  readonly writer: string;
  readonly seq: number;
  /** Dispatch the word is about; 0 when it is about none. */
  readonly dispatchNo: number;
}

/** 案卷 */
export interface CaseFile {
  readonly intake: IntakePart;
  readonly triage: TriagePart;
  readonly work: WorkPart;
  readonly clocks: readonly CaseClock[];
  /** Requests for data (HD-8); absent while none was made. */
  readonly requests?: readonly FiledRequest[];
  /** First time of each step by its moment's name (epoch ms). */
  readonly steps: Readonly<Record<string, number>>;
  /** When each milestone was reached last; absent in files written before it was kept. */
  readonly latest?: Readonly<Record<string, number>>;
  readonly status: StatusMark;
  /** A granted withdrawal is final, whatever is said beside it. */
  readonly withdrawn: boolean;
}

/** Before anything is known. */
export const EMPTY_CASE_FILE: CaseFile = {
  intake: {
    number: '',
    channel: '',
    sourceNumber: '',
    kind: '',
    topic: '',
    uscc: '',
    region: '',
    words: { title: '', content: '', enterpriseName: '', contactName: '', contactPhone: '' },
    submittedAt: 0,
    identityReason: '',
    screeningGround: '',
    screeningOpen: false,
    joinedToNumber: '',
    urged: 0,
  },
  triage: {
    topic: '',
    candidates: [],
    proposed: '',
    urgent: false,
    articleId: '',
    lead: '',
    assist: [],
    dispatchNo: 0,
    takenBackNo: 0,
  },
  work: {
    step: '',
    dispatchNo: 0,
    answer: { answer: '', basis: '', plan: '' },
    answerVerdict: '',
    findingCodes: [],
    rating: '',
    seq: 0,
  },
  clocks: [],
  steps: {},
  status: { word: '', at: 0, writer: '', seq: 0, dispatchNo: 0 },
  withdrawn: false,
};
