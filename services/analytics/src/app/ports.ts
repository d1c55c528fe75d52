// What analytics needs of its facts: one transaction for what a stretch of the journal makes of them, one
// look for all figures of an answer.
import type { AppraisalItem, AppraisalQuestion } from '../domain/appraisal-query';
import type { CaseRow, CaseRowsQuestion } from '../domain/case-rows';
import type { FactWrite } from '../domain/fact-tables';
import type { CountedFigure } from '../domain/figure-definition';
import type { FigureQuestion, FigureValue } from '../domain/figure-query';

/** Highest seq seen of a writer's events about a key. */
export interface Seen {
  readonly key: string;
  readonly writer: string;
  readonly seq: number;
}

/** How far a partition was folded: the offset after the last record, and the time of the newest event. */
export interface FoldedTo {
  readonly partition: number;
  readonly next: number;
  readonly newestAt: number;
}

/** Everything a stretch of the journal changes. */
export interface FactChange {
  readonly writes: readonly FactWrite[];
  readonly seen: readonly Seen[];
  readonly foldedTo: readonly FoldedTo[];
}

/** The facts as the reader of the journal uses them. */
export interface FactFolding {
  seen(keys: readonly string[]): Promise<readonly Seen[]>;
  foldedTo(): Promise<readonly FoldedTo[]>;
  /** All of it or nothing. */
  write(change: FactChange): Promise<void>;
  /** Begins anew beside the old facts, which go on answering until `finishRebuild`. */
  startRebuild(): Promise<void>;
  /** Puts the new facts in the place of the old; nothing when no rebuild is under way. */
  finishRebuild(): Promise<void>;
}

/** Figures of one look at the facts. */
export interface CountedFigures {
  /** One list per definition, in their order. */
  readonly values: readonly (readonly FigureValue[])[];
  /** Time of the newest event counted, 0 when there is none. */
  readonly asOf: number;
  /** The facts are being rebuilt and these are the old ones. */
  readonly old: boolean;
}

/** What stands against units, and up to when the facts were known. */
export interface AppraisedItems {
  readonly items: readonly AppraisalItem[];
  readonly asOf: number;
  readonly old: boolean;
}

/** The facts as figures are counted from them. */
export interface FactReading {
  count(definitions: readonly CountedFigure[], question: FigureQuestion): Promise<CountedFigures>;
  /** A page of cases, in the order of their submission. */
  cases(question: CaseRowsQuestion): Promise<readonly CaseRow[]>;
  /** What stands against units, in the order of time. */
  appraisal(question: AppraisalQuestion): Promise<AppraisedItems>;
  /** Highest seq of the writer's events about the key that the answering facts hold. */
  seenOf(key: string, writer: string): Promise<number>;
}
