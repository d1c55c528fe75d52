// What a report is drawn from: analytics says which cases and how many, casework what people wrote of them.
// Nobody reads another's store; the two meet here, for as long as the answer lasts.

/** A stretch of time as analytics is asked for it; epoch ms, the end exclusive, the cut-off inclusive. */
export interface ReportPeriod {
  readonly fromAt: number;
  readonly toAt: number;
  readonly cutOffAt: number;
}

/** A case of a report: codes and times (0 = not yet), nothing personal. */
export interface ReportCase {
  readonly appealId: string;
  readonly unit: string;
  readonly submittedAt: number;
  readonly handedOverAt: number;
  readonly deadlineAt: number;
  readonly completedAt: number;
  readonly closedAt: number;
  readonly verdict: string;
  readonly topic: string;
  readonly region: string;
  readonly channel: string;
}

/** What people wrote of a case; of one whose data was destroyed only the number is left. */
export interface CaseWords {
  readonly appealId: string;
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly enterpriseName: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly answer: string;
  /** Empty where the platform handed the appeal over. */
  readonly unitContact: string;
  readonly unitPhone: string;
  readonly erased: boolean;
}

/** A figure of a unit, or of all. */
export interface FigureOfGroup {
  readonly name: string;
  readonly measure: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly medianMs: number;
}

/** A unit in its place; 0 stands apart. */
interface PlaceOfUnit {
  readonly unit: string;
  readonly rank: number;
  readonly figures: readonly {
    readonly name: string;
    readonly numerator: number;
    readonly denominator: number;
  }[];
}

/** The services a report is drawn from. */
export interface ReportSources {
  /** A page of the cases; an empty cursor begins and ends. */
  cases(
    asked: ReportPeriod & { rows: string; pack: string; cursor: string; limit: number },
  ): Promise<{ readonly cases: readonly ReportCase[]; readonly nextCursor: string }>;
  words(appealIds: readonly string[]): Promise<readonly CaseWords[]>;
  figures(
    asked: ReportPeriod & { pack: string; by: 'all' | 'unit' },
  ): Promise<readonly { readonly group: string; readonly figures: readonly FigureOfGroup[] }[]>;
  ranking(asked: ReportPeriod & { pack: string; ranking: string }): Promise<readonly PlaceOfUnit[]>;
}
