/**
 * What triage asks of whoever names the unit for an appeal (RT-1): a port, so that the method behind it can
 * be replaced. It names five units with a calibrated probability and the words it rests on, and proposes what
 * a person must decide; it never decides a refusal itself. 谁主管谁负责: the lead is the unit whose duty the matter
 * is.
 */

/** A unit (承办单位) with its published duties. */
export interface UnitProfile {
  readonly code: string;
  readonly name: string;
  readonly duties: readonly string[];
  /** What was merged into it, and its earlier names. */
  readonly formerly?: readonly { readonly name: string }[] | undefined;
}

/** End state of an earlier appeal, as ruled by a person. */
type Disposition =
  | 'direct-answer'
  | 'dispatch'
  | 'panel'
  | 'escalate'
  | 'return-litigation'
  | 'return-not-registered'
  | 'return-not-enterprise';

/** The text of an appeal and the choices the enterprise made when it sent it. */
export interface AppealText {
  readonly title: string;
  readonly content: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly region?: string;
}

/**
 * An earlier appeal with the ruling on it; teaches and measures, is never read when an appeal is classified.
 */
export interface RuledAppeal extends AppealText {
  readonly id: string;
  readonly label: {
    readonly lead: string;
    readonly assist: readonly string[];
    readonly disposition: Disposition;
    readonly urgent: boolean;
    /** The event that several enterprises report; such appeals stay on one side of a split. */
    readonly cluster?: string;
  };
}

/** A knowledge article as teaching material: its text belongs to the unit that owns it. */
interface TeachingArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly department: string;
  readonly topic: string;
  readonly keywords: readonly string[];
  readonly validTo: string | null;
  readonly supersededBy?: string | null;
}

/** A question as enterprises put it, and the articles that answer it. */
interface TeachingQuestion {
  readonly q: string;
  readonly answers: readonly string[];
}

/** What a classifier is trained on. `asOf` is the civil date on which an article must still be in force. */
export interface TrainingMaterial {
  readonly units: readonly UnitProfile[];
  readonly appeals: readonly RuledAppeal[];
  readonly articles: readonly TeachingArticle[];
  readonly questions: readonly TeachingQuestion[];
  readonly asOf: string;
}

/**
 * Why a unit is a candidate: whole words of the text which also stand in a duty, an earlier appeal or an
 * article of that unit. Taking the words out of the text lowers the candidate's score.
 */
export interface Reason {
  readonly words: readonly string[];
  readonly source: 'duty' | 'appeal' | 'article';
  /** The duty itself, or the id of the appeal or the article. */
  readonly ref: string;
  /** By how much the score (0..1) falls without these words. */
  readonly weight: number;
}

/** A unit proposed as lead (主办). */
export interface Candidate {
  readonly unit: string;
  /** Calibrated probability 0..1 that a person would name this unit. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What a person is asked to decide instead of an automatic dispatch. */
export type Proposal = 'panel' | 'escalate' | 'decline-litigation' | 'decline-not-enterprise';

/** What the classifier says of a text; a proposal is for a person to decide. */
export interface Classification {
  /** Always the best five, best first. */
  readonly candidates: readonly Candidate[];
  /** Topic code: the one given, else the likeliest. */
  readonly topic: string;
  /** Assisting units (协办), without the lead. */
  readonly assist: readonly string[];
  /** True when the first candidate may be dispatched without a person: right in 99 of 100 unseen appeals. */
  readonly sure: boolean;
  readonly proposed?: Proposal;
  /** The wordings of the text that speak for the proposal, and the margin above zero by which it is meant. */
  readonly proposedReason?: { readonly words: readonly string[]; readonly margin: number };
  /** Signals of danger to life, a mass event or a stoppage (RT-6); a person confirms. */
  readonly urgent: boolean;
  /** Changes with the training material and with every ruling learnt. */
  readonly modelVersion: string;
}

/** A ruling by a person: this text belongs to this unit. */
export interface Ruling {
  readonly title: string;
  readonly content: string;
  readonly topic?: string;
  readonly unit: string;
}

/** Names the unit for a text (RT-1) and learns from rulings. */
export interface UnitClassifier {
  classify(appeal: AppealText): Classification;
  /** Takes rulings in; later answers know them. Many cost as much as one. Throws if a unit is unknown. */
  learn(rulings: readonly Ruling[]): void;
}
