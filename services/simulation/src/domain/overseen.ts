// What is heard of the overseeing of a case 督办考评: register, orders, spot checks, deductions, contests (SV-3
// to SV-6, HD-11).

/** An event of it. */
export type Overseen =
  | {
      readonly type: 'GroundNoticed';
      readonly entryId: string;
      readonly ground: string;
      readonly unit: string;
    }
  | { readonly type: 'EntryCleared'; readonly entryId: string }
  | {
      readonly type: 'StepProposed';
      readonly step: string;
      readonly entryId: string;
      readonly unit: string;
      readonly cause: string;
    }
  | {
      readonly type: 'OrderIssued';
      readonly orderNo: number;
      readonly step: string;
      readonly unit: string;
      readonly cause: string;
    }
  | {
      readonly type: 'OrderAnswered';
      readonly orderNo: number;
      readonly unit: string;
      readonly late: boolean;
    }
  | { readonly type: 'OrderRuled'; readonly orderNo: number; readonly unit: string; readonly verdict: string }
  | { readonly type: 'OrderOverdue'; readonly orderNo: number; readonly unit: string }
  | {
      readonly type: 'CaseTransferred';
      readonly transferNo: number;
      readonly step: string;
      readonly cause: string;
    }
  | { readonly type: 'TransferOutcomeRecorded'; readonly transferNo: number }
  | { readonly type: 'DeductionRecorded'; readonly deductionNo: number; readonly unit: string }
  | { readonly type: 'DeductionWithdrawn'; readonly deductionNo: number }
  | {
      readonly type: 'SpotCheckDrawn';
      readonly checkNo: number;
      readonly unit: string;
      readonly standard: readonly string[];
    }
  | { readonly type: 'SpotCheckPassed'; readonly checkNo: number }
  | {
      readonly type: 'SpotCheckFailed';
      readonly checkNo: number;
      readonly unit: string;
      readonly reopen: boolean;
    }
  | { readonly type: 'AnswerMended'; readonly checkNo: number; readonly unit: string; readonly late: boolean }
  | {
      readonly type: 'MendingRuled';
      readonly checkNo: number;
      readonly unit: string;
      readonly accepted: boolean;
    }
  | { readonly type: 'MendingOverdue'; readonly checkNo: number }
  | {
      readonly type: 'ContestFiled';
      readonly contestNo: number;
      readonly about: string;
      readonly unit: string;
    }
  | {
      readonly type: 'ContestRuled';
      readonly contestNo: number;
      readonly about: string;
      readonly upheld: boolean;
    }
  | { readonly type: 'RatingExcluded'; readonly round: number };
