// What the case file knows of an appeal that a unit received and closed itself (SZ 1.3).

/** What the unit wrote, or `erased`. */
type ReportedWords =
  | 'erased'
  | {
      readonly title: string;
      readonly content: string;
      readonly enterpriseName: string;
      readonly contactName: string;
      readonly contactPhone: string;
      readonly answer: string;
      readonly unitContact: string;
      readonly unitPhone: string;
    };

/** The telling. */
export interface ReportedFact {
  readonly type: 'AppealReported';
  readonly number: string;
  readonly channel: string;
  readonly sourceNumber: string;
  readonly kind: string;
  readonly uscc: string;
  readonly region: string;
  readonly pack: string;
  readonly packHash: string;
  readonly unit: string;
  readonly period: string;
  readonly receivedAt: number;
  readonly closedAt: number;
  readonly satisfaction: string;
  /** Number of the appeal that counts in its place; empty for none. */
  readonly joinedToNumber: string;
  readonly by: string;
  readonly words: ReportedWords;
}
